"""What an organised volunteer is paid back stays below the ceilings, also when two people book at once."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Role
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.actions.allowance_figures import FigureIsKnown
from gebuur.apps.volunteers.actions.allowances import (
    AllowanceRefused,
    OnlyForTheOrganisation,
    TakenBackAlready,
    WayIsChosen,
)
from gebuur.apps.volunteers.actions.legal import NotInTheFuture
from gebuur.apps.volunteers.models import AllowanceLine, AllowanceYear
from gebuur.domain.allowances import Ceiling, Kind, Mode, Rate, System, Why, Work, judge
from gebuur.domain.allowances import Line as Wish
from tests import cast
from tests.apps.care.story import NOW, Story

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
A_DAY = 44_02
A_YEAR = 1_760_83


class Office(Story):
    """Joris volunteers for the centre and gets lump sums this year; Emine helps as a neighbour."""

    def __init__(self, *, system: System = System.LUMP_SUM, may_be_raised: bool = False) -> None:
        super().__init__()
        self.nele = cast.make_staff(self.place, "Nele", role=Role.COORDINATOR)
        actions.choose_rules(self.joris, is_organised=True, actor=self.an)
        self.joris.refresh_from_db()
        self.row = self.choose(system, may_be_raised=may_be_raised)

    def choose(self, system: System, *, may_be_raised: bool = False, year: int = 2026) -> Any:
        return actions.choose_way(
            self.joris, year, system=system, may_be_raised=may_be_raised, actor=self.an, now=NOW
        )

    def book(
        self, cents: int = 0, *, days_ago: int = 0, kind: Kind = Kind.LUMP, **facts: Any
    ) -> Any:
        on = facts.pop("on", TODAY - dt.timedelta(days=days_ago))
        return actions.book_allowance(
            self.row, kind=kind, on=on, cents=cents, actor=self.an, now=NOW, **facts
        )

    def declare(self, lump: int, *, metres: int = 0, travel: int = 0) -> Any:
        return actions.declare_elsewhere(
            self.row, lump_cents=lump, metres=metres, travel=travel, work=Work.ORDINARY,
            actor=self.an, now=NOW,
        )  # fmt: skip

    def booked(self) -> int:
        return sum(AllowanceLine.objects.filter(ledger=self.row).values_list("cents", flat=True))


def test_a_day_is_booked_to_its_ceiling_and_not_a_cent_above() -> None:
    office = Office()
    office.book(30_00)
    with pytest.raises(AllowanceRefused, match=r"14,02.euro"):
        office.book(14_03)
    office.book(14_02)
    assert office.booked() == A_DAY


def test_the_year_warns_at_four_fifths_and_refuses_above() -> None:
    office = Office()
    warned = [bool(office.book(A_DAY, days_ago=number)) for number in range(40)]
    assert warned.index(True) == 32
    assert all(warned[32:])
    with pytest.raises(AllowanceRefused, match=r"0,03.euro"):
        office.book(4, days_ago=40)
    office.book(3, days_ago=40)
    assert office.booked() == A_YEAR


def test_what_another_organisation_paid_makes_the_room_smaller_and_is_never_refused() -> None:
    office = Office()
    office.declare(A_YEAR - 10_00)
    with pytest.raises(AllowanceRefused, match=r"10,00.euro"):
        office.book(10_01)
    assert office.declare(2 * A_YEAR)
    office.declare(0)
    office.book(A_DAY)
    assert AllowanceLine.objects.filter(is_elsewhere=True).count() == 3
    office.row.refresh_from_db()
    assert office.row.declared_on == TODAY


def test_a_mistake_is_taken_back_once_by_a_line_against_it() -> None:
    office = Office()
    office.book(A_DAY)
    line = AllowanceLine.objects.get()
    actions.take_back_allowance(line, actor=office.an, now=NOW)
    assert office.booked() == 0
    with pytest.raises(TakenBackAlready):
        actions.take_back_allowance(line, actor=office.an, now=NOW)
    with pytest.raises(TakenBackAlready):
        actions.take_back_allowance(
            AllowanceLine.objects.get(reverses=line), actor=office.an, now=NOW
        )
    office.book(A_DAY)
    assert list(AllowanceLine.objects.order_by("number").values_list("number", "cents")) == [
        (1, A_DAY), (2, -A_DAY), (3, A_DAY),
    ]  # fmt: skip


def test_one_year_has_one_way() -> None:
    office = Office()
    with pytest.raises(AllowanceRefused, match="niet allebei"):
        office.book(5_00, kind=Kind.REAL)
    office.book(5_00)
    with pytest.raises(WayIsChosen):
        office.choose(System.REAL_COSTS)
    actions.take_back_allowance(AllowanceLine.objects.get(), actor=office.an, now=NOW)
    office.row = office.choose(System.REAL_COSTS)
    office.book(500_00, kind=Kind.REAL)
    assert AllowanceYear.objects.count() == 1


def test_listed_tasks_go_higher_until_another_task_is_among_them() -> None:
    office = Office(may_be_raised=True)
    for number in range(41):
        office.book(A_DAY, days_ago=number, work=Work.SITTING)
    with pytest.raises(AllowanceRefused, match="verhoogde maximum"):
        office.book(A_DAY, days_ago=41)


def test_kilometres_pay_by_the_rate_of_their_day_or_wait_for_the_coordinator() -> None:
    office = Office()
    office.book(kind=Kind.TRAVEL, mode=Mode.CAR, metres=12_400, on=dt.date(2026, 2, 3))
    assert office.booked() == 5_36
    with pytest.raises(AllowanceRefused, match="coördinator"):
        office.book(kind=Kind.TRAVEL, mode=Mode.CAR, metres=12_400)
    rate = Rate(
        mode=Mode.CAR, since=dt.date(2026, 10, 1), until=dt.date(2026, 12, 31), per_km=4_000,
        source="A circular", checked=TODAY, check_by=TODAY + dt.timedelta(days=60),
    )  # fmt: skip
    actions.enter_rate(office.place.organisation, rate, actor=office.nele)
    office.book(kind=Kind.TRAVEL, mode=Mode.CAR, metres=10_000)
    assert office.booked() == 5_36 + 4_00
    with pytest.raises(FigureIsKnown):
        actions.enter_rate(office.place.organisation, rate, actor=office.nele)


def test_a_year_without_ceilings_waits_until_the_coordinator_enters_them() -> None:
    office = Office()
    office.row = office.choose(System.LUMP_SUM, year=2022)
    with pytest.raises(AllowanceRefused, match="coördinator"):
        office.book(10_00, on=dt.date(2022, 5, 3))
    wish = Ceiling(
        year=2022, day=36_84, yearly=1_473_37, source="A circular", checked=TODAY,
        check_by=TODAY + dt.timedelta(days=60),
    )  # fmt: skip
    with pytest.raises(PermissionDenied):
        actions.enter_ceiling(office.place.organisation, wish, actor=office.an)
    actions.enter_ceiling(office.place.organisation, wish, actor=office.nele)
    office.book(10_00, on=dt.date(2022, 5, 3))
    assert office.booked() == 10_00


def test_a_figure_that_comes_with_gebuur_is_not_entered_over() -> None:
    office = Office()
    wish = Ceiling(
        year=2026, day=99_00, yearly=9_999_00, source="Hearsay", checked=TODAY,
        check_by=TODAY + dt.timedelta(days=60),
    )  # fmt: skip
    with pytest.raises(FigureIsKnown):
        actions.enter_ceiling(office.place.organisation, wish, actor=office.nele)


def test_only_staff_of_the_place_books_and_only_for_the_organisation_and_never_ahead() -> None:
    office = Office()
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    for stranger in (bert, office.joris.person):
        with pytest.raises(PermissionDenied):
            actions.book_allowance(
                office.row, kind=Kind.LUMP, on=TODAY, cents=1_00, actor=stranger, now=NOW
            )
    with pytest.raises(NotInTheFuture):
        office.book(1_00, days_ago=-1)
    with pytest.raises(OnlyForTheOrganisation):
        actions.choose_way(
            office.emine,
            2026,
            system=System.LUMP_SUM,
            may_be_raised=False,
            actor=office.an,
            now=NOW,
        )
    assert office.booked() == 0


def test_the_chronicle_tells_that_it_was_booked_and_not_how_much() -> None:
    office = Office()
    office.book(A_DAY)
    line = Line.objects.get(act="allowance-booked")
    assert line.actor_kind == "professional"


@contextmanager
def just_before(sql_begins: str, meanwhile: Callable[[], None]) -> Iterator[None]:
    """Let somebody else do something once, right before a statement that writes."""
    waiting = [meanwhile]

    def wrap(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        if sql.startswith(sql_begins) and waiting:
            waiting.pop()()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrap):
        yield
    assert not waiting


def read_then_write(office: Office, cents: int, *, number: int) -> None:
    """How it would go without the claim: judge what was read, then write."""
    wish = Wish(day=TODAY, kind=Kind.LUMP, cents=cents)
    figures = queries.figures_of(office.place.organisation)
    assert judge(wish, queries.ledger_of(office.row), figures).is_allowed
    AllowanceLine.objects.create(
        ledger=office.row, number=number, on=TODAY, kind=Kind.LUMP, cents=cents,
        task_kind=Work.ORDINARY, noted_at=NOW,
    )  # fmt: skip


def test_two_who_book_at_once_do_not_go_above_the_ceiling_together() -> None:
    office = Office()
    claim = 'UPDATE "volunteers_allowanceyear" SET "last_number"'
    with (
        just_before(claim, lambda: office.book(30_00)),
        pytest.raises(AllowanceRefused, match=r"14,02.euro"),
    ):
        office.book(30_00)


def test_who_comes_second_is_judged_again_and_gets_what_still_fits() -> None:
    office = Office()
    claim = 'UPDATE "volunteers_allowanceyear" SET "last_number"'
    with just_before(claim, lambda: office.book(30_00)):
        office.book(14_02)
    assert list(AllowanceLine.objects.order_by("number").values_list("number", "cents")) == [
        (1, 30_00), (2, 14_02),
    ]  # fmt: skip


def test_a_way_that_changes_meanwhile_is_seen_by_who_books() -> None:
    office = Office()
    claim = 'UPDATE "volunteers_allowanceyear" SET "last_number"'
    with (
        just_before(claim, lambda: office.choose(System.REAL_COSTS)),
        pytest.raises(AllowanceRefused, match="niet allebei"),
    ):
        office.book(30_00)


def test_without_the_claim_the_same_two_would_go_above_it() -> None:
    office = Office()
    insert = 'INSERT INTO "volunteers_allowanceline"'
    with just_before(insert, lambda: read_then_write(office, 30_00, number=1)):
        read_then_write(office, 30_00, number=2)
    assert office.booked() == 60_00 > A_DAY


def test_what_the_ceiling_left_is_told_for_the_day_and_the_year() -> None:
    office = Office()
    office.book(30_00)
    account = queries.account_of(
        office.row, queries.figures_of(office.place.organisation), on=TODAY
    )
    assert (account.left.day, account.left.yearly) == (14_02, A_YEAR - 30_00)
    assert [one.why for one in account.left.why_not] == [Why.NO_RATE]
