"""The neighbourhood budget of the demo: one round goes on, and one frame waits for both sides."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from gebuur.apps.budget.models import FrameVersion, Idea, Remark
from gebuur.apps.outbox.models import Message

pytestmark = pytest.mark.django_db


def test_the_demo_has_a_signed_frame_with_ideas_and_one_that_waits() -> None:
    call_command("demo", "--people", "60", stdout=StringIO())
    published = FrameVersion.objects.filter(published_at__isnull=False)
    assert list(published.values_list("text__title", "number")) == [
        ("Buurtbudget 2026", 1),
        ("Buurtbudget 2026", 2),
    ]
    assert FrameVersion.objects.get(published_at=None).text["title"] == "Buurtbudget 2027"
    assert Idea.objects.filter(title="Moestuin achter de refter").exists()
    assert not Message.objects.filter(template__startswith="budget/").exists()
    assert set(Remark.objects.values_list("kind", flat=True)) == {"question", "doubt", "read"}
    visitor = Client()
    visitor.get("/n/vlasbloem/")
    assert "Buurtbudget 2027" not in visitor.get("/budget/").content.decode()
