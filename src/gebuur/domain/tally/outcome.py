"""What comes out: the winners, the rounds in which they won, and why the others did not."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from gebuur.domain.tally.model import Completion, Rule, Stop, Utility

SIXTH = 1_000_000
"""Payments have no end in decimals; they are told in millionths, rounded down."""


class By(StrEnum):
    """How a winner won."""

    SHARES = "shares"
    """Its supporters paid for it."""
    VOTES = "votes"
    """It had most votes of those that still fitted."""


class Why(StrEnum):
    """Why a project did not win."""

    NO_VOTES = "no_votes"
    """Nobody named it."""
    TOO_LITTLE_MONEY = "too_little_money"
    """Its supporters had too little money left, and nothing else was to be filled up."""
    DOES_NOT_FIT = "does_not_fit"
    """When it was its turn, less than its cost was left of the budget."""


@dataclass(frozen=True)
class Round:
    """One winner.

    Attributes
    ----------
    project : str
        Its id.
    by : By
        With the shares of its supporters, or by votes from what was left.
    votes : int
        People who named it.
    effective_votes : Fraction or None
        Its cost over the most that a supporter pays per point: as many supporters who pay in full as would carry it.
        In millionths, rounded down; only for `By.SHARES`.
    payment : Fraction or None
        The most that a supporter pays per point, in currency; in millionths, rounded down.
    left : Fraction
        What is left of the budget after it; exact.
    """

    project: str
    by: By
    votes: int
    effective_votes: Fraction | None
    payment: Fraction | None
    left: Fraction


@dataclass(frozen=True)
class Loser:
    """A project that did not win."""

    project: str
    cost: Fraction
    votes: int
    why: Why


@dataclass(frozen=True)
class Outcome:
    """The result of a count.

    Attributes
    ----------
    rule, utility, completion, stop, seed
        What was counted with. For `Rule.GREEDY` the completion is `Completion.NONE`.
    budget : Fraction
        What could be spent.
    voters : int
        Who handed in a ballot.
    winners : tuple of str
        Ids in the order in which they won.
    cost : Fraction
        Of all winners together; never above the budget.
    share : Fraction or None
        The money of each voter at the start of the run that decided; None for greedy.
    steps : int
        How many units of currency were added to each share.
    rounds : tuple of Round
        One per winner, in the same order.
    losers : tuple of Loser
        The others, most votes first, at equal votes in the order of ties.
    """

    rule: Rule
    utility: Utility
    completion: Completion
    stop: Stop
    seed: str
    budget: Fraction
    voters: int
    winners: tuple[str, ...]
    cost: Fraction
    share: Fraction | None
    steps: int
    rounds: tuple[Round, ...]
    losers: tuple[Loser, ...]


class Doubtful(ValueError):
    """A result that does not follow from its election; the message names the first thing that does not hold."""
