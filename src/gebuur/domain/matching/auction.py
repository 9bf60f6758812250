"""The division of an overfull week: all requests bid for helpers at once, in rounds, with ever smaller steps.

Chains (`assign`) take long when the requests come near to the places: each new request then moves a whole town along.
Here every request without a helper bids for its best one, as much above the price as the second best is worse, and a
step more. The highest bids get the places; who is outbid bids again, up to the penalty. At the end nobody is further
from his best helper than one step. Then the step becomes smaller, the prices start a little lower, and all bid again.
With a step below one metre the division is the best one, and prices in whole metres prove it.

Source: D. Bertsekas, "The auction algorithm: a distributed relaxation method for the assignment problem", Annals of
Operations Research 14 (1988); D. Bertsekas and D. Castanon, "The auction algorithm for the transportation problem",
Annals of Operations Research 20 (1989).
"""

import numpy as np

from gebuur.domain.matching.crowd import Ints, runs
from gebuur.domain.matching.market import LARGEST, NOBODY, Market
from gebuur.domain.matching.outcome import (
    Outcome,
    cost_of_all,
    gap_of,
    lower_bound,
    tighten,
    worth_at,
)

FIRST_STEP = 32
"""The first step is this part of the highest price; each next one is `FINER` times smaller."""
FINER = 6
LOWER = 4
"""Prices start this many of the last steps lower; `MORE` times as many when a place stays empty at a price."""
MORE = 4
ROUND = 2_000
"""What a round costs besides the pairs it looks at, counted in pairs."""
AT_ONCE = 2_000
"""So many bid in one go: more pairs would not stay in the quick memory of the processor."""
Bids = tuple[Ints, Ints, Ints]


class Auction:
    """Bids and prices, in parts of a metre. Everybody is meant by the place in the market's lists.

    Attributes
    ----------
    parts : int
        So many to a metre: more than there are requests, so that a step of one part leaves no error.
    helper : array of int, shape (requests,)
        For every request whose place it has, or `NOBODY`.
    level : array of int, shape (requests,)
        The bid that won the place.
    ask : array of int, shape (volunteers,)
        What a place of hers asks, above what her first task costs.
    looked : int
        How many pairs were looked at so far: the work done, the same on every machine.
    """

    def __init__(self, market: Market) -> None:
        self.market = market
        self.many = len(market.bonus)
        self.counts = np.diff(market.starts)
        self.room = market.crowd.room
        self.who = np.argsort(market.crowd.rank)
        highest = int(market.penalty.max()) - min(0, int(market.base.min()))
        highest += max(market.policy.load_steps) + int(market.bonus.max())
        most = LARGEST // (4 * highest * self.many)
        self.parts = 1 << min(len(market.penalty).bit_length(), max(0, most.bit_length() - 1))
        self.penalty = market.penalty * self.parts
        self.highest = highest * self.parts
        # What a pair costs and the place of her id in one number: the least one is the lowest id among equals.
        self.base = market.base * self.parts * self.many + market.crowd.rank[market.helper]
        self.ask = np.zeros(self.many, np.int64)
        self.looked = 0
        self.last = max(1, len(market.policy.load_steps) - 1)
        rungs = [market.climb(np.full(self.many, done)) for done in range(self.last + 1)]
        self.ladder = np.array(rungs) * self.parts

    def climb(self, who: Ints, tasks: Ints) -> Ints:
        """What the next task of these volunteers costs above her first one; who is full asks too much."""
        climb = self.ladder[np.minimum(tasks, self.last), who]
        full: Ints = np.where(tasks < self.room[who], climb, self.highest)
        return full

    def hold(self, step: int, least: Ints, most: int) -> bool:
        """Let everybody bid, from these prices up; False when more than `most` pairs would be looked at."""
        everybody = np.arange(self.many)
        self.step, self.least = step, least
        self.ask = np.maximum(self.climb(everybody, np.zeros(self.many, np.int64)), least)
        self.helper = np.full(len(self.penalty), NOBODY)
        self.level = np.zeros(len(self.penalty), np.int64)
        bidding = np.flatnonzero(self.counts)
        while bidding.size and self.looked < most:
            self.looked += ROUND
            bidding = self._accept(*self._bids(bidding))
        return not bidding.size

    def _bids(self, bidding: Ints) -> Bids:
        """Who bids for whom and how much; who finds all too dear stays unserved."""
        asks = self.ask * self.many
        parts = [bidding[at : at + AT_ONCE] for at in range(0, len(bidding), AT_ONCE)]
        first, second = np.concatenate([self._two_best(part, asks) for part in parts], axis=1)
        best, rank = np.divmod(first, self.many)
        second = np.minimum(second // self.many, self.penalty[bidding])
        goes = best < self.penalty[bidding]
        place = self.who[rank[goes]]
        return bidding[goes], place, self.ask[place] + (second - best)[goes] + self.step

    def _two_best(self, bidding: Ints, asks: Ints) -> Ints:
        """What the best and the second best pair of each costs now."""
        counts = self.counts[bidding]
        begins = np.cumsum(counts) - counts
        pairs = runs(self.market.starts[bidding], counts)
        self.looked += len(pairs)
        total = self.base[pairs]
        total += asks[self.market.helper[pairs]]
        first = np.minimum.reduceat(total, begins)
        total[total == np.repeat(first, counts)] = LARGEST
        return np.array([first, np.minimum.reduceat(total, begins)])

    def _accept(self, bidding: Ints, place: Ints, bid: Ints) -> Ints:
        """Give the places to the highest bids; who has none now."""
        if not bidding.size:
            return bidding
        asked = np.zeros(self.many + 1, np.bool_)
        asked[place] = True
        holding = np.flatnonzero(asked[self.helper])
        one = np.concatenate([holding, bidding])
        place = np.concatenate([self.helper[holding], place])
        bid = np.concatenate([self.level[holding], bid])
        order = np.lexsort((one, -bid, place))
        one, place, bid = one[order], place[order], bid[order]
        begins = np.flatnonzero(np.append(True, place[1:] != place[:-1]))
        sizes = np.diff(np.append(begins, len(place)))
        above = np.arange(len(place)) - np.repeat(begins, sizes)
        wins = (above < self.room[place]) & (bid >= self.climb(place, above))
        self.helper[one] = np.where(wins, place, NOBODY)
        self.level[one] = bid
        self._raise(place[begins], np.add.reduceat(wins, begins, dtype=np.int64), bid, begins)
        return np.sort(one[~wins])

    def _raise(self, who: Ints, tasks: Ints, bid: Ints, begins: Ints) -> None:
        """What they ask now: the cheaper of a next place and of outbidding the lowest bid."""
        lowest = bid[begins + tasks - 1]
        self.ask[who] = np.maximum(np.minimum(self.climb(who, tasks), lowest), self.least[who])

    def has_dear_place(self) -> bool:
        """Whether a place stays empty at a price: it proves nothing, until the price starts lower."""
        tasks = np.bincount(self.helper[self.helper >= 0], minlength=self.many)
        dear = self.ask > self.climb(np.arange(self.many), tasks)
        return bool((dear & (tasks < self.room)).any())

    def outcome(self) -> Outcome:
        """How it stands, with prices in whole metres; after steps below a metre they are put right first."""
        extra = np.where(self.room > 0, -(-self.ask // self.parts), 0)
        found = Outcome(self.helper, worth_at(self.market, extra), extra)
        return tighten(self.market, found) if self.step <= self.parts else found


def bid_out(market: Market, most: int) -> Outcome:
    """Divide by bids: the best division; or, when that needs a look at more than `most` pairs, a good one.

    In that case the best division and the best proof that were found so far.
    """
    none = np.zeros_like(market.bonus)
    if not market.base.size:
        return Outcome(np.full(len(market.penalty), NOBODY), market.penalty, none)
    auction = Auction(market)
    step, lower = auction.highest // FIRST_STEP, LOWER
    # The coarse bidding always goes to its end: it is short, and everybody who can have a helper gets one.
    auction.hold(step, none, LARGEST)
    best, prices = auction.outcome(), auction.ask
    while step > 1 and gap_of(market, best):
        finer = max(1, step // FINER)
        if not auction.hold(finer, np.maximum(prices - lower * step, 0), most):
            break
        best = _better(market, best, auction.outcome())
        if auction.has_dear_place():
            lower *= MORE
        else:
            step, prices = finer, auction.ask
    return best


def _better(market: Market, one: Outcome, other: Outcome) -> Outcome:
    """The cheaper division of the two, with the prices that prove more."""
    division = min(one, other, key=lambda found: cost_of_all(market, found))
    proof = max(one, other, key=lambda found: lower_bound(market, found))
    return Outcome(division.helper, proof.worth, proof.extra)
