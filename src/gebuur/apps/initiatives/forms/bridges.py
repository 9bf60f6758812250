"""What is typed about a bridge."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.models import BridgeWord, Initiative, Rung
from gebuur.apps.initiatives.queries.bridges import Ends
from gebuur.apps.neighbourhood.models import Street
from gebuur.core.ids import as_uuid
from gebuur.core.widgets import Chips, ClockInput, DayInput

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
A_YEAR = dt.timedelta(days=366)
TIME_FORMATS = ["%H:%M", "%H.%M", "%Hu%M", "%H"]
RUNGS = (
    (Rung.LISTEN.value, _("First listen, each apart")),
    (Rung.MEET.value, _("One light thing together")),
    (Rung.TELL.value, _("Tell each other how we do it")),
    (Rung.SHARE.value, _("Help each other, within limits")),
)
_DAY = {"invalid": _("Write the day like this: 31/12/2026.")}


class TermsForm(forms.Form):
    """What would you do together, and until when?"""

    rung = forms.ChoiceField(
        label=_("Which small step?"),
        choices=RUNGS,
        widget=Chips(),
        error_messages={"required": _("Choose a step. The first one is the lightest.")},
    )
    terms = forms.CharField(
        label=_("What exactly, how often, with how many?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: somebody comes once to tell how you began."),
        error_messages={"required": _("Write in one or two sentences what you have in mind.")},
    )
    until = forms.DateField(
        label=_("Until when?"),
        required=False,
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        help_text=_("Leave it empty when it is for one time."),
        error_messages=_DAY,
    )

    def clean_until(self) -> dt.date | None:
        until: dt.date | None = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose a later one."))
        return until

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("rung", "terms", "until")}


class BridgeForm(TermsForm):
    """Whom do you ask, and why?"""

    field_order = ("asks", "to", "rung", "terms", "until", "reason")

    to = forms.ChoiceField(
        label=_("Whom do you ask?"), error_messages={"required": _("Choose whom you ask.")}
    )
    reason = forms.CharField(
        label=_("Why would both sides like it?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write why. They read it before they answer.")},
    )

    def __init__(
        self, *args: Any, ends: Ends, asks: list[Street] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ends: dict[str, Initiative | Street] = {str(one.pk): one for one in ends.groups}
        self.ends |= {str(one.pk): one for one in ends.streets}
        choices = [("", ""), *((str(one.pk), one.title) for one in ends.groups)]
        choices += [(str(one.pk), one.name) for one in ends.streets]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if asks is not None:
            self.fields["asks"] = forms.TypedChoiceField(
                label=_("For which street do you ask?"),
                choices=[("", ""), *((str(one.pk), one.name) for one in asks)],
                coerce=as_uuid,
                error_messages={"required": _("Choose the street you ask for.")},
            )
            self.order_fields(self.field_order)

    def facts(self) -> dict[str, Any]:
        to = self.ends[self.cleaned_data["to"]]
        return super().facts() | {"to": to, "reason": self.cleaned_data["reason"]}


class AnswerForm(TermsForm):
    """What do you say?"""

    field_order = ("said", "words", "rung", "terms", "until")

    said = forms.ChoiceField(
        label=_("What do you say?"),
        choices=(
            (BridgeWord.Said.YES.value, _("Yes, like this")),
            (BridgeWord.Said.OTHERWISE.value, _("Yes, but differently")),
            (BridgeWord.Said.NO.value, _("Not this time")),
        ),
        widget=Chips(),
        error_messages={"required": _("Choose one of the three answers.")},
    )
    words = forms.CharField(
        label=_("A word with it"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("You need no reason."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rung"].required = self.fields["terms"].required = False
        self.fields["terms"].label = _("What would suit you?")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("said") == BridgeWord.Said.OTHERWISE:
            for name in ("rung", "terms"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, str(self.fields[name].error_messages["required"]))
        return data

    def clean_until(self) -> dt.date | None:
        """A day that has passed is no reason to refuse a yes or a no."""
        if self.cleaned_data.get("said") == BridgeWord.Said.OTHERWISE:
            return super().clean_until()
        until: dt.date | None = self.cleaned_data["until"]
        return until

    def facts(self) -> dict[str, Any]:
        return super().facts() | {name: self.cleaned_data[name] for name in ("said", "words")}


class FirstDateForm(forms.Form):
    """When do both sides meet for the first time?"""

    title = forms.CharField(
        label=_("What"), max_length=80, error_messages={"required": _("Write what you do.")}
    )
    day = forms.DateField(
        label=_("Which day?"),
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        error_messages={"required": _("Choose a day."), **_DAY},
    )
    at = forms.TimeField(
        label=_("At what time?"),
        widget=ClockInput(),
        input_formats=TIME_FORMATS,
        error_messages={
            "required": _("Write the time."),
            "invalid": _("Write the time like this: 14.30."),
        },
    )
    where = forms.CharField(
        label=_("Where?"), max_length=120, error_messages={"required": _("Write where you meet.")}
    )

    def clean_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose a later one."))
        if day > timezone.localdate() + A_YEAR:
            raise forms.ValidationError(_("Choose a day within one year."))
        return day

    def facts(self) -> dict[str, Any]:
        moment = dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["at"])
        return {
            "title": self.cleaned_data["title"],
            "where": self.cleaned_data["where"],
            "starts_at": timezone.make_aware(moment),
        }
