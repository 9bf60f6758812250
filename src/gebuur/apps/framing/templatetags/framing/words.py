"""What a frame says, in the reader's language."""

from typing import Protocol

from django.utils.translation import get_language

from gebuur.apps.framing.forms import FIELDS
from gebuur.apps.framing.queries import FrameRow


class TwoLanguages(Protocol):
    """Whatever says something in Dutch and in English."""

    @property
    def nl(self) -> str: ...
    @property
    def en(self) -> str: ...


def said(words: TwoLanguages) -> str:
    """The words in the reader's language; Dutch when we do not have it."""
    return words.en if (get_language() or "nl").startswith("en") else words.nl


def said_in(row: FrameRow, field: str) -> str:
    """What an item says in one field; nothing when it has none."""
    return " ".join(said(place) for place in row.places if place.field == field)


def by_field(row: FrameRow) -> list[tuple[str, list[str]]]:
    """What an item says beyond its name: each field with its lines."""
    fields: dict[str, list[str]] = {}
    for place in row.places[1:]:
        fields.setdefault(place.field, []).append(said(place))
    return [(str(FIELDS[field]), lines) for field, lines in fields.items()]
