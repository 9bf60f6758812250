"""The agenda on paper, with the hour of every block."""

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Workshop
from tests.apps.workshops.at_table import (
    LIST,
    an,
    browser,
    page,
    typed,
    workshop,
)

__all__ = ["an", "browser", "workshop"]
pytestmark = pytest.mark.django_db


def detail(workshop: Workshop) -> str:
    return f"{LIST}{workshop.pk}/"


def new(workshop: Workshop, kind: str) -> str:
    return f"{detail(workshop)}blocks/new/?kind={kind}"


def test_the_light_of_a_task_stays_hidden_until_the_paper_of_the_facilitator(
    browser: Client, workshop: Workshop
) -> None:
    boundaries.seed_catalogue(workshop.organisation)
    form = page(browser, new(workshop, "lights"))
    assert "Bankkaart en geldzaken" in form
    assert "rood: dit is niet voor een buur" not in form
    browser.post(new(workshop, "lights"), typed(tasks=["money"]))
    assert "rood: dit is niet voor een buur" not in page(browser, detail(workshop))
    assert "rood: dit is niet voor een buur" in page(browser, f"{detail(workshop)}print/")


def test_the_paper_shows_the_hour_of_every_block_and_the_end(browser: Client, an: Person) -> None:
    copy = actions.copy_ready("deck", "nl", actor=an, now=timezone.now())
    for address in (f"{detail(copy)}print/", f"{LIST}ready/deck/print/?language=nl"):
        said = page(browser, address)
        assert "Waar begin je mee?" in said
        assert "Luisteren, nog zonder plan" in said
        assert "12.40" in said


def test_an_empty_agenda_can_be_printed_and_run_by_nobody(browser: Client, an: Person) -> None:
    empty = actions.make_workshop("Leeg", "nl", actor=an, now=timezone.now())
    assert "Er staat nog niets" in page(browser, f"{detail(empty)}print/")
    assert "Zaal openen" not in page(browser, detail(empty))
