"""One run of equal shares in exact fractions: for what whole numbers with bounds cannot decide, and for the record.

People who paid for the same things have the same money. So money is kept per **class**: ballots with one history.
Every amount is a whole number over one common denominator.
"""

import heapq
from fractions import Fraction
from math import gcd
from typing import NamedTuple

import numpy as np

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.model import Ints

Holding = tuple[int, int, int]
"""Of people who have the same: money of each, points of each, how many they are."""
ROOM = 1_000
"""So many classes are kept before those without anybody in them are let go."""
ROUGH = 128
"""A price, times 2 to this power and rounded down, is no larger than that of any dearer project."""


class Payment(NamedTuple):
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
        board, held = self.board, self.held
        classes, weight = self.classes[board.supporters[project]], board.weight[project]
        if board.has_points:
            found, people = _put_together(classes, board.value[project], weight)
            return [
                (held[cls], value, many)
                for (cls, value), many in zip(found, people, strict=True)
                if held[cls]
            ]
        many_of = np.bincount(classes) if board.is_alone else np.bincount(classes, weight)
        classes = np.flatnonzero(many_of)
        counts = many_of[classes].astype(np.int64).tolist()
        return [
            (held[cls], 1, many)
            for cls, many in zip(classes.tolist(), counts, strict=True)
            if held[cls]
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
        if sum([money * many for money, _value, many in rich]) < missing:
            return None
        points = sum([value * many for _money, value, many in rich])
        while poor := [one for one in rich if one[0] * points < missing * one[1]]:
            rich = [one for one in rich if one[0] * points >= missing * one[1]]
            for money, value, many in poor:
                missing -= money * many
                points -= value * many
                part += many
        full = sum([many for _money, _value, many in rich])
        return Payment(project, Fraction(missing, points * self.common), full, part)

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
        key = self.classes[who] * width + value
        found = sorted(set(key.tolist()))
        new = np.zeros(len(found), np.int64)
        for at, kind in enumerate(found):
            cls, points = divmod(kind, width)
            money = self.held[cls] - per_point * points
            if money > 0:
                new[at] = len(self.held)
                self.held.append(money)
        self.classes[who] = new[np.searchsorted(found, key)]
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


def run_exactly(board: Board, start: Fraction) -> list[Payment]:
    """Who wins from this start, in order, and what that costs the supporters.

    Parameters
    ----------
    board : Board
        Who supports what.
    start : Fraction
        Money of each voter, in units of money.
    """
    purses, changed = Purses(board, start), np.zeros(len(board.cost), np.int64)
    least = (
        Payment(p, Fraction(cost, board.score[p]), 0, 0)
        for p, cost in enumerate(board.cost)
        if board.votes[p]
    )
    heap = [(*_place(board, payment), -1, payment) for payment in least]
    heapq.heapify(heap)
    winners: list[Payment] = []
    while heap:
        *_price, seen, payment = heapq.heappop(heap)
        if seen >= changed[payment.project]:
            purses.pay(payment)
            winners.append(payment)
            changed[board.met_by(payment.project)] = len(winners)
        elif now := purses.price(payment.project):
            heapq.heappush(heap, (*_place(board, now), len(winners), now))
    return winners


def _place(board: Board, payment: Payment) -> tuple[int, Fraction, int]:
    """Where a project stands in line: by price, then by rank; first a whole number, for these compare quickly."""
    price = payment.most / board.worth[payment.project]
    rough = (price.numerator << ROUGH) // price.denominator
    return rough, price, board.rank[payment.project]
