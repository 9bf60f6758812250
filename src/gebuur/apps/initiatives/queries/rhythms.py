"""On which days something comes back."""

import calendar
import datetime as dt

from gebuur.apps.initiatives.models import Series

A_WEEK = 7
STEPS = {Series.Rhythm.WEEKLY: A_WEEK, Series.Rhythm.FORTNIGHTLY: 2 * A_WEEK}
FIFTH = 4


def days_of(rhythm: str, first: dt.date, until: dt.date) -> list[dt.date]:
    """Every day from the first one until the last one, both counted.

    Monthly means the same weekday of the month, such as each second Tuesday. Who begins on a fifth one gets the
    last one of each month, because not every month has five.
    """
    if rhythm == Series.Rhythm.MONTHLY:
        return _monthly(first, until)
    step = dt.timedelta(days=STEPS[Series.Rhythm(rhythm)])
    return [first + turn * step for turn in range((until - first) // step + 1)]


def _monthly(first: dt.date, until: dt.date) -> list[dt.date]:
    days, year, month = [], first.year, first.month
    while (year, month) <= (until.year, until.month):
        day = _same_weekday(first, year, month)
        if first <= day <= until:
            days.append(day)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004 - months
    return days


def _same_weekday(first: dt.date, year: int, month: int) -> dt.date:
    turn = (first.day - 1) // A_WEEK
    _weekday, length = calendar.monthrange(year, month)
    begin = dt.date(year, month, 1)
    offset = (first.weekday() - begin.weekday()) % A_WEEK
    if turn == FIFTH:
        turn = (length - 1 - offset) // A_WEEK
    return begin + dt.timedelta(days=offset + turn * A_WEEK)
