"""The words of one frame, Dutch and English beside each other."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from gebuur.apps.framing.queries import FrameRow, Place

LONGEST = 400
SHORT = 60
FIELDS = {
    "words": _("Name or sentence"),
    "role": _("The part of residents"),
    "residents": _("What residents do"),
    "worker": _("What the professional does"),
    "fits": _("When it fits"),
    "misfit": _("A sign that it is not what was promised"),
    "question": _("What you ask yourself"),
    "when_not": _("What to do when it is a no"),
    "low": _("One end"),
    "high": _("The other end"),
    "statement": _("The sentence to divide points over"),
    "too_much": _("When there is too much of it"),
    "needs": _("What the group needs"),
    "meaning": _("What it means"),
    "does": _("What you see then"),
    "does_not": _("What you do not see then"),
    "ask_residents": _("Asked of residents"),
    "help": _("What helps to answer"),
    "mirrored": _("Asked the other way round"),
    "story": _("The story"),
    "asks": _("What we ask"),
    "readings": _("What a lens shows"),
    "bond": _("The bond"),
    "organised_by": _("Organised by"),
    "may_ask": _("What you may ask"),
    "boundary": _("The boundary"),
}


class RewordForm(forms.Form):
    """Two fields for every place of a frame. Own words may be long; empty ones are none."""

    def __init__(self, row: FrameRow, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        for number, place in enumerate(row.places):
            for code, words in (("nl", place.nl), ("en", place.en)):
                self.fields[f"{code}-{number}"] = _field(words, code)

    def pairs(self) -> Iterator[tuple[str, Place, BoundField, BoundField]]:
        """What the template shows: the label, the place, and its two fields."""
        for number, place in enumerate(self.row.places):
            yield (
                str(FIELDS[place.field]),
                place,
                self[f"nl-{number}"],
                self[f"en-{number}"],
            )

    def words(self) -> dict[str, tuple[str, str]]:
        """What was typed, per place."""
        data = self.cleaned_data
        return {
            place.path: (data[f"nl-{number}"], data[f"en-{number}"])
            for number, place in enumerate(self.row.places)
        }


def _field(words: str, code: str) -> forms.CharField:
    rows = 1 if len(words) <= SHORT else 3
    return forms.CharField(
        label=_("Dutch") if code == "nl" else _("English"),
        initial=words,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows, "lang": code}),
        error_messages={"required": _("Write something here, or go back to the words of Gebuur.")},
    )
