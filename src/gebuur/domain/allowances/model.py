"""What goes in: figures of the law with their dates, and what one volunteer received in one year."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

MOST_METRES = 2_000_000
"""Kilometres that may be paid beside lump sums in one calendar year, in metres (law of 3 July 2005, art. 10)."""

UNITS_PER_CENT = 100
METRES_PER_KM = 1_000


class System(StrEnum):
    """How one volunteer is paid back in one calendar year; the two are never mixed (art. 10)."""

    LUMP_SUM = "lump_sum"
    REAL_COSTS = "real_costs"


class Kind(StrEnum):
    """What one line of a ledger pays."""

    LUMP = "lump"
    TRAVEL = "travel"
    REAL = "real"


class Mode(StrEnum):
    """How somebody came."""

    CAR = "car"
    BIKE = "bike"
    PUBLIC = "public"


class Work(StrEnum):
    """The kind of task, where the law makes a difference."""

    ORDINARY = "ordinary"
    SPORT = "sport"
    SITTING = "sitting"
    LYING = "lying"
    DRIVING = "driving"


LISTED = frozenset({Work.SPORT, Work.SITTING, Work.LYING})
"""Tasks with a raised yearly ceiling: sport roles, day and night sitting, non-urgent lying transport."""

UNLIMITED = frozenset({Work.DRIVING, Work.LYING})
"""Tasks that are transporting people: their kilometres have no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The most that lump sums may be in one calendar year, over all organisations together.

    Attributes
    ----------
    year : int
        The calendar year.
    day, yearly : int
        Cents per day and per year.
    raised : int or None
        Cents per year for the listed tasks; None when we have not read it.
    raised_is_sure : bool
        The raised figure was read in the source. False: known in the field only.
    source : str
        Where it stands.
    checked, check_by : date
        When somebody last looked, and when somebody must look again.
    """

    year: int
    day: int
    yearly: int
    raised: int | None = None
    raised_is_sure: bool = True
    source: str
    checked: dt.date
    check_by: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What one kilometre pays between two days, both included.

    Attributes
    ----------
    mode : Mode
        Car or bike; a ticket costs what it costs.
    since, until : date
        The first and the last day.
    per_km : int
        Ten-thousandths of a euro: 4326 is 0.4326 euro.
    source : str
        Where it stands.
    checked, check_by : date
        When somebody last looked, and when somebody must look again.
    """

    mode: Mode
    since: dt.date
    until: dt.date
    per_km: int
    source: str
    checked: dt.date
    check_by: dt.date


@dataclass(frozen=True, slots=True)
class Figures:
    """All ceilings and rates somebody reckons with; of two for the same year or day the first counts."""

    ceilings: tuple[Ceiling, ...]
    rates: tuple[Rate, ...]

    def ceiling(self, year: int) -> Ceiling | None:
        """Give the ceiling of a year, or None when nobody entered it."""
        return next((one for one in self.ceilings if one.year == year), None)

    def rate(self, mode: Mode, day: dt.date) -> Rate | None:
        """Give what a kilometre pays on a day, or None when nobody entered it."""
        fitting = (one for one in self.rates if one.mode == mode and one.since <= day <= one.until)
        return next(fitting, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One amount in a ledger. A correction is the same line with everything below zero.

    Attributes
    ----------
    day : date or None
        The day of the task; None for what was declared for the whole year.
    kind : Kind
        Lump sum, travel, or a real cost.
    cents : int
        The amount.
    work : Work
        The kind of task.
    mode : Mode or None
        For travel: how.
    metres : int
        For travel by car or bike.
    is_elsewhere : bool
        Another organisation paid it; the volunteer told us.
    """

    day: dt.date | None
    kind: Kind
    cents: int
    work: Work = Work.ORDINARY
    mode: Mode | None = None
    metres: int = 0
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What one volunteer received in one calendar year.

    Attributes
    ----------
    year : int
        The calendar year.
    system : System
        Chosen once for that year.
    may_be_raised : bool
        The raised ceiling may apply to her. It may not for somebody with a benefit; nobody stores which.
    lines : tuple of Line
        Everything so far, corrections included.
    """

    year: int
    system: System
    may_be_raised: bool = False
    lines: tuple[Line, ...] = ()

    def sum_of(self, kind: Kind, *, day: dt.date | None = None) -> int:
        """Add up the cents of a kind, in the year or on one day."""
        lines = (line for line in self.lines if line.kind == kind)
        return sum(line.cents for line in lines if day is None or line.day == day)


def travel_cents(metres: int, rate: Rate) -> int:
    """Give what a way pays, rounded half up to a cent.

    Examples
    --------
    >>> day = dt.date(2026, 1, 1)
    >>> car = Rate(
    ...     mode=Mode.CAR, since=day, until=day, per_km=4326, source="", checked=day, check_by=day
    ... )
    >>> travel_cents(12_400, car), travel_cents(MOST_METRES, car)
    (536, 86520)
    """
    whole = METRES_PER_KM * UNITS_PER_CENT
    return (metres * rate.per_km * 2 + whole) // (2 * whole)
