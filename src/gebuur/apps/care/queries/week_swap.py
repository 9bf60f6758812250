"""What it would change to give one question of the week to another neighbour."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from gebuur.apps.care.models import HelpRequest, WeekPair, WeekUnserved
from gebuur.apps.care.queries.market import (
    Market,
    divide,
    living_offers,
    open_questions,
    read_market,
)
from gebuur.apps.care.queries.week import UNTOUCHED
from gebuur.apps.volunteers.models import Offer
from gebuur.domain import matching


@dataclass(frozen=True)
class Move:
    """One question that changes hands; None is nobody. Metres are walked one way."""

    request: HelpRequest
    before: Offer | None
    after: Offer | None
    metres: int


@dataclass(frozen=True)
class Swap:
    """The whole new division, and what it changes on the page.

    `price` is what all untouched pairs together cost more, in metre equivalents; `metres` how much more
    is walked, one way. `waiting` are neighbours who had a turn and lose it, `gaining` those who get one.
    """

    pair: WeekPair
    offer: Offer
    moves: list[Move]
    price: int
    metres: int
    waiting: list[Offer]
    gaining: list[Offer]
    market: Market
    division: matching.Proposed

    @property
    def others(self) -> list[Move]:
        """The other questions that change hands."""
        return [one for one in self.moves if one.request.pk != self.pair.request_id]

    @property
    def lost(self) -> list[Move]:
        """Questions for which there would be nobody any more."""
        return [one for one in self.others if one.after is None]


def find_swap(pair: WeekPair, offer: Offer, *, now: dt.datetime) -> Swap | None:
    """Divide again with this pair fixed; None when the two cannot be paired now.

    What was swapped before stays as it was decided; what was asked or left aside plays no part. What came
    in since the run was made waits for the next run.
    """
    market, pairs = _market_of_run(pair, now=now)
    request, helper = str(pair.request_id), str(offer.pk)
    if not _fits(market, request, helper):
        return None
    held = _held(market, pairs)
    before = divide(market, held={key: to for key, to in held.items() if key != request})
    after = divide(market, held=held | {request: helper})
    given = {one.request_id: one for one in after.pairs}
    moves = [
        _move(market, one, pairs.get(key), given.get(key)) for key, one in market.requests.items()
    ]
    moves = [one for one in moves if one.before != one.after]
    had = {one.offer_id: one.offer for one in pairs.values()}
    gets = {market.offers[one.volunteer_id].pk for one in after.pairs}
    return Swap(
        pair=pair,
        offer=market.offers[helper],
        moves=moves,
        price=after.objective - before.objective,
        metres=sum(one.metres for one in moves),
        waiting=[one for key, one in had.items() if key not in gets],
        gaining=[market.offers[str(key)] for key in sorted(gets - had.keys())],
        market=market,
        division=after,
    )


def prices_of(
    pair: WeekPair, offers: Collection[uuid.UUID], *, now: dt.datetime
) -> dict[uuid.UUID, int]:
    """What the week would cost more with each of these in the place of who stands there; who cannot is left out."""
    market, pairs = _market_of_run(pair, now=now)
    request = str(pair.request_id)
    held = _held(market, pairs)
    held.pop(request, None)
    able = [pk for pk in offers if _fits(market, request, str(pk))]
    if not able:
        return {}
    week = divide(market, held=held)
    return {pk: _price(week, request, str(pk)) for pk in able}


def _price(week: matching.Proposed, request: str, offer: str) -> int:
    """The price of one swap; somebody whom a decision keeps elsewhere costs that other question its helper."""
    try:
        return matching.price_of(week, request, offer)
    except matching.Infeasible:
        return week.policy.unserved


def _market_of_run(pair: WeekPair, *, now: dt.datetime) -> tuple[Market, dict[str, WeekPair]]:
    """Everybody who offers, and the questions of this run that nobody decided about yet."""
    place, run = pair.request.neighbourhood, pair.run_id
    untouched = WeekPair.objects.filter(run=run, state__in=UNTOUCHED)
    untouched = untouched.select_related("offer__person")
    unserved = WeekUnserved.objects.filter(run=run)
    keys = {one.request_id for one in untouched} | {one.request_id for one in unserved}
    market = read_market(
        place,
        requests=open_questions(place).filter(pk__in=keys),
        offers=living_offers(place),
        now=now,
    )
    found = {str(one.request_id): one for one in untouched}
    return market, {key: one for key, one in found.items() if key in market.asked}


def _held(market: Market, pairs: dict[str, WeekPair]) -> dict[str, str]:
    """What was swapped before and still fits: which question stays with which offer."""
    swapped = {
        key: str(one.offer_id) for key, one in pairs.items() if one.state == WeekPair.State.SWAPPED
    }
    return {key: offer for key, offer in swapped.items() if _fits(market, key, offer)}


def _fits(market: Market, request: str, offer: str) -> bool:
    asked, volunteer = market.asked.get(request), market.volunteers.get(offer)
    if asked is None or volunteer is None:
        return False
    return matching.misfit(asked, volunteer) is None


def _move(
    market: Market, request: HelpRequest, had: WeekPair | None, gets: matching.Pair | None
) -> Move:
    return Move(
        request=request,
        before=had.offer if had else None,
        after=market.offers[gets.volunteer_id] if gets else None,
        metres=(gets.distance if gets else 0) - (had.distance if had else 0),
    )
