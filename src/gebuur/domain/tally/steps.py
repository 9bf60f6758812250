"""From which start the winners come: with one euro more per voter each time, until the rule says stop.

Many steps need no run of their own. When two starts certainly give the same winners for every start between
them (`gebuur.domain.tally.columns.same_between`), those between are skipped; when they do not, the steps between are
looked at, down to every single one. The answer is that of looking at every step, in whatever currency one counts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.bounds import run_columns
from gebuur.domain.tally.columns import Column, Unclear, in_order, same_between
from gebuur.domain.tally.exact import Payment, run_exactly
from gebuur.domain.tally.model import NotUsable, Stop

MOST_RUNS = 100_000
WORK = 40_000
"""So many purses of one project are worked on at a time: below it calling costs more than counting."""
MOST_AT_ONCE = 512
ROOM = 4_000_000
"""So many bounds are kept of runs at the same time."""
FIRST_LOOK = 32
"""Shares seldom grow to more than double; so many steps up to there are looked at first, spread evenly."""
AHEAD = 16
"""A part of what is quickest at a time: where counting costs more than calling, fewer are looked at beyond the last."""
LOOK = 7
FEW_MARKS = 20_000
"""With no more marks on all ballots together, one run alone is soonest done in fractions."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What one step gives."""

    column: Column
    winners: list[int]
    cost: int
    ends: bool
    """Nothing after this step matters."""


@dataclass(frozen=True, slots=True)
class Grown:
    """Where the shares stopped growing.

    Attributes
    ----------
    steps : int
        Units of currency added to each share.
    winners : list of int
        Numbers of the projects, in the order in which they won.
    paid : Column or list of Payment
        What supporters paid for each, in the same order: between bounds, or exactly.
    """

    steps: int
    winners: list[int]
    paid: Column | list[Payment]


def start_after(board: Board, steps: int) -> Fraction:
    """Money of each voter after so many steps, in units of money."""
    return Fraction(board.budget + steps * board.unit * board.voters, board.voters)


def run_once(board: Board, step: int = 0) -> Grown:
    """Equal shares from the budget over the voters with so many units of currency more, and no further."""
    if len(board.election.ballots.project) <= FEW_MARKS:
        return exactly(board, step)
    steps = _Steps(board, Stop.OVERSPEND)
    steps.run([step])
    return steps.grown(step)


def exactly(board: Board, step: int) -> Grown:
    """The same, in fractions."""
    payments = run_exactly(board, start_after(board, step))
    return Grown(step, [one.project for one in payments], payments)


def grow(board: Board, stop: Stop, since: int = 0) -> Grown:
    """Let the shares grow until the rule says stop.

    Parameters
    ----------
    board : Board
        Who supports what.
    stop : Stop
        `OVERSPEND`: the step before the first that would cost more than the budget. `EXHAUSTIVE`: the same, or sooner
        the first step after which no supported project fits in what is left. With both: the first step with which every
        supported project wins.
    since : int
        The rule is known not to stop at this step or before it.

    Raises
    ------
    NotUsable
        A hundred thousand runs were not enough.
    """
    steps = _Steps(board, stop)
    steps.look_first(since)
    while True:
        last = steps.first_end()
        if last is None:
            steps.look_further()
            continue
        gaps = steps.open_gaps(last)
        if not gaps:
            return steps.answer(last)
        steps.look_between(gaps)


class _Steps:
    """The steps that have been run so far."""

    def __init__(self, board: Board, stop: Stop) -> None:
        self.board, self.stop = board, stop
        self.wanted = sum(1 for one in board.votes if one)
        self.cheapest = sorted((cost, p) for p, cost in enumerate(board.cost) if board.votes[p])
        marks = int(board.marks.sum()) // max(1, self.wanted)
        self.at_once = max(1, min(MOST_AT_ONCE, WORK // max(1, marks)))
        self.runs: dict[int, _Run] = {}
        self.line: list[int] = []
        self.closed: set[tuple[int, int]] = set()
        self.stride = max(1, board.budget // (board.voters * board.unit) // FIRST_LOOK)

    def run(self, steps: Sequence[int], *, keep: bool = False) -> None:
        """Run these steps, as many at a time as is quickest; fewer when their bounds are kept, for these take room.

        Where few projects meet on a ballot, it is quicker to work bounds out again than to learn from another run.
        """
        learns = self.board.apart is None
        keep &= learns
        room = max(1, ROOM // len(self.board.cost) ** 2)
        many = min(self.at_once, room) if keep else self.at_once
        for since in range(0, len(steps), many):
            mine = steps[since : since + many]
            grown = self.board.unit * self.board.voters
            starts = [self.board.budget + one * grown for one in mine]
            above = [self._above(one) for one in mine] if learns else []
            columns = run_columns(self.board, starts, above, keep=keep)
            for step, column in zip(mine, columns, strict=True):
                self.runs[step] = self._weigh(step, column)
        if len(self.runs) > MOST_RUNS:
            raise NotUsable("The shares would grow too slowly. Write the money in larger units.")
        self.line = sorted(self.runs)

    def _above(self, step: int) -> Column | None:
        """The run from the nearest larger start, to learn from."""
        at = bisect_right(self.line, step)
        return self.runs[self.line[at]].column if at < len(self.line) else None

    def _weigh(self, step: int, column: Column) -> _Run:
        found = column.winners
        if column.is_undecided:
            found = exactly(self.board, step).winners
        cost = sum(self.board.cost[p] for p in found)
        ends = cost > self.board.budget or len(found) == self.wanted
        if not ends and self.stop is Stop.EXHAUSTIVE:
            won = set(found)
            left = next(price for price, p in self.cheapest if p not in won)
            ends = cost + left > self.board.budget
        return _Run(column, found, cost, ends)

    def first_end(self) -> int | None:
        """The first of the steps run so far at which the shares stop growing."""
        return next((step for step in self.line if self.runs[step].ends), None)

    def look_first(self, since: int) -> None:
        """Run this step, and some beyond it."""
        many = min(self.at_once, FIRST_LOOK, max(LOOK + 1, self.at_once // AHEAD))
        self.run([since + self.stride * one for one in range(many)], keep=self.stride > 1)

    def look_further(self) -> None:
        """Run steps beyond the last; farther apart when there is much to skip."""
        lately = list(pairwise(self.line[-FIRST_LOOK:]))
        if lately and all(map(self._is_closed, lately)):
            self.stride *= 2
        self.look_first(self.line[-1] + self.stride)

    def _is_closed(self, pair: tuple[int, int]) -> bool:
        """Whether the steps between two are known to be the same."""
        if pair not in self.closed:
            low, high = (self.runs[one].column for one in pair)
            if not same_between(self.board, low, high):
                return False
            self.closed.add(pair)
        return True

    def open_gaps(self, last: int) -> list[tuple[int, int]]:
        """Neighbours up to the last step between which something may happen."""
        gaps = []
        for low, high in pairwise(self.line):
            if high <= last and high - low > 1 and not self._is_closed((low, high)):
                gaps.append((low, high))
            else:
                self.runs[high].column.lows = None
        return gaps

    def look_between(self, gaps: Iterable[tuple[int, int]]) -> None:
        """Run steps inside the first gaps, spread evenly."""
        new: list[int] = []
        wide = False
        for low, high in gaps:
            inside = high - low - 1
            many = min(inside, LOOK)
            wide |= many < inside
            new += [low + (high - low) * one // (many + 1) for one in range(1, many + 1)]
            if len(new) >= self.at_once:
                break
        self.run(new, keep=wide)

    def answer(self, last: int) -> Grown:
        """The step at which the rule stops; it does not go over the budget."""
        return self.grown(last if self.runs[last].cost <= self.board.budget else last - 1)

    def grown(self, step: int) -> Grown:
        """This step, with its winners in the order in which they won."""
        column = self.runs[step].column
        if not column.is_undecided:
            with suppress(Unclear):
                column = in_order(self.board, column)
                return Grown(step, column.winners, column)
        return exactly(self.board, step)
