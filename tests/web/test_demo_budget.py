"""The neighbourhood budget of the demo: one round goes on, and one frame waits for both sides."""

import datetime as dt
from io import StringIO
from itertools import chain, repeat

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget.models import Box, Envelope, FrameVersion, Idea, Proposal, Remark, Round
from gebuur.apps.outbox.models import Message
from tests.nights import half_past_midnight, stop_the_clock

pytestmark = pytest.mark.django_db


def test_the_demo_has_a_signed_frame_with_ideas_and_one_that_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each round is called after its own year, in whatever year the demo is told."""
    stop_the_clock(monkeypatch, half_past_midnight(dt.date(2028, 2, 29)))
    call_command("demo", "--people", "60", stdout=StringIO())
    published = FrameVersion.objects.filter(published_at__isnull=False).order_by("published_at")
    assert list(published.values_list("text__title", "number")) == [
        ("Buurtbudget 2027", 1),
        ("Winterpot 2028", 1),
        ("Buurtbudget 2028", 1),
        ("Buurtbudget 2028", 2),
    ]
    assert FrameVersion.objects.get(published_at=None).text["title"] == "Buurtbudget 2029"
    assert Idea.objects.filter(title="Moestuin op het Garenplein").exists()
    assert not Message.objects.filter(template__startswith="budget/").exists()
    assert set(Remark.objects.values_list("kind", flat=True)) == {"question", "doubt", "read"}
    garden = Proposal.objects.get(title="Moestuin achter de refter")
    signed = garden.decisions.order_by("signed_at").values_list("outcome", flat=True)
    assert (garden.is_chosen, *signed) == (True, "no", "if")
    assert garden.milestones.filter(done_on__isnull=False).exists()
    box = Box.objects.get()
    assert (box.round.title, box.closed_at) == ("Winterpot 2028", None)
    assert box.round.roll.exists()
    assert not Envelope.objects.exists()
    visitor = Client()
    visitor.get("/n/vlasbloem/")
    assert "Buurtbudget 2029" not in visitor.get("/budget/").content.decode()


@pytest.mark.once
def test_midnight_may_pass_while_the_story_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is asked once for the day of the story; every later look finds it is tomorrow."""
    evening = timezone.localtime().replace(hour=23, minute=59, second=59)
    clock = chain([evening], repeat(evening + dt.timedelta(seconds=2)))
    monkeypatch.setattr("django.utils.timezone.now", lambda: next(clock))
    call_command("demo", "--people", "60", stdout=StringIO())
    assert Box.objects.get().round.title.startswith("Winterpot")
    days = set(Round.objects.values_list("vote_from", flat=True))
    since_today = {(day - evening.date()).days for day in days}
    assert since_today == {-270, -2, 103, 468}
