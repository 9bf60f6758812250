"""Asking a service, what it answers, and what the group mended."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.actions.checks import Reader, Verdict
from gebuur.apps.budget.actions.grounds import NOT_IN_FRAME
from gebuur.apps.budget.models import FeasibilityCheck
from gebuur.apps.budget.queries.frames import Frame
from gebuur.apps.budget.queries.grounds import Grounds
from gebuur.apps.initiatives.forms.fields import DayField, WordsField, within
from gebuur.core.widgets import Tiles

NEEDED = {"required": gettext_lazy("Write a few words here.")}
MAIL = {"invalid": gettext_lazy("This is not an e-mail address. Look at it once more.")}
VERDICTS = (
    (FeasibilityCheck.Verdict.YES, gettext_lazy("Yes, it can be done")),
    (FeasibilityCheck.Verdict.IF, gettext_lazy("Yes, if something changes")),
    (FeasibilityCheck.Verdict.NO, gettext_lazy("No, it cannot be done")),
)
A_WEEK, A_YEAR = dt.timedelta(days=7), dt.timedelta(days=366)


class ReaderForm(forms.Form):
    """Who reads for the service, until when, and who is next when nothing comes."""

    reader_name = forms.CharField(
        label=gettext_lazy("Who reads it there?"), max_length=120, error_messages=NEEDED
    )
    reader_email = forms.EmailField(
        label=gettext_lazy("E-mail of the reader"),
        required=False,
        error_messages=MAIL,
        help_text=gettext_lazy("A link goes there. Leave it empty when you phone."),
    )
    due_on = DayField(label=gettext_lazy("Answer by"))
    escalates_to = forms.CharField(
        label=gettext_lazy("To whom does it go when no answer comes?"),
        max_length=120,
        error_messages=NEEDED,
        help_text=gettext_lazy("A name and a function, for example the head of the service."),
    )
    escalates_email = forms.EmailField(
        label=gettext_lazy("E-mail of that person"), required=False, error_messages=MAIL
    )

    def clean_due_on(self) -> dt.date:
        """An answer that comes in years helps nobody, and no link lasts that long."""
        day: dt.date = self.cleaned_data["due_on"]
        today = timezone.localdate()
        return day if day <= today else within(day, today, today + A_YEAR, today) or day

    def reader(self) -> Reader:
        return Reader(**{name: self.cleaned_data[name] for name in ReaderForm.base_fields})

    @staticmethod
    def start_with(check: FeasibilityCheck) -> dict[str, Any]:
        return {name: getattr(check, name) for name in ReaderForm.base_fields}


class ServiceForm(ReaderForm):
    """Which service looks, and who reads there."""

    service = forms.CharField(
        label=gettext_lazy("Which service looks at it?"),
        max_length=120,
        error_messages=NEEDED,
        help_text=gettext_lazy("For example: the green service."),
    )
    field_order = ("service",)


def first_due(frame: Frame, today: dt.date) -> dt.date:
    """The last day for checks in the frame, and a week when that is over."""
    last = frame.days["checks_until"]
    return last if last > today else today + A_WEEK


class VerdictForm(forms.Form):
    """Yes, if, or no: with a ground out of the frame, and no other one."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("Can it be done?"),
        choices=VERDICTS,
        widget=Tiles(columns=1),
        error_messages={"required": gettext_lazy("Choose one.")},
    )
    condition = WordsField(
        label=gettext_lazy("What has to change first, and who does that?"),
        most=600,
        required=False,
        help_text=gettext_lazy("Only for “yes, if”. Say it so that the group can do it."),
    )
    ground = forms.ChoiceField(
        label=gettext_lazy("Which line of the frame is it about?"),
        help_text=gettext_lazy(
            "Only for “yes, if” and “no”. Neighbours knew these lines beforehand."
        ),
        required=False,
        widget=Tiles(columns=1),
        error_messages={"invalid_choice": NOT_IN_FRAME},
    )
    reasons = WordsField(
        label=gettext_lazy("Why?"),
        most=800,
        required=False,
        rows=4,
        help_text=gettext_lazy("Facts that somebody else can check. Everybody may read it."),
    )

    def __init__(self, *args: Any, grounds: Grounds, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for mypy
        field.choices = [(words, words) for words in grounds.all]

    def clean(self) -> dict[str, Any]:
        """An “if” says what has to change; an “if” and a “no” say why, out of the frame."""
        data = super().clean() or {}
        verdict = data.get("verdict")
        if verdict == FeasibilityCheck.Verdict.IF and not data.get("condition"):
            self._say_once("condition", _("Write what has to change. Otherwise nobody can do it."))
        if verdict in (FeasibilityCheck.Verdict.IF, FeasibilityCheck.Verdict.NO):
            if not data.get("ground"):
                self._say_once("ground", _("Choose the line of the frame that it rests on."))
            if not data.get("reasons"):
                self._say_once("reasons", _("Write why. Without reasons this answer cannot leave."))
        return data

    def _say_once(self, name: str, words: str) -> None:
        if name not in self.errors:
            self.add_error(name, words)

    def verdict_said(self) -> Verdict:
        return Verdict(**self.cleaned_data)


class RepairForm(forms.Form):
    """What the group changed."""

    words = WordsField(
        label=gettext_lazy("What did you change?"),
        most=600,
        rows=4,
        help_text=gettext_lazy("In a few sentences. Everybody may read it."),
    )
