"""One run of equal shares in exact fractions: for what whole numbers with bounds cannot decide, and for the record.

People who paid for the same things have the same money. So money is kept per **class**: ballots with one history.
Every amount is a whole number over one common denominator.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

import numpy as np

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.model import Ints

Holding = tuple[int, int, int]
"""Of people who have the same: money of each, points of each, how many they are."""
ROOM = 1_000
"""So many classes are kept before those without anybody in them are let go."""


@dataclass(frozen=True)
class Payment:
    """What one round costs the supporters.

    Attributes
    ----------
    project : int
        The winner of the round.
    most : Fraction
        What a supporter pays per point, in units of money; who has less pays what she has.
    in_full, in_part : int
        People who pay just that, and people who give all they have because it is less.
    """

    project: int
    most: Fraction
    in_full: int
    in_part: int


class Purses:
    """The money of everybody during one run.

    Parameters
    ----------
    board : Board
        Who supports what.
    start : Fraction
        Money of each voter at the beginning, in units of money.
    """

    def __init__(self, board: Board, start: Fraction) -> None:
        self.board = board
        self.common, self.room = start.denominator, ROOM
        self.held = [0, start.numerator]
        self.classes = np.ones(board.kinds, np.int64)

    def holdings(self, project: int) -> list[Holding]:
        """Supporters with money left, put together: money (times `common`), points of each, people."""
        board = self.board
        found, people = _put_together(
            self.classes[board.supporters[project]], board.value[project], board.weight[project]
        )
        return [
            (self.held[cls], value, many)
            for (cls, value), many in zip(found, people, strict=True)
            if self.held[cls]
        ]

    def left(self, project: int) -> Fraction:
        """All the money that supporters have left, in units of money."""
        return Fraction(
            sum(money * many for money, _value, many in self.holdings(project)), self.common
        )

    def price(self, project: int) -> Payment | None:
        """The least that supporters pay per point; None when together they cannot."""
        rich, part = self.holdings(project), 0
        missing = self.board.cost[project] * self.common
        if sum(money * many for money, _value, many in rich) < missing:
            return None
        while True:
            points = sum(value * many for _money, value, many in rich)
            poor = [one for one in rich if one[0] * points < missing * one[1]]
            if not poor:
                full = sum(many for _money, _value, many in rich)
                return Payment(project, Fraction(missing, points * self.common), full, part)
            rich = [one for one in rich if one[0] * points >= missing * one[1]]
            missing -= sum(money * many for money, _value, many in poor)
            part += sum(many for _money, _value, many in poor)

    def pay(self, payment: Payment) -> None:
        """Take from each supporter what she pays."""
        board, project = self.board, payment.project
        who, most = board.supporters[project], payment.most
        factor = most.denominator // gcd(self.common, most.denominator)
        if factor > 1:
            self.common *= factor
            self.held = [money * factor for money in self.held]
        per_point = most.numerator * (self.common // most.denominator)
        value = board.value[project]
        width = int(value.max()) + 1
        found, to = np.unique(self.classes[who] * width + value, return_inverse=True)
        new = np.zeros(len(found), np.int64)
        for at, (cls, points) in enumerate(
            zip(*(one.tolist() for one in divmod(found, width)), strict=True)
        ):
            money = self.held[cls] - per_point * points
            if money > 0:
                new[at] = len(self.held)
                self.held.append(money)
        self.classes[who] = new[to]
        if len(self.held) > self.room:
            self._forget()

    def _forget(self) -> None:
        """Let go of classes in which nobody is any more."""
        there, self.classes = np.unique(np.append(self.classes, 0), return_inverse=True)
        self.classes = self.classes[:-1]
        self.held = [self.held[cls] for cls in there.tolist()]
        self.room = 2 * len(self.held) + ROOM


def _put_together(cls: Ints, value: Ints, weight: Ints) -> tuple[list[list[int]], list[int]]:
    """Which pairs of class and value there are, and how many people have each."""
    if not len(cls):
        return [], []
    most = int(value.max()) + 1
    key = cls * most + value
    order = np.argsort(key, kind="stable")
    key = key[order]
    first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    people = np.add.reduceat(weight[order], first)
    kinds = key[first]
    return np.stack([kinds // most, kinds % most], axis=1).tolist(), people.tolist()


def run_exactly(board: Board, start: Fraction) -> list[int]:
    """Who wins from this start, in order.

    Parameters
    ----------
    board : Board
        Who supports what.
    start : Fraction
        Money of each voter, in units of money.
    """
    purses = Purses(board, start)
    heap = [
        (Fraction(board.cost[p], board.score[p] * board.worth[p]), board.rank[p], p, -1)
        for p in range(len(board.cost))
        if board.votes[p]
    ]
    heapq.heapify(heap)
    winners: list[int] = []
    while heap:
        price, rank, project, seen = heapq.heappop(heap)
        if seen < len(winners):
            payment = purses.price(project)
            if payment is not None:
                price = payment.most / board.worth[project]
                heapq.heappush(heap, (price, rank, project, len(winners)))
            continue
        purses.pay(Payment(project, price * board.worth[project], 0, 0))
        winners.append(project)
    return winners


def replay(
    board: Board, start: Fraction, winners: Sequence[int]
) -> Iterator[tuple[Purses, Payment]]:
    """Pay for a known list of winners one by one; gives the purses before each payment, and the payment.

    Raises
    ------
    ValueError
        The supporters of a winner cannot pay for it.
    """
    purses = Purses(board, start)
    for project in winners:
        payment = purses.price(project)
        if payment is None:
            raise ValueError(project)
        yield purses, payment
        purses.pay(payment)
