"""Who ticked the task of a request and lives near enough to be ranked; the others are counted and not read."""

import uuid
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from gebuur.apps.care.models import HelpRequest
from gebuur.apps.care.queries.sides import OFFER_COLUMNS, OfferFacts
from gebuur.apps.volunteers.models import Offer, OfferedTask
from gebuur.core.grid import REACHES, cells_around
from gebuur.core.prepared import prepared
from gebuur.domain import matching

MOST_BY_PHONE = 400
COLUMNS = ("is_cleared", *(f"offer__{column}" for column in OFFER_COLUMNS))
Tick = tuple[OfferFacts, bool]
"""Somebody who ticked the task, and whether a professional cleared her for it."""


def list_near(request: HelpRequest, *, but: set[uuid.UUID]) -> list[Tick]:
    """Who lives near enough; where distance says nothing, the first of those whose turn it is most."""
    place, task, home = request.neighbourhood_id, _task(request), _home(request)
    if home is None:
        return _read(_of_offers(task, _in_turn(request, but=but)))
    squares = [cells_around(*home, reach) for reach in REACHES]
    return [tick for tick in _read(_in_squares(place, task, *squares)) if tick[0].pk not in but]


def tick_of(request: HelpRequest, offer: Offer) -> list[Tick]:
    """The same of one helper: one tick, or none."""
    return _read(_of_offer(request.neighbourhood_id, _task(request), offer.pk))


def out_of_reach(request: HelpRequest, *, but: set[uuid.UUID], near: int) -> dict[str, int]:
    """Count, without reading them, who did not tick the task and who lives beyond her own reach."""
    offers = Offer.objects.filter(
        neighbourhood_id=request.neighbourhood_id, stopped_at__isnull=True
    ).exclude(pk__in=but)
    everybody = offers.count()
    living = _living(request.neighbourhood_id, _task(request))
    ticked = OfferedTask.objects.filter(living).exclude(offer__in=but).count()
    beyond = 0 if _home(request) is None else ticked - near
    return {
        matching.Misfit.TASK_NOT_TICKED.value: max(0, everybody - ticked),
        matching.Misfit.TOO_FAR.value: max(0, beyond),
    }


def _task(request: HelpRequest) -> uuid.UUID:
    assert request.task_id is not None  # noqa: S101 - asked by rank_for
    return request.task_id


def _home(request: HelpRequest) -> tuple[float, float] | None:
    """From where distance counts; nowhere for a task by phone, or a seeker whose door is not on the map."""
    seeker, task = request.seeker, request.task
    if task is None or task.phone_only or seeker is None or seeker.x is None or seeker.y is None:
        return None
    return seeker.x, seeker.y


def _in_turn(request: HelpRequest, *, but: set[uuid.UUID]) -> list[uuid.UUID]:
    """Who ticked the task: those who never had a match, the longest waiting first; then by their last match."""
    # The id of the request is no offer: it is here so that the list is never empty.
    wanted = (request.neighbourhood_id, _task(request), [request.pk, *but])
    found = [pk for (pk,) in _never_matched(*wanted)]
    if len(found) < MOST_BY_PHONE:
        found += [pk for (pk,) in _matched_before(*wanted)]
    return found[:MOST_BY_PHONE]


def _living(place: uuid.UUID, task: uuid.UUID) -> Q:
    # SQLite walks its index only along comparisons: a bare `is_living` would read every tick of the task.
    return Q(neighbourhood=place, task=task, is_living__in=[True])


def _read(rows: Any) -> list[Tick]:
    """Rows and no objects: most of them are ranked and never shown."""
    return [(OfferFacts(*facts), is_cleared) for is_cleared, *facts in rows]


@prepared
def _in_squares(
    place: uuid.UUID, task: uuid.UUID, *squares: list[int]
) -> QuerySet[OfferedTask, tuple[Any, ...]]:
    near = Q()
    for reach, cells in zip(REACHES, squares, strict=True):
        # Every branch says all of it: only so SQLite goes straight to these squares, and reads nobody else.
        near |= _living(place, task) & Q(reach=reach, cell__in=cells)
    return OfferedTask.objects.filter(near).values_list(*COLUMNS)


@prepared
def _of_offer(
    place: uuid.UUID, task: uuid.UUID, offer: uuid.UUID
) -> QuerySet[OfferedTask, tuple[Any, ...]]:
    return OfferedTask.objects.filter(_living(place, task), offer=offer).values_list(*COLUMNS)


@prepared
def _of_offers(task: uuid.UUID, offers: list[uuid.UUID]) -> QuerySet[OfferedTask, tuple[Any, ...]]:
    # Not asked again whether they live: it would lure the database to the index by task, and so to everybody.
    return OfferedTask.objects.filter(offer__in=offers, task=task).values_list(*COLUMNS)


@prepared
def _never_matched(
    place: uuid.UUID, task: uuid.UUID, but: list[uuid.UUID]
) -> QuerySet[Offer, tuple[uuid.UUID]]:
    # The index `volunteers_in_turn` holds them in this order, so the reading stops as soon as there are enough.
    never = _offering(place, task, but).filter(last_match_at__isnull=True)
    return never.order_by("created_at", "pk").values_list("pk")[:MOST_BY_PHONE]


@prepared
def _matched_before(
    place: uuid.UUID, task: uuid.UUID, but: list[uuid.UUID]
) -> QuerySet[Offer, tuple[uuid.UUID]]:
    before = _offering(place, task, but).filter(last_match_at__isnull=False)
    return before.order_by("last_match_at", "created_at", "pk").values_list("pk")[:MOST_BY_PHONE]


def _offering(place: uuid.UUID, task: uuid.UUID, but: list[uuid.UUID]) -> QuerySet[Offer]:
    ticked = OfferedTask.objects.filter(offer=OuterRef("pk"), task=task, is_living=True)
    offers = Offer.objects.filter(Exists(ticked), neighbourhood=place, stopped_at__isnull=True)
    return offers.exclude(pk__in=but)
