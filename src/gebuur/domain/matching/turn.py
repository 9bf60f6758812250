"""Derive the turn bonus from how people really leave: what a task now is worth, in metres."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import prod

from gebuur.domain.matching.model import NotUsable

AHEAD = 12
"""So many weeks ahead is looked."""
FEWEST_PEOPLE = 30
"""So many people must have been seen, without a task and after one."""
FEWEST_LEFT = 10
"""So many of all of them must have left."""
LONGEST = 26
"""A curve says no more than so many weeks; the last number holds for who waits longer."""
HIGHEST = 6_000
"""No turn is worth more than so many metres."""


class TooFew(ValueError):
    """Too few people were seen to learn anything from.

    Attributes
    ----------
    what : str
        ``new``, ``matched`` or ``left``: of whom there are too few.
    seen, needed : int
        How many there are and how many it takes.
    """

    def __init__(self, what: str, seen: int, needed: int) -> None:
        super().__init__(f"{what}: {seen} is too few, it takes {needed}.")
        self.what = what
        self.seen = seen
        self.needed = needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """How many people were there in every week, and how many of them left in it.

    Parameters
    ----------
    people : int
        How many different people were seen. One who had three tasks begins three times, but is one person.
    at_risk, left : sequence of int
        By full weeks since the beginning; the same length.

    Raises
    ------
    NotUsable
        When the two differ in length, a number is below zero, or more people left than were there.
    """

    people: int
    at_risk: Sequence[int]
    left: Sequence[int]

    def __post_init__(self) -> None:
        """Refuse what cannot be counted."""
        if self.people < 0:
            raise NotUsable("leaving: people", f"must not be below zero, but is {self.people!r}.")
        if len(self.at_risk) != len(self.left):
            raise NotUsable("leaving", "must say for every week who was there and who left.")
        for week, (there, left) in enumerate(zip(self.at_risk, self.left, strict=True)):
            if not 0 <= left <= there:
                raise NotUsable(f"leaving: week {week}", f"cannot lose {left} of {there} people.")

    def rates(self) -> tuple[float, ...]:
        """The chance to leave per week, smoothed so that it never falls.

        Weeks in which the chance seems to fall are taken together with those before. That is the most
        likely course among all that never fall (Ayer and others, 1955), and it takes the whims of small
        numbers away. Weeks with nobody have the chance of the week before.

        Examples
        --------
        >>> Leaving(people=40, at_risk=[40, 20, 10], left=[4, 0, 3]).rates()
        (0.06666666666666667, 0.06666666666666667, 0.3)
        """
        blocks: list[tuple[int, int, int]] = []  # People there, people who left, weeks.
        for there, left in zip(self.at_risk, self.left, strict=True):
            block = (there, left, 1)
            while blocks and block[1] * blocks[-1][0] <= blocks[-1][1] * block[0]:
                before = blocks.pop()
                block = (before[0] + block[0], before[1] + block[1], before[2] + block[2])
            blocks.append(block)
        return tuple(
            left / there if there else 0.0 for there, left, weeks in blocks for _ in range(weeks)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A derived turn bonus, for `Policy`.

    Attributes
    ----------
    new_curve, wait_curve : tuple of int
        Metre equivalents by full weeks since sign-up for who never had a task, and since the last task.
    new_people, matched_people, left : int
        How many people it rests on: seen before a first task, seen after a task, who left.
    metres : int
        What it may cost to keep one volunteer.
    """

    new_curve: tuple[int, ...]
    wait_curve: tuple[int, ...]
    new_people: int
    matched_people: int
    left: int
    metres: int


def derive_turn(new: Leaving, matched: Leaving, *, metres: int, highest: int = HIGHEST) -> Turn:
    """Turn bonus per week of waiting: the departures that a task now avoids, times what one is worth.

    Look twelve weeks ahead. Without a task somebody leaves with the chances of her own weeks to come;
    with a task she begins again with those of people who just had one. The difference is the part of a
    volunteer that this task keeps. Times the metres that a whole one may cost, this is the bonus.

    Parameters
    ----------
    new : Leaving
        Of people without a first task, by full weeks since sign-up.
    matched : Leaving
        Of people who had a task, by full weeks since the last one.
    metres : int
        What the coordinator lets people walk more, all together, to keep one volunteer twelve weeks.
    highest : int
        No bonus above this.

    Returns
    -------
    Turn
        Both curves never fall, so nobody loses her turn by waiting.

    Raises
    ------
    TooFew
        Below `FEWEST_PEOPLE` of either kind, or below `FEWEST_LEFT` who left.
    NotUsable
        When `metres` or `highest` is below zero.

    Notes
    -----
    It takes for granted that a task is *why* people stay. Who stays may also have got tasks because she
    stays; then the bonus is too high. So a coordinator looks at it first, and the hand-set one stays the default.

    Examples
    --------
    Without a task 10 in 100 leave every week, after one 1 in 100: a task now keeps 0.60 volunteer.

    >>> without = Leaving(people=100, at_risk=[100, 90, 80], left=[10, 9, 8])
    >>> after = Leaving(people=90, at_risk=[500, 400], left=[5, 4])
    >>> turn = derive_turn(without, after, metres=6000)
    >>> turn.new_curve, turn.wait_curve
    ((3624, 3624, 3624), (0, 0))
    """
    for name, value in (("metres", metres), ("highest", highest)):
        if value < 0:
            raise NotUsable(name, f"must not be below zero, but is {value!r}.")
    left = sum(new.left) + sum(matched.left)
    _check_enough("new", new.people, FEWEST_PEOPLE)
    _check_enough("matched", matched.people, FEWEST_PEOPLE)
    _check_enough("left", left, FEWEST_LEFT)
    again = _stays(matched.rates(), 0)
    return Turn(
        new_curve=_curve(new.rates(), again, metres, highest),
        wait_curve=_curve(matched.rates(), again, metres, highest),
        new_people=new.people,
        matched_people=matched.people,
        left=left,
        metres=metres,
    )


def _check_enough(what: str, seen: int, needed: int) -> None:
    if seen < needed:
        raise TooFew(what, seen, needed)


def _stays(rates: Sequence[float], since: int) -> float:
    """The chance to be there still after the weeks that are looked ahead; the last rate goes on."""
    weeks = (rates[min(since + week, len(rates) - 1)] for week in range(AHEAD))
    return prod(1 - rate for rate in weeks)


def _curve(rates: Sequence[float], again: float, metres: int, highest: int) -> tuple[int, ...]:
    kept = (again - _stays(rates, since) for since in range(min(len(rates), LONGEST)))
    bonus = (min(highest, max(0, round(metres * share))) for share in kept)
    return tuple(accumulate(bonus, max))
