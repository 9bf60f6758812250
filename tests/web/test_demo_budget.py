"""The neighbourhood budget of the demo: one round goes on, and one frame waits for both sides."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from gebuur.apps.budget.models import Box, Envelope, FrameVersion, Idea, Proposal, Remark
from gebuur.apps.outbox.models import Message

pytestmark = pytest.mark.django_db


def test_the_demo_has_a_signed_frame_with_ideas_and_one_that_waits() -> None:
    call_command("demo", "--people", "60", stdout=StringIO())
    published = FrameVersion.objects.filter(published_at__isnull=False).order_by("published_at")
    assert list(published.values_list("text__title", "number")) == [
        ("Buurtbudget 2025", 1),
        ("Winterpot 2026", 1),
        ("Buurtbudget 2026", 1),
        ("Buurtbudget 2026", 2),
    ]
    assert FrameVersion.objects.get(published_at=None).text["title"] == "Buurtbudget 2027"
    assert Idea.objects.filter(title="Moestuin op het Garenplein").exists()
    assert not Message.objects.filter(template__startswith="budget/").exists()
    assert set(Remark.objects.values_list("kind", flat=True)) == {"question", "doubt", "read"}
    garden = Proposal.objects.get(title="Moestuin achter de refter")
    signed = garden.decisions.order_by("signed_at").values_list("outcome", flat=True)
    assert (garden.is_chosen, *signed) == (True, "no", "if")
    assert garden.milestones.filter(done_on__isnull=False).exists()
    box = Box.objects.get()
    assert (box.round.title, box.closed_at) == ("Winterpot 2026", None)
    assert box.round.roll.exists()
    assert not Envelope.objects.exists()
    visitor = Client()
    visitor.get("/n/vlasbloem/")
    assert "Buurtbudget 2027" not in visitor.get("/budget/").content.decode()
