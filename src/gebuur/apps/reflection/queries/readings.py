"""The cases of the training in the organisation's words, and what a lens shows in one: opinions, never the answer."""

import datetime as dt
import re
from dataclasses import dataclass

from gebuur.apps.framing.queries import FrameRow, Place, list_frames
from gebuur.apps.neighbourhood.models import Person
from gebuur.domain import frames


@dataclass(frozen=True)
class Opinion:
    """What somebody sees in a case through one lens, with where it comes from and how sure that is."""

    words: Place
    source: str
    sure: str


def list_cases(writer: Person, *, today: dt.date) -> list[FrameRow]:
    """The cases of the training."""
    return list_frames(writer.neighbourhood.organisation, "cases", today=today)


def get_case_for(writer: Person, key: str, *, today: dt.date) -> FrameRow | None:
    """A case of the training; None for a case of one's own, which is known by its title."""
    return next((row for row in list_cases(writer, today=today) if row.key == key), None)


def is_case_key(key: str) -> bool:
    """Whether it can be the key of a case: of the training, or one that somebody wrote herself."""
    return re.fullmatch(r"[-0-9A-Za-z]{1,80}", key) is not None


def opinions_on(case: FrameRow | None, kind: str) -> list[Opinion]:
    """What one lens shows in a case of the training; nothing for every other case."""
    if case is None:
        return []
    readings = next(one.readings for one in frames.CASES if one.key == case.key)
    places = [place for place in case.places if place.field == "readings"]
    sources = {one.key: one.words.nl for one in frames.SOURCES}
    return [
        Opinion(place, sources[reading.source], reading.sure.value)
        for reading, place in zip(readings, places, strict=True)
        if reading.lens == kind
    ]
