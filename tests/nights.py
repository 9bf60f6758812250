"""The hour after midnight, when a new day has begun here and not yet in Greenwich, where moments are kept."""

import datetime as dt

import pytest
from django.utils import timezone


def half_past_midnight(day: dt.date | None = None) -> dt.datetime:
    """Half past midnight of a day here, today unless told otherwise, as the clock of the house gives it: in UTC."""
    begun = dt.datetime.combine(
        day or timezone.localdate(), dt.time(0, 30), timezone.get_default_timezone()
    )
    return begun.astimezone(dt.UTC)


def stop_the_clock(monkeypatch: pytest.MonkeyPatch, now: dt.datetime) -> None:
    """Let it stay the same moment for whoever looks at the clock."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
