"""Who could help with one request: the database finds who lives near enough, `domain.matching` ranks them."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from gebuur.apps.boundaries.models import Light
from gebuur.apps.care.models import HelpRequest, Match, Proposal, Visit
from gebuur.apps.care.queries.policy import policy_for
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.volunteers.models import NotTogether, Offer, OfferedTask
from gebuur.apps.volunteers.queries import incomplete_offers
from gebuur.core.grid import REACHES, cells_around
from gebuur.domain import matching

A_WEEK, A_MONTH = dt.timedelta(days=7), dt.timedelta(days=30)
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
        _asked(request, offers),
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
        _asked(request, offers),
        _volunteers(request, ticks, now=now),
        policy=policy_for(request.neighbourhood),
    )
    return [as_dict(reason) for one in ranking.candidates for reason in one.reasons]


def misfit_of(request: HelpRequest, offer: Offer, *, now: dt.datetime) -> matching.Misfit | None:
    """Why this helper cannot be asked for this request now; None when she can."""
    ticks = list(_ticks(request).filter(offer=offer))
    if not ticks:
        return matching.Misfit.TASK_NOT_TICKED
    asked = _asked(request, {str(offer.pk): offer})
    [volunteer] = _volunteers(request, ticks, now=now)
    return matching.misfit(asked, volunteer)


def as_dict(reason: matching.Reason) -> dict[str, object]:
    """A reason as it is kept in a column: code, number, for or to know."""
    return {"code": reason.code.value, "number": reason.number, "speaks_for": reason.speaks_for}


def _answered(request: HelpRequest) -> set[uuid.UUID]:
    """Offers in the row, those who answered since this search began, and helpers who could not go on."""
    busy = [Proposal.State.PICKED, Proposal.State.ASKED, Proposal.State.YES]
    this_time = Q(answered_at__gte=request.waiting_since or request.created_at)
    in_row = request.proposals.filter(
        Q(state__in=busy)
        | (this_time & Q(match__isnull=True))
        | Q(match__end_reason=Match.EndReason.HELPER_CANNOT)
    )
    return set(in_row.values_list("offer_id", flat=True))


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


def _asked(request: HelpRequest, offers: dict[str, Offer]) -> matching.Request:
    """The request as the ranking wants it: ids as text, no names."""
    seeker, task = request.seeker, request.task
    assert seeker is not None  # noqa: S101 - asked by rank_for
    assert task is not None  # noqa: S101 - asked by rank_for
    own = {
        key for key, offer in offers.items() if offer.person_id in (seeker.pk, request.asked_by_id)
    }
    return matching.Request(
        id=str(request.pk),
        task=task.key,
        x=seeker.x or 0,
        y=seeker.y or 0,
        first_language=(request.languages or [seeker.language])[0],
        phone_only=task.phone_only or seeker.x is None,
        languages=frozenset(request.languages or [seeker.language]),
        slots=request.slots or matching.ALL_SLOTS,
        skills=frozenset(task.skills),
        seeker=str(seeker.pk),
        not_with=frozenset(own | _apart(seeker, offers)),
        known=_known(seeker),
        amber=task.light == Light.AMBER,
    )


def _apart(seeker: Person, offers: dict[str, Offer]) -> set[str]:
    """Offers of people of whom one of the two asked not to be paired."""
    pairs = NotTogether.objects.filter(Q(a=seeker) | Q(b=seeker)).values_list("a_id", "b_id")
    others = {b if a == seeker.pk else a for a, b in pairs}
    return {key for key, offer in offers.items() if offer.person_id in others}


def _known(seeker: Person) -> frozenset[str]:
    """Offers of helpers she met before, when neither side was discontent."""
    met = Match.objects.filter(request__seeker=seeker, visits__state="done")
    content = met.exclude(visits__feedback__again=False).values_list("offer_id", flat=True)
    return frozenset(str(pk) for pk in content.distinct())


def _volunteers(
    request: HelpRequest, ticks: list[OfferedTask], *, now: dt.datetime
) -> list[matching.Volunteer]:
    load = _load([tick.offer_id for tick in ticks], but=request, now=now)
    task = request.task.key if request.task else ""
    organised = [tick.offer_id for tick in ticks if tick.offer.is_organised]
    held_back = incomplete_offers(request.neighbourhood, organised, on=timezone.localdate(now))
    return [
        _volunteer(tick, task, load, file_complete=tick.offer_id not in held_back, now=now)
        for tick in ticks
    ]


def _volunteer(
    tick: OfferedTask,
    task: str,
    load: dict[uuid.UUID, tuple[int, int]],
    *,
    file_complete: bool,
    now: dt.datetime,
) -> matching.Volunteer:
    offer, person = tick.offer, tick.offer.person
    return matching.Volunteer(
        id=str(offer.pk),
        tasks=frozenset({task}),
        x=person.x or 0,
        y=person.y or 0,
        radius=offer.radius,
        languages=frozenset(person.languages or [person.language]),
        slots=offer.slots,
        skills=frozenset(offer.skills),
        capacity=max(0, _room(offer, load)),
        weeks_since_signup=_weeks(offer.created_at, now) or 0,
        weeks_since_last_match=_weeks(offer.last_match_at, now),
        weeks_since_last_asked=_weeks(offer.last_asked_at, now),
        paused=offer.is_paused,
        file_complete=file_complete,
        cleared=frozenset({task}) if tick.is_cleared else frozenset(),
    )


def _load(
    offers: list[uuid.UUID], *, but: HelpRequest, now: dt.datetime
) -> dict[uuid.UUID, tuple[int, int]]:
    """How much every helper has on her hands: the fuller of the last and the coming week, and month.

    Counted are visits that took place or are planned, and other questions she is asked or said yes to.
    """
    today = timezone.localdate(now)
    visits = Visit.objects.filter(
        match__offer__in=offers,
        state__in=(Visit.State.PLANNED, Visit.State.DONE, Visit.State.NOBODY_HOME),
        on__gt=today - A_MONTH,
        on__lt=today + A_MONTH,
    ).values_list("match__offer_id")
    counted = visits.annotate(
        week_before=Count("pk", filter=Q(on__gt=today - A_WEEK, on__lte=today)),
        week_after=Count("pk", filter=Q(on__gte=today, on__lt=today + A_WEEK)),
        month_before=Count("pk", filter=Q(on__lte=today)),
        month_after=Count("pk", filter=Q(on__gte=today)),
    )
    load = {pk: (max(w1, w2), max(m1, m2)) for pk, w1, w2, m1, m2 in counted}
    pending = Proposal.objects.filter(
        offer__in=offers, state__in=(Proposal.State.ASKED, Proposal.State.YES), match__isnull=True
    ).exclude(request=but)
    for pk, questions in pending.values_list("offer_id").annotate(Count("pk")):
        week, month = load.get(pk, (0, 0))
        load[pk] = (week + questions, month + questions)
    return load


def _room(offer: Offer, load: dict[uuid.UUID, tuple[int, int]]) -> int:
    week, month = load.get(offer.pk, (0, 0))
    return min(offer.per_week - week, offer.per_month - month)


def _weeks(since: dt.datetime | None, now: dt.datetime) -> int | None:
    return None if since is None else max(0, (now - since).days // 7)


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
