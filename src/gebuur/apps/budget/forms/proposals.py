"""The parts of a proposal, each a page of its own."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gebuur.apps.budget.forms.ideas import LONGEST_TITLE, read_street, streets_to_choose
from gebuur.apps.budget.forms.points import read_point, write_point
from gebuur.apps.budget.forms.rounds import StepForm
from gebuur.apps.budget.models import Proposal
from gebuur.apps.budget.queries.frames import binding_frame
from gebuur.apps.budget.queries.proposal_words import block_in_words
from gebuur.apps.initiatives.forms.fields import WordsField
from gebuur.apps.neighbourhood.models import Street
from gebuur.core.widgets import TileChecks
from gebuur.domain import frames

MOST_PEOPLE, MOST_HOURS = 20_000, 20_000
FEW_WORDS = {"required": gettext_lazy("Write a few words here.")}
IN_DIGITS = {
    "invalid": gettext_lazy("Write a number in digits."),
    "max_value": gettext_lazy("That is a lot. Check the number."),
    "min_value": gettext_lazy("Write a number in digits."),
}


def some_words(label: Any, most: int, **options: Any) -> WordsField:
    return WordsField(label=label, most=most, required=False, **options)


def one_line(label: Any, most: int, *, required: bool = False, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, error_messages=FEW_WORDS, **options
    )


def a_number(label: Any, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=most,
        required=False,
        error_messages=IN_DIGITS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "class": "num"}),
    )


class PartForm(StepForm):
    """One part of a proposal; `proposal` says which."""

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposal = proposal


class WhatForm(PartForm):
    """What the group wants to make, and where."""

    names = ("title", "summary", "where", "plain")
    title = one_line(gettext_lazy("Name"), LONGEST_TITLE, required=True)
    summary = some_words(gettext_lazy("What do you want to make?"), 800)
    in_street = one_line(
        gettext_lazy("In which street?"),
        120,
        help_text=gettext_lazy("Leave it empty when it is for the whole neighbourhood."),
        widget=forms.TextInput(attrs={"list": "idea-streets", "autocomplete": "off"}),
    )
    where = one_line(
        gettext_lazy("Where exactly?"),
        160,
        help_text=gettext_lazy("For example: on the grass behind the dining hall."),
    )
    point = forms.CharField(
        label=gettext_lazy("On the map"),
        required=False,
        help_text=gettext_lazy(
            "Press on the spot. Or move the map with the arrow keys and press Enter. It may stay empty."
        ),
        widget=forms.HiddenInput(attrs={"id": "place-point"}),
    )
    plain = some_words(
        gettext_lazy("In easy words"),
        1200,
        rows=6,
        help_text=gettext_lazy("Short sentences. This is the page that everybody gets."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.streets = streets_to_choose(self.proposal.round.neighbourhood)

    def clean_in_street(self) -> Street | None:
        """The street in any spelling, or none."""
        return read_street(self.proposal.round.neighbourhood, self.cleaned_data["in_street"])

    def clean_point(self) -> dict[str, float | None]:
        """The spot on the map, or none."""
        return read_point(self.proposal.round.neighbourhood, self.cleaned_data["point"])

    def facts(self) -> dict[str, Any]:
        point: dict[str, float | None] = self.cleaned_data["point"]
        return super().facts() | {"street": self.cleaned_data["in_street"], **point}

    @classmethod
    def start_with(cls, one: Any) -> dict[str, Any]:
        street = {"in_street": one.street.name if one.street else ""}
        return super().start_with(one) | street | write_point(one)


class UpkeepForm(PartForm):
    """Who looks after it, and what neighbours bring in themselves."""

    names = ("upkeep_by", "own_hours", "own_things")
    upkeep_by = one_line(
        gettext_lazy("Who looks after it when it is there?"),
        160,
        help_text=gettext_lazy("Also in the third year, and in the summer holidays."),
    )
    own_hours = a_number(gettext_lazy("How many hours do neighbours work on it?"), MOST_HOURS)
    own_things = some_words(gettext_lazy("Which tools or material do you bring?"), 300, rows=2)

    def clean_own_hours(self) -> int:
        return self.cleaned_data["own_hours"] or 0


class RisksForm(PartForm):
    """What may go wrong, and how it could be smaller."""

    names = ("risks", "variants")
    risks = some_words(
        gettext_lazy("What may go wrong, and what do you do then?"),
        800,
        help_text=gettext_lazy("A reader trusts whoever names it first."),
    )
    variants = some_words(
        gettext_lazy("Could it be smaller, or step by step?"),
        600,
        help_text=gettext_lazy("Then the town can say yes in part."),
    )


class CriteriaForm(PartForm):
    """What shows that each criterion of the frame is met, and which building blocks it serves."""

    goals = forms.MultipleChoiceField(
        label=gettext_lazy("What the town works on as well"),
        help_text=gettext_lazy("These are the eight building blocks of a caring neighbourhood."),
        required=False,
        widget=TileChecks(columns=1),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = binding_frame(self.proposal.round).criteria
        for number, criterion in enumerate(self.criteria):
            example = _("For example: %(example)s") % {"example": criterion.example}
            self.fields[f"shown_{number}"] = some_words(
                criterion.words, 400, help_text=example if criterion.example else ""
            )
        self.fields["goals"].choices = [  # type: ignore[attr-defined]  # it is a choice field
            (block.key, block_in_words(block.key)) for block in frames.BUILDING_BLOCKS
        ]

    @property
    def rows(self) -> Iterator[BoundField]:
        return (self[f"shown_{number}"] for number in range(len(self.criteria)))

    def facts(self) -> dict[str, Any]:
        shown = {
            one.words: self.cleaned_data[f"shown_{number}"]
            for number, one in enumerate(self.criteria)
        }
        return {"shown": shown, "goals": self.cleaned_data["goals"]}

    @classmethod
    def start_with(cls, one: Any) -> dict[str, Any]:
        shown = dict(one.ticks.values_list("criterion", "words"))
        criteria = enumerate(binding_frame(one.round).criteria)
        filled = {f"shown_{number}": shown.get(each.words, "") for number, each in criteria}
        return {"goals": one.goals, **filled}


class PeopleForm(PartForm):
    """Who gains from it, in words and in numbers, and what happens otherwise."""

    names = ("who_benefits", "households", "young_people", "older_people", "if_not")
    who_benefits = some_words(
        gettext_lazy("Who gains from it, and how?"),
        600,
        help_text=gettext_lazy("Also those who do not take part. No names, please."),
    )
    households = a_number(gettext_lazy("How many households?"), MOST_PEOPLE)
    young_people = a_number(gettext_lazy("How many of them are younger than 26?"), MOST_PEOPLE)
    older_people = a_number(gettext_lazy("How many of them are 65 or older?"), MOST_PEOPLE)
    if_not = some_words(gettext_lazy("What happens if it does not come?"), 600)


class EvidenceForm(PartForm):
    """How the group knows that it works: seen by themselves, and found elsewhere."""

    names = ("own_evidence", "weak_point", "evidence")
    own_evidence = some_words(
        gettext_lazy("What did you see or count yourselves?"),
        800,
        help_text=gettext_lazy("For example: 38 neighbours talked about it at the door."),
    )
    weak_point = some_words(
        gettext_lazy("What is the weak point of it?"),
        400,
        rows=2,
        help_text=gettext_lazy("For example: in one street only four opened."),
    )
    evidence = forms.MultipleChoiceField(
        label=gettext_lazy("What others found out"),
        help_text=gettext_lazy("Choose what fits. The weak point goes along."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nl"
        field = self.fields["evidence"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for mypy
        notes = {
            one.key: f"{one.effect.in_language(language)} "
            + _("Weak point: %(words)s") % {"words": one.weakness.in_language(language)}
            for one in frames.EVIDENCE
        }
        field.widget = TileChecks(columns=1, notes=notes)
        field.choices = [
            (one.key, f"{one.name.in_language(language)} ({one.year})") for one in frames.EVIDENCE
        ]

    def clean(self) -> dict[str, Any]:
        """Own evidence comes with its weak point: the reader finds it anyhow."""
        data = super().clean() or {}
        if data.get("own_evidence") and not data.get("weak_point") and "weak_point" in data:
            self.add_error("weak_point", _("Write the weak point as well. A reader looks for it."))
        return data


PARTS: dict[str, type[PartForm]] = {
    "what": WhatForm,
    "upkeep": UpkeepForm,
    "risks": RisksForm,
    "criteria": CriteriaForm,
    "people": PeopleForm,
    "evidence": EvidenceForm,
}
