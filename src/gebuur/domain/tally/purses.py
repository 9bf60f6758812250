"""The purses of everybody in several runs at once, in whole numbers of 64 bits with bounds that are proven.

Money is counted in such small parts that every start and every cost is a whole number of them. A payment need not
be: then it is rounded up, and of each purse is remembered how much less than the truth it may hold (`slack`). Purses
that never paid and empty ones are exact.

The least payment is bracketed: purses counted too low give too high a payment, purses counted `slack` higher give too
low a one. While nothing was rounded, and whenever nobody who still has money is too poor to pay in full, both are the
same exact fraction.

No sum can overflow: all money together, times the most points on a ballot, is kept below 2 to the power 61. A payment
is never above what the richest supporter has per point, rounded up; and `slack` never above a start.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import lcm

import numpy as np

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.model import Flags, Ints

CEILING = 1 << 62


@dataclass(frozen=True, eq=False, slots=True)
class _Marks:
    """The supporters of several projects, each project in one column, all in one line.

    Attributes
    ----------
    purse : array of int
        Where the money of each of them is.
    first, many : array of int
        Where the supporters of each project begin, and how many they are.
    weight, value : array of int, or int
        How many people handed in each ballot, and what it says; 1 where that holds for all.
    """

    purse: Ints
    first: Ints
    many: Ints
    weight: Ints | int
    value: Ints | int

    def sums(self, amounts: Ints | Flags, times: Ints | int = 1) -> Ints:
        """Per project, all together; each amount so many times."""
        if not isinstance(times, int):
            amounts = amounts * times
        return np.add.reduceat(amounts, self.first, dtype=np.int64)

    def each(self, amounts: Ints) -> Ints:
        """What is said per project, said to each supporter."""
        return amounts.repeat(self.many)

    def asked(self, missing: Ints, share: Ints) -> Ints:
        """What each supporter is asked to pay, rounded up."""
        if isinstance(self.value, int):
            return self.each(-(-missing // share))
        asked: Ints = -(-self.each(missing) * self.value // self.each(share))
        return asked


class Field:
    """The purses of several columns, and the arithmetic on them.

    Parameters
    ----------
    board : Board
        Who supports what.
    starts : list of int
        Money of each voter per column, in units of money times the number of voters.

    Attributes
    ----------
    part : int
        Into how many parts a unit of money over the number of voters is divided.
    cost : array of int
        Per project, in parts; no more than a number that nobody can pay.
    missing, share : array of int, shape (columns, projects)
        A payment per point is `missing` over `share`: the cost less what the poor give, over the points of the others.
        The last that was worked out, with purses counted too low.
    purse, slack : array of int, shape (kinds of ballot times columns,)
        What each has left at least, and how much more it may be, in parts. One ballot has its purses of all columns
        side by side, for these mostly ask for the same.
    blur : array of int, shape (columns,)
        No slack was ever larger than this.
    """

    def __init__(self, board: Board, starts: list[int]) -> None:
        self.board, self.part = board, fine_part(board, max(starts))
        self.starts = np.array([start * self.part for start in starts], np.int64)
        self.purse = np.tile(self.starts, board.kinds)
        self.slack = np.zeros(len(self.purse), np.int64)
        self.blur = np.zeros(len(starts), np.int64)
        in_parts = board.voters * self.part
        self.cost = np.array([min(one * in_parts, CEILING) for one in board.cost], np.int64)
        self.votes, self.total = np.array(board.votes), np.array(board.score)
        self.where = [who * len(starts) for who in board.supporters]
        self.missing = np.tile(self.cost, (len(starts), 1))
        self.share = np.tile(self.total, (len(starts), 1))

    def pay_in_full(self, line: Iterable[int]) -> Ints:
        """Pay for one project after the other, in each column while all its supporters keep something.

        Then each of them pays the same whatever the start, so it is worked out once for all columns.

        Returns
        -------
        array of int, shape (columns,)
            For how many projects of the line each has paid.
        """
        paid, goes_on = np.zeros(len(self.starts), np.int64), self.starts > 0
        spent, slack = np.zeros((2, self.board.kinds), np.int64)
        for project in line:
            who, value = self.board.supporters[project], self.board.value[project]
            cost, total = self.cost[project], self.total[project]
            if cost > self.starts.max() * self.votes[project]:
                break
            asked = -(-cost * value // total)
            after = spent[who] + asked
            stays = goes_on & (self.starts > after.max())
            self._take(goes_on & ~stays, spent, slack)
            goes_on = stays
            if not goes_on.any():
                break
            spent[who] = after
            slack[who] += asked - cost * value // total
            paid += goes_on
        self._take(goes_on, spent, slack)
        return paid

    def _take(self, columns: Flags, spent: Ints, slack: Ints) -> None:
        """Take from every purse of these columns what its ballot spent."""
        if columns.any():
            self.purse.reshape(-1, len(columns))[:, columns] -= spent[:, None]
            self.slack.reshape(-1, len(columns))[:, columns] += slack[:, None]
            self.blur[columns] = slack.max()

    def _marks(self, rows: Ints, projects: Ints) -> _Marks:
        board, chosen = self.board, projects.tolist()
        many = board.marks[projects]
        purse = np.concatenate([self.where[p] for p in chosen])
        purse += rows.repeat(many)
        return _Marks(
            purse=purse,
            first=many.cumsum() - many,
            many=many,
            weight=1 if board.is_alone else np.concatenate([board.weight[p] for p in chosen]),
            value=np.concatenate([board.value[p] for p in chosen]) if board.has_points else 1,
        )

    def _held(self, marks: _Marks) -> Ints:
        return self.purse.take(marks.purse, mode="clip")

    def price(self, rows: Ints, projects: Ints, least: Ints) -> tuple[Flags, Flags]:
        """Work out what supporters pay per point, each project in its column; `missing` and `share` then say it.

        Newton's steps from below: whoever has less than is asked gives all, the others share the rest. They begin at
        what was worked out before, or at `least` per point where that is more; no payment may be below it.

        Returns
        -------
        two arrays of bool
            Whether they can pay; and whether they cannot, but might with purses counted higher.
        """
        marks = self._marks(rows, projects)
        held = self._held(marks)
        weighed = held if isinstance(marks.weight, int) else held * marks.weight
        points = marks.weight * marks.value
        cost, total = self.cost[projects], self.total[projects]
        missing, share = self.missing[rows, projects], self.share[rows, projects]
        least = np.minimum(least, self.starts[rows])
        behind = missing < least * share
        missing, share = np.where(behind, least, missing), np.where(behind, 1, share)
        together = marks.sums(weighed)
        able = together >= cost
        while True:
            poor = held < marks.asked(missing, share)
            known = missing, share
            missing = cost - marks.sums(weighed * poor)
            share = np.maximum(total - marks.sums(poor, points), 1)
            if not (((missing != known[0]) | (share != known[1])) & able).any():
                break
        self.missing[rows, projects], self.share[rows, projects] = missing, share
        return able, ~able & (together + self.blur[rows] * self.votes[projects] >= cost)

    def lowest(self, row: int, project: int) -> int:
        """As `missing`, with purses counted too high."""
        missing = int(self.missing[row, project])
        if missing == self.cost[project] or not self.blur[row]:
            return missing
        where = np.array([row]), np.array([project])
        marks = self._marks(*where)
        poor = self._held(marks) < marks.asked(self.missing[where], self.share[where])
        return missing - int((self.slack.take(marks.purse) * poor * marks.weight).sum())

    def pay(self, rows: Ints, projects: Ints) -> tuple[Ints, Flags]:
        """Take the money for one project in each row, which was priced.

        Returns
        -------
        array of int, array of bool
            As `missing`, with purses counted too high; and whether the bounds can tell who pays in full.
        """
        marks = self._marks(rows, projects)
        missing, share = self.missing[rows, projects], self.share[rows, projects]
        held, slack = self._held(marks), self.slack.take(marks.purse, mode="clip")
        asked = marks.asked(missing, share)
        left = held - asked
        low = missing - marks.sums(slack * (left < 0), marks.weight)
        least = -marks.asked(-low, share)
        edge = np.logical_or.reduceat((left <= 0) & (held + slack > least), marks.first)
        slack += asked - least
        slack *= left > 0
        self.purse[marks.purse], self.slack[marks.purse] = np.maximum(left, 0), slack
        blur = np.maximum(self.blur[rows], np.maximum.reduceat(slack, marks.first))
        self.blur[rows] = blur
        return low, ~edge & (low > 0) & (blur <= self.starts[rows])


def fine_part(board: Board, start: int) -> int:
    """Into how many parts a unit of money over the number of voters is divided; 0 when there is no room.

    Products of small primes come first, because payments then are whole numbers more often.
    """
    points = max((int(one.max()) for one in board.value if len(one)), default=1)
    room = CEILING // max(1, 2 * start * board.voters * points)
    part, step = 1, 2
    while (wider := lcm(part, step)) <= room:
        part, step = wider, step + 1
    return part * (room // part) if room else 0
