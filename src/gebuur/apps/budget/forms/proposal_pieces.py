"""Beginning a proposal, its costs and letters one by one, and handing it in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.forms.proposals import one_line
from gebuur.apps.budget.models import CostLine, SupportLetter
from gebuur.apps.budget.queries.proposal_words import SOURCES
from gebuur.apps.initiatives.forms.fields import DayField, WordsField
from gebuur.apps.initiatives.forms.money import EuroField
from gebuur.apps.initiatives.permissions import Seat
from gebuur.core.widgets import Tiles


class GroupForm(forms.Form):
    """Which of her groups works the idea out?"""

    group = forms.ChoiceField(
        label=gettext_lazy("Which group works it out?"),
        widget=Tiles(columns=1),
        error_messages={"required": gettext_lazy("Choose a group.")},
    )

    def __init__(self, *args: Any, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(seat.initiative.pk): seat for seat in seats}
        field = self.fields["group"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for mypy
        field.choices = [(key, seat.initiative.title) for key, seat in self.seats.items()]
        if len(self.seats) == 1:
            field.initial = next(iter(self.seats))

    def seat(self) -> Seat:
        return self.seats[self.cleaned_data["group"]]


class CostForm(forms.Form):
    """One cost: once, every year, who sees to it, and how we know."""

    what = one_line(gettext_lazy("What is it for?"), 120, required=True)
    done_by = one_line(
        gettext_lazy("Who sees to it?"),
        120,
        help_text=gettext_lazy("For example: the group itself, or the green service."),
    )
    once_cents = EuroField(
        label=gettext_lazy("How much once, in euro?"), may_be_nothing=True, initial=""
    )
    yearly_cents = EuroField(
        label=gettext_lazy("How much every year, in euro?"), may_be_nothing=True, initial=""
    )
    yearly_by = one_line(gettext_lazy("Who pays that every year?"), 120)
    source = forms.ChoiceField(
        label=gettext_lazy("How do you know?"),
        choices=list(SOURCES.items()),
        widget=Tiles(),
        error_messages={"required": gettext_lazy("Choose one.")},
    )
    source_words = one_line(
        gettext_lazy("From whom, and from when?"),
        200,
        help_text=gettext_lazy("For example: offer of 3 March. May stay empty."),
    )

    def clean(self) -> dict[str, Any]:
        """A cost is some money, and what comes back every year is paid by somebody."""
        data = super().clean() or {}
        once, yearly = data.get("once_cents"), data.get("yearly_cents")
        if once == 0 and yearly == 0:
            self.add_error("once_cents", _("How much is it? Write the amount in euro."))
        if yearly and not data.get("yearly_by"):
            self.add_error("yearly_by", _("Write who pays this every year."))
        return data

    @classmethod
    def start_with(cls, line: CostLine) -> dict[str, Any]:
        return {name: getattr(line, name) for name in cls.base_fields}


class LetterForm(forms.Form):
    """A letter of support: from whom, of when, and what it says."""

    sender = one_line(
        gettext_lazy("Who writes it?"),
        120,
        required=True,
        help_text=gettext_lazy("A school, a street, an association. Not a private person."),
    )
    text = WordsField(label=gettext_lazy("What does the letter say?"), most=800, rows=5)
    written_on = DayField(label=gettext_lazy("Which day is it from?"))

    @classmethod
    def start_with(cls, letter: SupportLetter) -> dict[str, Any]:
        return {name: getattr(letter, name) for name in cls.base_fields}


class HandInForm(forms.Form):
    """Why the proposal changes; needed from the second time."""

    why = WordsField(
        label=gettext_lazy("Why does the proposal change?"),
        most=300,
        required=False,
        help_text=gettext_lazy("Everybody may read it."),
    )
