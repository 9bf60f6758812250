"""What is still allowed on a day and in a year; a line that would go above a ceiling, and why.

Where the law can be read in two ways we take the careful one, because one euro above a ceiling makes all lump
sums of that year pay. The raised ceiling holds only for who did nothing but listed tasks that year.
"""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from gebuur.domain.allowances.model import (
    LISTED,
    MOST_METRES,
    UNLIMITED,
    Ceiling,
    Figures,
    Kind,
    Ledger,
    Line,
    Mode,
    System,
    Work,
    travel_cents,
)


class Why(StrEnum):
    """Why something is not allowed, or is nearly full."""

    OTHER_YEAR = "other_year"
    OTHER_SYSTEM = "other_system"
    NO_CEILING = "no_ceiling"
    NO_RATE = "no_rate"
    DAY_FULL = "day_full"
    YEAR_FULL = "year_full"
    MIXED_TASKS = "mixed_tasks"
    KILOMETRES_FULL = "kilometres_full"
    TRAVEL_FULL = "travel_full"
    YEAR_NEARLY = "year_nearly"
    KILOMETRES_NEARLY = "kilometres_nearly"
    TRAVEL_NEARLY = "travel_nearly"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its numbers: the limit and what is left of it, in cents or metres.

    `year` is set where a ceiling is missing, `day` where a rate is.
    """

    why: Why
    limit: int = 0
    left: int = 0
    year: int = 0
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a line may be booked: only when nothing refuses it. Warnings refuse nothing."""

    refusals: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()

    @property
    def is_allowed(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What is still allowed: cents this day, cents this year, metres, cents for travel; and why not.

    A value of None has no limit. Nothing is below zero.
    """

    day: int | None
    yearly: int | None
    metres: int | None
    travel: int | None
    limit: int | None
    why_not: tuple[Reason, ...] = ()


def what_is_left(
    ledger: Ledger, day: dt.date, figures: Figures, *, work: Work = Work.ORDINARY
) -> Left:
    """Tell what this volunteer may still receive on a day and in its year, for a next task of a kind.

    Examples
    --------
    >>> from gebuur.domain.allowances.figures import BUILT_IN
    >>> day = dt.date(2026, 2, 3)
    >>> paid = Line(day=day, kind=Kind.LUMP, cents=30_00)
    >>> left = what_is_left(Ledger(year=2026, system=System.LUMP_SUM, lines=(paid,)), day, BUILT_IN)
    >>> left.day, left.yearly, left.metres, left.travel
    (1402, 173083, 2000000, 86520)
    """
    if ledger.system == System.REAL_COSTS:
        return Left(day=None, yearly=None, metres=None, travel=None, limit=None)
    why_not: list[Reason] = []
    ceiling, most = figures.ceiling(ledger.year), _most_travel(day, figures)
    if ceiling is None:
        why_not.append(Reason(Why.NO_CEILING, year=ledger.year))
    if most is None:
        why_not.append(Reason(Why.NO_RATE, day=day))
    a_cent = Line(day=day, kind=Kind.LUMP, cents=1, work=work)
    next_one = replace(ledger, lines=(*ledger.lines, a_cent))
    limit = _yearly(ceiling, next_one) if ceiling else 0
    metres, travel = _travelled(ledger)
    in_year = max(0, limit - ledger.sum_of(Kind.LUMP))
    on_day = max(0, (ceiling.day if ceiling else 0) - ledger.sum_of(Kind.LUMP, day=day))
    return Left(
        day=min(on_day, in_year),
        yearly=in_year,
        metres=max(0, MOST_METRES - metres),
        travel=max(0, (most or 0) - travel),
        limit=limit,
        why_not=tuple(why_not),
    )


def judge(wish: Line, ledger: Ledger, figures: Figures) -> Verdict:
    """Say whether a line may be added to a ledger, with every reason against it and every warning.

    What another organisation paid is a fact: it is never refused, its reasons become warnings.

    Examples
    --------
    >>> from gebuur.domain.allowances.figures import BUILT_IN
    >>> ledger = Ledger(year=2026, system=System.LUMP_SUM)
    >>> wish = Line(day=dt.date(2026, 2, 3), kind=Kind.LUMP, cents=44_03)
    >>> [(one.why.value, one.limit, one.left) for one in judge(wish, ledger, BUILT_IN).refusals]
    [('day_full', 4402, 4402)]
    """
    after = replace(ledger, lines=(*ledger.lines, wish))
    refusals = tuple(_misfits(wish, ledger))
    warnings: tuple[Reason, ...] = ()
    if not refusals and ledger.system == System.LUMP_SUM:
        if wish.kind == Kind.LUMP:
            refusals, warnings = _judge_lump(wish, ledger, after, figures)
        elif wish.work not in UNLIMITED:
            refusals, warnings = _judge_travel(wish, ledger, after, figures)
    if wish.is_elsewhere:
        return Verdict(warnings=refusals + warnings)
    return Verdict(refusals, warnings)


def _misfits(wish: Line, ledger: Ledger) -> list[Reason]:
    """Reasons that need no figure: another year, another system."""
    found = []
    if wish.day is not None and wish.day.year != ledger.year:
        found.append(Reason(Why.OTHER_YEAR, year=ledger.year, day=wish.day))
    other = {System.LUMP_SUM: Kind.REAL, System.REAL_COSTS: Kind.LUMP}[ledger.system]
    if wish.kind == other:
        found.append(Reason(Why.OTHER_SYSTEM, year=ledger.year))
    return found


def _judge_lump(
    wish: Line, before: Ledger, after: Ledger, figures: Figures
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    ceiling = figures.ceiling(before.year)
    if ceiling is None:
        return (Reason(Why.NO_CEILING, year=before.year),), ()
    refusals = []
    if wish.day is not None and after.sum_of(Kind.LUMP, day=wish.day) > ceiling.day:
        left = ceiling.day - before.sum_of(Kind.LUMP, day=wish.day)
        refusals.append(Reason(Why.DAY_FULL, ceiling.day, max(0, left)))
    limit, total = _yearly(ceiling, after), after.sum_of(Kind.LUMP)
    if total > limit:
        could_be_raised = after.may_be_raised and ceiling.raised is not None
        mixed = could_be_raised and bool(_works(after) & LISTED)
        why = Why.MIXED_TASKS if mixed else Why.YEAR_FULL
        refusals.append(Reason(why, limit, max(0, limit - before.sum_of(Kind.LUMP))))
    near = Reason(Why.YEAR_NEARLY, limit, max(0, limit - total))
    return tuple(refusals), (near,) if not refusals and _is_near(total, limit) else ()


def _judge_travel(
    wish: Line, before: Ledger, after: Ledger, figures: Figures
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Kilometres and tickets beside lump sums; the cap in euro is reckoned with the car rate of the day."""
    metres, cents = _travelled(after)
    metres_before, cents_before = _travelled(before)
    refusals, warnings = [], []
    if metres > MOST_METRES:
        left = max(0, MOST_METRES - metres_before)
        refusals.append(Reason(Why.KILOMETRES_FULL, MOST_METRES, left))
    elif wish.metres and _is_near(metres, MOST_METRES):
        warnings.append(Reason(Why.KILOMETRES_NEARLY, MOST_METRES, MOST_METRES - metres))
    most = _most_travel(wish.day or dt.date(before.year, 12, 31), figures)
    if most is None:
        return (*refusals, Reason(Why.NO_RATE, day=wish.day, year=before.year)), ()
    if cents > most:
        refusals.append(Reason(Why.TRAVEL_FULL, most, max(0, most - cents_before)))
    elif _is_near(cents, most):
        warnings.append(Reason(Why.TRAVEL_NEARLY, most, most - cents))
    return tuple(refusals), () if refusals else tuple(warnings)


def _yearly(ceiling: Ceiling, ledger: Ledger) -> int:
    """The raised ceiling when it may apply and all lump sums of the year are for listed tasks."""
    works = _works(ledger)
    if ledger.may_be_raised and ceiling.raised is not None and works and works <= LISTED:
        return ceiling.raised
    return ceiling.yearly


def _works(ledger: Ledger) -> set[str]:
    """Kinds of task that lump sums were paid for, after corrections."""
    sums: dict[str, int] = {}
    for line in ledger.lines:
        if line.kind == Kind.LUMP:
            sums[line.work] = sums.get(line.work, 0) + line.cents
    return {work for work, cents in sums.items() if cents > 0}


def _travelled(ledger: Ledger) -> tuple[int, int]:
    """Metres and cents of travel that count for the limits."""
    lines = [
        line for line in ledger.lines if line.kind == Kind.TRAVEL and line.work not in UNLIMITED
    ]
    return sum(line.metres for line in lines), sum(line.cents for line in lines)


def _most_travel(day: dt.date, figures: Figures) -> int | None:
    car = figures.rate(Mode.CAR, day)
    return None if car is None else travel_cents(MOST_METRES, car)


def _is_near(amount: int, limit: int) -> bool:
    """Whether four fifths are reached."""
    return amount * 5 >= limit * 4
