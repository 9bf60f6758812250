"""The election as the counting sees it: per project who supports it, in whole numbers throughout."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import NamedTuple

import numpy as np

from gebuur.domain.tally.model import Election, Flags, Ints, Utility, Wishes


class Waiting(NamedTuple):
    """A project and the least that its price can be; the lower price comes first, then the lower rank."""

    price: Fraction
    rank: int
    project: int


@dataclass(frozen=True, eq=False)
class Board:
    """Supporters, costs and ranks.

    Attributes
    ----------
    election : Election
        From which it was made.
    utility : Utility
        What one project is worth to a voter who named it.
    unit : int
        One unit of currency is so many units of money here; costs and budget are whole numbers of these.
    voters : int
        Everybody who handed in a ballot.
    budget, cost : int, list of int
        In units of money.
    supporters, weight, value : list of arrays of int
        Per project: the ballots that name it, how many people handed each in, and what it says.
    worth : list of int
        Per project what one point of a ballot counts for: its cost (in units of money), or 1.
    votes, score : list of int
        Per project: people who named it, and their points together (the same, where ballots hold no points).
    lot : list of str
        See `draw`.
    rank : list of int
        Place in the order in which ties are broken: lowest cost, most votes, then the lot.
    twin_of : dict of int to int
        A project that has the same supporters, values and cost as another of a better rank, and that other.
    """

    election: Election
    utility: Utility
    unit: int
    voters: int
    budget: int
    cost: list[int]
    supporters: list[Ints]
    weight: list[Ints]
    value: list[Ints]
    worth: list[int]
    votes: list[int]
    score: list[int]
    lot: list[str]
    rank: list[int]
    twin_of: dict[int, int]

    @property
    def kinds(self) -> int:
        """How many different ballots there are."""
        return len(self.election.ballots.weight)

    @cached_property
    def marks(self) -> Ints:
        """Per project how many different ballots name it."""
        return np.array([len(one) for one in self.supporters], np.int64)

    @cached_property
    def apart(self) -> Flags | None:
        """Per two projects whether no ballot names both; None where that is rare, or not worth finding out."""
        ballots, many = self.election.ballots, len(self.cost)
        lengths = np.diff(ballots.starts)
        if int((lengths * lengths).sum()) > many * many:
            return None
        apart = ~np.eye(many, dtype=np.bool_)
        owner = np.repeat(np.arange(len(lengths)), lengths)
        for gap in range(1, int(lengths.max(initial=0))):
            both = owner[gap:] == owner[:-gap]
            one, other = ballots.project[gap:][both], ballots.project[:-gap][both]
            apart[one, other] = apart[other, one] = False
        return apart

    @cached_property
    def queue(self) -> list[Waiting]:
        """Projects that somebody names, in the order in which they win as long as everybody pays in full."""
        return sorted(
            Waiting(Fraction(cost, self.score[p] * self.worth[p]), self.rank[p], p)
            for p, cost in enumerate(self.cost)
            if self.votes[p]
        )

    @cached_property
    def dearer(self) -> list[int]:
        """Per place in the queue: from which place on the price is higher."""
        prices = [one.price for one in self.queue]
        places = list(range(1, len(prices) + 1))
        for at in reversed(range(len(prices) - 1)):
            if prices[at] == prices[at + 1]:
                places[at] = places[at + 1]
        return places

    def met_by(self, project: int) -> Flags | slice:
        """Which projects may share supporters with this one."""
        return slice(None) if self.apart is None else ~self.apart[project]

    @cached_property
    def is_alone(self) -> bool:
        """Whether every ballot was handed in by one person."""
        return bool((self.election.ballots.weight == 1).all())

    @cached_property
    def has_points(self) -> bool:
        """Whether some mark counts for more than another."""
        return any(bool((one != 1).any()) for one in self.value)

    def money(self, units: int) -> Fraction:
        """Units of money as currency."""
        return Fraction(units, self.unit)


def draw(seed: str, name: str) -> str:
    """The lot of a project: SHA-256 of the seed, a line feed and its id; the lowest comes first.

    Examples
    --------
    >>> draw("spring 2027", "bench")[:12]
    'ee2e23a9cb0c'
    """
    return hashlib.sha256(f"{seed}\n{name}".encode()).hexdigest()


def set_up(election: Election, wishes: Wishes) -> Board:
    """Turn ballots round: who supports each project.

    Raises
    ------
    NotUsable
        The utility does not go with the ballots.
    """
    utility = wishes.utility_for(election.kind)
    has_points = utility in {Utility.POINTS, Utility.BORDA}
    ballots, many = election.ballots, len(election.projects)
    ballot = np.repeat(np.arange(len(ballots.weight)), np.diff(ballots.starts))
    order = np.argsort(ballots.project, kind="stable")
    cuts = np.searchsorted(ballots.project[order], np.arange(1, many))
    supporters = np.split(ballot[order], cuts)
    weight = [ballots.weight[one] for one in supporters]
    value = np.split(ballots.value[order], cuts)
    if not has_points:
        value = [np.ones(len(one), np.int64) for one in supporters]
    unit = lcm(election.budget.denominator, *(one.cost.denominator for one in election.projects))
    cost = [int(one.cost * unit) for one in election.projects]
    votes = [int(one.sum()) for one in weight]
    lot = [draw(wishes.seed, one.id) for one in election.projects]
    line = sorted(range(many), key=lambda p: (cost[p], -votes[p], lot[p]))
    rank = [0] * many
    for place, project in enumerate(line):
        rank[project] = place
    return Board(
        election=election,
        utility=utility,
        unit=unit,
        voters=election.voters,
        budget=int(election.budget * unit),
        cost=cost,
        supporters=supporters,
        weight=weight,
        value=value,
        worth=cost if utility is Utility.COST else [1] * many,
        votes=votes,
        score=[int((w * v).sum()) for w, v in zip(weight, value, strict=True)],
        lot=lot,
        rank=rank,
        twin_of=_twins(line, cost, supporters, value),
    )


def _twins(line: list[int], cost: list[int], who: list[Ints], value: list[Ints]) -> dict[int, int]:
    """Projects that can only tie with each other, each with the one just before it in rank."""
    alike = Counter((cost[p], len(who[p])) for p in line)
    last: dict[tuple[int, bytes, bytes], int] = {}
    twins: dict[int, int] = {}
    for p in line:
        if len(who[p]) and alike[cost[p], len(who[p])] > 1:
            key = (cost[p], who[p].tobytes(), value[p].tobytes())
            if key in last:
                twins[p] = last[key]
            last[key] = p
    return twins
