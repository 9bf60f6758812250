"""Who could help with one request: the database finds who lives near enough, `domain.matching` ranks them."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from gebuur.apps.care.models import HelpRequest
from gebuur.apps.care.queries.policy import policy_for
from gebuur.apps.care.queries.sides import (
    OFFER_COLUMNS,
    OfferFacts,
    answered_of,
    apart_from,
    as_request,
    as_volunteer,
    known_to,
    load_of,
)
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.volunteers.models import Offer, OfferedTask
from gebuur.apps.volunteers.queries import incomplete_offers
from gebuur.core.grid import REACHES, cells_around
from gebuur.domain import matching

MOST_BY_PHONE = 400
Tick = tuple[OfferFacts, bool]
"""Somebody who ticked the task, and whether a professional cleared her for it."""


@dataclass(frozen=True)
class RankedHelper:
    """One helper in the list: who, why, and what to know."""

    offer: Offer
    person: Person
    reasons: list[dict[str, object]]
    shared_slots: int
    price: int


@dataclass(frozen=True)
class Ranked:
    """The list, how many volunteers there are, and why the others do not fit (counts per misfit)."""

    helpers: list[RankedHelper] = field(default_factory=list)
    fits: int = 0
    considered: int = 0
    misfits: dict[str, int] = field(default_factory=dict)
    first_before_second: list[str] = field(default_factory=list)


def rank_for(request: HelpRequest, *, now: dt.datetime, limit: int = 10) -> Ranked:
    """Rank the helpers for a request; with a fixed number of queries, whatever the size of the neighbourhood.

    Whoever is in the row, or has answered this search already, is neither ranked nor counted.
    """
    if request.seeker is None or request.task is None:
        return Ranked()
    answered = _answered(request)
    ranking = _rank(request, _near(request, but=answered), now=now, limit=limit)
    misfits = Counter({misfit.value: count for misfit, count in ranking.misfits.items() if count})
    misfits.update(_out_of_reach(request, answered, near=ranking.considered))
    return Ranked(
        helpers=_helpers(ranking),
        fits=ranking.fits,
        considered=ranking.fits + sum(misfits.values()),
        misfits={code: count for code, count in misfits.items() if count},
        first_before_second=_why_first(ranking),
    )


def list_best(request: HelpRequest, *, now: dt.datetime, limit: int = 10) -> list[RankedHelper]:
    """The same helpers, for who need not know how many others there are: counting all of them takes longest."""
    if request.seeker is None or request.task is None:
        return []
    near = _near(request, but=_answered(request))
    return _helpers(_rank(request, near, now=now, limit=limit))


def _rank(
    request: HelpRequest, ticks: list[Tick], *, now: dt.datetime, limit: int = 10
) -> matching.Ranking:
    return matching.rank(
        _asked(request, ticks, now=now),
        _volunteers(request, ticks, now=now),
        policy=policy_for(request.neighbourhood),
        limit=limit,
    )


def _helpers(ranking: matching.Ranking) -> list[RankedHelper]:
    """Only who is shown becomes an object, with a name and a street."""
    chosen = [uuid.UUID(one.volunteer_id) for one in ranking.candidates]
    offers = Offer.objects.select_related("person__street").in_bulk(chosen)
    return [
        RankedHelper(
            offer=offers[pk],
            person=offers[pk].person,
            reasons=[as_dict(reason) for reason in one.reasons],
            shared_slots=one.shared_slots,
            price=one.price,
        )
        for pk, one in zip(chosen, ranking.candidates, strict=True)
    ]


def _out_of_reach(request: HelpRequest, answered: set[uuid.UUID], *, near: int) -> dict[str, int]:
    """Count, without reading them, who did not tick the task and who lives beyond her own reach."""
    offers = Offer.objects.filter(
        neighbourhood_id=request.neighbourhood_id, stopped_at__isnull=True
    ).exclude(pk__in=answered)
    everybody = offers.count()
    ticked = _ticks(request).exclude(offer__in=answered).count()
    beyond = 0 if _anywhere(request) else ticked - near
    return {
        matching.Misfit.TASK_NOT_TICKED.value: max(0, everybody - ticked),
        matching.Misfit.TOO_FAR.value: max(0, beyond),
    }


def reasons_of(request: HelpRequest, offer: Offer, *, now: dt.datetime) -> list[dict[str, object]]:
    """The reasons for one helper, as they are kept with the proposal."""
    ranking = _rank(request, _read(_ticks(request).filter(offer=offer)), now=now)
    return [as_dict(reason) for one in ranking.candidates for reason in one.reasons]


def misfit_of(request: HelpRequest, offer: Offer, *, now: dt.datetime) -> matching.Misfit | None:
    """Why this helper cannot be asked for this request now; None when she can."""
    ticks = _read(_ticks(request).filter(offer=offer))
    if not ticks:
        return matching.Misfit.TASK_NOT_TICKED
    [volunteer] = _volunteers(request, ticks, now=now)
    return matching.misfit(_asked(request, ticks, now=now), volunteer)


def as_dict(reason: matching.Reason) -> dict[str, object]:
    """A reason as it is kept in a column: code, number, for or to know."""
    return {"code": reason.code.value, "number": reason.number, "speaks_for": reason.speaks_for}


def _answered(request: HelpRequest) -> set[uuid.UUID]:
    return answered_of([request.pk]).get(request.pk, set())


def _living(request: HelpRequest) -> Q:
    # SQLite walks its index only along comparisons: a bare `is_living` would read every tick of the task.
    return Q(
        neighbourhood_id=request.neighbourhood_id, task_id=request.task_id, is_living__in=[True]
    )


def _ticks(request: HelpRequest) -> QuerySet[OfferedTask]:
    return OfferedTask.objects.filter(_living(request))


def _read(ticks: QuerySet[OfferedTask]) -> list[Tick]:
    """Rows and no objects: most of them are ranked and never shown."""
    columns = (f"offer__{column}" for column in OFFER_COLUMNS)
    rows = ticks.values_list("is_cleared", *columns)
    return [(OfferFacts(*facts), is_cleared) for is_cleared, *facts in rows]


def _anywhere(request: HelpRequest) -> bool:
    """Whether distance says nothing: a task by phone, or a seeker whose door is not on the map."""
    assert request.task is not None  # noqa: S101 - asked by rank_for
    seeker = request.seeker
    return request.task.phone_only or seeker is None or seeker.x is None or seeker.y is None


def _near(request: HelpRequest, *, but: set[uuid.UUID]) -> list[Tick]:
    """Who lives near enough; where distance says nothing, the first of those whose turn it is most."""
    seeker = request.seeker
    if _anywhere(request) or seeker is None or seeker.x is None or seeker.y is None:
        # Not asked again whether they live: it would lure the database to the index by task, and so to everybody.
        in_turn = _in_turn(request, but=but)
        return _read(OfferedTask.objects.filter(offer__in=in_turn, task=request.task))
    near = Q()
    for reach in REACHES:
        # Every branch says all of it: only so SQLite goes straight to these squares, and reads nobody else.
        near |= _living(request) & Q(reach=reach, cell__in=cells_around(seeker.x, seeker.y, reach))
    return _read(OfferedTask.objects.filter(near).exclude(offer__in=but))


def _in_turn(request: HelpRequest, *, but: set[uuid.UUID]) -> list[uuid.UUID]:
    """Who ticked the task: those who never had a match, the longest waiting first; then by their last match.

    The index `volunteers_in_turn` holds them in this order, so the reading stops as soon as there are enough.
    """
    ticked = OfferedTask.objects.filter(offer=OuterRef("pk"), task=request.task, is_living=True)
    offers = Offer.objects.filter(
        Exists(ticked), neighbourhood_id=request.neighbourhood_id, stopped_at__isnull=True
    ).exclude(pk__in=but)
    never = offers.filter(last_match_at__isnull=True).order_by("created_at", "pk")
    found = list(never.values_list("pk", flat=True)[:MOST_BY_PHONE])
    if len(found) < MOST_BY_PHONE:
        before = offers.filter(last_match_at__isnull=False)
        before = before.order_by("last_match_at", "created_at", "pk")
        found += before.values_list("pk", flat=True)[: MOST_BY_PHONE - len(found)]
    return found


def _asked(request: HelpRequest, ticks: list[Tick], *, now: dt.datetime) -> matching.Request:
    """The request as the ranking wants it; never with the seeker's own offer or whom she rather not meets."""
    seeker = request.seeker
    assert seeker is not None  # noqa: S101 - asked by rank_for
    avoided = {seeker.pk, request.asked_by_id} | apart_from([seeker.pk]).get(seeker.pk, set())
    return as_request(
        request,
        not_with=frozenset(str(offer.pk) for offer, _ in ticks if offer.person in avoided),
        known=known_to([seeker.pk]).get(seeker.pk, frozenset()),
        now=now,
    )


def _volunteers(
    request: HelpRequest, ticks: list[Tick], *, now: dt.datetime
) -> list[matching.Volunteer]:
    load = load_of([offer.pk for offer, _ in ticks], but=request, now=now)
    organised = [offer.pk for offer, _ in ticks if offer.is_organised]
    held_back = incomplete_offers(request.neighbourhood, organised, on=timezone.localdate(now))
    task = {request.task.key if request.task else ""}
    return [
        as_volunteer(
            offer,
            tasks=task,
            cleared=task if is_cleared else (),
            load=load,
            file_complete=offer.pk not in held_back,
            now=now,
        )
        for offer, is_cleared in ticks
    ]


def _why_first(ranking: matching.Ranking) -> list[str]:
    """Codes of what puts the first before the second."""
    if len(ranking.candidates) < 2:  # noqa: PLR2004 - two make an order
        return []
    first, second = ranking.candidates[:2]
    return [
        difference.code.value
        for difference in matching.explain_order(first, second)
        if difference.metres > 0
    ]
