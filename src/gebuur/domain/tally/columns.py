"""One run of equal shares as it is remembered, and what two of them tell about every start between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cmp_to_key
from typing import NamedTuple

import numpy as np

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.model import Flags, Floats, Ints


class Rival(NamedTuple):
    """A project whose price is known as a fraction; the lower price comes first, then the lower rank."""

    price: Fraction
    rank: int


@dataclass(slots=True)
class Column:
    """One run.

    Attributes
    ----------
    start : int
        Money of each voter, in units of money times the number of voters.
    part : int
        Into how many parts a unit of money over the number of voters was divided.
    winners : list of int
        Projects in an order in which they could be paid for; `in_order` gives that in which they won.
    missing, low, share : list of int
        Per round: a supporter pays per point at most `missing` over `share` parts, and at least `low` over `share`.
    above, high, next_low : array of float
        Per round: the winner's price lies between `above` and `high`; that of every project that is left, may share
        supporters with it and is not near lies above `next_low`.
    near : dict of int to tuple
        Rounds in which prices touched: the winner, and those that it came before.
    lows : array of float or None
        Per round and project what its price lies above; kept on request.
    is_undecided : bool
        The bounds were not enough.
    """

    start: int
    part: int = 0
    winners: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    share: list[int] = field(default_factory=list)
    above: Floats = field(default_factory=lambda: np.zeros(0))
    high: Floats = field(default_factory=lambda: np.zeros(0))
    next_low: Floats = field(default_factory=lambda: np.zeros(0))
    near: dict[int, tuple[Rival, ...]] = field(default_factory=dict)
    lows: Floats | None = None
    is_undecided: bool = False


def same_between(board: Board, low: Column, high: Column) -> bool:
    """Whether every start between two columns certainly gives the same winners.

    While the same projects are paid for, more money at the start leaves everybody with at least as much, so no price
    rises. Between the two starts a winner's price is therefore at most its price in the lower column, and every other
    price at least that in the higher one. What nobody could pay for at the end of the higher column, nobody can pay for
    from less. Projects that no ballot names together may change places: neither takes money from the other.
    """
    if low.is_undecided or high.is_undecided or len(low.winners) != len(high.winners):
        return False
    place = {project: at for at, project in enumerate(low.winners)}
    at = [place.get(project, -1) for project in high.winners]
    if -1 in at or (high.next_low <= low.high[at]).any() or not _keeps_order(board, high, at):
        return False
    for now, (_winner, *rivals) in high.near.items():
        project, here = high.winners[now], at[now]
        most = Fraction(low.missing[here], low.share[here] * low.part * board.worth[project])
        if (most, board.rank[project]) > min(rivals):
            return False
    return True


def _keeps_order(board: Board, column: Column, at: list[int]) -> bool:
    """Whether projects that share supporters come one after the other in the same order, with other places for all."""
    if at == list(range(len(at))):
        return True
    if board.apart is None:
        return False
    places, winners = np.array(at), np.array(column.winners)
    turned = np.triu(places[:, None] > places)
    return bool(board.apart[np.ix_(winners, winners)][turned].all())


class Unclear(Exception):
    """Two prices are too near to each other for the bounds."""


def in_order(board: Board, column: Column) -> Column:
    """The same run with its winners in the order in which they won: the lowest price first, then the lowest rank.

    It tells what each paid, and nothing of the others, for that holds in the order of before only.

    Raises
    ------
    Unclear
        The bounds cannot tell.
    """

    def compare(one: int, other: int) -> int:
        if column.high[one] < column.above[other]:
            return -1
        if column.high[other] < column.above[one]:
            return 1
        mine, its = (column.share[at] * board.worth[column.winners[at]] for at in (one, other))
        ranks = board.rank[column.winners[one]], board.rank[column.winners[other]]
        if (column.missing[one] * its, ranks[0]) < (column.low[other] * mine, ranks[1]):
            return -1
        if (column.missing[other] * mine, ranks[1]) < (column.low[one] * its, ranks[0]):
            return 1
        raise Unclear

    order = sorted(range(len(column.winners)), key=cmp_to_key(compare))
    return Column(
        start=column.start,
        part=column.part,
        winners=[column.winners[at] for at in order],
        missing=[column.missing[at] for at in order],
        low=[column.low[at] for at in order],
        share=[column.share[at] for at in order],
    )


class Guide:
    """Lower bounds from columns that began with more.

    What is left in a purse is the start less all payments, or nothing; their order does not matter. So when a column
    has paid for the first winners of its guide, and for each at least as much, nobody has more in it than she had then
    in the guide, and no price is lower. Later twins are left alone: they come in at another time.

    Parameters
    ----------
    board : Board
        Who supports what.
    above : sequence of Column or None
        The guide of each column; it is of use when it kept its `lows`.
    low : array of float, shape (columns, projects)
        What the price of each project lies above; it is raised in place.
    paid : array of int, shape (columns,)
        So many rounds, the first, each has behind it; they were those of its guide.
    """

    def __init__(
        self, board: Board, above: Sequence[Column | None], low: Floats, paid: Ints
    ) -> None:
        guides = {id(one): one for one in above if one is not None and one.lows is not None}
        which = {key: at for at, key in enumerate(guides)}
        self.which = np.array([which.get(id(one), -1) for one in above])
        self.low, size = low, max((len(one.winners) for one in guides.values()), default=0)
        shape = len(guides), low.shape[1]
        self.lows = np.full((len(guides), size + 1, low.shape[1]), np.inf)
        self.place, self.high = np.full(shape, size), np.full(shape, np.inf)
        self.share = np.zeros(shape, np.int64)
        for at, one in enumerate(guides.values()):
            if one.lows is not None:
                self.lows[at, : len(one.lows)] = one.lows
            self.place[at, one.winners] = np.arange(len(one.winners))
            self.high[at, one.winners], self.share[at, one.winners] = one.high, one.share
        self.lows[:, :, list(board.twin_of)] = 0
        self.paid = np.arange(size + 1) < paid[:, None]
        self._raise(np.flatnonzero(self.which >= 0))

    def follow(self, rows: Ints, projects: Ints, full: Flags, share: Ints) -> None:
        """Go on after these projects won; `full` is whether nobody paid in part, and `share` for how many points."""
        on = self.which[rows] >= 0
        rows, projects, full, share = rows[on], projects[on], full[on], share[on]
        which = self.which[rows]
        as_much = self.low[rows, projects] > self.high[which, projects]
        as_much |= full & (share <= self.share[which, projects])
        self.paid[rows, self.place[which, projects]] = as_much
        self._raise(rows)

    def _raise(self, rows: Ints) -> None:
        at = self.which[rows], self.paid[rows].argmin(axis=1)
        self.low[rows] = np.maximum(self.low[rows], self.lows[at])
