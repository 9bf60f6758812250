"""Moments at which a day here is easily taken for another one: after midnight, and beyond a change of the clock."""

import datetime as dt

import pytest
from django.utils import timezone


def half_past_midnight(day: dt.date | None = None) -> dt.datetime:
    """Half past midnight of a day here, today unless told otherwise, as the clock of the house gives it: in UTC."""
    begun = dt.datetime.combine(
        day or timezone.localdate(), dt.time(0, 30), timezone.get_default_timezone()
    )
    return begun.astimezone(dt.UTC)


def same_hour(days: int) -> dt.datetime:
    """So many days from now at this hour of the clock here, also when the clock changes in between."""
    return timezone.localtime() + dt.timedelta(days=days)


def stop_the_clock(monkeypatch: pytest.MonkeyPatch, now: dt.datetime) -> None:
    """Let it stay the same moment for whoever looks at the clock."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
