"""How long one group waits against the others."""

import math
from dataclasses import dataclass
from enum import Enum

Z = 1.959964
SHORTEST = 0.5
"""Waits below half a day count as half a day: on the scale of ratios nothing is zero times something."""


@dataclass(frozen=True)
class Wait:
    """The days within which half of a group had somebody, with the band of 95 of 100; None: not reached."""

    median: float | None
    lower: float | None
    upper: float | None


class Reading(Enum):
    """What may be said of the difference."""

    LONGER = "longer"
    SHORTER = "shorter"
    ALIKE = "alike"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Difference:
    """How many times as long a group waits as the others; None where that cannot be said."""

    reading: Reading
    ratio: float | None = None
    lower: float | None = None
    upper: float | None = None


def compare(one: Wait, others: Wait) -> Difference:
    """Compare two waits on the scale of ratios.

    The spread of the logarithm of each median is read off its band; the two are independent, so their
    squares add up. Only when the whole band of the ratio lies on one side of 1 do we say longer or
    shorter. Without a whole band on both sides nothing is said.

    Parameters
    ----------
    one, others : Wait
        Two groups that share nobody, in the same unit.

    Returns
    -------
    Difference
        Ratio of the medians, its band of 95 of 100, and what may be said.

    Examples
    --------
    >>> compare(Wait(12, 10, 14), Wait(5, 4, 6)).reading
    <Reading.LONGER: 'longer'>
    >>> compare(Wait(6, 2, 15), Wait(5, 4, 6)).reading
    <Reading.ALIKE: 'alike'>
    >>> compare(Wait(6, 2, None), Wait(5, 4, 6)).reading
    <Reading.UNKNOWN: 'unknown'>
    """
    first, second = _on_logs(one), _on_logs(others)
    if first is None or second is None:
        return Difference(Reading.UNKNOWN)
    apart, spread = first[0] - second[0], math.hypot(first[1], second[1])
    lower, upper = math.exp(apart - Z * spread), math.exp(apart + Z * spread)
    reading = Reading.LONGER if lower > 1 else Reading.SHORTER if upper < 1 else Reading.ALIKE
    return Difference(reading, math.exp(apart), lower, upper)


def _on_logs(wait: Wait) -> tuple[float, float] | None:
    """Logarithm of the median, and its spread."""
    if wait.median is None or wait.lower is None or wait.upper is None:
        return None
    middle, low, high = (
        math.log(max(days, SHORTEST)) for days in (wait.median, wait.lower, wait.upper)
    )
    return middle, (high - low) / (2 * Z)
