"""The frames in the words of one organisation."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from gebuur.apps.framing.models import Rewording
from gebuur.apps.neighbourhood.models import Organisation
from gebuur.core.errors import NotForYou
from gebuur.domain import frames

# Tasks have a page of their own with their traffic light; sources are named as their makers named them.
REWORDABLE = tuple(kind for kind in frames.all_frames() if kind not in {"tasks", "sources"})
Item = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """One place with words: which field, its words now and ours, and since when they are the organisation's own.

    `others` are our words in more languages. Words of the organisation's own may mean something else, so then
    there are none: a reader of French gets what the organisation says, in Dutch.
    """

    path: str
    field: str
    nl: str
    en: str
    default_nl: str
    default_en: str
    own: Rewording | None
    others: dict[str, str]

    @property
    def words(self) -> frames.Words:
        return frames.Words(self.nl, self.en, **self.others)

    def in_language(self, code: str) -> str:
        """The words in this language; Dutch when there are none."""
        return self.words.in_language(code)

    def language_for(self, code: str) -> str:
        """Which language a reader of this one is given."""
        return self.words.language_for(code)


@dataclass(frozen=True)
class FrameRow:
    """One item of a frame with all its places; the first place is its name."""

    kind: str
    key: str
    places: list[Place]
    source: frames.Words
    sure: str
    check_by: dt.date
    is_overdue: bool

    @property
    def name(self) -> Place:
        return self.places[0]

    @property
    def is_reworded(self) -> bool:
        return any(place.own for place in self.places)


def list_frames(organisation: Organisation, kind: str, *, today: dt.date) -> list[FrameRow]:
    """Every item of one kind, in its order."""
    if kind not in REWORDABLE:
        raise NotForYou
    own = {one.path: one for one in _current(organisation).filter(path__startswith=f"{kind}:")}
    return [_row(kind, item, own, today) for item in frames.all_frames()[kind]]


def get_frame_for(organisation: Organisation, kind: str, key: str, *, today: dt.date) -> FrameRow:
    """One item; one that does not exist is not there for anybody."""
    found = [row for row in list_frames(organisation, kind, today=today) if row.key == key]
    if not found:
        raise NotForYou
    return found[0]


def list_history(organisation: Organisation, row: FrameRow) -> QuerySet[Rewording]:
    """What was said before in the places of one item, the newest first."""
    rewordings = Rewording.objects.filter(
        organisation=organisation, path__startswith=f"{row.kind}:{row.key}:"
    )
    return rewordings.select_related("made_by").order_by("-made_at", "path")


def _current(organisation: Organisation) -> QuerySet[Rewording]:
    current = Rewording.objects.filter(organisation=organisation, ended_at__isnull=True)
    return current.select_related("made_by")


def _row(kind: str, item: Item, own: dict[str, Rewording], today: dt.date) -> FrameRow:
    places = [
        _place(f"{kind}:{item['id']}:{tail}", field, words, own)
        for tail, field, words in _places_of(item)
    ]
    check_by = dt.date.fromisoformat(item["check_by"])
    return FrameRow(
        kind=kind,
        key=item["id"],
        places=places,
        source=_source(item["source"]),
        sure=item["sure"],
        check_by=check_by,
        is_overdue=check_by < today,
    )


def _places_of(item: Item) -> Iterator[tuple[str, str, Item]]:
    """Wherever an item has words: its name first, then field by field."""
    yield "words", "words", item
    for field, value in item.items():
        if isinstance(value, dict) and "nl" in value:
            yield field, field, value
        elif isinstance(value, list):
            for number, one in enumerate(value):
                if isinstance(one, dict):
                    yield f"{field}:{number}", field, one


def _place(path: str, field: str, words: Item, own: dict[str, Rewording]) -> Place:
    said = own.get(path)
    return Place(
        path=path,
        field=field,
        nl=said.nl if said else words["nl"],
        en=said.en if said else words["en"],
        default_nl=words["nl"],
        default_en=words["en"],
        own=said,
        others={} if said else frames.translations_at(path),
    )


def _source(key: str) -> frames.Words:
    return next(one.words for one in frames.SOURCES if one.key == key)
