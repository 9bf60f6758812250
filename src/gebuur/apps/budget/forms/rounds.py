"""A round, step by step: the pot, who decides, the calendar, what is weighed, how we vote and count."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries.frame_words import (
    BALLOTS,
    COMPLETIONS,
    RULES,
    UTILITIES,
    WEIGHTS,
)
from gebuur.apps.budget.queries.frames import DAYS
from gebuur.apps.initiatives.forms.fields import DayField, WordsField
from gebuur.apps.initiatives.forms.money import EuroField
from gebuur.core.formfields import PhoneField
from gebuur.core.widgets import Tiles

MOST_CRITERIA, MOST_EXCLUSIONS, LONGEST_LINE = 6, 12, 200
NEEDED = {"required": gettext_lazy("Write a few words here.")}
DAY_LABELS = {
    "ideas_from": gettext_lazy("Ideas from"),
    "ideas_until": gettext_lazy("Ideas until"),
    "proposals_until": gettext_lazy("Proposals are worked out until"),
    "checks_until": gettext_lazy("The town checks until"),
    "repairs_until": gettext_lazy("Groups mend their proposals until"),
    "vote_from": gettext_lazy("Voting from"),
    "vote_until": gettext_lazy("Voting until"),
    "decide_by": gettext_lazy("Decision by"),
}


def _line(label: Any, most: int = 200, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, error_messages=NEEDED, **options)


class StepForm(forms.Form):
    """One step; `facts` is what is written into the round."""

    names: tuple[str, ...] = ()

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.names}

    @classmethod
    def start_with(cls, one: Any) -> dict[str, Any]:
        """What the round says now."""
        return {name: getattr(one, name) for name in cls.names}


class PotForm(StepForm):
    """How much, under which name, and what is left over."""

    names = ("title", "pot_cents", "leftovers")
    title = _line(
        gettext_lazy("What is this round called?"),
        80,
        help_text=gettext_lazy("For example: neighbourhood budget 2027."),
    )
    pot_cents = EuroField(
        label=gettext_lazy("How much, in euro?"),
        error_messages={"required": gettext_lazy("How much is it? Write the amount in euro.")},
    )
    leftovers = WordsField(
        label=gettext_lazy("What happens with money that is left over?"), most=300, rows=2
    )


class DecideForm(StepForm):
    """Who decides, who may vote, whom to call."""

    names = ("who_decides", "who_may_vote", "youngest", "contact_name", "contact_phone")
    who_decides = WordsField(
        label=gettext_lazy("Who decides?"), most=200, rows=2,
        help_text=gettext_lazy("Say it exactly: who has the last word, and on what."),
    )  # fmt: skip
    who_may_vote = WordsField(label=gettext_lazy("Who may vote?"), most=200, rows=2)
    youngest = forms.IntegerField(
        label=gettext_lazy("From which age?"), min_value=6, max_value=18, initial=12,
        error_messages={"required": gettext_lazy("Write an age in numbers.")},
    )  # fmt: skip
    contact_name = _line(gettext_lazy("Whom to call at the local authority"), 80)
    contact_phone = PhoneField(label=gettext_lazy("Phone number"))


class CalendarForm(StepForm):
    """Eight days, in order."""

    names = DAYS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in DAY_LABELS.items():
            self.fields[name] = DayField(label=label)

    def clean(self) -> dict[str, Any]:
        """Each day comes on or after the one before."""
        data = super().clean() or {}
        for before, after in pairwise(DAYS):
            if before in data and after in data and data[after] < data[before]:
                message = _("This day cannot come before “%(label)s”.")
                self.add_error(after, message % {"label": DAY_LABELS[before]})
        return data


class WeighForm(StepForm):
    """Criteria with their weight and an example, and what cannot be paid."""

    names = ("criteria", "exclusions")
    exclusions = forms.CharField(
        label=gettext_lazy("What cannot be paid?"),
        help_text=gettext_lazy("One on each line. Change what does not fit your place."),
        error_messages=NEEDED,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"exclusions": "\n".join(usual_exclusions())} | kwargs.get(
            "initial", {}
        )
        super().__init__(*args, **kwargs)
        for number in range(MOST_CRITERIA):
            self.fields[f"words_{number}"] = _line(
                gettext_lazy("What is weighed?"), required=number == 0
            )
            self.fields[f"weight_{number}"] = forms.TypedChoiceField(
                label=gettext_lazy("How heavily?"),
                choices=list(WEIGHTS.items()),
                coerce=int,
                initial=1,
            )
            self.fields[f"example_{number}"] = _line(gettext_lazy("An example"), required=False)

    @property
    def rows(self) -> Iterator[tuple[BoundField, BoundField, BoundField]]:
        for number in range(MOST_CRITERIA):
            yield self[f"words_{number}"], self[f"weight_{number}"], self[f"example_{number}"]

    def clean_exclusions(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["exclusions"].splitlines()]
        found = [line for line in lines if line]
        if len(found) > MOST_EXCLUSIONS or any(len(line) > LONGEST_LINE for line in found):
            raise forms.ValidationError(_("At most twelve lines, each at most 200 characters."))
        return found

    def facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        criteria = [
            {
                "words": data[f"words_{n}"],
                "weight": data[f"weight_{n}"],
                "example": data[f"example_{n}"],
            }
            for n in range(MOST_CRITERIA)
            if data[f"words_{n}"]
        ]
        return {"criteria": criteria, "exclusions": data["exclusions"]}

    @classmethod
    def start_with(cls, one: Any) -> dict[str, Any]:
        start: dict[str, Any] = {"exclusions": "\n".join(one.exclusions)}
        for number, criterion in enumerate(one.criteria):
            start |= {f"{name}_{number}": value for name, value in criterion.items()}
        return start


class RuleForm(StepForm):
    """How people vote, and how it is counted."""

    names = ("ballot", "most_choices", "rule", "utility", "completion")
    ballot = forms.ChoiceField(
        label=gettext_lazy("How do you vote?"), choices=list(BALLOTS.items()), widget=Tiles(columns=1),
        initial=Round.Ballot.APPROVAL, error_messages={"required": gettext_lazy("Choose one.")},
    )  # fmt: skip
    most_choices = forms.IntegerField(
        label=gettext_lazy("At most how many choices?"), min_value=1, max_value=100, required=False,
        help_text=gettext_lazy("Leave it empty when everybody may choose as many as she wants."),
    )  # fmt: skip
    rule = forms.ChoiceField(
        label=gettext_lazy("How do we count?"), choices=list(RULES.items()), widget=Tiles(columns=1),
        initial=Round.Rule.EQUAL_SHARES, error_messages={"required": gettext_lazy("Choose one.")},
    )  # fmt: skip
    utility = forms.ChoiceField(
        label=gettext_lazy("What counts for a voter?"), choices=list(UTILITIES.items()), widget=Tiles(columns=1),
        help_text=gettext_lazy("Only equal shares use this."),
        initial=Round.Utility.COST, error_messages={"required": gettext_lazy("Choose one.")},
    )  # fmt: skip
    completion = forms.ChoiceField(
        label=gettext_lazy("And the money that the shares leave?"), choices=list(COMPLETIONS.items()),
        widget=Tiles(columns=1), help_text=gettext_lazy("Only equal shares use this."),
        initial=Round.Completion.ADD1U, error_messages={"required": gettext_lazy("Choose one.")},
    )  # fmt: skip


STEPS: dict[str, type[StepForm]] = {
    "pot": PotForm,
    "who": DecideForm,
    "calendar": CalendarForm,
    "weigh": WeighForm,
    "rule": RuleForm,
}


def usual_exclusions() -> list[str]:
    """Seven grounds that Flemish towns often use, as a start."""
    return [
        _("What the town has no say in, such as trains or rents."),
        _("What lies outside this neighbourhood."),
        _("What costs more than the pot."),
        _("What cannot be made within the time of the calendar."),
        _("What the town has already planned and paid for."),
        _("What serves one household, one shop, one party or one belief only."),
        _("What is not open to everybody who lives here."),
    ]
