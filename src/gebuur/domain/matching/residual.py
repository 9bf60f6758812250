"""A finished division with its prices: what would it cost all together to do one thing differently?"""

from collections.abc import Sequence
from heapq import heappop, heappush

import numpy as np

from gebuur.domain.matching.market import NEVER, NOBODY, Market, sort_pairs
from gebuur.domain.matching.outcome import Outcome


class Residual:
    """The room for change in a division whose prices were lowered.

    Distances are what a change costs above the prices: never below zero. To give up a task of one's own
    costs nothing above the price, so every way that ends with one task more for somebody is complete.
    """

    def __init__(self, market: Market, outcome: Outcome) -> None:
        self.helper: list[int] = outcome.helper.tolist()
        self.rank: list[int] = market.crowd.rank.tolist()
        tasks = np.bincount(outcome.helper[outcome.helper >= 0], minlength=len(market.bonus))
        is_full = tasks >= market.crowd.room
        end = np.where(is_full, NEVER, market.climb(tasks) - outcome.extra)
        served = outcome.helper >= 0
        np.minimum.at(end, outcome.helper[served], (market.penalty - outcome.worth)[served])
        # What it costs to end a way here: by a task more, or by leaving one of hers unserved.
        self.end: list[int] = end.tolist()
        self.held: dict[int, list[int]] = {}
        for request, place in enumerate(self.helper):
            if place != NOBODY:
                self.held.setdefault(place, []).append(request)
        asking = np.repeat(np.arange(len(outcome.worth)), np.diff(market.starts))
        above = market.base + outcome.extra[market.helper] - outcome.worth[asking]
        order = sort_pairs(asking, above, market.crowd.rank[market.helper])
        self._rows: dict[int, tuple[list[int], list[int]]] = {}
        self._starts: list[int] = market.starts.tolist()
        self._above, self._helper = above[order], market.helper[order]

    def row(self, request: int) -> tuple[list[int], list[int]]:
        """Distances and volunteers of a request, the nearest first."""
        found = self._rows.get(request)
        if found is None:
            first, last = self._starts[request], self._starts[request + 1]
            found = self._above[first:last].tolist(), self._helper[first:last].tolist()
            self._rows[request] = found
        return found

    def elsewhere(self, request: int, most: int) -> tuple[int, int, bool] | None:
        """The least that giving it to anybody else costs, to whom, and whether that is exact.

        After a look at `most` pairs it is only certain that it costs at least so much; without any look, that
        a division with it costs at least so much above what the prices prove. None when nobody else can do it.
        """
        home = self.helper[request]
        nearest = next(
            (pair for pair in zip(*self.row(request), strict=True) if pair[1] != home), None
        )
        if nearest is None:
            return None
        if not most:
            return *nearest, False
        if self.end[nearest[1]] == 0:
            return *nearest, True
        firsts = [pair for pair in zip(*self.row(request), strict=True) if pair[1] != home]
        return _Search(self, home).run(firsts, most)

    def way(self, first: tuple[int, int], home: int) -> int:
        """The length of the shortest complete way that begins with `first`."""
        return _Search(self, home).run([first])[0]


class _Search:
    """One search for the shortest way; among equals the one that begins with the lowest id."""

    def __init__(self, residual: Residual, home: int) -> None:
        self.residual = residual
        self.home = home
        self.best = NEVER * 2, NOBODY  # Length, and the rank of whom it begins with.
        self.reached: dict[int, tuple[int, int]] = {}
        self.queue: list[tuple[int, int, int]] = []
        self.looked = 0

    def run(self, firsts: Sequence[tuple[int, int]], most: int = NEVER) -> tuple[int, int, bool]:
        """Length, with whom it begins, and whether that is exact: after a look at `most` pairs it is a lower bound."""
        rank = self.residual.rank
        who = {rank[place]: place for _, place in firsts}
        for far, place in firsts:
            if far > self.best[0]:
                break
            self._reach(far, rank[place], place)
        while self.queue and self.queue[0][:2] < self.best:
            far, origin, place = heappop(self.queue)
            if (far, origin) == self.reached[place]:
                if self.looked >= most:
                    return far, who[origin], False
                self._visit(far, origin, place)
        return self.best[0], who[self.best[1]], True

    def _reach(self, far: int, origin: int, place: int) -> None:
        """Come to a volunteer: the way may stop here, or go on later."""
        if (far, origin) < self.reached.get(place, (NEVER * 2, 0)):
            self.reached[place] = far, origin
            heappush(self.queue, (far, origin, place))
            end = 0 if place == self.home else self.residual.end[place]
            self.best = min(self.best, (far + end, origin))

    def _visit(self, far: int, origin: int, place: int) -> None:
        """Let one of hers move on."""
        if place == self.home:
            return
        residual = self.residual
        for request in residual.held.get(place, ()):
            for above, other in zip(*residual.row(request), strict=True):
                if far + above > self.best[0]:
                    break
                self.looked += 1
                self._reach(far + above, origin, other)
