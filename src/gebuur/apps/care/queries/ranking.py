"""Who could help with one request: the database finds who lives near enough, `domain.matching` ranks them."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass, field

from django.utils import timezone

from gebuur.apps.care.models import HelpRequest
from gebuur.apps.care.queries.near import Tick, list_near, out_of_reach, tick_of
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
from gebuur.apps.volunteers.models import Offer
from gebuur.apps.volunteers.queries import incomplete_offers
from gebuur.domain import matching


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
    ranking = _rank(request, list_near(request, but=answered), now=now, limit=limit)
    misfits = Counter({misfit.value: count for misfit, count in ranking.misfits.items() if count})
    misfits.update(out_of_reach(request, but=answered, near=ranking.considered))
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
    near = list_near(request, but=_answered(request))
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


def reasons_of(request: HelpRequest, offer: Offer, *, now: dt.datetime) -> list[dict[str, object]]:
    """The reasons for one helper, as they are kept with the proposal."""
    ranking = _rank(request, tick_of(request, offer), now=now)
    return [as_dict(reason) for one in ranking.candidates for reason in one.reasons]


def misfit_of(request: HelpRequest, offer: Offer, *, now: dt.datetime) -> matching.Misfit | None:
    """Why this helper cannot be asked for this request now; None when she can."""
    ticks = tick_of(request, offer)
    if not ticks:
        return matching.Misfit.TASK_NOT_TICKED
    [volunteer] = _volunteers(request, ticks, now=now)
    return matching.misfit(_asked(request, ticks, now=now), volunteer)


def as_dict(reason: matching.Reason) -> dict[str, object]:
    """A reason as it is kept in a column: code, number, for or to know."""
    return {"code": reason.code.value, "number": reason.number, "speaks_for": reason.speaks_for}


def _answered(request: HelpRequest) -> set[uuid.UUID]:
    return answered_of([request.pk]).get(request.pk, set())


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
    held_back = (
        incomplete_offers(request.neighbourhood, organised, on=timezone.localdate(now))
        if organised
        else set()
    )
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
