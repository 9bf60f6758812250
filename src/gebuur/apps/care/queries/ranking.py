"""Who could help with one request: a first look finds who may come first, `domain.matching` ranks them."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone

from gebuur.apps.care.models import HelpRequest
from gebuur.apps.care.queries import near
from gebuur.apps.care.queries.near import Tick
from gebuur.apps.care.queries.policy import policy_for
from gebuur.apps.care.queries.sides import (
    answered_of,
    apart_from,
    as_request,
    as_volunteer,
    known_to,
    load_of,
)
from gebuur.apps.neighbourhood.models import short_name
from gebuur.apps.volunteers.models import Offer
from gebuur.apps.volunteers.queries import incomplete_among
from gebuur.domain import matching

SPARE = 5
"""So many more than are shown are read at first: some will turn out to be full, or to miss a paper."""


@dataclass(frozen=True)
class RankedHelper:
    """One helper in the list: whose offer it is, why she stands there, and what to know."""

    offer: uuid.UUID
    first_name: str
    last_name: str
    street: str
    languages: list[str]
    slots: int
    reasons: list[dict[str, object]]
    shared_slots: int
    price: int

    @property
    def short_name(self) -> str:
        return short_name(self.first_name, self.last_name)


@dataclass(frozen=True)
class Ranked:
    """The list, how many volunteers there are, and why the others do not fit (counts per misfit).

    Where very many volunteer, nobody is counted as long as somebody fits.
    """

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
    asking = _asking(request, now=now)
    if near.is_crowded(request.neighbourhood_id):
        best = _best(asking, limit=limit)
        if best.ranking.candidates:
            return Ranked(_helpers(best), first_before_second=_why_first(best.ranking))
    return _with_counts(asking, limit=limit)


def list_best(request: HelpRequest, *, now: dt.datetime, limit: int = 10) -> list[RankedHelper]:
    """The same helpers, for who need not know how many others there are: counting all of them takes longest."""
    if request.seeker is None or request.task is None:
        return []
    return _helpers(_best(_asking(request, now=now), limit=limit))


def reasons_of(request: HelpRequest, offer: Offer, *, now: dt.datetime) -> list[dict[str, object]]:
    """The reasons for one helper, as they are kept with the proposal."""
    found = _rank(_asking(request, now=now), [offer.pk], limit=1)
    return [as_dict(reason) for one in found.ranking.candidates for reason in one.reasons]


def misfit_of(request: HelpRequest, offer: Offer, *, now: dt.datetime) -> matching.Misfit | None:
    """Why this helper cannot be asked for this request now; None when she can."""
    found = _rank(_asking(request, now=now), [offer.pk], limit=1)
    if not found.ticks:
        return matching.Misfit.TASK_NOT_TICKED
    return next(iter(found.ranking.misfits), None)


@dataclass(frozen=True)
class _Asking:
    """A request as it stands: which offers are left out, whom she knows and rather not meets, by which numbers."""

    request: HelpRequest
    now: dt.datetime
    but: set[uuid.UUID]
    known: frozenset[str]
    avoided: set[uuid.UUID | None]
    policy: matching.Policy

    def as_asked(self, *, not_with: Iterable[str], known: Iterable[str]) -> matching.Request:
        """The request as the ground floor reads it."""
        return as_request(
            self.request, not_with=frozenset(not_with), known=frozenset(known), now=self.now
        )


@dataclass(frozen=True)
class _Found:
    """A ranking, and all we know of those who were read for it."""

    ranking: matching.Ranking
    ticks: list[Tick]


def _asking(request: HelpRequest, *, now: dt.datetime) -> _Asking:
    """Read all that does not depend on the helpers. She never helps herself, nor does who asks for her."""
    seeker = request.seeker
    assert seeker is not None  # noqa: S101 - asked by rank_for
    return _Asking(
        request=request,
        now=now,
        but=answered_of([request.pk]).get(request.pk, set()),
        known=known_to([seeker.pk]).get(seeker.pk, frozenset()),
        avoided={seeker.pk, request.asked_by_id} | apart_from([seeker.pk]).get(seeker.pk, set()),
        policy=policy_for(request.neighbourhood),
    )


def _best(asking: _Asking, *, limit: int) -> _Found:
    """Read no more than it takes to be sure who come first."""
    found = _Found(matching.Ranking((), 0, 0, {}), [])
    for look in near.look_around(
        asking.request, but=asking.but, known=asking.known, policy=asking.policy, now=asking.now
    ):
        found = _best_of(asking, _shortlist(asking, look.outlines), limit=limit)
        prices = [one.price for one in found.ranking.candidates]
        if look.least is not None and len(prices) == limit and prices[-1] <= look.least:
            break
    return found


def _best_of(asking: _Asking, first: matching.Shortlist, *, limit: int) -> _Found:
    """Rank the first of a shortlist; when too few of them can, more."""
    most = limit + SPARE
    while True:
        found = _rank(asking, map(uuid.UUID, first.ids[:most]), limit=limit)
        if len(found.ranking.candidates) == limit or most >= len(first.ids):
            return found
        most *= 4


def _with_counts(asking: _Asking, *, limit: int) -> Ranked:
    """Read everybody who comes into question, and count the others."""
    outlines = near.look_at_all(asking.request, but=asking.but, now=asking.now)
    first = _shortlist(asking, outlines)
    found = _rank(asking, map(uuid.UUID, first.ids), limit=limit)
    misfits: Counter[str] = Counter()
    for some in (first.misfits, found.ranking.misfits):
        misfits.update({misfit.value: count for misfit, count in some.items()})
    misfits.update(near.out_of_reach(asking.request, but=asking.but, near=len(outlines)))
    return Ranked(
        helpers=_helpers(found),
        fits=found.ranking.fits,
        considered=found.ranking.fits + misfits.total(),
        misfits={code: count for code, count in misfits.items() if count},
        first_before_second=_why_first(found.ranking),
    )


def _shortlist(asking: _Asking, outlines: list[matching.Outline]) -> matching.Shortlist:
    known = (one.replace("-", "") for one in asking.known)
    asked = asking.as_asked(not_with=(), known=known)
    return matching.shortlist(asked, outlines, policy=asking.policy)


def _rank(asking: _Asking, offers: Iterable[uuid.UUID], *, limit: int) -> _Found:
    """Rank helpers by all that is known of them and of their week."""
    ticks = near.ticks_of(asking.request, offers)
    never = (str(one.offer.pk) for one in ticks if one.offer.person in asking.avoided)
    asked = asking.as_asked(not_with=never, known=asking.known)
    ranking = matching.rank(asked, _volunteers(asking, ticks), policy=asking.policy, limit=limit)
    return _Found(ranking, ticks)


def _helpers(found: _Found) -> list[RankedHelper]:
    ticks = {str(one.offer.pk): one for one in found.ticks}
    return [_helper(ticks[one.volunteer_id], one) for one in found.ranking.candidates]


def _helper(tick: Tick, candidate: matching.Candidate) -> RankedHelper:
    return RankedHelper(
        offer=tick.offer.pk,
        first_name=tick.first_name,
        last_name=tick.last_name,
        street=tick.street or "",
        languages=tick.offer.languages,
        slots=tick.offer.slots,
        reasons=[as_dict(reason) for reason in candidate.reasons],
        shared_slots=candidate.shared_slots,
        price=candidate.price,
    )


def _volunteers(asking: _Asking, ticks: list[Tick]) -> list[matching.Volunteer]:
    load = load_of([one.offer.pk for one in ticks], but=asking.request, now=asking.now)
    organised = {one.offer.pk for one in ticks if one.offer.is_organised}
    place, today = asking.request.neighbourhood, timezone.localdate(asking.now)
    held_back = incomplete_among(organised, place, on=today)
    task = {asking.request.task.key if asking.request.task else ""}
    return [
        as_volunteer(
            one.offer,
            tasks=task,
            cleared=task if one.is_cleared else (),
            load=load,
            file_complete=one.offer.pk not in held_back,
            now=asking.now,
        )
        for one in ticks
    ]


def as_dict(reason: matching.Reason) -> dict[str, object]:
    """A reason as it is kept in a column: code, number, for or to know."""
    return {"code": reason.code.value, "number": reason.number, "speaks_for": reason.speaks_for}


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
