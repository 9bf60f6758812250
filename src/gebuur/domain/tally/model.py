"""What goes in: projects, ballots and the rule; and the words in which a refusal is said.

Money is exact: an ``int`` or a ``Fraction`` of the currency of the election, never a float.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Objects = npt.NDArray[np.object_]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
MOST_MONEY = 10**15
"""More than this in one election is a slip of the pen."""


class NotUsable(ValueError):
    """An election that cannot be counted; the message is one sentence that names the place.

    Attributes
    ----------
    line : int or None
        The line of the file, counted from 1, when it was read from one.
    """

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(problem if line is None else f"line {line}: {problem}")
        self.line = line


class Kind(StrEnum):
    """What a ballot holds."""

    APPROVAL = "approval"
    CHOOSE_ONE = "choose-1"
    CUMULATIVE = "cumulative"
    ORDINAL = "ordinal"


class Rule(StrEnum):
    """How the money is divided."""

    EQUAL_SHARES = "equal-shares"
    GREEDY = "greedy"


class Utility(StrEnum):
    """What one project is worth to a voter who named it."""

    COST = "cost"
    CARDINALITY = "cardinality"
    POINTS = "points"
    BORDA = "borda"


class Completion(StrEnum):
    """What happens with the money that equal shares leave."""

    NONE = "none"
    GREEDY = "greedy"
    ADD1 = "add1"
    ADD1U = "add1u"


class Stop(StrEnum):
    """When the shares stop growing."""

    OVERSPEND = "overspend"
    EXHAUSTIVE = "exhaustive"


@dataclass(frozen=True)
class Project:
    """A project on the ballot.

    Attributes
    ----------
    id : str
        As it stands on the ballots.
    cost : Fraction
        Above zero, in the currency of the election.
    name : str
        For people.
    facts : mapping
        What else a file said about it, column by column.
    """

    id: str
    cost: Fraction
    name: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Ballots:
    """All ballots, equal ones once.

    Attributes
    ----------
    starts : array of int, shape (kinds + 1,)
        Where the marks of each ballot begin; the last number is how many marks there are.
    project : array of int, shape (marks,)
        Number of the project that is marked, rising within a ballot.
    value : array of int, shape (marks,)
        1 on an approval; points in units of ``1 / scale``; on a ranking the last choice has 1, the one above it 2.
    weight : array of int, shape (kinds,)
        How many people handed in just this ballot.
    scale : int
        Points are whole numbers after multiplying by it.
    """

    starts: Ints
    project: Ints
    value: Ints
    weight: Ints
    scale: int = 1


@dataclass(frozen=True, eq=False)
class Election:
    """Everything that a count needs.

    Attributes
    ----------
    projects : tuple of Project
        In the order of the file; the outcome does not depend on it.
    budget : Fraction
        Above zero.
    kind : Kind
        What a ballot holds.
    ballots : Ballots
        Equal ballots once; empty ones too, for whoever hands in an empty ballot takes part.
    facts : mapping
        What else a file said about the election.
    notes : tuple of str
        What a reader found odd but could count.
    """

    projects: tuple[Project, ...]
    budget: Fraction
    kind: Kind
    ballots: Ballots
    facts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def voters(self) -> int:
        """How many ballots were handed in."""
        return int(self.ballots.weight.sum())


@dataclass(frozen=True)
class Wishes:
    """The rule, chosen before the vote.

    Attributes
    ----------
    rule, completion, stop
        See `Rule`, `Completion` and `Stop`; greedy knows no completion.
    utility : Utility or None
        None takes what the ballots hold: cost for approvals, points for points, Borda for rankings.
    seed : str
        The text from which lots are drawn.
    """

    rule: Rule = Rule.EQUAL_SHARES
    utility: Utility | None = None
    completion: Completion = Completion.ADD1U
    stop: Stop = Stop.OVERSPEND
    seed: str = ""

    def utility_for(self, kind: Kind) -> Utility:
        """Which utility counts for such ballots.

        Raises
        ------
        NotUsable
            Points are asked of ballots without points, or Borda of ballots without an order.
        """
        if self.utility is None:
            usual = {Kind.CUMULATIVE: Utility.POINTS, Kind.ORDINAL: Utility.BORDA}
            return usual.get(kind, Utility.COST)
        needs = {Utility.POINTS: Kind.CUMULATIVE, Utility.BORDA: Kind.ORDINAL}.get(self.utility)
        if needs is not None and kind is not needs:
            raise NotUsable(f"The utility {self.utility} needs {needs} ballots; these are {kind}.")
        return self.utility
