"""What may be paid, what not, and why, against the figures that were read and the laws they obey."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain.allowances import (
    BUILT_IN,
    CEILINGS,
    MOST_METRES,
    RATES,
    Ceiling,
    Figures,
    Kind,
    Ledger,
    Line,
    Mode,
    System,
    Why,
    Work,
    judge,
    travel_cents,
    what_is_left,
)

FEBRUARY = dt.date(2026, 2, 3)
LUMP_SUMS = Ledger(year=2026, system=System.LUMP_SUM)


def lump(cents: int, day: dt.date | None = FEBRUARY, work: Work = Work.ORDINARY) -> Line:
    return Line(day=day, kind=Kind.LUMP, cents=cents, work=work)


def car(kilometres: int, day: dt.date = FEBRUARY, work: Work = Work.ORDINARY) -> Line:
    rate = BUILT_IN.rate(Mode.CAR, day)
    cents = travel_cents(kilometres * 1000, rate) if rate else 0
    return Line(
        day=day, kind=Kind.TRAVEL, cents=cents, work=work, mode=Mode.CAR, metres=kilometres * 1000
    )


def after(*lines: Line, may_be_raised: bool = False) -> Ledger:
    return replace(LUMP_SUMS, lines=lines, may_be_raised=may_be_raised)


def refused(wish: Line, ledger: Ledger = LUMP_SUMS, figures: Figures = BUILT_IN) -> list[Why]:
    return [reason.why for reason in judge(wish, ledger, figures).refusals]


def february(number: int) -> dt.date:
    return dt.date(2026, 1, 1) + dt.timedelta(days=number)


@pytest.mark.parametrize("ceiling", CEILINGS, ids=lambda one: str(one.year))
def test_a_year_is_forty_days_and_the_raised_one_follows(ceiling: Ceiling) -> None:
    assert abs(ceiling.yearly - 40 * ceiling.day) <= 20  # half a cent a day, forty times
    if ceiling.raised is not None and ceiling.raised_is_sure:
        assert abs(ceiling.raised / ceiling.yearly - 1.8366) < 0.00005


def test_a_wrong_digit_would_be_noticed() -> None:
    wrong = replace(CEILINGS[0], yearly=1_670_83)
    assert abs(wrong.yearly - 40 * wrong.day) > 20


def test_figures_of_this_year_are_those_that_were_published() -> None:
    now = BUILT_IN.ceiling(2026)
    assert now is not None
    assert (now.day, now.yearly, now.raised) == (44_02, 1_760_83, 3_233_91)
    last = BUILT_IN.rate(Mode.CAR, FEBRUARY)
    assert last is not None
    assert travel_cents(MOST_METRES, last) == 865_20


def test_every_figure_has_a_source_and_a_day_to_look_again() -> None:
    for figure in (*CEILINGS, *RATES):
        assert figure.source
        assert figure.check_by > figure.checked


def test_rates_of_one_mode_never_overlap() -> None:
    for one in RATES:
        same = [other for other in RATES if other.mode == one.mode and other is not one]
        assert all(other.until < one.since or other.since > one.until for other in same)


def test_the_day_ceiling_itself_is_allowed_and_a_cent_more_is_not() -> None:
    assert refused(lump(44_02)) == []
    assert refused(lump(44_03)) == [Why.DAY_FULL]
    assert refused(lump(1), after(lump(44_02))) == [Why.DAY_FULL]
    assert refused(lump(44_02, february(40)), after(lump(44_02))) == []


def test_the_year_is_full_after_forty_days_and_says_what_is_left() -> None:
    ledger = after(*(lump(44_00, february(number)) for number in range(40)))
    (reason,) = judge(lump(44_00, february(50)), ledger, BUILT_IN).refusals
    assert (reason.why, reason.limit, reason.left) == (Why.YEAR_FULL, 1_760_83, 83)


def test_four_fifths_of_a_year_are_said_and_refuse_nothing() -> None:
    ledger = after(*(lump(44_00, february(number)) for number in range(32)))
    verdict = judge(lump(67, february(50)), ledger, BUILT_IN)
    assert verdict.is_allowed
    assert [reason.why for reason in verdict.warnings] == [Why.YEAR_NEARLY]
    assert judge(lump(66, february(50)), ledger, BUILT_IN).warnings == ()


def test_sitting_with_people_has_a_raised_year_and_the_same_day() -> None:
    ledger = after(
        *(lump(44_00, february(number), Work.SITTING) for number in range(60)), may_be_raised=True
    )
    assert refused(lump(44_02, february(80), Work.SITTING), ledger) == []
    assert refused(lump(44_03, february(80), Work.SITTING), ledger) == [Why.DAY_FULL]


def test_who_also_does_ordinary_tasks_keeps_the_usual_year() -> None:
    sitting = [lump(44_00, february(number), Work.SITTING) for number in range(40)]
    ledger = after(*sitting, may_be_raised=True)
    assert refused(lump(10_00, february(50)), ledger) == [Why.MIXED_TASKS]


def test_the_raised_year_is_not_for_who_may_not_have_it() -> None:
    ledger = after(*(lump(44_00, february(number), Work.SITTING) for number in range(40)))
    assert refused(lump(44_00, february(50), Work.SITTING), ledger) == [Why.YEAR_FULL]


def test_where_the_raised_figure_was_never_read_the_usual_year_holds() -> None:
    ledger = Ledger(year=2018, system=System.LUMP_SUM, may_be_raised=True)
    wish = lump(34_03, dt.date(2018, 2, 1), Work.SITTING)
    days = [dt.date(2018, 1, 1) + dt.timedelta(days=number) for number in range(40)]
    full = replace(ledger, lines=tuple(lump(34_03, day, Work.SITTING) for day in days))
    assert refused(wish, full) == [Why.DAY_FULL, Why.YEAR_FULL]
    assert refused(replace(wish, day=dt.date(2018, 6, 1)), full) == [Why.YEAR_FULL]


def test_two_ways_of_paying_do_not_mix_in_one_year() -> None:
    real = Line(day=FEBRUARY, kind=Kind.REAL, cents=5_00)
    assert refused(real) == [Why.OTHER_SYSTEM]
    receipts = Ledger(year=2026, system=System.REAL_COSTS)
    assert refused(lump(5_00), receipts) == [Why.OTHER_SYSTEM]
    assert refused(replace(real, cents=9_999_00), receipts) == []
    assert refused(car(3_000), receipts) == []


def test_a_day_of_another_year_stands_in_another_ledger() -> None:
    assert refused(lump(5_00, dt.date(2025, 12, 31))) == [Why.OTHER_YEAR]


def test_nothing_is_paid_on_a_figure_that_nobody_read() -> None:
    later = Ledger(year=2027, system=System.LUMP_SUM)
    assert refused(lump(5_00, dt.date(2027, 1, 4)), later) == [Why.NO_CEILING]
    assert refused(car(10, dt.date(2026, 5, 4))) == [Why.NO_RATE]


def test_two_thousand_kilometres_a_year_beside_lump_sums() -> None:
    assert refused(car(2_000)) == []
    assert Why.KILOMETRES_FULL in refused(car(1), after(car(2_000)))
    assert [one.why for one in judge(car(1_600), LUMP_SUMS, BUILT_IN).warnings] == [
        Why.KILOMETRES_NEARLY, Why.TRAVEL_NEARLY,
    ]  # fmt: skip


def test_who_drives_people_around_has_no_limit_of_kilometres() -> None:
    driven = after(*(car(1_900, work=Work.DRIVING) for _time in range(3)))
    assert refused(car(500, work=Work.DRIVING), driven) == []
    assert refused(car(2_000), driven) == []


def test_tickets_count_for_the_same_sum_of_money() -> None:
    ticket = Line(day=FEBRUARY, kind=Kind.TRAVEL, cents=865_20, mode=Mode.PUBLIC)
    assert refused(ticket) == []
    assert refused(car(1), after(ticket)) == [Why.TRAVEL_FULL]


def test_what_another_organisation_paid_counts_and_is_never_refused() -> None:
    elsewhere = replace(lump(1_700_00, None), is_elsewhere=True)
    ledger = after(elsewhere)
    assert refused(lump(44_02, february(9)), ledger) == []
    assert refused(lump(44_02, february(9)), after(elsewhere, lump(44_00))) == [Why.YEAR_FULL]
    too_much = judge(elsewhere, after(elsewhere), BUILT_IN)
    assert too_much.is_allowed
    assert [reason.why for reason in too_much.warnings] == [Why.YEAR_FULL]
    on_that_day = replace(lump(40_00), is_elsewhere=True)
    assert refused(lump(10_00), after(on_that_day)) == [Why.DAY_FULL]


def test_a_correction_opens_the_room_again() -> None:
    wrong = lump(44_02)
    back = replace(wrong, cents=-wrong.cents)
    assert refused(lump(44_02), after(wrong, back)) == []
    by_mistake = lump(5_00, february(3))
    undone = replace(by_mistake, cents=-5_00)
    sitting = [lump(44_00, february(number + 10), Work.SITTING) for number in range(40)]
    ledger = after(by_mistake, undone, *sitting, may_be_raised=True)
    assert refused(lump(44_00, february(60), Work.SITTING), ledger) == []


def test_what_is_left_says_what_nobody_entered() -> None:
    left = what_is_left(LUMP_SUMS, dt.date(2026, 11, 28), BUILT_IN)
    assert (left.day, left.yearly, left.travel) == (44_02, 1_760_83, 0)
    assert [reason.why for reason in left.why_not] == [Why.NO_RATE]


def test_what_is_left_depends_on_the_next_task() -> None:
    sitting = after(lump(44_00, february(40), Work.SITTING), may_be_raised=True)
    assert what_is_left(sitting, FEBRUARY, BUILT_IN).limit == 1_760_83
    assert what_is_left(sitting, FEBRUARY, BUILT_IN, work=Work.SITTING).limit == 3_233_91


def test_real_costs_have_no_ceiling() -> None:
    left = what_is_left(Ledger(year=2026, system=System.REAL_COSTS), FEBRUARY, BUILT_IN)
    assert (left.day, left.yearly, left.metres, left.travel, left.limit) == (None,) * 5


wishes = st.builds(
    Line,
    day=st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
    kind=st.sampled_from([Kind.LUMP, Kind.TRAVEL]),
    cents=st.integers(1, 60_00),
    work=st.sampled_from(Work),
    mode=st.just(Mode.BIKE),
    metres=st.integers(0, 300_000),
)


ledgers = st.sampled_from([LUMP_SUMS, replace(LUMP_SUMS, may_be_raised=True)])


@given(st.lists(wishes, max_size=120), ledgers)
def test_whatever_is_asked_no_ceiling_is_ever_passed(asked: list[Line], ledger: Ledger) -> None:
    for wish in asked:
        verdict = judge(wish, ledger, BUILT_IN)
        if verdict.is_allowed:
            ledger = replace(ledger, lines=(*ledger.lines, wish))
        else:
            assert all(0 <= reason.left <= reason.limit for reason in verdict.refusals)
    days = {line.day for line in ledger.lines}
    assert all(ledger.sum_of(Kind.LUMP, day=day) <= 44_02 for day in days)
    assert ledger.sum_of(Kind.LUMP) <= (3_233_91 if ledger.may_be_raised else 1_760_83)
    left = what_is_left(ledger, FEBRUARY, BUILT_IN)
    assert left.metres is not None
    assert 0 <= left.metres <= MOST_METRES


@given(st.lists(wishes, max_size=40), wishes)
def test_what_is_left_is_what_may_still_be_booked(asked: list[Line], last: Line) -> None:
    ledger = LUMP_SUMS
    for wish in asked:
        if judge(wish, ledger, BUILT_IN).is_allowed:
            ledger = replace(ledger, lines=(*ledger.lines, wish))
    assert last.day is not None
    left = what_is_left(ledger, last.day, BUILT_IN)
    assert left.day is not None
    exactly = replace(last, kind=Kind.LUMP, cents=left.day, metres=0)
    assert left.day == 0 or judge(exactly, ledger, BUILT_IN).is_allowed
    one_more = replace(exactly, cents=left.day + 1)
    assert not judge(one_more, ledger, BUILT_IN).is_allowed
