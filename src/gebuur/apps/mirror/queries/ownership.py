"""Who owns what, read from the chronicle: the whole neighbourhood, over time, by street and by initiative."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from gebuur.apps.care.queries.board import areas_of
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.domain import frames
from gebuur.domain.ownership import (
    FEWEST_IN_STREET,
    Act,
    Change,
    HandOvers,
    Kept,
    Promise,
    Row,
    compare,
    count_rows,
    hand_overs,
    keep_promise,
    practised_styles,
)

INITIATIVE = "initiatives.initiative"
BLOCKS = {12: 4, 24: 4, 48: 8}
"""How many weeks one may look back, and in pieces of how many weeks."""

ABOUT_ONESELF = ("offer-paused", "offer-pause-ended", "offer-stopped")
"""To pause or to stop is everybody's own right. Counted as a decision, it would look well when people leave."""

PAPERWORK = (
    "allowance-booked", "allowance-elsewhere", "allowance-taken-back", "allowance-way", "change-named",
    "change-taken-away", "check-in", "file-noted", "file-taken-back", "offer-neighbourly", "offer-organised",
    "pulse-shown", "turn-bonus", "turn-by-hand", "voice-round", "workshop",
)  # fmt: skip
"""What the service does for its own order or its own learning. It is no doing in the neighbourhood."""

BY_ITSELF = ("helper-asked",)
"""What the software does because somebody decided it just before."""

Rows = dict[str, Row]


@dataclass(frozen=True)
class Owned:
    """One initiative: its shares, the styles they fit, and how these stand to what was promised."""

    promise: Promise
    rows: Rows
    practised: tuple[str, ...]
    kept: Kept


@dataclass(frozen=True)
class Ownership:
    """What there is to tell of a period, whose last day is today.

    `moments` are the pieces of the period by their first and last day, the oldest first; `areas` has every street or
    group of small streets where something happened; `owned` has the initiatives of which a promise is known.
    """

    since: dt.date
    until: dt.date
    rows: Rows
    changes: dict[str, Change]
    moments: list[tuple[dt.date, dt.date, Rows]]
    areas: dict[str, Rows]
    owned: list[Owned]
    handed: HandOvers


def look_at_ownership(
    place: Neighbourhood, *, weeks: int, now: dt.datetime, promised: Sequence[Promise] = ()
) -> Ownership:
    """Count everything once. Nothing in it is about one person; `domain.ownership` says how that is seen to.

    `promised` holds what the service promised to initiatives, from whoever knows that.
    """
    today = timezone.localdate(now)
    long = dt.timedelta(weeks=weeks)
    since = today - long + dt.timedelta(days=1)
    acts = _acts(place, since=since - long, until=now)
    here = _between(acts, since, today)
    rows = count_rows(here)
    before = count_rows(_between(acts, since - long, since - dt.timedelta(days=1)))
    return Ownership(
        since=since,
        until=today,
        rows=rows,
        changes={verb: compare(row.chance, before[verb].chance) for verb, row in rows.items()},
        moments=_moments(here, since, today, BLOCKS[weeks]),
        areas=_by_area(here, areas_of(place)),
        owned=[_owned(promise, here) for promise in promised],
        handed=hand_overs(
            _handed(place, until=now) if promised else acts, promised, since=since, today=today
        ),
    )


def _acts(place: Neighbourhood, *, since: dt.date, until: dt.datetime) -> list[Act]:
    begin = timezone.make_aware(dt.datetime.combine(since, dt.time()))
    lines = Line.objects.filter(neighbourhood=place, at__gte=begin, at__lte=until)
    left_out = (*ABOUT_ONESELF, *PAPERWORK, *BY_ITSELF)
    return _read(lines.exclude(act__in=left_out).order_by("number"))


def _handed(place: Neighbourhood, *, until: dt.datetime) -> list[Act]:
    """Every hand-over of an initiative, also an old one: a promise may be older than the period."""
    lines = Line.objects.filter(
        neighbourhood=place, verb="handed_over", thing_kind=INITIATIVE, at__lte=until
    )
    return _read(lines.order_by("number"))


def _read(lines: QuerySet[Line]) -> list[Act]:
    columns = ("verb", "actor_kind", "at", "actor", "thing_kind", "thing", "street")
    return [
        Act(
            verb=verb,
            kind=kind,
            on=timezone.localdate(at),
            who=str(actor or ""),
            thing=str(thing) if thing_kind == INITIATIVE else "",
            street=str(street or ""),
        )
        for verb, kind, at, actor, thing_kind, thing, street in lines.values_list(*columns)
    ]


def _between(acts: Iterable[Act], first: dt.date, last: dt.date) -> list[Act]:
    return [act for act in acts if first <= act.on <= last]


def _moments(
    acts: Sequence[Act], since: dt.date, today: dt.date, weeks: int
) -> list[tuple[dt.date, dt.date, Rows]]:
    found, first = [], since
    while first <= today:
        last = first + dt.timedelta(weeks=weeks, days=-1)
        found.append((first, last, count_rows(_between(acts, first, last))))
        first = last + dt.timedelta(days=1)
    return found


def _by_area(acts: Iterable[Act], areas: Mapping[str, str]) -> dict[str, Rows]:
    """By street; streets of fewer than ten households stand with a neighbouring one."""
    found: dict[str, list[Act]] = {}
    for act in acts:
        if area := areas.get(act.street):
            found.setdefault(area, []).append(act)
    return {
        area: count_rows(some, minimum=FEWEST_IN_STREET) for area, some in sorted(found.items())
    }


def _owned(promise: Promise, acts: Iterable[Act]) -> Owned:
    rows = count_rows(act for act in acts if act.thing == promise.thing)
    practised = practised_styles(rows, styles=[style.key for style in frames.STYLES])
    say = {style.key: style.say for style in frames.STYLES}
    kept = keep_promise(promise.styles, practised, say=say)
    return Owned(promise, rows, practised.styles, kept)
