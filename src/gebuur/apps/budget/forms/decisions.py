"""The answer of the authority, as it is written; a draft keeps whatever was typed."""

from collections.abc import Collection, Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from gebuur.apps.budget.models import Decision
from gebuur.apps.budget.queries.decisions import MET, OUTCOMES
from gebuur.apps.budget.queries.frames import Frame
from gebuur.apps.initiatives.forms.fields import DayField, WordsField
from gebuur.apps.initiatives.forms.money import EuroField
from gebuur.core.widgets import Tiles

PARTS = (
    "outcome", "granted_cents", "conditions", "exclusion", "facts", "rule", "alternative", "respond", "respond_by",
    "plain", "signatory", "signatory_role", "decided_on",
)  # fmt: skip


def _words(label: Any, most: int, hint: Any = "", rows: int = 3) -> WordsField:
    return WordsField(label=label, most=most, rows=rows, required=False, help_text=hint)


class DecisionForm(forms.Form):
    """Every part of a decision; none is required to keep it, all are needed to sign it."""

    outcome = forms.ChoiceField(
        label=_("What do you decide?"), required=False, widget=Tiles(columns=1)
    )
    granted_cents = EuroField(
        label=_("How much money do you give, in euro?"), may_be_nothing=True,
        help_text=_("Leave it open when it is what the proposal asks."),
    )  # fmt: skip
    conditions = _words(
        _("What must happen first, and who does it?"), 800,
        _("For a yes with a condition, a part or steps. Name a day for each step."),
    )  # fmt: skip
    facts = _words(_("Which facts?"), 1500, _("What is true, whatever you think of it."), 4)
    rule = _words(_("Which rule or power do you use?"), 800)
    exclusion = forms.ChoiceField(
        label=_("Does the frame rule it out?"), required=False, widget=Tiles(columns=1)
    )
    alternative = _words(
        _("What could be done instead, or what else helps?"), 800,
        _("After a yes: what helps the group to begin."),
    )  # fmt: skip
    respond = _words(
        _("How can the group answer this?"), 600, _("Whom to call, or when you can talk."), 2
    )
    respond_by = DayField(label=_("Until when can the group answer?"), required=False)
    plain = _words(
        _("The same in everyday words"), 1200,
        _("Short sentences, for somebody of twelve. The group reads this first."), 5,
    )  # fmt: skip
    signatory = forms.CharField(label=_("Who signs?"), max_length=120, required=False)
    signatory_role = forms.CharField(
        label=_("In which role?"), max_length=120, required=False,
        help_text=_("For example: alderman for participation."),
    )  # fmt: skip
    decided_on = DayField(label=_("Day of the decision"), required=False)

    def __init__(self, *args: Any, frame: Frame, outcomes: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.frame = frame
        self._offer("outcome", [(one, OUTCOMES[Decision.Outcome(one)]) for one in outcomes])
        ruled_out = [(words, words) for words in frame.exclusions]
        self._offer("exclusion", [("", _("No")), *ruled_out])
        for number, criterion in enumerate(frame.criteria):
            self.fields[f"met_{number}"] = forms.ChoiceField(
                label=_("Is this fulfilled?"), required=False, widget=Tiles(columns=3),
                choices=[(met, str(word).capitalize()) for met, word in MET.items()],
            )  # fmt: skip
            self.fields[f"words_{number}"] = _words(
                _("How did you weigh “%(words)s”?") % {"words": criterion.words}, 600,
            )  # fmt: skip

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for mypy
        field.choices = choices

    @property
    def rows(self) -> Iterator[tuple[str, BoundField, BoundField]]:
        """Each criterion of the frame with its two fields."""
        for number, criterion in enumerate(self.frame.criteria):
            yield criterion.words, self[f"met_{number}"], self[f"words_{number}"]

    def keep_only(self, names: Collection[str]) -> None:
        """Look at the fields that changed, and at nothing else."""
        for name in set(self.fields).difference(names):
            del self.fields[name]

    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PARTS if name in self.cleaned_data}

    def weighed(self) -> dict[str, dict[str, str]]:
        """What is said of each criterion, in the names of a weighing."""
        data = self.cleaned_data
        rows = {
            criterion.words: {
                name: data[f"{name}_{number}"]
                for name in ("met", "words")
                if f"{name}_{number}" in data
            }
            for number, criterion in enumerate(self.frame.criteria)
        }
        return {criterion: row for criterion, row in rows.items() if row}


def start_with(decision: Decision, frame: Frame) -> dict[str, Any]:
    """What the draft says so far."""
    start = {name: getattr(decision, name) for name in PARTS}
    weighed = {one.criterion: one for one in decision.weighings.all()}
    for number, criterion in enumerate(frame.criteria):
        one = weighed.get(criterion.words)
        if one is not None:
            start |= {f"met_{number}": one.met, f"words_{number}": one.words}
    return start
