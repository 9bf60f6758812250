"""Who could help with one request: the database finds who lives near enough, `domain.matching` ranks them."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from gebuur.apps.care.models import HelpRequest
from gebuur.apps.care.queries.policy import policy_for
from gebuur.apps.care.queries.sides import (
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
    ticks = list(_near(request, but=answered))
    offers = {str(tick.offer_id): tick.offer for tick in ticks}
    ranking = matching.rank(
        _asked(request, offers, now=now),
        _volunteers(request, ticks, now=now),
        policy=policy_for(request.neighbourhood),
        limit=limit,
    )
    misfits = Counter({misfit.value: count for misfit, count in ranking.misfits.items() if count})
    misfits.update(_out_of_reach(request, answered, near=len(ticks)))
    return Ranked(
        helpers=[
            RankedHelper(
                offer=offers[one.volunteer_id],
                person=offers[one.volunteer_id].person,
                reasons=[as_dict(reason) for reason in one.reasons],
                shared_slots=one.shared_slots,
                price=one.price,
            )
            for one in ranking.candidates
        ],
        fits=ranking.fits,
        considered=ranking.fits + sum(misfits.values()),
        misfits={code: count for code, count in misfits.items() if count},
        first_before_second=_why_first(ranking),
    )


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
    ticks = list(_ticks(request).filter(offer=offer))
    if not ticks:
        return []
    offers = {str(offer.pk): offer}
    ranking = matching.rank(
        _asked(request, offers, now=now),
        _volunteers(request, ticks, now=now),
        policy=policy_for(request.neighbourhood),
    )
    return [as_dict(reason) for one in ranking.candidates for reason in one.reasons]


def misfit_of(request: HelpRequest, offer: Offer, *, now: dt.datetime) -> matching.Misfit | None:
    """Why this helper cannot be asked for this request now; None when she can."""
    ticks = list(_ticks(request).filter(offer=offer))
    if not ticks:
        return matching.Misfit.TASK_NOT_TICKED
    asked = _asked(request, {str(offer.pk): offer}, now=now)
    [volunteer] = _volunteers(request, ticks, now=now)
    return matching.misfit(asked, volunteer)


def as_dict(reason: matching.Reason) -> dict[str, object]:
    """A reason as it is kept in a column: code, number, for or to know."""
    return {"code": reason.code.value, "number": reason.number, "speaks_for": reason.speaks_for}


def _answered(request: HelpRequest) -> set[uuid.UUID]:
    return answered_of([request.pk]).get(request.pk, set())


def _ticks(request: HelpRequest) -> QuerySet[OfferedTask]:
    # SQLite walks its index only along a comparison: a bare `is_living` would read every tick of the task.
    ticks = OfferedTask.objects.filter(
        neighbourhood_id=request.neighbourhood_id, task=request.task, is_living__in=[True]
    )
    return ticks.select_related("offer__person__street")


def _anywhere(request: HelpRequest) -> bool:
    """Whether distance says nothing: a task by phone, or a seeker whose door is not on the map."""
    assert request.task is not None  # noqa: S101 - asked by rank_for
    seeker = request.seeker
    return request.task.phone_only or seeker is None or seeker.x is None or seeker.y is None


def _near(request: HelpRequest, *, but: set[uuid.UUID]) -> QuerySet[OfferedTask]:
    """Ticks near enough; where distance says nothing, the first of those whose turn it is most."""
    ticks, seeker = _ticks(request).exclude(offer__in=but), request.seeker
    if _anywhere(request) or seeker is None or seeker.x is None or seeker.y is None:
        in_turn = ticks.order_by(
            F("offer__last_match_at").asc(nulls_first=True), "offer__created_at", "offer_id"
        )
        return _ticks(request).filter(pk__in=in_turn.values("pk")[:MOST_BY_PHONE])
    near = Q()
    for reach in REACHES:
        near |= Q(reach=reach, cell__in=cells_around(seeker.x, seeker.y, reach))
    return ticks.filter(near)


def _asked(request: HelpRequest, offers: dict[str, Offer], *, now: dt.datetime) -> matching.Request:
    """The request as the ranking wants it; never with the seeker's own offer or whom she rather not meets."""
    seeker = request.seeker
    assert seeker is not None  # noqa: S101 - asked by rank_for
    avoided = {seeker.pk, request.asked_by_id} | apart_from([seeker.pk]).get(seeker.pk, set())
    return as_request(
        request,
        not_with=frozenset(key for key, offer in offers.items() if offer.person_id in avoided),
        known=known_to([seeker.pk]).get(seeker.pk, frozenset()),
        now=now,
    )


def _volunteers(
    request: HelpRequest, ticks: list[OfferedTask], *, now: dt.datetime
) -> list[matching.Volunteer]:
    load = load_of([tick.offer_id for tick in ticks], but=request, now=now)
    organised = [tick.offer_id for tick in ticks if tick.offer.is_organised]
    held_back = incomplete_offers(request.neighbourhood, organised, on=timezone.localdate(now))
    task = {request.task.key if request.task else ""}
    return [
        as_volunteer(
            tick.offer,
            tasks=task,
            cleared=task if tick.is_cleared else (),
            load=load,
            file_complete=tick.offer_id not in held_back,
            now=now,
        )
        for tick in ticks
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
