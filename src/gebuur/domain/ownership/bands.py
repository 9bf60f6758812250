"""Shares in quarters and halves: coarse on purpose, so that one person seldom moves them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

STEPS = 4
"""A share is told in quarters: none or hardly any, one, two, three, all or nearly all."""

Z = 1.959964
"""95 of 100."""

FIRST_MARK = 5
_MARKS = (1, 2, 5)
Figure = TypeVar("Figure")


class Half(StrEnum):
    """On which side of one half a share lies."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Share:
    """What is told of a share; None is not shown.

    Attributes
    ----------
    quarter : int or None
        The nearest quarter, 0 to `STEPS`.
    half : Half or None
        Whether it is more or less than one half.
    """

    quarter: int | None = None
    half: Half | None = None

    @property
    def is_shown(self) -> bool:
        """Whether anything is told."""
        return self.quarter is not None or self.half is not None


@dataclass(frozen=True, slots=True)
class Chance:
    """Between which quarters a share could lie by chance alone; None is not shown."""

    low: int | None = None
    high: int | None = None


def steady(figures: Iterable[Figure]) -> Figure | None:
    """Give the figure that is the same each time; None when it is not.

    Fed with a figure as it is and as it would be without each person, this is what makes a page safe: what is
    printed would be the same without any one of them.

    Examples
    --------
    >>> steady([3, 3, 3]), steady([3, 2])
    (3, None)
    """
    found = set(figures)
    return found.pop() if len(found) == 1 else None


def quarter_of(count: int, whole: int) -> int:
    """Give the nearest quarter of a share; one that lies in the middle goes up.

    Raises
    ------
    ValueError
        When the whole is nothing, or the count is no part of it.

    Examples
    --------
    >>> [quarter_of(count, 8) for count in range(9)]
    [0, 1, 1, 2, 2, 3, 3, 4, 4]
    """
    if not 0 <= count <= whole or whole == 0:
        raise ValueError(f"{count} is no part of {whole}.")
    return (2 * STEPS * count + whole) // (2 * whole)


def half_of(count: int, whole: int) -> Half | None:
    """Tell on which side of one half a share lies; None when it is exactly one half.

    Examples
    --------
    >>> half_of(7, 12).value, half_of(5, 12).value, half_of(6, 12)
    ('more', 'less', None)
    """
    if 2 * count == whole:
        return None
    return Half.MORE if 2 * count > whole else Half.LESS


def wilson(share: float, size: float) -> tuple[float, float]:
    """Between what a share may lie by chance, at 95 of 100: the interval of Wilson (1927).

    It never leaves 0 to 1 and serves small numbers, where the usual one fails (Brown, Cai and DasGupta 2001).

    Parameters
    ----------
    share : float
        What was seen, 0 to 1.
    size : float
        Out of how many; need not be whole, because acts of one person count as fewer than they are.

    Returns
    -------
    tuple of (float, float)
        Lower and upper.

    Examples
    --------
    >>> [round(bound, 3) for bound in wilson(9 / 12, 12)]
    [0.468, 0.911]
    >>> wilson(1.0, 5)[1]
    1.0
    """
    spread = Z * Z / size
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * math.sqrt(share * (1 - share) / size + spread / (4 * size))
    return max(0.0, middle - half), min(1.0, middle + half)


def at_least(number: int) -> int | None:
    """Round a number of acts or people down to 5, 10, 20, 50, 100, 200, 500, ...; None below five.

    Examples
    --------
    >>> [at_least(number) for number in (4, 7, 49, 50, 1_999)]
    [None, 5, 20, 50, 1000]
    """
    found, ten = None, 1
    while ten <= number:
        for mark in _MARKS:
            if FIRST_MARK <= mark * ten <= number:
                found = mark * ten
        ten *= 10
    return found


class Change(StrEnum):
    """How a share stands to the one of the time before."""

    MORE = "more"
    LESS = "less"
    ALIKE = "alike"
    UNKNOWN = "unknown"


def compare(now: Chance, before: Chance) -> Change:
    """Say more or less only when chance alone does not explain it: when the two bands of chance do not meet.

    Examples
    --------
    >>> compare(Chance(3, 4), Chance(1, 2)).value, compare(Chance(2, 4), Chance(1, 2)).value
    ('more', 'alike')
    >>> compare(Chance(2, None), Chance(None, 1)).value, compare(Chance(None, 4), Chance(1, 2)).value
    ('more', 'unknown')
    """
    if now.low is not None and before.high is not None and now.low > before.high:
        return Change.MORE
    if now.high is not None and before.low is not None and now.high < before.low:
        return Change.LESS
    if None in (now.low, now.high, before.low, before.high):
        return Change.UNKNOWN
    return Change.ALIKE
