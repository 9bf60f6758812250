"""Choosing lenses, and what is filled in through each. Nothing has to be, but a hundred is a hundred."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.reflection.actions import MOST_LENSES, too_many_lenses
from gebuur.apps.reflection.forms.entries import LensForm, StepForm, words_field
from gebuur.core.widgets import Chips, TileChecks

WHOLE = 100
MOST_UNCLEAR = 99
LONGEST_GROUP, LONGEST_CHANGE = 80, 160
LENSES = (
    ("style", _("Style"), _("What had you promised, and what was it in fact?")),
    ("attitude", _("Attitude"), _("One to three moments in which you recognise an attitude.")),
    ("role", _("Role"), _("Divide a hundred points: where did your time go?")),
    ("phase", _("Phase of the group"), _("Tick what you saw. You get shares, not a label.")),
    ("condition", _("Conditions"), _("Six questions, and which styles can fit then.")),
    ("boundary", _("Boundaries"), _("What was yours, and what was not?")),
)
LENS_NAMES = {kind: name for kind, name, _note in LENSES}
LENS_NOTES = {kind: note for kind, _name, note in LENSES}
SIDES = (("now", _("Now")), ("wanted", _("Wanted")))


class LensesForm(StepForm):
    """None, one or two."""

    lenses = forms.MultipleChoiceField(
        label=_("Which lenses do you take?"),
        help_text=_("None, one or two. A lens that you put back takes along what you wrote."),
        choices=tuple(LENS_NAMES.items()),
        required=False,
        widget=TileChecks(notes=LENS_NOTES),
    )

    def clean_lenses(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["lenses"]
        if len(chosen) > MOST_LENSES:
            raise forms.ValidationError(too_many_lenses())
        return chosen

    def texts(self) -> dict[str, str]:
        return {}


class RoleForm(LensForm):
    """A hundred points over four sentences, for now and for what is wanted."""

    def __init__(self, *args: Any, quadrants: list[FrameRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.quadrants = quadrants
        for row in quadrants:
            for side, label in SIDES:
                self.fields[f"{side}_{row.key}"] = forms.IntegerField(
                    label=label,
                    required=False,
                    min_value=0,
                    max_value=WHOLE,
                    error_messages=dict.fromkeys(
                        ("invalid", "min_value", "max_value"),
                        _("Write a whole number from 0 to 100."),
                    ),
                    widget=forms.NumberInput(attrs={"data-side": side, "inputmode": "numeric"}),
                )

    @property
    def sentences(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Each sentence with its two numbers."""
        return [
            (
                next(said(place) for place in row.places if place.field == "statement"),
                [self[f"{side}_{row.key}"] for side, _label in SIDES],
            )
            for row in self.quadrants
        ]

    @property
    def sums(self) -> list[tuple[str, Any, int]]:
        """How much was divided so far, per side."""
        return [(side, label, sum(self._points(side).values())) for side, label in SIDES]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            for side, label in SIDES:
                left = WHOLE - sum(self._split(side).values() or [WHOLE])
                if left:
                    self.add_error(None, _left_over(str(label), left))
        return data

    def told(self) -> dict[str, Any]:
        splits = {side: self._split(side) for side, _label in SIDES}
        return {side: split for side, split in splits.items() if split}

    def texts(self) -> dict[str, str]:
        return {}

    def _split(self, side: str) -> dict[str, int]:
        """The points of one side; nothing when she left it empty."""
        typed = {row.key: self.cleaned_data.get(f"{side}_{row.key}") for row in self.quadrants}
        if all(points is None for points in typed.values()):
            return {}
        return {key: points or 0 for key, points in typed.items()}

    def _points(self, side: str) -> dict[str, int]:
        """What stands in the fields, as far as it is a number."""
        shown = {row.key: self[f"{side}_{row.key}"].value() for row in self.quadrants}
        return {
            key: int(str(value))
            for key, value in shown.items()
            if str(value).isascii() and str(value).isdigit() and len(str(value)) <= len(str(WHOLE))
        }


class PhaseForm(LensForm):
    """Signals that were seen in a group, how much fitted none of them, and who came or left."""

    group = forms.CharField(
        label=_("Which group is it about?"),
        help_text=_("Use the same name each time. Then you see the group over time."),
        required=False,
        max_length=LONGEST_GROUP,
    )
    signals = forms.MultipleChoiceField(
        label=_("What did you see in the group?"), required=False, widget=TileChecks()
    )
    nothing_fits = forms.IntegerField(
        label=_("How many things did you see that fit none of these?"),
        required=False,
        min_value=0,
        max_value=MOST_UNCLEAR,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Write a whole number, at most 99.")
        ),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    change = forms.CharField(
        label=_("Did somebody join, or did somebody leave?"),
        help_text=_("In a few words, without names."),
        required=False,
        max_length=LONGEST_CHANGE,
    )

    def __init__(self, *args: Any, signals: list[FrameRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["signals"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared so above
        field.choices = [(row.key, said(row.name)) for row in signals]

    def told(self) -> dict[str, Any]:
        seen, unclear = self.cleaned_data["signals"], self.cleaned_data["nothing_fits"] or 0
        counted = {"signals": seen, "nothing_fits": unclear} if seen or unclear else {}
        return counted | {name: text for name, text in self.texts().items() if text}

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("group", "change")}


class ConditionForm(LensForm):
    """Six conditions: there, not there, or nobody looked."""

    ANSWERS = (("yes", _("Yes")), ("no", _("No")), ("", _("Not looked at")))

    def __init__(self, *args: Any, conditions: list[FrameRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in conditions:
            question = next(said(place) for place in row.places if place.field == "question")
            self.fields[row.key] = forms.ChoiceField(
                label=question, choices=self.ANSWERS, required=False, widget=Chips()
            )

    def told(self) -> dict[str, Any]:
        return {key: answer == "yes" for key, answer in self.cleaned_data.items() if answer}

    def texts(self) -> dict[str, str]:
        return {}


class BoundaryForm(LensForm):
    """What was hers and what was not, in her own words."""

    mine = words_field(_("What was yours to do here?"), rows=3)
    not_mine = words_field(
        _("What was not yours?"),
        rows=3,
        hint=_("Who can carry it? A neighbour, a service, nobody?"),
    )


def _left_over(side: str, left: int) -> str:
    """How many points are still to be divided, or were divided too many."""
    if left > 0:
        words = ngettext(
            "%(side)s: %(number)s point is left to divide.",
            "%(side)s: %(number)s points are left to divide.",
            left,
        )
    else:
        words = ngettext(
            "%(side)s: %(number)s point too many.", "%(side)s: %(number)s points too many.", -left
        )
    return words % {"side": side, "number": abs(left)}
