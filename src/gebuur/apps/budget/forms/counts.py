"""Two keys to open the box, and a ballot that a visitor ticks again to see where the money went."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries import Result
from gebuur.apps.budget.queries.result_words import isolated
from gebuur.apps.budget.queries.results import Line
from gebuur.core.money import euros
from gebuur.core.widgets import TileChecks
from gebuur.core.wording import listed

MOST_POINTS = 99


class KeyInput(forms.TextInput):
    """A key is seen while it is typed, and never sent back by the page."""

    def format_value(self, value: object) -> str | None:
        return None


def _key(label: Any, hint: Any = "") -> forms.CharField:
    attrs = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=60,
        widget=KeyInput(attrs=attrs),
        error_messages={"required": _("Type this key as it is on the paper.")},
    )


class KeysForm(forms.Form):
    """Two of the three keys, each by whoever kept it."""

    first = _key(
        _("The first key"), _("This page keeps no key. After a mistake you type both again.")
    )
    second = _key(_("The second key"))

    def keys(self) -> tuple[str, str]:
        return self.cleaned_data["first"], self.cleaned_data["second"]


class MineForm(forms.Form):
    """A ballot like the real one, for a visitor who wants to know where such a part went."""

    def __init__(self, *args: Any, result: Result, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.result = result
        self.has_points = result.frame.ballot == Round.Ballot.POINTS
        lines = sorted(result.lines, key=lambda line: int(line.number[1:]))
        if self.has_points:
            self.fields.update({line.number: _points(line) for line in lines})
        else:
            self.fields["chosen"] = _ticks(lines)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        chosen, frame = said.get("chosen", ()), self.result.frame
        if frame.most_choices is not None and len(chosen) > frame.most_choices:
            most = ngettext("At most %(n)d choice.", "At most %(n)d choices.", frame.most_choices)
            self.add_error("chosen", most % {"n": frame.most_choices})
        cost = sum(line.cents for line in self.result.lines if line.number in chosen)
        if frame.ballot == Round.Ballot.KNAPSACK and cost > frame.pot_cents:
            self.add_error("chosen", gettext("Together this costs more than is in the pot."))
        return said

    def points(self) -> dict[str, int]:
        """What such a ballot gives to each proposal."""
        if self.has_points:
            return {number: points for number, points in self.cleaned_data.items() if points}
        return dict.fromkeys(self.cleaned_data["chosen"], 1)


def _ticks(lines: Sequence[Line]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("What did you vote for?"),
        choices=[
            (line.number, listed((isolated(line.title), euros(line.cents)))) for line in lines
        ],
        required=False,
        widget=TileChecks(columns=1),
    )


def _points(line: Line) -> forms.IntegerField:
    return forms.IntegerField(
        label=line.title,
        min_value=0,
        max_value=MOST_POINTS,
        required=False,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Write a whole number, such as 3.")
        ),
    )
