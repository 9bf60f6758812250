"""What streets are at odds about stays with the professionals: no page, file or export of anybody else has it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from gebuur.apps.boundaries import actions
from gebuur.apps.neighbourhood.models import Role, Street
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.web.person_file import everything_about
from tests import cast
from tests.rounds import once
from tests.web.doors import DOORS
from tests.web.test_doors import ALL
from tests.web.world import World, make_world

pytestmark = pytest.mark.django_db
# A theme that no other page speaks of, as it is kept, and as it is read in Dutch.
CANARY, SAID = "waste", "Afval op straat"
OWN_PAGES = {"boundaries:tension-list", "boundaries:tension-new", "boundaries:tension-undo"}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for all: what a test does to it is taken back."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("nl"):
        yield with_tensions(make_world())
        transaction.set_rollback(True)


def with_tensions(made: World) -> World:
    """Two streets with more than enough notes to show."""
    one, other, *_rest = list_streets(made.here.place)
    for _time in range(6):
        actions.note_tension(
            one,
            actor=made.here.staff,
            theme=CANARY,
            kind="streets",
            other_street=other,
            today=timezone.localdate(),
        )
    return made


def text_of(answer: HttpResponseBase) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]  # a response
    return bytes(body).decode(errors="replace")


def pages(world: World, browser: Client) -> Iterator[tuple[str, str]]:
    """Every address of the house as this browser gets it."""
    for address in ALL:
        if DOORS.get(address.name, "library") != "library" and address.name not in OWN_PAGES:
            yield (
                address.name,
                text_of(browser.get(reverse(address.name, kwargs=world.own(address)))),
            )


def head(world: World) -> Client:
    return cast.sign_in(cast.make_staff(world.here.place, "Wim", role=Role.HEAD))


@pytest.mark.parametrize(
    "role", ["neighbour", *once("visitor", "volunteer", "head", "professional")]
)
def test_no_other_page_or_file_tells_of_a_tension(world: World, role: str) -> None:
    browser = head(world) if role == "head" else world.browsers[role]
    told = [name for name, text in pages(world, browser) if SAID in text]
    assert told == []


def test_the_page_of_the_professionals_does_tell(world: World) -> None:
    """Negative control: the crawl would have seen it."""
    assert SAID in text_of(world.browsers["professional"].get("/staff/tensions/"))


def test_nobodys_file_knows_of_it(world: World) -> None:
    for person in (world.here.staff, world.here.things["helper"], world.here.things["rosa"]):
        assert not any("tension" in table for table in everything_about(person))


def test_the_two_streets_beside_each_other_do_not_show_it(world: World) -> None:
    one, other = Street.objects.filter(neighbourhood=world.here.place).order_by("name")[:2]
    page = world.browsers["professional"].get(
        f"/staff/streets/connect/?helps={one.pk}&beside={other.pk}"
    )
    text = text_of(page)
    assert "/staff/mediation/" in text
    assert SAID not in text
    assert "/staff/mediation/" not in text_of(
        head(world).get(page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"])
    )
