"""A ballot, on the screen or typed from paper, and the code that admits it."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries.frames import Frame
from gebuur.apps.budget.queries.votes import POINTS, Choice, problem_of

MOST_TYPED = 60


class CodeForm(forms.Form):
    """The code out of the letter."""

    code = forms.CharField(
        label=gettext_lazy("Your code"),
        help_text=gettext_lazy("It has five groups of four letters or digits. Small letters are fine."),
        max_length=MOST_TYPED,
        error_messages={"required": gettext_lazy("Type the code of your letter.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
        ),
    )  # fmt: skip


class BallotForm(forms.Form):
    """One question per proposal: a box to tick, or points to give."""

    def __init__(self, *args: Any, choices: list[Choice], frame: Frame, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices, self.frame = choices, frame
        for choice in choices:
            self.fields[choice.id] = self._field(choice)

    def _field(self, choice: Choice) -> forms.Field:
        label = format_html("<bdi>{}</bdi>", choice.title)
        if self.frame.ballot != Round.Ballot.POINTS:
            cents = {"data-cents": str(choice.cents)}
            return forms.BooleanField(
                label=label, required=False, widget=forms.CheckboxInput(attrs=cents)
            )
        points = {"inputmode": "numeric", "data-points": ""}
        return forms.IntegerField(
            label=label, required=False, min_value=0, max_value=POINTS, widget=forms.NumberInput(attrs=points),
        )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Choice, forms.BoundField]]:
        return [(choice, self[choice.id]) for choice in self.choices]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            problem = problem_of(self.frame, self.choices, self.marks())
            if problem:
                raise forms.ValidationError(problem)
        return data

    def marks(self) -> dict[str, int]:
        """What she chose, by the name of the proposal."""
        said = ((choice.id, self.cleaned_data.get(choice.id)) for choice in self.choices)
        return {name: int(value) for name, value in said if value}

    def chosen(self) -> list[tuple[Choice, int]]:
        """What she chose, to read back."""
        marks = self.marks()
        return [(choice, marks[choice.id]) for choice in self.choices if choice.id in marks]


class PaperForm(BallotForm):
    """A paper ballot with the number that was just written on it."""

    number = forms.IntegerField(
        label=gettext_lazy("Number on the paper"), min_value=1, max_value=99_999,
        help_text=gettext_lazy("Write it in the corner of the paper before you type."),
        error_messages={"required": gettext_lazy("Write a number on the paper and type it here.")},
    )  # fmt: skip


class SettleForm(BallotForm):
    """What stands on the paper, when two people read it differently."""

    together = forms.BooleanField(
        label=gettext_lazy("We looked at the paper together."), required=False
    )
