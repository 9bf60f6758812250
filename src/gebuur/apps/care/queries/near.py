"""Who ticked the task of a request: a first look at whoever comes into question, and then all we know of a few."""

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from gebuur.apps.care.models import HelpRequest
from gebuur.apps.care.queries.sides import OFFER_COLUMNS, OfferFacts
from gebuur.apps.volunteers.models import Offer, OfferedTask
from gebuur.core.grid import REACHES, square_of
from gebuur.core.prepared import prepared
from gebuur.domain import matching

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
A_WEEK = dt.timedelta(days=7) // dt.timedelta(microseconds=1)
AT_FIRST = 24
CROWDED = 1_000
COLUMNS = (
    "is_living", "is_cleared", "offer__person__first_name", "offer__person__last_name", "offer__person__street__name",
    *(f"offer__{column}" for column in OFFER_COLUMNS),
)  # fmt: skip
Row = tuple[Any, ...]
Rows = QuerySet[OfferedTask, Row]


class Tick(NamedTuple):
    """Somebody who ticked the task: whether a professional cleared her for it, how she is called, what she offers."""

    is_cleared: bool
    first_name: str
    last_name: str
    street: str | None
    offer: OfferFacts


@dataclass(frozen=True)
class Look:
    """All who come into question for a task; or some, and then nobody else has a price below `least`."""

    outlines: list[matching.Outline]
    least: int | None = None


def look_around(
    request: HelpRequest,
    *,
    but: set[uuid.UUID],
    known: frozenset[str],
    policy: matching.Policy,
    now: dt.datetime,
) -> Iterator[Look]:
    """Look at whoever lives near enough; where distance says nothing at those who wait longest, and then at all."""
    place, task = request.neighbourhood_id, _task(request)
    if _home(request) is None:
        new, matched = list(_new(place, task)), list(_matched(place, task))
        if AT_FIRST in {len(new), len(matched)}:
            met = _of_known(place, task, [uuid.UUID(one) for one in known]) if known else ()
            some = {row[0]: row for row in (*new, *matched, *met)}
            yield Look(_outlines(some.values(), but, now), _least(new, matched, policy, now))
    yield Look(look_at_all(request, but=but, now=now))


def look_at_all(
    request: HelpRequest, *, but: set[uuid.UUID], now: dt.datetime
) -> list[matching.Outline]:
    """Whoever lives near enough; by phone, all who ticked the task."""
    place, task, home = request.neighbourhood_id, _task(request), _home(request)
    if home is None:
        return _outlines(_everybody(place, task), but, now)
    squares = [line for reach in REACHES for line in _squares(*home, reach)]
    return _outlines(_near(place, task, *home, *squares), but, now)


def ticks_of(request: HelpRequest, offers: Iterable[uuid.UUID]) -> list[Tick]:
    """All that ranking asks about these helpers; about who stopped or did not tick the task, nothing."""
    some = list(offers)
    rows = _of_offers(_task(request), some) if some else ()
    return [
        Tick(is_cleared, first_name, last_name, street, OfferFacts(*facts))
        for is_living, is_cleared, first_name, last_name, street, *facts in rows
        if is_living
    ]


def is_crowded(place: uuid.UUID) -> bool:
    """Whether there are too many volunteers to count everybody who does not fit, for every question anew."""
    return bool(list(_beyond(place)))


def out_of_reach(request: HelpRequest, *, but: set[uuid.UUID], near: int) -> dict[str, int]:
    """Count, without reading them, who did not tick the task and who lives beyond her own reach."""
    place, task = request.neighbourhood_id, _task(request)
    offers = Offer.objects.filter(neighbourhood=place, stopped_at__isnull=True)
    everybody = offers.exclude(pk__in=but).count()
    ticked = _living(place, task).exclude(offer__in=but).count()
    beyond = 0 if _home(request) is None else ticked - near
    return {
        matching.Misfit.TASK_NOT_TICKED.value: max(0, everybody - ticked),
        matching.Misfit.TOO_FAR.value: max(0, beyond),
    }


def _task(request: HelpRequest) -> uuid.UUID:
    assert request.task_id is not None  # noqa: S101 - asked by rank_for
    return request.task_id


def _home(request: HelpRequest) -> tuple[int, int] | None:
    """From where distance counts; nowhere for a task by phone, or a seeker whose door is not on the map."""
    seeker, task = request.seeker, request.task
    if task is None or task.phone_only or seeker is None or seeker.x is None or seeker.y is None:
        return None
    return seeker.x, seeker.y


def _squares(x: int, y: int, side: int) -> tuple[list[int], int, int]:
    """The square of a point and those around it: which ones eastward, the first and the last one northward."""
    east, north = square_of(x, y, side)
    return [east - 1, east, east + 1], north - 1, north + 1


def _outlines(rows: Iterable[Row], but: set[uuid.UUID], now: dt.datetime) -> list[matching.Outline]:
    """What a first look needs of everybody; ids in hexadecimal, however the database writes them."""
    without, today = {one.hex for one in but}, _microseconds(now)
    return [
        matching.Outline(
            name,
            x,
            y,
            radius,
            _spoken(languages),
            slots,
            max(0, (today - offered) // A_WEEK),
            None if matched is None else max(0, (today - matched) // A_WEEK),
        )
        for offer, x, y, radius, slots, languages, offered, matched in rows
        if (name := offer.replace("-", "")) not in without
    ]


def _microseconds(moment: dt.datetime) -> int:
    """Since 1970: a number that a float would not hold."""
    return (moment - EPOCH) // dt.timedelta(microseconds=1)


@lru_cache(maxsize=1_000)
def _spoken(languages: str) -> frozenset[str]:
    return frozenset(json.loads(languages))


def _least(
    new: list[Row], matched: list[Row], policy: matching.Policy, now: dt.datetime
) -> int | None:
    """The lowest price of whoever stands further down the two lists, when there may be somebody."""
    ends = [
        matching.least_price(
            max(0, (_microseconds(now) - some[-1][since]) // A_WEEK), is_new=is_new, policy=policy
        )
        for some, since, is_new in ((new, -2, True), (matched, -1, False))
        if len(some) == AT_FIRST
    ]
    return min(ends)


def _living(place: uuid.UUID, task: uuid.UUID) -> QuerySet[OfferedTask]:
    # SQLite walks its index only along comparisons: a bare `is_living` would read every tick of the task.
    return OfferedTask.objects.filter(neighbourhood=place, task=task, is_living__in=[True])


def _looked_at(ticks: QuerySet[OfferedTask]) -> Rows:
    """The id as the database writes it: most of them are ranked and never shown."""
    return ticks.values_list(
        Cast("offer_id", TextField()), "x", "y", "radius", "slots", "languages", "offered", "matched"
    )  # fmt: skip


@prepared
def _everybody(place: uuid.UUID, task: uuid.UUID) -> Rows:
    return _looked_at(_living(place, task))


@prepared
def _near(
    place: uuid.UUID,
    task: uuid.UUID,
    x: int,
    y: int,
    *squares: list[int] | int,
) -> Rows:
    near = Q()
    for at, reach in enumerate(REACHES):
        east, south, north = squares[3 * at : 3 * at + 3]
        # Every branch says all of it: only so SQLite goes straight to these squares, and reads nobody else.
        near |= Q(
            neighbourhood=place, task=task, is_living__in=[True], reach=reach,
            east__in=east, north__gte=south, north__lte=north,
        )  # fmt: skip
    around = OfferedTask.objects.filter(near)
    reaching = around.alias(
        west=F("x") - F("radius"), east_of=F("x") + F("radius"),
        south=F("y") - F("radius"), north_of=F("y") + F("radius"),
    )  # fmt: skip
    return _looked_at(reaching.filter(west__lte=x, east_of__gte=x, south__lte=y, north_of__gte=y))


@prepared
def _new(place: uuid.UUID, task: uuid.UUID) -> Rows:
    # The index `volunteers_task_in_turn` holds them in this order, so the reading stops as soon as there are enough.
    never = _living(place, task).filter(matched__isnull=True)
    return _looked_at(never.order_by("offered", "pk"))[:AT_FIRST]


@prepared
def _matched(place: uuid.UUID, task: uuid.UUID) -> Rows:
    before = _living(place, task).filter(matched__isnull=False)
    return _looked_at(before.order_by("matched", "offered", "pk"))[:AT_FIRST]


@prepared
def _of_known(place: uuid.UUID, task: uuid.UUID, known: list[uuid.UUID]) -> Rows:
    return _looked_at(_living(place, task).filter(offer__in=known))


@prepared
def _of_offers(task: uuid.UUID, offers: list[uuid.UUID]) -> Rows:
    # Not asked again whether they live: it would lure the database to the index by task, and so to everybody.
    return OfferedTask.objects.filter(offer__in=offers, task=task).values_list(*COLUMNS)


@prepared
def _beyond(place: uuid.UUID) -> QuerySet[Offer, tuple[uuid.UUID]]:
    living = Offer.objects.filter(neighbourhood=place, stopped_at__isnull=True)
    return living.values_list("neighbourhood_id")[CROWDED : CROWDED + 1]
