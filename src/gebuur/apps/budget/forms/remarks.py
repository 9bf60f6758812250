"""What the authority says while reading along, and the answer of neighbours."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.actions.grounds import NOT_IN_FRAME
from gebuur.apps.budget.models import Remark
from gebuur.apps.initiatives.forms.fields import DayField, WordsField
from gebuur.core.widgets import Tiles

CHOOSE = {"required": gettext_lazy("Choose one.")}
KINDS = (
    (Remark.Kind.QUESTION, gettext_lazy("I have a question")),
    (Remark.Kind.DOUBT, gettext_lazy("I have a doubt")),
    (Remark.Kind.READ, gettext_lazy("I read it and know of no doubt")),
)
A_WEEK = dt.timedelta(days=7)


class RemarkForm(forms.Form):
    """A question, a doubt on a criterion, or nothing to doubt."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What do you want to say?"),
        choices=KINDS,
        widget=Tiles(columns=1),
        error_messages=CHOOSE,
    )
    text = WordsField(
        label=gettext_lazy("Your question or your doubt"),
        most=600,
        required=False,
        help_text=gettext_lazy("Everybody may read it. Say what would take your doubt away."),
    )
    criterion = forms.ChoiceField(
        label=gettext_lazy("On which criterion of the frame?"),
        help_text=gettext_lazy("A doubt hangs on a criterion. A question need not."),
        required=False,
        widget=Tiles(columns=1),
        error_messages={"invalid_choice": NOT_IN_FRAME},
    )
    answer_by = DayField(
        label=gettext_lazy("Answer by"),
        required=False,
        help_text=gettext_lazy("Give neighbours a week at least."),
    )

    def __init__(self, *args: Any, criteria: tuple[str, ...], today: dt.date, **kw: Any) -> None:
        kw["initial"] = {"answer_by": today + 2 * A_WEEK} | kw.get("initial", {})
        super().__init__(*args, **kw)
        self.today = today
        field = self.fields["criterion"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for mypy
        field.choices = [("", _("No criterion in particular")), *((one, one) for one in criteria)]

    def clean(self) -> dict[str, Any]:
        """Say what is missing, for a question and for a doubt."""
        data = super().clean() or {}
        kind = data.get("kind")
        if kind == Remark.Kind.READ and data.get("text"):
            words = _("You wrote something. Choose a question or a doubt, or leave this empty.")
            self.add_error("text", words)
        if kind not in (Remark.Kind.QUESTION, Remark.Kind.DOUBT):
            return data
        if not data.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write a few words here."))
        if kind == Remark.Kind.DOUBT and not data.get("criterion"):
            self._say_once("criterion", _("Choose the criterion that you doubt."))
        day = data.get("answer_by")
        if day is None:
            self._say_once("answer_by", _("Choose a day."))
        elif day < self.today + A_WEEK:
            self.add_error("answer_by", _("Give neighbours a week at least."))
        return data

    def _say_once(self, name: str, words: str) -> None:
        if name not in self.errors:
            self.add_error(name, words)


class AnswerForm(forms.Form):
    """What neighbours answer."""

    answer = WordsField(
        label=gettext_lazy("Your answer"),
        most=600,
        rows=4,
        help_text=gettext_lazy("Everybody may read it, so no names please."),
    )
