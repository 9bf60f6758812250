"""The purses of everybody in several runs at once, in whole numbers of 64 bits with bounds that are proven.

Money is counted in such small parts that every start and every cost is a whole number of them. A payment need not
be: then it is rounded up, and each run remembers how much less than the truth its purses may hold (`slack`). Purses
that never paid and empty ones are exact.

The least payment is bracketed: purses counted too low give too high a payment, purses counted `slack` higher give too
low a one. While nothing was rounded, and whenever nobody who still has money is too poor to pay in full, both are the
same exact fraction.

No sum can overflow: all money together, times the most points on a ballot, is kept below 2 to the power 61. A payment
is never above what the richest supporter has per point, rounded up; and `slack` never above a start.
"""

from math import lcm

import numpy as np

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.model import Ints

CEILING = 1 << 62
Found = tuple[int, int, int]
"""A payment per point: the highest and the lowest numerator it can have, and the denominator."""


class Field:
    """The purses of several columns, and the arithmetic on them.

    Parameters
    ----------
    board : Board
        Who supports what.
    starts : list of int
        Money of each voter per column, in units of money times the number of voters.
    """

    def __init__(self, board: Board, starts: list[int]) -> None:
        self.board, self.part = board, fine_part(board, max(starts))
        self.starts = np.array([start * self.part for start in starts], np.int64)
        self.purse = np.repeat(self.starts[:, None], board.kinds, axis=1)
        self.flat = self.purse.reshape(-1)
        self.slack = np.zeros(len(starts), np.int64)
        self.guess = np.zeros((len(board.cost), len(starts)), np.int64)
        self.cost = [cost * board.voters * self.part for cost in board.cost]

    def _purses(self, project: int, rows: Ints) -> Ints:
        who = self.board.supporters[project]
        if len(rows) == len(self.purse):
            return self.purse.take(who, axis=1)
        held: Ints = self.flat.take(rows[:, None] * self.purse.shape[1] + who)
        return held

    def payments(self, project: int, rows: Ints) -> list[Found | bool]:
        """What supporters pay per point in each row; False where they cannot pay, True where the bounds cannot tell."""
        board, cost = self.board, self.cost[project]
        held = self._purses(project, rows)
        weighed = held if board.is_alone else held * board.weight[project]
        slack = self.slack[rows]
        answers: list[Found | bool] = []
        able = []
        sums = zip(np.add.reduce(weighed, axis=1).tolist(), slack.tolist(), strict=True)
        for at, (together, less) in enumerate(sums):
            if together >= cost:
                able.append(at)
            answers.append(together + less * board.votes[project] >= cost)
        if able:
            if len(able) < len(rows):
                rows, held, weighed, slack = rows[able], held[able], weighed[able], slack[able]
            for at, found in zip(
                able, self._least(project, rows, held, weighed, slack), strict=True
            ):
                answers[at] = found
        return answers

    def _least(
        self, project: int, rows: Ints, held: Ints, weighed: Ints, slack: Ints
    ) -> list[Found]:
        """Newton's steps from below: whoever has less than is asked gives all, the others share the rest."""
        board, cost, total = self.board, self.cost[project], self.board.total[project]
        points = board.weighed[project]
        most = np.maximum(self.guess[project, rows], cost // total)
        asked = most[:, None] * board.value[project] if board.has_points else most[:, None]
        missing = share = np.full(len(rows), -1, np.int64)
        while True:
            poor = held < asked
            before = missing
            missing = cost - np.add.reduce(np.where(poor, weighed, 0), axis=1)
            share = total - np.add.reduce(np.where(poor, points, 0), axis=1)
            if (missing == before).all():
                break
            asked = self._asked(project, missing, share)
        self.guess[project, rows] = missing // share
        low = missing
        if slack.any():
            unsure = np.add.reduce(np.where(poor & (held > 0), board.weight[project], 0), axis=1)
            low = missing - slack * unsure
        return list(zip(missing.tolist(), low.tolist(), share.tolist(), strict=True))

    def _asked(self, project: int, missing: Ints, share: Ints) -> Ints:
        """What each supporter is asked to pay, rounded up."""
        missing, share = missing[:, None], share[:, None]
        if self.board.has_points:
            missing = missing * self.board.value[project]
        asked: Ints = -(-missing // share)
        return asked

    def pay(self, project: int, rows: Ints, found: list[Found]) -> list[bool]:
        """Take the money; per row whether the bounds can tell who pays in full."""
        who = self.board.supporters[project]
        high, low, share = np.array(found, np.int64).T
        held = self._purses(project, rows)
        asked = self._asked(project, high, share)
        poor = held < asked
        left = np.where(poor, 0, held - asked)
        slack = self.slack[rows]
        least = -self._asked(project, -low, share)
        blur = slack + (asked - least).max(axis=1)
        sure = blur <= self.starts[rows]
        at = np.flatnonzero(blur)
        if at.size:
            mine = held[at]
            unsure = poor[at] & (mine > 0) & (mine + slack[at, None] > least[at])
            sure[at] &= ~(unsure | (~poor[at] & (left[at] == 0))).any(axis=1)
        self.slack[rows] = blur
        self.flat[rows[:, None] * self.purse.shape[1] + who] = left
        told: list[bool] = sure.tolist()
        return told


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
