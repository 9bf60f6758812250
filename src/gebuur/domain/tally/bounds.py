"""Many runs of equal shares at once, in whole numbers of 64 bits with bounds that are proven.

A **column** is one run from one start; its purses and the bounds of every payment come from
`gebuur.domain.tally.purses`.

- While everybody has enough to pay in full, nothing depends on the start: projects win in the order of their least
  prices (`Board.queue`). Those rounds are taken over at once, so far as each start goes.
- A project can be paid for when the upper bound of its price lies below the lower bound of every other's that may share
  supporters with it. Others may come first, but take no money from it, and no price ever falls: it wins at this price.
- Otherwise all that could be cheaper are worked out, and compared as fractions where they are known exactly.
- Prices never fall during a run. So an old lower bound, or one of a column that began with more, often spares looking
  at a project again.
- Whatever these bounds cannot decide makes the column `undecided`; `gebuur.domain.tally.exact` then runs it.

Bounds of prices are laid side by side as floats that are moved outwards by far more than a float can err. So a float
only tells what is apart for certain; whatever touches is compared in whole numbers.

Why that holds: a bound is `missing / (share * scale)`, moved by `OUTWARDS`. All three are whole numbers, the first two
of 64 bits, and `scale` from 1 to 2 to the power 124. So nothing comes near the largest or the smallest float. There
are six roundings: three to make floats of them, the product, the quotient and the move. Each errs by at most a part of
2 to the power -53; together that is less than a part of 2 to the power -50, a thousandth of the move. A lower bound
that is not above zero needs no such care, for every price is. Where a number might not fit in 64 bits, `fine_part` is
0, and there are no columns at all.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.columns import Column, Guide, Rival
from gebuur.domain.tally.model import Floats, Ints
from gebuur.domain.tally.purses import CEILING, Field, fine_part

OUTWARDS = 2.0**-40
"""Bounds are moved so far, as a part of themselves; six roundings of a float err by less than 2 to the power -50."""
Touching = tuple[tuple[int, int, int, int], ...]
Compared = tuple[tuple[int, Rival], ...]


def run_columns(
    board: Board, starts: Sequence[int], above: Sequence[Column | None] = (), *, keep: bool = False
) -> list[Column]:
    """Run equal shares from several starts.

    Parameters
    ----------
    board : Board
        Who supports what.
    starts : sequence of int
        Money of each voter, in units of money times the number of voters.
    above : sequence of Column or None
        For each start a column from a larger one that kept its `lows`, if there is one.
    keep : bool
        Whether the columns keep their `lows`.

    Returns
    -------
    list of Column
        In the order of `starts`; those that are undecided have to be run exactly.
    """
    if not fine_part(board, max(starts)):
        return [Column(start, is_undecided=True) for start in starts]
    return _Crowd(board, list(starts), above, keep=keep).run()


class _Crowd:
    """Columns that go forward together; what they ask for is worked out once for all of them."""

    def __init__(
        self, board: Board, starts: list[int], above: Sequence[Column | None], *, keep: bool
    ) -> None:
        self.board, self.field = board, Field(board, starts)
        self.columns = [Column(start, self.field.part) for start in starts]
        many, projects = len(starts), len(board.cost)
        self.scale = np.array([float(min(one, CEILING) * self.field.part) for one in board.worth])
        self.fresh = np.zeros((many, projects), np.bool_)
        self.limit = np.full(many, np.inf)
        self.won = np.full((many, projects + 1), -1)
        self.record = np.zeros((3, many, projects), np.int64)
        self.bounds = np.zeros((3, many, projects))
        self.lows = np.zeros((many, projects + 1, projects)) if keep else None
        apart = board.apart
        self.away = None if apart is None else np.where(apart, np.inf, -np.inf)
        self.twin = np.full(projects, -1)
        for later, first in board.twin_of.items():
            self.twin[first] = later
        paid = self._begin()
        self.guide = Guide(board, above, self.low, paid) if any(above) else None
        self.compared: dict[Touching, Compared] = {}

    def _begin(self) -> Ints:
        """Pay for what everybody pays in full; who of the others could pay from all they begin with, is next.

        Twins wait for the first of them. Gives how many rounds that were.
        """
        board, field = self.board, self.field
        needed = [min(cost * board.voters, CEILING) for cost in board.cost]
        able = np.array([one.start for one in self.columns])[:, None] * field.votes >= needed
        able &= field.votes > 0
        least = field.cost / (np.maximum(field.total, 1) * self.scale)
        low, high = least * (1 - OUTWARDS), least * (1 + OUTWARDS)
        line = [one.project for one in board.queue]
        self.now = field.pay_in_full(line)
        self._remember(line, np.where(able, low, np.inf), high)
        has_won = np.zeros_like(able)
        has_won[:, line] = np.arange(len(line)) < self.now[:, None]
        able &= ~has_won
        for later, first in board.twin_of.items():
            able[:, later] &= has_won[:, first]
        self.low, self.high = np.where(able, low, np.inf), np.where(able, high, np.inf)
        return self.now.copy()

    def _remember(self, line: list[int], low: Floats, high: Floats) -> None:
        """Write down the rounds of this line, of which each column had some."""
        field, places = self.field, slice(len(line))
        self.won[:, places] = line
        self.record[:, :, places] = np.array([field.cost, field.cost, field.total])[:, None, line]
        ahead = np.minimum.accumulate(low[:, line[::-1]], axis=1)[:, ::-1]
        ahead = np.append(ahead, np.full((len(low), 1), np.inf), axis=1)
        self.bounds[0, :, places], self.bounds[1, :, places] = low[:, line], high[line]
        self.bounds[2, :, places] = ahead[:, self.board.dearer]
        queue = [Rival(one.price * self.board.voters, one.rank) for one in self.board.queue]
        ends = enumerate(self.board.dearer)
        near = {at: tuple(queue[at:end]) for at, end in ends if end > at + 1}
        for column, many in zip(self.columns, self.now.tolist(), strict=True):
            column.near = {at: rivals for at, rivals in near.items() if at < many}

    def _bound(self, rows: Ints, projects: Ints) -> None:
        """Between which floats the prices lie that the field has worked out."""
        missing, share = self.field.missing[rows, projects], self.field.share[rows, projects]
        less = self.field.blur[rows] * self.field.votes[projects]
        point = share * self.scale[projects]
        low = (missing - less) / point * (1 - OUTWARDS)
        self.low[rows, projects] = np.maximum(low, self.low[rows, projects])
        self.high[rows, projects] = missing / point * (1 + OUTWARDS)

    def run(self) -> list[Column]:
        """Until nobody can pay for anything more."""
        active = np.arange(len(self.columns))
        while active.size:
            active = self._go_on(active)
        return [self._told(row) for row in range(len(self.columns))]

    def _go_on(self, rows: Ints) -> Ints:
        """Each column asks for the prices that it has to know next, or pays for a winner; gives those that go on."""
        low, at = self.low.take(rows, axis=0), np.arange(len(rows))
        best = low.argmin(axis=1)
        least, known = low[at, best], self.fresh[rows, best]
        goes_on = least < np.inf
        limit = self.limit[rows]
        limit = np.where(limit < np.inf, limit, least)
        limit = np.where(known, self.high[rows, best], limit)
        low[at, best] = np.inf
        if self.away is not None:
            np.maximum(low, self.away.take(best, axis=0), out=low)
        rest = low.min(axis=1)
        is_first = (rest > limit) & goes_on
        wins, asks = is_first & known, is_first & ~known
        bids = [(rows[wins], best[wins], rest[wins])]
        crowded = np.flatnonzero(goes_on & ~is_first)
        near, asked = self._touching(rows[crowded], limit[crowded], bids)
        self._price(np.append(rows[asks], near), np.append(best[asks], asked))
        self._pay(*(np.concatenate(some) for some in zip(*bids, strict=True)))
        if self.lows is not None:
            over = rows[~goes_on]
            self.lows[over, self.now[over]] = np.inf
        following: Ints = rows[goes_on]
        return following

    def _touching(
        self, rows: Ints, limit: Floats, bids: list[tuple[Ints, Ints, Floats]]
    ) -> tuple[Ints, Ints]:
        """What may lie below the limit and has to be priced first; bids for a winner where all of that is known."""
        touches = self.low.take(rows, axis=0) <= limit[:, None]
        asks = touches > self.fresh.take(rows, axis=0)
        for one in np.flatnonzero(~asks.any(axis=1)).tolist():
            bids += self._compare(int(rows[one]), np.flatnonzero(touches[one]))
        which, asked = asks.nonzero()
        return rows[which], asked

    def _price(self, rows: Ints, projects: Ints) -> None:
        if not rows.size:
            return
        least = (self.low[rows, projects] * self.scale[projects]).astype(np.int64)
        able, doubtful = self.field.price(rows, projects, least)
        self._bound(rows, projects)
        self.fresh[rows, projects] = True
        np.minimum.at(self.limit, rows, np.where(able, self.high[rows, projects], np.inf))
        self.low[rows[~able], projects[~able]] = np.inf
        self._give_up(rows[doubtful])

    def _give_up(self, rows: Ints) -> None:
        for row in rows.tolist():
            self.columns[row].is_undecided = True
            self.low[row] = np.inf

    def _compare(self, row: int, line: Ints) -> list[tuple[Ints, Ints, Floats]]:
        """Compare as fractions what touches; the winner, or nobody when that cannot be told."""
        touching = tuple(self._exactly(row, p) for p in line.tolist())
        if touching not in self.compared:
            self.compared[touching] = self._first_of(touching)
        near = self.compared[touching]
        if not near:
            self._give_up(np.array([row]))
            return []
        if len(near) > 1:
            self.columns[row].near[int(self.now[row])] = tuple(rival for _p, rival in near)
        low = self.low[row].copy()
        low[[p for p, _rival in near]] = np.inf
        return [(np.array([row]), np.array([near[0][0]]), low.min(keepdims=True))]

    def _exactly(self, row: int, project: int) -> tuple[int, int, int, int]:
        """A project and its price, as the highest and the lowest numerator and the denominator."""
        missing, share = int(self.field.missing[row, project]), int(self.field.share[row, project])
        return project, missing, self.field.lowest(row, project), share

    def _first_of(self, touching: Touching) -> Compared:
        """The winner and those near to it; empty when that depends on what was rounded."""
        bounds = {}
        for project, missing, low, share in touching:
            point = share * self.board.worth[project] * self.field.part
            bounds[project] = (
                Fraction(low, point),
                Rival(Fraction(missing, point), self.board.rank[project]),
            )
        best = min(bounds, key=lambda p: bounds[p][1])
        near = [p for p, (low, _high) in bounds.items() if low <= bounds[best][1].price]
        if len(near) > 1 and any(bounds[p][0] < bounds[p][1].price for p in near):
            return ()
        near.sort(key=lambda p: bounds[p][1])
        return tuple((p, bounds[p][1]) for p in near)

    def _pay(self, rows: Ints, projects: Ints, rest: Floats) -> None:
        """Write down who won, take the money, and go to the next round."""
        if not rows.size:
            return
        now = self.now[rows]
        missing, share = self.field.missing[rows, projects], self.field.share[rows, projects]
        low, sure = self.field.pay(rows, projects)
        self.won[rows, now] = projects
        self.record[:, rows, now] = missing, low, share
        self.bounds[:, rows, now] = self.low[rows, projects], self.high[rows, projects], rest
        if self.lows is not None:
            self.lows[rows, now] = self.low[rows]
        twin = self.twin[projects]
        if (twin >= 0).any():
            late, to = rows[twin >= 0], twin[twin >= 0]
            gone = projects[twin >= 0]
            for one in (self.low, self.field.missing, self.field.share):
                one[late, to] = one[late, gone]
        if self.guide:
            self.guide.follow(rows, projects, missing == self.field.cost[projects], share)
        self.low[rows, projects] = np.inf
        self.now[rows] = now + 1
        apart, self.limit[rows] = self.board.apart, np.inf
        self.fresh[rows] = False if apart is None else self.fresh[rows] & apart[projects]
        self._give_up(rows[~sure])

    def _told(self, row: int) -> Column:
        column, rounds = self.columns[row], int(self.now[row])
        column.winners = self.won[row, :rounds].tolist()
        column.missing, column.low, column.share = self.record[:, row, :rounds].tolist()
        column.above, column.high, column.next_low = self.bounds[:, row, :rounds].copy()
        if self.lows is not None and not column.is_undecided:
            column.lows = self.lows[row, : rounds + 1]
        return column
