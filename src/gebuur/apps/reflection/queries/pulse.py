"""Reading a street pulse: two sides apart, each as a band, against the street's own earlier pulses only.

How the band is reckoned stands in ``docs/algorithms/pulse.md``.
"""

import datetime as dt
import math
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Street
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.apps.reflection.models import Kind, VoiceRound
from gebuur.apps.reflection.queries.voice import (
    FEWEST_IN_A_STREET,
    Answers,
    Stage,
    minimum_of,
    opened,
    stage_of,
)
from gebuur.core.errors import NotForYou
from gebuur.domain import frames
from gebuur.domain.ownership import wilson

FEWEST_HOUSEHOLDS = 10
OF = 12
"""A band is told in neighbours of every twelve."""
EARLIER = 3
LISTED = 200


class Change(StrEnum):
    """How a pulse stands to the one before it."""

    MORE = "more"
    LESS = "less"
    NONE_SEEN = "none_seen"


@dataclass(frozen=True)
class Band:
    """Between how many neighbours of every twelve say yes, rounded outwards."""

    low: int
    high: int


@dataclass(frozen=True)
class Side:
    """One of the two sides: its band when enough neighbours had an opinion, and the bands of earlier pulses."""

    factor: frames.Factor
    day: dt.date
    band: Band | None
    earlier: list[tuple[dt.date, Band | None]]

    @property
    def before(self) -> tuple[dt.date, Band] | None:
        """The latest earlier pulse with a band."""
        return next(((day, band) for day, band in self.earlier if band), None)

    @property
    def change(self) -> Change | None:
        """More or less only when the two bands do not meet; None without anything to compare."""
        if self.band is None or self.before is None:
            return None
        old = self.before[1]
        if self.band.low > old.high:
            return Change.MORE
        return Change.LESS if self.band.high < old.low else Change.NONE_SEEN


@dataclass(frozen=True)
class Pulse:
    """What may be told of one pulse; without sides as long as it runs, and for ever when few answered."""

    round: VoiceRound
    stage: Stage
    arrived: int
    minimum: int
    sides: list[Side]


def list_pulses(reader: Person, *, today: dt.date) -> list[tuple[str, list[Pulse]]]:
    """The pulses of the place by street, in the order of the alphabet, the latest first; without figures."""
    found = _pulses(reader.neighbourhood).order_by("street__name", "-on", "-pk")[:LISTED]
    by_street: dict[str, list[Pulse]] = {}
    for one in found:
        by_street.setdefault(_street_of(one).name, []).append(_told(one, today=today, sides=[]))
    return list(by_street.items())


def list_pulse_streets(place: Neighbourhood) -> QuerySet[Street]:
    """Streets that are large enough for a pulse."""
    return list_streets(place).filter(households__gte=FEWEST_HOUSEHOLDS)


def get_pulse_for(reader: Person, pk: uuid.UUID) -> VoiceRound:
    """A pulse of the place where somebody works or reads figures."""
    one = _pulses(reader.neighbourhood).filter(pk=pk).first()
    if one is None:
        raise NotForYou
    return one


def outcome_of(one: VoiceRound, *, today: dt.date, shown_only: bool = False) -> Pulse:
    """The two sides of one pulse beside the street's earlier ones; with `shown_only` as the street reads it."""
    if one.closed_at is None or (shown_only and one.shown_at is None):
        return _told(one, today=today, sides=[])
    older = VoiceRound.objects.filter(
        kind=Kind.PULSE, street=one.street_id, closed_at__lt=one.closed_at
    ).order_by("-closed_at", "-pk")
    if shown_only:
        older = older.filter(shown_at__isnull=False)
    before = [(each.on, opened(each)) for each in older[:EARLIER]]
    kept = opened(one)
    sides = [
        Side(factor, one.on, band_of(kept, factor), [(on, band_of(was, factor)) for on, was in before])
        for factor in frames.PULSE_FACTORS
    ]  # fmt: skip
    return _told(one, today=today, sides=sides if kept.pool.seen else [])


def is_enough(one: VoiceRound) -> bool:
    """Whether it closed with enough answers to be told."""
    return one.closed_at is not None and opened(one).pool.seen >= minimum_of(one)


def band_of(kept: Answers, factor: frames.Factor) -> Band | None:
    """Between how many of twelve neighbours lean to yes on this side; None when fewer than ten had an opinion.

    The three questions are taken together, but three answers of one neighbour count as one: she is one voice.
    """
    said = [answer for one in factor.questions for answer in kept.pool.shown.get(one.key, ())]
    known = [answer for answer in said if answer in _OPINIONS]
    neighbours = len(known) / len(factor.questions)
    if neighbours < FEWEST_IN_A_STREET:
        return None
    low, high = wilson(_share(known), neighbours)
    return Band(math.floor(OF * low), math.ceil(OF * high))


_OPINIONS = {one.key for one in frames.HOW_MUCH if one.key != frames.HOW_MUCH[-1].key}


def _share(known: Sequence[str]) -> float:
    return sum(answer in frames.UPPER for answer in known) / len(known)


def _pulses(place: Neighbourhood) -> QuerySet[VoiceRound]:
    found = VoiceRound.objects.filter(neighbourhood=place, kind=Kind.PULSE)
    return found.select_related("opened_by", "street", "neighbourhood__organisation")


def _street_of(one: VoiceRound) -> Street:
    assert one.street is not None  # noqa: S101 - the database holds that a pulse has a street
    return one.street


def _told(one: VoiceRound, *, today: dt.date, sides: list[Side]) -> Pulse:
    return Pulse(
        round=one,
        stage=stage_of(one, today=today),
        arrived=opened(one).pool.arrived,
        minimum=minimum_of(one),
        sides=sides,
    )
