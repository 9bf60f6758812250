"""How is it going? Three answers, by press or on the phone."""

from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from gebuur.apps.volunteers.models import Going, Wish, Work
from gebuur.core.widgets import Chips

STEPS = ("going", "work", "wish")
QUESTIONS: dict[str, type[TextChoices]] = {"going": Going, "work": Work, "wish": Wish}
ICONS: dict[TextChoices, str] = {
    Going.GOOD: "check",
    Going.BETTER: "info",
    Going.TALK: "phone",
    Work.ENOUGH: "check",
    Work.TOO_MUCH: "circle-pause",
    Work.TOO_LITTLE: "sprout",
    Wish.NOTHING: "check",
    Wish.OTHER_TASK: "hand-heart",
    Wish.OTHER_TIMES: "calendar-days",
    Wish.TOGETHER: "users-round",
    Wish.CLEARER: "book-open",
}
CHOOSE = _("Press one of the answers.")


class CheckInForm(forms.Form):
    """One answer of three; a page asks them one by one."""

    going = forms.ChoiceField(
        label=_("How is it going?"),
        choices=Going.choices,
        required=False,
        widget=Chips(numbered=True),
        error_messages={"invalid_choice": CHOOSE},
    )
    work = forms.ChoiceField(
        label=_("Is what we ask you just right?"),
        choices=Work.choices,
        required=False,
        widget=Chips(numbered=True),
        error_messages={"invalid_choice": CHOOSE},
    )
    wish = forms.ChoiceField(
        label=_("What would help?"),
        choices=Wish.choices,
        required=False,
        widget=Chips(numbered=True),
        error_messages={"invalid_choice": CHOOSE},
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_(
            "You may leave this empty. Only the professionals of this neighbourhood read it."
        ),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("That is long. Keep it under 1,000 letters, or phone us.")},
    )
    asked: tuple[str, ...] = STEPS

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not any(data.get(name) for name in self.asked):
            self.add_error(None, CHOOSE)
        return data


def answers_to(question: str) -> list[tuple[str, str, str]]:
    """The answers of one question: value, words, icon."""
    return [(str(one), str(one.label), ICONS[one]) for one in QUESTIONS[question]]


class NotedForm(CheckInForm):
    """The same on the phone: at least how it is going."""

    asked = ("going",)
    field_order = (*STEPS, "words")
