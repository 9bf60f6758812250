"""What is looked at, and what is found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

Ballot = tuple[str, ...]


class Shape(StrEnum):
    """A shape that invented or repeated votes have had elsewhere."""

    SAME = "same"
    ALIKE = "alike"
    COPY = "copy"
    LONE = "lone"
    BURST = "burst"
    CODES = "codes"
    HOME = "home"


class NotARoll(ValueError):
    """The lists do not belong to the same ballots; the message says which."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Ballots and what is known beside them; every list is as long as `ballots`, or empty when it is not known.

    Attributes
    ----------
    ballots : sequence of tuple of str
        The projects on each ballot, in any order.
    is_in_order : bool
        Whether the ballots stand as they came in. In a file that was sorted or mixed for secrecy nothing that
        needs an order is looked for.
    ages : sequence of str
        As they stand in the file; an empty text is not known.
    minutes : sequence of int
        The minute each ballot came in, from any beginning.
    codes : sequence of int
        The place of each voter's code in the pile as it was printed.
    homes : sequence of str
        One address per person *on the roll*; as long as the roll, not as the ballots.
    """

    ballots: Sequence[Ballot] = ()
    is_in_order: bool = True
    ages: Sequence[str] = ()
    minutes: Sequence[int] = ()
    codes: Sequence[int] = ()
    homes: Sequence[str] = ()

    def __post_init__(self) -> None:
        for name in ("ages", "minutes", "codes"):
            there = len(getattr(self, name))
            if there not in (0, len(self.ballots)):
                raise NotARoll(
                    f"{name} has {there} entries, but there are {len(self.ballots)} ballots."
                )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at together. It says nothing of why, and nothing of who.

    Attributes
    ----------
    shape : Shape
        Which shape.
    count : int
        How many ballots, or people on the roll, have it.
    first : int
        The entry at which it begins, counted from one; 0 when it has no place.
    usual : int
        What is usual here: the same count elsewhere in this very vote.
    what : str
        The ballot, project, age or address it is about.
    """

    shape: Shape
    count: int
    first: int
    usual: int
    what: str


@dataclass(frozen=True, slots=True)
class Look:
    """What was found, and which shapes could not be looked for because the roll does not tell it."""

    findings: tuple[Finding, ...] = ()
    unseen: tuple[Shape, ...] = field(default=())
