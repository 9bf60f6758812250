"""Asking to join a group, and handing over what one carries."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.models import Charge, Member
from gebuur.apps.neighbourhood.forms.persons import DAY_FORMATS
from gebuur.apps.neighbourhood.forms.who import WhoForm
from gebuur.core.widgets import DayInput, Tiles

CHARGE_WORDS = {
    Charge.LEAD: _("the lead"),
    Charge.MONEY: _("the money"),
    Charge.DATES: _("the dates"),
}


class JoinWordsForm(forms.Form):
    """A word for the group; it may stay empty."""

    words = forms.CharField(
        label=_("Do you want to say something to the group?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class JoinForm(JoinWordsForm, WhoForm):
    """Who asks to join, and how to reach her."""

    field_order = ("first_name", "last_name", "street", "house_number", "phone", "email", "words")


class ChargeForm(forms.Form):
    """Which charge, to whom, and by when an answer is needed."""

    charge = forms.ChoiceField(
        label=_("What do you hand over?"),
        widget=Tiles(),
        error_messages={"required": _("Choose one.")},
    )
    taker = forms.ChoiceField(
        label=_("To whom?"),
        widget=Tiles(),
        error_messages={"required": _("Choose a neighbour.")},
    )
    due_on = forms.DateField(
        label=_("Answer before"),
        required=False,
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        help_text=_("May stay empty."),
        error_messages={"invalid": _("Write the day like this: 31/12/2026.")},
    )
    words = forms.CharField(
        label=_("What is good to know?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, charges: Sequence[str], takers: Sequence[Member], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer("charge", [(one, CHARGE_WORDS[Charge(one)]) for one in charges])
        self._offer("taker", [(str(one.pk), one.name) for one in takers])

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so above
        field.choices = choices

    def clean_due_on(self) -> dt.date | None:
        """A day that is not over."""
        day: dt.date | None = self.cleaned_data["due_on"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return day
