"""The exact division of requests over volunteers: successive shortest paths, with a price for everybody's time.

Requests come in one by one. Each takes the cheapest way to a helper, if need be by moving others along a chain. Every
request keeps its `worth` (what it costs all together to serve it) and every volunteer a `price` (what her next task
would save the others). Together they prove that nothing better exists: see `certificate`.

Source: R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
problems", Computing 38 (1987); here with several tasks per volunteer at rising cost, as a minimum-cost flow.
"""

from heapq import heappop, heappush

import numpy as np

from gebuur.domain.matching.crowd import Ints
from gebuur.domain.matching.market import NEVER, NOBODY, Market, sort_pairs
from gebuur.domain.matching.outcome import Outcome

AT_FIRST = 16
OFTEN = 1


class Division:
    """Who does what, while it is worked out. Everybody is meant by her place in the market's lists.

    Attributes
    ----------
    helper : list of int
        For every request who does it, or `NOBODY`.
    held : dict of int to list of int
        For every volunteer who does something the requests she does.
    worth : list of int
        For every request what it costs all together to serve it; never above its penalty.
    extra : list of int
        For every volunteer what her next task saves the others above what her first one costs; zero or more.
    whole : set of int
        Requests whose row shows everybody, because the cheapest few were not enough.
    looked : int
        How many pairs were looked at so far: the work done, the same on every machine.
    """

    def __init__(self, market: Market) -> None:
        requests, volunteers = len(market.penalty), len(market.bonus)
        self.market = market
        self.penalty: list[int] = market.penalty.tolist()
        self.helper = [NOBODY] * requests
        self.worth = self.penalty[:]
        self.held: dict[int, list[int]] = {}
        self.room: list[int] = market.crowd.room.tolist()
        # A next task costs more than a first one: a climb, and the bonus of a first one, less what is settled.
        self.climbs = [step - market.policy.load_step(0) for step in market.policy.load_steps]
        self.bonus: list[int] = market.bonus.tolist()
        # What her next task costs her above the first one. The last entry is for `NOBODY`, whom nothing pays.
        self.gate = [0 if room else NEVER for room in self.room]
        self.extra = [*(0 if room else NEVER for room in self.room), NEVER]
        self.rank: list[int] = market.crowd.rank.tolist()
        self.who: list[int] = np.argsort(market.crowd.rank).tolist()
        self._starts: list[int] = market.starts.tolist()
        self._bases, self._helpers = market.base, market.helper
        self._settled = np.zeros(volunteers, np.int64)
        self.whole: set[int] = set()
        self._settle_at = OFTEN * len(market.base)
        self.looked = 0

    def row(self, request: int) -> tuple[list[int], list[int]]:
        """Bases and helpers of a request, cheapest first; at first only some, then an entry for the rest of them.

        Rows are not kept: to cut one out anew takes less than to keep the memory tidy with all of them in it.
        """
        first, last = self._starts[request], self._starts[request + 1]
        shown = last if request in self.whole else min(last, first + AT_FIRST)
        bases: list[int] = self._bases[first : min(last, shown + 1)].tolist()
        helpers: list[int] = self._helpers[first:shown].tolist()
        if shown == last:
            bases.append(NEVER)
        helpers.append(NOBODY)
        return bases, helpers

    def serve(self, request: int) -> None:
        """Bring one request in; everybody else may move along."""
        if self.looked > self._settle_at:
            self._settle()
        extra, worth, place = self.extra, self.penalty[request], NOBODY
        bases, helpers = self.row(request)
        for base, helper in zip(bases, helpers, strict=True):
            if base >= worth:
                break
            if base + extra[helper] < worth:
                worth, place = base + extra[helper], helper
        else:
            self.whole.add(request)
            self.serve(request)
            return
        self.looked += len(bases)
        self.worth[request] = worth
        if place == NOBODY:
            return
        if self.gate[place] == extra[place]:
            self.give(request, place)
        else:
            chain = Chain(self, request)
            chain.search()
            chain.settle()

    def serve_all(self, most: int) -> bool:
        """Bring all requests in; False when that takes a look at more than `most` pairs."""
        queue = np.argsort(-self.market.penalty, kind="stable")
        for request in _serve_undisputed(self, queue).tolist():
            self.serve(request)
            if self.looked > most:
                return False
        return True

    def _settle(self) -> None:
        """Put the prices that rose into the bases and sort them anew, so that every look stops sooner."""
        risen = np.array(self.extra[:-1], np.int64)
        risen[self.market.crowd.room == 0] = 0
        asking = np.repeat(np.arange(len(self.penalty)), np.diff(self.market.starts))
        bases = self._bases + risen[self._helpers]
        order = sort_pairs(asking, bases, self.market.crowd.rank[self._helpers])
        self._bases, self._helpers = bases[order], self._helpers[order]
        self._settled += risen
        self.gate = [gate - more for gate, more in zip(self.gate, risen.tolist(), strict=True)]
        self.bonus = [bonus - more for bonus, more in zip(self.bonus, risen.tolist(), strict=True)]
        self.extra = [*(0 if room else NEVER for room in self.room), NEVER]
        self.whole.clear()
        self._settle_at = self.looked + OFTEN * len(bases)

    def outcome(self) -> Outcome:
        """How it stands."""
        risen = np.where(self.market.crowd.room > 0, np.array(self.extra[:-1], np.int64), 0)
        helper, worth = np.array(self.helper, np.int64), np.array(self.worth, np.int64)
        return Outcome(helper, worth, risen + self._settled)

    def give(self, request: int, place: int) -> None:
        """One task more for this volunteer."""
        held = self.held.setdefault(place, [])
        held.append(request)
        self.helper[request] = place
        tasks = len(held)
        climb = self.climbs[min(tasks, len(self.climbs) - 1)] + self.bonus[place]
        self.gate[place] = climb if tasks < self.room[place] else NEVER

    def take(self, request: int) -> int:
        """Take a request from its helper, who then stands open for another; who that was."""
        place, self.helper[request] = self.helper[request], NOBODY
        if place != NOBODY:
            self.held[place].remove(request)
        return place


class Chain:
    """The search for one chain of people who move along; distances are what it costs above the prices."""

    def __init__(self, division: Division, request: int) -> None:
        self.division = division
        self.request = request
        self.reached: dict[int, int] = {}  # Volunteers, and how far they are.
        self.by: dict[int, int] = {}  # Which request comes to them.
        self.done: list[int] = []
        self.queue: list[int] = []
        self.length = division.penalty[request] - division.worth[request]
        self.end = NOBODY  # The volunteer who gets one more task; or nobody, and then
        self.dropped = request  # the request that stays unserved.

    def search(self) -> None:
        """Go from volunteer to volunteer, the nearest first and at one distance by id, until no chain is shorter."""
        division = self.division
        held, who, many = division.held, division.who, len(division.who)
        self._look(self.request, 0)
        while self.queue:
            distance, rank = divmod(heappop(self.queue), many)
            if distance >= self.length:
                break
            place = who[rank]
            if distance > self.reached[place]:
                continue
            self.done.append(place)
            for other in held.get(place, ()):
                spare = distance + division.penalty[other] - division.worth[other]
                if spare < self.length:
                    self.length, self.end, self.dropped = spare, NOBODY, other
                self._look(other, distance)

    def _look(self, request: int, distance: int) -> None:
        """Everybody this request could go to."""
        division, reached, length = self.division, self.reached, self.length
        extra, gate, rank, many = division.extra, division.gate, division.rank, len(division.who)
        short = distance - division.worth[request]
        bases, helpers = division.row(request)
        division.looked += len(bases)
        for base, helper in zip(bases, helpers, strict=True):
            if short + base >= length:
                self.length = length
                return
            far = short + base + extra[helper]
            if far < length and far < reached.get(helper, NEVER):
                reached[helper] = far
                self.by[helper] = request
                heappush(self.queue, far * many + rank[helper])
                if far + gate[helper] - extra[helper] < length:
                    length = far + gate[helper] - extra[helper]
                    self.end, self.dropped = helper, NOBODY
        self.length = length
        division.whole.add(request)
        self._look(request, distance)

    def settle(self) -> None:
        """Raise worths and prices by what the search found, then shift everybody."""
        division, length = self.division, self.length
        division.worth[self.request] += length
        for place in self.done:
            more = max(0, length - self.reached[place])
            division.extra[place] += more
            for request in division.held.get(place, ()):
                division.worth[request] += more
        place = self.end
        if self.dropped != NOBODY:
            place = division.take(self.dropped)
        while place != NOBODY:
            request = self.by[place]
            before = division.take(request)
            division.give(request, place)
            place = before


def divide(market: Market) -> Outcome:
    """Serve all requests, the heaviest penalty first: then few who came in have to give way later."""
    division = Division(market)
    division.serve_all(NEVER)
    return division.outcome()


def divide_within(market: Market, most: int) -> Outcome | None:
    """Do the same, but give up when more than `most` pairs have to be looked at."""
    division = Division(market)
    return division.outcome() if division.serve_all(most) else None


def _serve_undisputed(division: Division, queue: Ints) -> Ints:
    """Give everybody's best helper to the first who wants her, all at once; who is left over."""
    market = division.market
    first = market.starts[:-1][queue]
    able = first < market.starts[1:][queue]
    able[able] = market.base[first[able]] < market.penalty[queue[able]]
    asking, first = queue[able], first[able]
    helpers, winners = np.unique(market.helper[first], return_index=True)
    bases = market.base[first[winners]].tolist()
    for request, place, base in zip(asking[winners].tolist(), helpers.tolist(), bases, strict=True):
        division.worth[request] = base
        division.give(request, place)
    left: Ints = queue[~np.isin(queue, asking[winners])]
    return left
