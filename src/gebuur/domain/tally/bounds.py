"""Many runs of equal shares at once, in whole numbers of 64 bits with bounds that are proven.

A **column** is one run from one start; its purses and the bounds of every payment come from
`gebuur.domain.tally.purses`.

- A project wins a round when the upper bound of its price lies below the lower bound of every other's, or when all that
  could be cheaper are known exactly and compared as fractions.
- Whatever these bounds cannot decide makes the column `undecided`; `gebuur.domain.tally.exact` then runs it.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.purses import Field, Found, fine_part

KEY = 96
"""Prices are compared as whole numbers, multiplied by 2 to this power; what then looks equal is compared exactly."""
Exact = tuple[int, int]
"""A price as numerator and denominator, both above zero."""


class Bid(NamedTuple):
    """What is known of the price of one project in one column.

    Attributes
    ----------
    low, high : int
        The price lies between these, both multiplied by 2 to the power `KEY`.
    rank, project : int
        Its place when ties are broken, and its number.
    seen : int
        The round in which it was worked out; an older `low` still holds, for prices never fall.
    exact : tuple or None
        The price itself, when it is known.
    found : Found
        The payment from which it comes.
    """

    low: int
    rank: int
    project: int
    seen: int
    high: int
    exact: Exact | None
    found: Found


@dataclass(frozen=True, slots=True)
class Round:
    """Who won a round, and how near the others came.

    Attributes
    ----------
    bid : Bid
        Of the winner.
    near : tuple of Bid
        Those whose price overlapped with the winner's; all known exactly.
    next_low : int or None
        Below this no other project's price lies; None when there is no other.
    """

    bid: Bid
    near: tuple[Bid, ...]
    next_low: int | None


@dataclass(slots=True)
class Column:
    """One run.

    Attributes
    ----------
    start : int
        Money of each voter, in units of money times the number of voters.
    row : int
        Its place in the field.
    part : int
        Into how many parts a unit of money over the number of voters was divided.
    heap : list of Bid
        The lowest `low` first.
    rounds : list of Round
        So far.
    near : list of Bid
        Worked out in this round, and not certainly dearer than the first of them.
    is_undecided : bool
        The bounds were not enough.
    """

    start: int
    row: int
    part: int
    heap: list[Bid]
    rounds: list[Round] = field(default_factory=list)
    near: list[Bid] = field(default_factory=list)
    is_undecided: bool = False

    @property
    def winners(self) -> list[int]:
        """Projects in the order in which they won."""
        return [one.bid.project for one in self.rounds]


def run_columns(board: Board, starts: Iterable[int]) -> list[Column]:
    """Run equal shares from several starts.

    Parameters
    ----------
    board : Board
        Who supports what.
    starts : iterable of int
        Money of each voter, in units of money times the number of voters.

    Returns
    -------
    list of Column
        In the order of `starts`; those that are undecided have to be run exactly.
    """
    wanted = list(starts)
    if not fine_part(board, max(wanted)):
        return [Column(start, row, 0, [], is_undecided=True) for row, start in enumerate(wanted)]
    return _Crowd(board, wanted).run()


class _Crowd:
    """Columns that go forward together; what many ask for is worked out once for all of them."""

    def __init__(self, board: Board, starts: list[int]) -> None:
        self.board, self.field = board, Field(board, starts)
        self.next_twin = {first: later for later, first in board.twin_of.items()}
        first = [
            self._bid(p, (cost * board.voters, cost * board.voters, board.total[p]), -1, 1)
            for p, cost in enumerate(board.cost)
            if board.votes[p] and p not in board.twin_of
        ]
        first.sort()
        self.columns = [
            Column(
                start, row, self.field.part, [bid for bid in first if self._can_begin(bid, start)]
            )
            for row, start in enumerate(starts)
        ]

    def _can_begin(self, bid: Bid, start: int) -> bool:
        """Whether its supporters can pay for it from all they begin with."""
        cost = self.board.cost[bid.project] * self.board.voters
        return self.board.votes[bid.project] * start >= cost

    def run(self) -> list[Column]:
        """Until nobody can pay for anything more."""
        active = [one for one in self.columns if one.heap]
        while active:
            asked: defaultdict[int, list[Column]] = defaultdict(list)
            payers: defaultdict[int, list[Column]] = defaultdict(list)
            for column in active:
                self._ask(column, asked, payers)
            for project, columns in asked.items():
                self._price(project, columns)
            for project, columns in payers.items():
                self._pay(project, columns)
            active = [one for one in active if (one.heap or one.near) and not one.is_undecided]
        return self.columns

    def _bid(self, project: int, found: Found, seen: int, part: int) -> Bid:
        high, low, share = found
        share *= self.board.worth[project] * part
        exact = (high, share) if high == low else None
        return Bid(
            low=(low << KEY) // share,
            rank=self.board.rank[project],
            project=project,
            seen=seen,
            high=-((-high << KEY) // share),
            exact=exact,
            found=found,
        )

    def _ask(
        self,
        column: Column,
        asked: defaultdict[int, list[Column]],
        payers: defaultdict[int, list[Column]],
    ) -> None:
        """Whose price this column has to know next; or who wins."""
        heap, near, now = column.heap, column.near, len(column.rounds)
        while heap and (not near or heap[0].low <= near[0].high):
            top = heap[0]
            if top.seen < now:
                asked[top.project].append(column)
                return
            near.append(heapq.heappop(heap))
        if len(near) > 1 and any(one.exact is None for one in near):
            column.is_undecided = True
            return
        best = near[0]
        for one in near[1:]:
            if _comes_before(one, best):
                best = one
        others = tuple(one for one in near if one is not best)
        column.near = list(others)
        column.rounds.append(Round(best, others, heap[0].low if heap else None))
        payers[best.project].append(column)

    def _price(self, project: int, columns: list[Column]) -> None:
        rows = np.array([one.row for one in columns], np.int64)
        for column, found in zip(columns, self.field.payments(project, rows), strict=True):
            if isinstance(found, bool):
                heapq.heappop(column.heap)
                column.is_undecided |= found
            else:
                bid = self._bid(project, found, len(column.rounds), self.field.part)
                heapq.heapreplace(column.heap, bid)

    def _pay(self, project: int, columns: list[Column]) -> None:
        rows = np.array([one.row for one in columns], np.int64)
        sure = self.field.pay(project, rows, [one.rounds[-1].bid.found for one in columns])
        twin = self.next_twin.get(project)
        for column, is_sure in zip(columns, sure, strict=True):
            column.is_undecided |= not is_sure
            for one in column.near:
                heapq.heappush(column.heap, one)
            column.near = []
            if twin is not None:
                bid = column.rounds[-1].bid
                late = bid._replace(rank=self.board.rank[twin], project=twin, seen=-1)
                heapq.heappush(column.heap, late)


def _comes_before(one: Bid, other: Bid) -> bool:
    """Whether the first wins, both prices being known exactly."""
    if one.exact is None or other.exact is None:
        raise ValueError(one)
    left, right = one.exact[0] * other.exact[1], other.exact[0] * one.exact[1]
    return (left, one.rank) < (right, other.rank)


def same_between(low: Column, high: Column) -> bool:
    """Whether every start between two columns certainly gives the same winners in the same order.

    While the order of winners is the same, more money at the start leaves everybody with at least as much, so no price
    rises. Between the two starts a winner's price is therefore at most its price in the lower column, and every other
    price at least that in the higher one. What nobody could pay for at the end of the higher column, nobody can pay for
    from less.
    """
    if len(low.rounds) != len(high.rounds) or low.is_undecided or high.is_undecided:
        return False
    return all(map(_same_round, low.rounds, high.rounds))


def _same_round(low: Round, high: Round) -> bool:
    if low.bid.project != high.bid.project:
        return False
    if high.next_low is not None and high.next_low <= low.bid.high:
        return False
    for rival in high.near:
        if low.bid.exact is None:
            if rival.low <= low.bid.high:
                return False
        elif not _comes_before(low.bid, rival):
            return False
    return True
