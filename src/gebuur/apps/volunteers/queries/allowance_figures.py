"""The ceilings and rates that an organisation reckons with, and which ones nobody entered yet."""

import datetime as dt

from gebuur.apps.neighbourhood.models import Organisation
from gebuur.apps.volunteers.models import AllowanceCeiling, KilometreRate
from gebuur.domain.allowances import BUILT_IN, Ceiling, Figures, Mode, Rate, Reason, Why

NOVEMBER = 11


def figures_of(organisation: Organisation) -> Figures:
    """The figures that come with Gebuur, and behind them those the organisation entered."""
    ceilings = AllowanceCeiling.objects.filter(organisation=organisation).order_by("-year")
    rates = KilometreRate.objects.filter(organisation=organisation).order_by("-since", "mode")
    return Figures(
        (*BUILT_IN.ceilings, *(_ceiling(row) for row in ceilings)),
        (*BUILT_IN.rates, *(_rate(row) for row in rates)),
    )


def list_ceilings(organisation: Organisation) -> list[tuple[Ceiling, bool]]:
    """Every ceiling that counts, the newest year first, and whether it comes with Gebuur."""
    known = {one.year: one for one in reversed(figures_of(organisation).ceilings)}
    return [(known[year], known[year] in BUILT_IN.ceilings) for year in sorted(known, reverse=True)]


def list_rates(organisation: Organisation) -> list[tuple[Rate, bool]]:
    """Every rate for a kilometre, the newest first, and whether it comes with Gebuur."""
    rates = sorted(figures_of(organisation).rates, key=lambda one: (one.since, one.mode))
    return [(one, one in BUILT_IN.rates) for one in reversed(rates)]


def missing_figures(organisation: Organisation, *, on: dt.date) -> list[Reason]:
    """What nobody entered yet: this year's ceilings, next year's from November on, and today's car rate."""
    figures = figures_of(organisation)
    years = [on.year, on.year + 1] if on.month >= NOVEMBER else [on.year]
    missing = [Reason(Why.NO_CEILING, year=year) for year in years if not figures.ceiling(year)]
    if figures.rate(Mode.CAR, on) is None:
        missing.append(Reason(Why.NO_RATE, day=on))
    return missing


def _ceiling(row: AllowanceCeiling) -> Ceiling:
    return Ceiling(
        year=row.year,
        day=row.day_cents,
        yearly=row.yearly_cents,
        raised=row.raised_cents,
        source=row.source,
        checked=row.checked,
        check_by=row.check_by,
    )


def _rate(row: KilometreRate) -> Rate:
    return Rate(
        mode=Mode(row.mode),
        since=row.since,
        until=row.until,
        per_km=row.per_km,
        source=row.source,
        checked=row.checked,
        check_by=row.check_by,
    )
