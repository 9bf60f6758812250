"""What organised volunteers were paid back, what is still allowed, and with which figures."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers.models import (
    FIRST_YEAR,
    LAST_YEAR,
    AllowanceLine,
    AllowanceYear,
    Offer,
)
from gebuur.apps.volunteers.queries.allowance_figures import figures_of
from gebuur.apps.volunteers.queries.allowance_words import SYSTEM_WORDS, euros
from gebuur.core.errors import NotForYou
from gebuur.domain.allowances import (
    Figures,
    Kind,
    Ledger,
    Left,
    Line,
    Mode,
    System,
    Why,
    Work,
    what_is_left,
)


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


def told_elsewhere(row: AllowanceYear) -> dict[str, Decimal]:
    """What other organisations paid, as it was declared: euro, kilometres, euro."""
    told = _sums(list(AllowanceLine.objects.filter(ledger=row))).elsewhere
    return {
        "lump": Decimal(told["lump"]) / 100,
        "km": Decimal(told["metres"]) / 1_000,
        "travel": Decimal(told["travel"]) / 100,
    }


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

    @property
    def knows_travel(self) -> bool:
        """Whether somebody entered what a kilometre pays on that day."""
        return all(reason.why != Why.NO_RATE for reason in self.left.why_not)


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
        .select_related("noted_by", "reverses", "reversed_by")
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


@dataclass(frozen=True)
class Names:
    """The list of names of a year: words, days, kilometres and euro."""

    head: list[str]
    rows: list[list[str | Decimal]]


def list_of_names(accounts: list[Account]) -> Names:
    """Who was paid back how much on which day by this organisation, for the books; who got nothing is not on it."""
    head = [
        _("Name"), _("Address"), _("How"), _("Days"), _("Day by day"), _("Lump sums"), _("Kilometres"), _("Travel"),
        _("Real costs"), _("Together"),
    ]  # fmt: skip
    rows: list[list[str | Decimal]] = []
    for one in accounts:
        sums, person = one.sums, one.offer.person
        if sums.total:
            rows.append(
                [person.full_name, person.address, str(SYSTEM_WORDS[one.row.system]), Decimal(sums.days),
                 _day_by_day(one.lines), _euro(sums.lump), Decimal(sums.metres) / 1_000, _euro(sums.travel),
                 _euro(sums.real), _euro(sums.total)]
            )  # fmt: skip
    return Names(head, rows)


def _day_by_day(lines: list[AllowanceLine]) -> str:
    """`26/11/2026: 40,00 euro, ...`: what is left of each day once mistakes are taken off."""
    told = sorted(_by_day(lines).items())
    return ", ".join(f"{day:%d/%m/%Y}: {euros(cents)}" for day, cents in told if cents)


def _by_day(lines: list[AllowanceLine]) -> dict[dt.date, int]:
    days: dict[dt.date, int] = defaultdict(int)
    for line in lines:
        if line.on is not None and not line.is_elsewhere:
            days[line.on] += line.cents
    return days


def _euro(cents: int) -> Decimal:
    return (Decimal(cents) / 100).quantize(Decimal("0.01"))


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
        days=sum(cents > 0 for cents in _by_day(lines).values()),
    )


def _cents(lines: list[AllowanceLine], kind: Kind) -> int:
    return sum(line.cents for line in lines if line.kind == kind)
