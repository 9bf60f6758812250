"""What goes in and what comes out: lives, and the curve, test and hazard that are reckoned from them.

A **life** is one person's time with us, in one unit chosen by the caller (days or weeks) since the day
she began: seen from `entry` on (0, or later for who was known later), until `exit`, where she left
(`event` true) or is with us still (`event` false: censored).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Column = npt.NDArray[np.float64 | np.int64]
Input = npt.ArrayLike

HALF = 0.5
CLOSE = 1e-10
"""A share this near to one half is one half: products of fractions are not exact."""


class NotUsable(ValueError):
    """Lives that no honest caller can mean; the message says which row and what is wrong.

    Attributes
    ----------
    row : int
        Number of the first wrong row, counted from 0; -1 when it is about all of them.
    """

    def __init__(self, problem: str, row: int = -1) -> None:
        super().__init__(problem)
        self.row = row


class Step(NamedTuple):
    """One row of a curve: from time `t` on a share `s` is with us still."""

    t: float
    at_risk: int
    events: int
    s: float
    lower: float
    upper: float


@dataclass(frozen=True, eq=False)
class Curve:
    """How many stay, step by step.

    Attributes
    ----------
    n, events : int
        Lives, and how many of them ended.
    times : array of float
        Every time at which somebody left or was last seen, once, rising.
    at_risk, left : array of int
        How many were counted just before each time; how many left at it.
    survival, std_err, lower, upper : array of float
        Share that stays, its Greenwood standard error, and the pointwise band.
    median : float or None
        First time at which no more than half stay; None when that was not reached.
    median_ci : tuple
        The same, read off the band. None where the band never comes down to one half.
    band : str
        How the band was made: ``log-log``, ``log`` or ``plain``.
    """

    n: int
    events: int
    times: Numbers
    at_risk: Counts
    left: Counts
    survival: Numbers
    std_err: Numbers
    lower: Numbers
    upper: Numbers
    median: float | None
    median_ci: tuple[float | None, float | None]
    band: str

    def steps(self) -> Iterator[Step]:
        """Give every row as plain numbers, from time 0 on."""
        if not self.times.size or self.times[0] > 0:
            yield Step(0.0, self.n, 0, 1.0, 1.0, 1.0)
        columns = (self.times, self.at_risk, self.left, self.survival, self.lower, self.upper)
        yield from map(Step._make, zip(*(column.tolist() for column in columns), strict=True))

    def at(self, time: float) -> Step:
        """Read the curve at one time; `events` counts those who left until then.

        `at_risk` is how many were counted just before `time`: with us, and seen that long.
        """
        until = int(np.searchsorted(self.times, time, side="right"))
        since = int(np.searchsorted(self.times, time, side="left"))
        counted = int(self.at_risk[since]) if since < self.times.size else 0
        gone = int(self.left[:until].sum())
        if until == 0:
            return Step(time, counted, gone, 1.0, 1.0, 1.0)
        row = until - 1
        shares = (float(one[row]) for one in (self.survival, self.lower, self.upper))
        return Step(time, counted, gone, *shares)


@dataclass(frozen=True)
class LogRank:
    """Whether groups leave alike.

    Attributes
    ----------
    chi2, p : float
        The statistic, and the chance of one this large when the groups do not differ.
    df : int
        Groups that can be compared, less one.
    names : tuple
        The groups in rising order.
    n, observed : tuple of int
        Lives and departures per group.
    expected : tuple of float
        Departures per group if all had left alike.
    """

    chi2: float
    df: int
    p: float
    names: tuple[object, ...]
    n: tuple[int, ...]
    observed: tuple[int, ...]
    expected: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Hazard:
    """Of those who began a week with us, how many left in it.

    Attributes
    ----------
    weeks : array of int
        0 for the first seven days, 1 for the next seven, without gaps.
    at_risk, left : array of int
        Who was seen from the first moment of that week and either left in it or was seen to its end; who left.
    rate : array of float
        ``left / at_risk``; 0 where nobody was counted.
    lower, upper : array of float
        Wilson's interval; from 0 to 1 where nobody was counted.
    """

    weeks: Counts
    at_risk: Counts
    left: Counts
    rate: Numbers
    lower: Numbers
    upper: Numbers


@dataclass(frozen=True)
class Seen:
    """Lives that were read and found usable."""

    entry: Numbers | None
    exit: Column
    event: Flags

    @property
    def n(self) -> int:
        """How many lives there are."""
        return int(self.exit.size)


def look_at(exits: Input, events: Input, entries: Input | None = None) -> Seen:
    """Read lives from anything that looks like a column of numbers, and refuse what cannot be.

    Raises
    ------
    NotUsable
        No lives, columns of different length, a time that is no number or below zero, an event that is
        neither 0 nor 1, an entry that is not before its exit.
    """
    until, gone = _column(exits, "time"), np.asarray(events)
    if not until.size:
        raise NotUsable("There are no lives.")
    if until.shape != gone.shape:
        raise NotUsable("There must be as many events as times.")
    _refuse(until < 0, "The time is below zero.")
    if gone.dtype != np.bool_:
        gone = _column(gone, "event")
        _refuse((gone != 0) & (gone != 1), "The event is neither 0 nor 1.")
    if entries is None:
        return Seen(None, until, gone.astype(np.bool_, copy=False))
    since = _column(entries, "entry").astype(np.float64)
    if since.shape != until.shape:
        raise NotUsable("There must be as many entries as times.")
    _refuse(since < 0, "The entry is below zero.")
    _refuse(since >= until, "The entry is not before the time.")
    return Seen(since if since.any() else None, until, gone.astype(np.bool_, copy=False))


def _column(values: Input, name: str) -> Column:
    column = np.asarray(values)
    if column.ndim != 1:
        raise NotUsable(f"The {name} must be one column.")
    if column.dtype.kind not in "iub":
        try:
            column = column.astype(np.float64, copy=False)
        except (TypeError, ValueError) as error:
            raise NotUsable(f"The {name} must be numbers.") from error
        _refuse(~np.isfinite(column), f"The {name} is no number.")
    return column


def _refuse(wrong: Flags, problem: str) -> None:
    if wrong.any():
        raise NotUsable(problem, int(np.argmax(wrong)))
