"""Which street is asked how it is, and until when."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.reflection.forms.voice import DAYS_OPEN
from gebuur.core.widgets import DayInput

DAYS_AT_LEAST = 7


class PulseForm(forms.Form):
    """A street with at least ten households, and the last day."""

    street = forms.ChoiceField(
        label=_("Which street?"),
        help_text=_("Only streets with at least ten households are listed here."),
        error_messages={
            "required": _("Choose a street of your neighbourhood."),
            "invalid_choice": _("Choose a street of your neighbourhood."),
        },
    )
    until = forms.DateField(
        label=_("Until which day can neighbours answer?"),
        help_text=_("Three or four weeks is usual, with a ring at every door."),
        widget=DayInput,
        error_messages={
            "required": _("Choose the last day."),
            "invalid": _("This is not a day. Write it like 28/11/2026."),
        },
    )

    def __init__(
        self, *args: Any, streets: QuerySet[Street], today: dt.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.streets = {str(one.pk): one for one in streets}
        names = [(key, one.name) for key, one in self.streets.items()]
        self.fields["street"].choices = [("", ""), *names]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_street(self) -> Street:
        return self.streets[self.cleaned_data["street"]]

    def clean_until(self) -> dt.date:
        day: dt.date = self.cleaned_data["until"]
        if day < self.today + dt.timedelta(days=DAYS_AT_LEAST):
            raise forms.ValidationError(_("Give neighbours at least a week."))
        if day > self.today + dt.timedelta(days=DAYS_OPEN):
            raise forms.ValidationError(_("Choose a day within two months."))
        return day
