"""What organised volunteers were paid back, what is still allowed, and with which figures."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from gebuur.apps.neighbourhood.models import Neighbourhood, Organisation, Person
from gebuur.apps.volunteers.models import (
    FIRST_YEAR,
    LAST_YEAR,
    AllowanceCeiling,
    AllowanceLine,
    AllowanceYear,
    KilometreRate,
    Offer,
)
from gebuur.core.errors import NotForYou
from gebuur.domain.allowances import (
    BUILT_IN,
    Ceiling,
    Figures,
    Kind,
    Ledger,
    Left,
    Line,
    Mode,
    Rate,
    System,
    Work,
    what_is_left,
)


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


def check_year(year: int) -> int:
    """A year that can be; another one does not exist."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotForYou
    return year


def get_allowance_year(offer: Offer, year: int) -> AllowanceYear | None:
    """How this volunteer is paid back in a year, when that was chosen."""
    return AllowanceYear.objects.filter(offer=offer, year=year).first()


def get_line_for(staff: Person, pk: str) -> AllowanceLine:
    """A line of a ledger in the staff member's own neighbourhood."""
    try:
        key = uuid.UUID(pk)
    except ValueError as error:
        raise NotForYou from error
    found = AllowanceLine.objects.filter(pk=key, ledger__neighbourhood=staff.neighbourhood_id)
    line = found.select_related("ledger__offer__neighbourhood__organisation").first()
    if line is None:
        raise NotForYou
    return line


def ledger_of(row: AllowanceYear, lines: Iterable[AllowanceLine] | None = None) -> Ledger:
    """A ledger as the rules read it."""
    if lines is None:
        lines = AllowanceLine.objects.filter(ledger=row).order_by("number")
    return Ledger(
        year=row.year,
        system=System(row.system),
        may_be_raised=row.may_be_raised,
        lines=tuple(
            Line(
                day=line.on,
                kind=Kind(line.kind),
                cents=line.cents,
                work=Work(line.task_kind),
                mode=Mode(line.mode) if line.mode else None,
                metres=line.metres,
                is_elsewhere=line.is_elsewhere,
            )
            for line in lines
        ),
    )


@dataclass(frozen=True)
class Account:
    """One volunteer in one year: her lines, their sums, and what is left."""

    offer: Offer
    row: AllowanceYear
    lines: list[AllowanceLine]
    left: Left
    sums: "Sums"

    @property
    def is_nearly_full(self) -> bool:
        """Whether four fifths of the year are reached."""
        limit = self.left.limit
        return bool(limit) and self.sums.lump_everywhere * 5 >= (limit or 0) * 4


@dataclass(frozen=True)
class Sums:
    """Cents and metres of a year: ours by kind, and lump sums with what others paid along."""

    lump: int = 0
    travel: int = 0
    real: int = 0
    metres: int = 0
    lump_everywhere: int = 0
    elsewhere: dict[str, int] = field(default_factory=dict)
    days: int = 0

    @property
    def total(self) -> int:
        return self.lump + self.travel + self.real


def account_of(
    row: AllowanceYear, figures: Figures, *, on: dt.date, work: Work = Work.ORDINARY
) -> Account:
    """A ledger with its lines, the newest first, and what is still allowed on a day."""
    lines = list(
        AllowanceLine.objects.filter(ledger=row)
        .select_related("noted_by", "reversed_by")
        .order_by("-number")
    )
    return _account(row, lines, figures, on=on, work=work)


def list_accounts(place: Neighbourhood, year: int, *, on: dt.date) -> list[Account]:
    """Everybody with a ledger in a year, by name."""
    rows = list(_ledgers(place, year))
    by_ledger: dict[uuid.UUID, list[AllowanceLine]] = defaultdict(list)
    for line in AllowanceLine.objects.filter(ledger__in=rows).order_by("number"):
        by_ledger[line.ledger_id].append(line)
    figures = figures_of(place.organisation)
    return [
        _account(row, by_ledger[row.pk], figures, on=on, work=_usual_work(by_ledger[row.pk]))
        for row in rows
    ]


def list_without_account(place: Neighbourhood, year: int) -> list[Offer]:
    """Volunteers of the organisation for whom nobody chose yet how they are paid back in a year."""
    waiting = Offer.objects.filter(
        neighbourhood=place, is_organised=True, stopped_at__isnull=True
    ).exclude(allowance_years__year=year)
    return list(waiting.select_related("person__street").order_by("person__first_name", "pk"))


def count_neighbourly(place: Neighbourhood) -> int:
    """How many help as neighbours, outside the rules of an organisation."""
    return Offer.objects.filter(
        neighbourhood=place, is_organised=False, stopped_at__isnull=True
    ).count()


def list_years(place: Neighbourhood, *, today: dt.date) -> list[int]:
    """This year, the one before it, and every year with a ledger."""
    kept = AllowanceYear.objects.filter(neighbourhood=place).values_list("year", flat=True)
    return sorted({today.year, today.year - 1, *kept}, reverse=True)


def own_accounts(offer: Offer, *, today: dt.date) -> list[Account]:
    """What a volunteer reads of herself: every year that is kept, this one first."""
    rows = AllowanceYear.objects.filter(offer=offer).select_related("offer__person")
    figures = figures_of(offer.neighbourhood.organisation)
    found = []
    for row in rows.order_by("-year"):
        last_day = min(today, dt.date(row.year, 12, 31))
        found.append(account_of(row, figures, on=last_day, work=Work.ORDINARY))
    return found


def _ledgers(place: Neighbourhood, year: int) -> QuerySet[AllowanceYear]:
    rows = AllowanceYear.objects.filter(neighbourhood=place, year=year)
    named = rows.select_related("offer__person__street")
    return named.order_by("offer__person__first_name", "offer__person__last_name", "pk")


def _account(
    row: AllowanceYear, lines: list[AllowanceLine], figures: Figures, *, on: dt.date, work: Work
) -> Account:
    left = what_is_left(ledger_of(row, lines), on, figures, work=work)
    return Account(row.offer, row, lines, left, _sums(lines))


def _usual_work(lines: list[AllowanceLine]) -> Work:
    """The kind of task of the newest lump sum, for what a next one may still be."""
    lumps = [line for line in lines if line.kind == Kind.LUMP]
    return Work(max(lumps, key=lambda line: line.number).task_kind) if lumps else Work.ORDINARY


def _sums(lines: list[AllowanceLine]) -> Sums:
    ours = [line for line in lines if not line.is_elsewhere]
    others = [line for line in lines if line.is_elsewhere]
    days: dict[dt.date | None, int] = defaultdict(int)
    for line in ours:
        days[line.on] += line.cents
    return Sums(
        lump=_cents(ours, Kind.LUMP),
        travel=_cents(ours, Kind.TRAVEL),
        real=_cents(ours, Kind.REAL),
        metres=sum(line.metres for line in ours),
        lump_everywhere=_cents(lines, Kind.LUMP),
        elsewhere={
            "lump": _cents(others, Kind.LUMP),
            "travel": _cents(others, Kind.TRAVEL),
            "metres": sum(line.metres for line in others),
        },
        days=sum(cents > 0 for cents in days.values()),
    )


def _cents(lines: list[AllowanceLine], kind: Kind) -> int:
    return sum(line.cents for line in lines if line.kind == kind)


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
