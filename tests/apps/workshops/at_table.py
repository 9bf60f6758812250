"""What the stories about agendas have in common: An with her browser, and an agenda to work on."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Block, Workshop
from gebuur.apps.workshops.queries.agenda import BlockWords
from tests import cast

LIST = "/staff/workshops/"


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)


@pytest.fixture
def workshop(an: Person) -> Workshop:
    """Three open questions: one, two, three."""
    made = actions.make_workshop("Terugkomdag", "nl", actor=an, now=timezone.now())
    for number, title in enumerate(("Een", "Twee", "Drie")):
        words = BlockWords("question", title, "", 10 + number, ())
        actions.add_block(made, words, actor=an, place=number)
    return made


def titles(workshop: Workshop) -> list[str]:
    return [block.title for block in workshop.blocks.all()]


def block(workshop: Workshop, title: str) -> Block:
    return workshop.blocks.get(title=title)


def typed(**own: Any) -> dict[str, Any]:
    """A block form, filled in."""
    return {"title": "Nieuw", "text": "", "minutes": "15", "place": "0"} | own


def page(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()
