"""What volunteers of the demo were paid back, in a year with ceilings and in one without."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import QuerySet

from gebuur.apps.volunteers.models import AllowanceLine
from tests.nights import half_past_midnight, stop_the_clock

pytestmark = pytest.mark.django_db


def paid() -> QuerySet[AllowanceLine]:
    """What the house itself paid in a demo of this moment."""
    call_command("demo", "--people", "60", stdout=StringIO())
    return AllowanceLine.objects.filter(cents__gt=0, is_elsewhere=False)


def test_whoever_was_never_asked_was_paid_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch, half_past_midnight(dt.date(2026, 11, 28)))
    lines = paid()
    assert lines.exists()
    assert not lines.filter(ledger__offer__last_asked_at__isnull=True).exists()


def test_in_a_year_of_which_nobody_wrote_the_ceilings_nobody_is_paid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop_the_clock(monkeypatch, half_past_midnight(dt.date(2015, 5, 31)))
    assert not paid().exists()
