"""Every week, every two weeks, every month on the same weekday."""

import datetime as dt

import pytest

from gebuur.apps.initiatives.queries.rhythms import days_of

DAY = dt.date(2026, 11, 10)  # the second Tuesday


def test_weeks_are_seven_or_fourteen_days_and_the_last_day_counts() -> None:
    until = dt.date(2026, 12, 8)
    assert days_of("weekly", DAY, until)[-1] == until
    assert len(days_of("weekly", DAY, until)) == 5
    assert days_of("fortnightly", DAY, until) == [DAY, dt.date(2026, 11, 24), until]
    assert days_of("weekly", DAY, DAY) == [DAY]


def test_monthly_is_the_same_weekday_of_the_month() -> None:
    assert days_of("monthly", DAY, dt.date(2027, 2, 9)) == [
        DAY, dt.date(2026, 12, 8), dt.date(2027, 1, 12), dt.date(2027, 2, 9),
    ]  # fmt: skip


@pytest.mark.parametrize("first", [dt.date(2026, 12, 29), dt.date(2026, 12, 31)])
def test_who_begins_on_a_fifth_one_gets_the_last_one_of_each_month(first: dt.date) -> None:
    days = days_of("monthly", first, dt.date(2027, 12, 31))
    assert len(days) == 13
    assert {day.weekday() for day in days} == {first.weekday()}
    assert all((day + dt.timedelta(days=7)).month != day.month for day in days)
