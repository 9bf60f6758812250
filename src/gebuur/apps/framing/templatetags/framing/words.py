"""What a frame says, in the reader's language."""

from typing import Protocol

from django.utils.translation import get_language

from gebuur.apps.framing.forms import FIELDS
from gebuur.apps.framing.queries import FrameRow
from gebuur.core.wording import in_its_language


class Sayable(Protocol):
    """Whatever says something in Dutch and in English, and perhaps in more languages."""

    def in_language(self, code: str) -> str: ...
    def language_for(self, code: str) -> str: ...


def said(words: Sayable) -> str:
    """The words in the reader's language; Dutch when we do not have it."""
    return words.in_language(get_language() or "nl")


def said_marked(words: Sayable) -> str:
    """The same, marked when it is in another language than the reader's."""
    language = get_language() or "nl"
    return in_its_language(said(words), words.language_for(language))


def said_in(row: FrameRow, field: str) -> str:
    """What an item says in one field; nothing when it has none."""
    return " ".join(said(place) for place in row.places if place.field == field)


def by_field(row: FrameRow) -> list[tuple[str, list[str]]]:
    """What an item says beyond its name: each field with its lines."""
    fields: dict[str, list[str]] = {}
    for place in row.places[1:]:
        fields.setdefault(place.field, []).append(said(place))
    return [(str(FIELDS[field]), lines) for field, lines in fields.items()]
