"""Both sides of a pair as `domain.matching` wants them: ids as text, metres, no names.

Ranking for one question and the proposal of the week read people here, so that both know the same.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from gebuur.apps.boundaries.models import Light
from gebuur.apps.care.models import HelpRequest, Match, Proposal, Visit
from gebuur.apps.volunteers.models import NotTogether, Offer
from gebuur.core.prepared import prepared
from gebuur.domain import matching

A_WEEK, A_MONTH = dt.timedelta(days=7), dt.timedelta(days=30)
Load = dict[uuid.UUID, tuple[int, int]]
OFFER_COLUMNS = (
    "pk", "person_id", "is_organised", "slots", "radius", "per_week", "per_month", "skills", "paused_until",
    "created_at", "last_match_at", "last_asked_at", "person__x", "person__y", "person__language", "person__languages",
)  # fmt: skip
_FACTS = attrgetter(*(column.replace("__", ".") for column in OFFER_COLUMNS))


class OfferFacts(NamedTuple):
    """What the ranking knows of an offer and who made it: the `OFFER_COLUMNS`, read without making objects."""

    pk: uuid.UUID
    person: uuid.UUID
    is_organised: bool
    slots: int
    radius: int
    per_week: int
    per_month: int
    skills: list[str]
    paused_until: dt.date | None
    created_at: dt.datetime
    last_match_at: dt.datetime | None
    last_asked_at: dt.datetime | None
    x: float | None
    y: float | None
    language: str
    languages: list[str]


def facts_of(offer: Offer) -> OfferFacts:
    """The facts of an offer that is an object already."""
    return OfferFacts(*_FACTS(offer))


def as_request(
    request: HelpRequest, *, not_with: frozenset[str], known: frozenset[str], now: dt.datetime
) -> matching.Request:
    """The question of somebody, with the offers that are never proposed to her and those she knows."""
    seeker, task = request.seeker, request.task
    assert seeker is not None  # noqa: S101 - the database holds it: care_request_complete
    assert task is not None  # noqa: S101 - as above
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
        not_with=not_with,
        known=known,
        waiting_days=max(0, (now - (request.waiting_since or request.created_at)).days),
        amber=task.light == Light.AMBER,
    )


def as_volunteer(
    offer: OfferFacts,
    *,
    tasks: Iterable[str],
    cleared: Iterable[str],
    load: Load,
    file_complete: bool,
    now: dt.datetime,
) -> matching.Volunteer:
    """An offer with the tasks that count now, those among them with a professional's yes, and the room left."""
    week, month = load.get(offer.pk, (0, 0))
    return matching.Volunteer(
        id=str(offer.pk),
        tasks=frozenset(tasks),
        x=offer.x or 0,
        y=offer.y or 0,
        radius=offer.radius,
        languages=frozenset(offer.languages or [offer.language]),
        slots=offer.slots,
        skills=frozenset(offer.skills),
        capacity=max(0, min(offer.per_week - week, offer.per_month - month)),
        weeks_since_signup=weeks_since(offer.created_at, now),
        weeks_since_last_match=None
        if offer.last_match_at is None
        else weeks_since(offer.last_match_at, now),
        weeks_since_last_asked=None
        if offer.last_asked_at is None
        else weeks_since(offer.last_asked_at, now),
        paused=offer.paused_until is not None,
        file_complete=file_complete,
        cleared=frozenset(cleared),
    )


def load_of(
    offers: Iterable[uuid.UUID] | QuerySet[Offer],
    *,
    now: dt.datetime,
    but: HelpRequest | None = None,
) -> Load:
    """How much every helper has on her hands: the fuller of the last and the coming week, and month.

    Counted are visits that took place or are planned, and questions (but this one) that she is asked
    or said yes to. Who is not in the answer has nothing on her hands.
    """
    some = offers if isinstance(offers, QuerySet) else list(offers)
    today = timezone.localdate(now)
    counted = _visits(
        some,
        today=today,
        week_ago=today - A_WEEK,
        week_on=today + A_WEEK,
        month_ago=today - A_MONTH,
        month_on=today + A_MONTH,
    )
    load = {pk: (max(w1, w2), max(m1, m2)) for pk, w1, w2, m1, m2 in counted}
    for pk, questions in _pending(some, but.pk if but else None):
        week, month = load.get(pk, (0, 0))
        load[pk] = (week + questions, month + questions)
    return load


@prepared
def _visits(
    offers: list[uuid.UUID] | QuerySet[Offer],
    *,
    today: dt.date,
    week_ago: dt.date,
    week_on: dt.date,
    month_ago: dt.date,
    month_on: dt.date,
) -> QuerySet[Visit, tuple[uuid.UUID, int, int, int, int]]:
    visits = Visit.objects.filter(
        match__offer__in=offers,
        state__in=(Visit.State.PLANNED, Visit.State.DONE, Visit.State.NOBODY_HOME),
        on__gt=month_ago,
        on__lt=month_on,
    )
    return visits.values_list("match__offer_id").annotate(
        week_before=Count("pk", filter=Q(on__gt=week_ago, on__lte=today)),
        week_after=Count("pk", filter=Q(on__gte=today, on__lt=week_on)),
        month_before=Count("pk", filter=Q(on__lte=today)),
        month_after=Count("pk", filter=Q(on__gte=today)),
    )


@prepared
def _pending(
    offers: list[uuid.UUID] | QuerySet[Offer], but: uuid.UUID | None
) -> QuerySet[Proposal, tuple[uuid.UUID, int]]:
    pending = Proposal.objects.filter(
        offer__in=offers, state__in=(Proposal.State.ASKED, Proposal.State.YES), match__isnull=True
    )
    others = pending if but is None else pending.exclude(request=but)
    return others.values_list("offer_id").annotate(Count("pk"))


def known_to(seekers: Iterable[uuid.UUID]) -> dict[uuid.UUID, frozenset[str]]:
    """Per seeker, the offers of helpers she met before, when neither side was discontent."""
    found: defaultdict[uuid.UUID, set[str]] = defaultdict(set)
    for seeker, offer in _content(list(seekers)):
        found[seeker].add(str(offer))
    return {seeker: frozenset(offers) for seeker, offers in found.items()}


@prepared
def _content(seekers: list[uuid.UUID]) -> QuerySet[Match, tuple[uuid.UUID, uuid.UUID]]:
    met = Match.objects.filter(request__seeker__in=seekers, visits__state=Visit.State.DONE)
    content = met.exclude(visits__feedback__again=False)
    return content.values_list("request__seeker", "offer_id").distinct()


def apart_from(people: Iterable[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Per person, those of whom one of the two asked not to be paired."""
    found: defaultdict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for a, b in _apart(list(people)):
        found[a].add(b)
        found[b].add(a)
    return found


@prepared
def _apart(people: list[uuid.UUID]) -> QuerySet[NotTogether, tuple[uuid.UUID, uuid.UUID]]:
    return NotTogether.objects.filter(Q(a__in=people) | Q(b__in=people)).values_list("a_id", "b_id")


def answered_of(requests: Iterable[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Per request, offers in the row, those who answered since this search began, and helpers who could not go on."""
    found: defaultdict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for request, offer in _answered(list(requests)):
        found[request].add(offer)
    return found


@prepared
def _answered(requests: list[uuid.UUID]) -> QuerySet[Proposal, tuple[uuid.UUID, uuid.UUID]]:
    busy = [Proposal.State.PICKED, Proposal.State.ASKED, Proposal.State.YES]
    began = Coalesce("request__waiting_since", "request__created_at")
    in_row = Proposal.objects.filter(
        Q(state__in=busy)
        | Q(answered_at__gte=began, match__isnull=True)
        | Q(match__end_reason=Match.EndReason.HELPER_CANNOT),
        request__in=requests,
    )
    return in_row.values_list("request_id", "offer_id")


def weeks_since(since: dt.datetime, now: dt.datetime) -> int:
    """Full weeks; for what is still to come none."""
    return max(0, (now - since).days // 7)
