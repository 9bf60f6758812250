"""The proposal of the week: made at a press, and nobody is asked before somebody decides so."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gebuur.apps.care.actions.asking import pick_helpers
from gebuur.apps.care.actions.requests import RequestClosed, lock
from gebuur.apps.care.actions.telling import record
from gebuur.apps.care.models import Proposal, WeekPair, WeekRun, WeekUnserved
from gebuur.apps.care.permissions import can_arrange
from gebuur.apps.care.queries.desk import TO_FIND
from gebuur.apps.care.queries.market import (
    IN_ROW,
    Market,
    divide,
    living_offers,
    open_questions,
    read_market,
)
from gebuur.apps.care.queries.ranking import as_dict
from gebuur.apps.care.queries.week import UNTOUCHED
from gebuur.apps.care.queries.week_swap import Move, Swap, find_swap
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import RuleBroken
from gebuur.domain import matching


class WeekBusy(RuleBroken):
    """A colleague made a proposal at the same moment."""


class PairDecided(RuleBroken):
    """Somebody decided about this pair already, or it belongs to a proposal of before."""


class NotPossible(RuleBroken):
    """These two cannot be paired now."""


@dataclass(frozen=True)
class Asked:
    """What became of asking many at once: who is asked, and why somebody is not."""

    pairs: list[WeekPair] = field(default_factory=list)
    refused: list[tuple[WeekPair, str]] = field(default_factory=list)


def make_week(place: Neighbourhood, *, actor: Person, now: dt.datetime) -> WeekRun:
    """Divide all open questions over everybody who offered, and keep the result to decide upon.

    Reckoning holds nobody up: it is done before the transaction, and every pair is looked at again when
    somebody decides about it.
    """
    if not works_with(actor, place.pk):
        raise PermissionDenied
    market = read_market(
        place, requests=open_questions(place), offers=living_offers(place), now=now
    )
    division = divide(market)
    try:
        return _keep(market, division, actor=actor, now=now)
    except IntegrityError as error:
        raise WeekBusy(_("A colleague made a proposal just now. Look at that one.")) from error


@transaction.atomic
def _keep(
    market: Market, division: matching.Proposed, *, actor: Person, now: dt.datetime
) -> WeekRun:
    place = market.place
    WeekRun.objects.filter(neighbourhood=place, is_open=True).update(is_open=False)
    run = WeekRun.objects.create(
        neighbourhood=place,
        made_by=actor,
        made_at=now,
        is_exact=division.is_exact,
        gap=division.gap,
    )
    WeekPair.objects.bulk_create(
        WeekPair(
            neighbourhood=place,
            run=run,
            request=market.requests[one.request_id],
            **_facts(market, one),
        )
        for one in division.pairs
    )
    WeekUnserved.objects.bulk_create(_unserved(run, market, one) for one in division.unserved)
    chronicle.record(
        Verb.SUPPORTED,
        run,
        act="week-proposed",
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=place,
        at=now,
    )
    return run


def _facts(market: Market, pair: matching.Pair) -> dict[str, Any]:
    """What is kept of a proposed pair."""
    other = pair.alternative
    return {
        "offer": market.offers[pair.volunteer_id],
        "price": pair.total,
        "distance": pair.distance,
        "reasons": [as_dict(reason) for reason in pair.reasons],
        "alternative": market.offers[other.volunteer_id] if other else None,
        "difference": other.difference if other else None,
    }


def _unserved(run: WeekRun, market: Market, one: matching.Unserved) -> WeekUnserved:
    return WeekUnserved(
        neighbourhood=market.place,
        run=run,
        request=market.requests[one.request_id],
        why=one.why.value,
        misfits={rule.value: count for rule, count in one.misfits.items()},
    )


@transaction.atomic
def ask_pair(pair: WeekPair, *, actor: Person, now: dt.datetime) -> Proposal:
    """Say yes to a pair: only now this neighbour is asked."""
    _may_decide(pair, actor)
    request = pair.request
    lock(request)
    taken = _untouched(pair).update(state=WeekPair.State.ACCEPTED, decided_by=actor, decided_at=now)
    if not taken:
        raise _decided()
    in_row = request.proposals.filter(state__in=IN_ROW).exists()
    if in_row or request.state not in TO_FIND or request.seeker_chooses:
        raise RequestClosed(_("Somebody is asked already, or the question is closed."))
    [proposal] = pick_helpers(request, [pair.offer], actor=actor, now=now)
    pair.refresh_from_db(fields=["state", "decided_at"])
    return proposal


def ask_pairs(pairs: list[WeekPair], *, actor: Person, now: dt.datetime) -> Asked:
    """Say yes to many pairs; one that no longer holds stops none of the others."""
    asked = Asked()
    for pair in pairs:
        try:
            ask_pair(pair, actor=actor, now=now)
        except RuleBroken as error:
            asked.refused.append((pair, str(error)))
        else:
            asked.pairs.append(pair)
    return asked


@transaction.atomic
def leave_pair(pair: WeekPair, *, actor: Person, now: dt.datetime) -> None:
    """Leave a pair aside: nobody is asked, and the question stays open for the board or for another day."""
    _may_decide(pair, actor)
    left = _untouched(pair).update(state=WeekPair.State.LEFT, decided_by=actor, decided_at=now)
    if not left:
        raise _decided()
    kind = ActorKind.PROFESSIONAL
    record(Verb.DECIDED, pair.request, act="week-left", actor=actor, kind=kind, at=now)


@transaction.atomic
def take_up_pair(pair: WeekPair, *, actor: Person) -> None:
    """Think again about a pair that was left aside; it stands in the proposal as before."""
    _may_decide(pair, actor)
    again = WeekPair.objects.filter(pk=pair.pk, state=WeekPair.State.LEFT, run__is_open=True)
    if not again.update(state=WeekPair.State.PROPOSED, decided_by=None, decided_at=None):
        raise _decided()


def swap_pair(pair: WeekPair, offer: Offer, *, actor: Person, now: dt.datetime) -> Swap:
    """Give a question to another neighbour; everybody else whom nobody decided about moves along."""
    _may_decide(pair, actor)
    swap = find_swap(pair, offer, now=now)
    if swap is None:
        name = {"name": offer.person.first_name}
        raise NotPossible(_("%(name)s is not free now. Choose somebody else.") % name)
    _move_along(swap, actor=actor, now=now)
    return swap


@transaction.atomic
def _move_along(swap: Swap, *, actor: Person, now: dt.datetime) -> None:
    """Write the new division down; a row that is no longer as it was when we reckoned stops all of it."""
    given = {one.request_id: one for one in swap.division.pairs}
    without = {one.request_id: one for one in swap.division.unserved}
    run, moved = swap.pair.run, {str(one.request.pk) for one in swap.moves}
    for move in swap.moves:
        key = str(move.request.pk)
        if move.before is None:
            _find(run, _facts(swap.market, given[key]), move)
        elif move.after is None:
            _lose(_as_it_was(run, move), _unserved(run, swap.market, without[key]))
        elif not _as_it_was(run, move).update(**_facts(swap.market, given[key])):
            raise _decided()
    own = WeekPair.objects.filter(run=run, request=swap.pair.request_id, offer=swap.offer)
    own = own.filter(state__in=UNTOUCHED, run__is_open=True)
    if not own.update(state=WeekPair.State.SWAPPED, decided_by=actor, decided_at=now):
        raise _decided()
    _reprice(swap, [given[key] for key in given.keys() - moved])
    kind = ActorKind.PROFESSIONAL
    record(Verb.DECIDED, swap.pair.request, act="week-swapped", actor=actor, kind=kind, at=now)


def _as_it_was(run: WeekRun, move: Move) -> QuerySet[WeekPair]:
    rows = WeekPair.objects.filter(run=run, request=move.request, run__is_open=True)
    return rows.filter(state__in=UNTOUCHED, offer=move.before)


def _find(run: WeekRun, facts: dict[str, Any], move: Move) -> None:
    """A question without anybody gets somebody."""
    gone, _tables = WeekUnserved.objects.filter(run=run, request=move.request).delete()
    if not gone:
        raise _decided()
    WeekPair.objects.create(
        neighbourhood_id=run.neighbourhood_id, run=run, request=move.request, **facts
    )


def _lose(rows: QuerySet[WeekPair], without: WeekUnserved) -> None:
    """A question loses its neighbour to another one."""
    gone, _tables = rows.delete()
    if not gone:
        raise _decided()
    without.save(force_insert=True)


def _reprice(swap: Swap, pairs: list[matching.Pair]) -> None:
    """What the others cost, and who would come instead, when nothing changes hands."""
    for one in pairs:
        facts = _facts(swap.market, one)
        WeekPair.objects.filter(
            run=swap.pair.run, request=swap.market.requests[one.request_id], state__in=UNTOUCHED
        ).update(**{name: facts[name] for name in ("price", "alternative", "difference")})


def _may_decide(pair: WeekPair, actor: Person) -> None:
    if not can_arrange(actor, pair.request):
        raise PermissionDenied


def _untouched(pair: WeekPair) -> QuerySet[WeekPair]:
    """This pair, as long as nobody decided about it and no newer proposal took its place."""
    return WeekPair.objects.filter(
        pk=pair.pk, offer=pair.offer_id, state__in=UNTOUCHED, run__is_open=True
    )


def _decided() -> PairDecided:
    return PairDecided(_("A colleague decided about this just now. Look at the page again."))
