"""Counting tries per hour: asking whether one may go on is not a try."""

import datetime as dt

import pytest

from gebuur.core import limits
from gebuur.core.models import Tally

pytestmark = pytest.mark.django_db


def test_asking_is_no_try() -> None:
    for _time in range(5):
        assert limits.may_go_on("room", "10.0.0.1", per_hour=1)
    assert not Tally.objects.exists()


def test_after_the_last_try_nobody_goes_on_until_the_next_hour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = dt.datetime(2026, 11, 3, 9, 59, tzinfo=dt.UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    assert [limits.may_try("room", "10.0.0.1", per_hour=2) for _time in range(3)] == [
        True,
        True,
        False,
    ]
    assert not limits.may_go_on("room", "10.0.0.1", per_hour=2)
    assert limits.may_go_on("room", "10.0.0.2", per_hour=2)
    assert limits.may_go_on("door", "10.0.0.1", per_hour=2)
    now += dt.timedelta(minutes=1)
    assert limits.may_go_on("room", "10.0.0.1", per_hour=2)


def test_what_is_kept_tells_no_address() -> None:
    limits.may_try("room", "10.0.0.1", per_hour=2)
    assert "10.0.0.1" not in Tally.objects.get().key
