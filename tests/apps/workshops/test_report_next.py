"""The next workshop opens with what was agreed in the one before."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Note, Session
from gebuur.apps.workshops.queries.agenda import BlockWords
from tests import cast
from tests.apps.workshops.room import QUESTION, open_room, whole_room

pytestmark = pytest.mark.django_db


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)


@pytest.fixture
def first(an: Person) -> Session:
    """A workshop with an agenda of An's that ended with one agreement."""
    workshop = actions.make_workshop("Terugkomdag", "nl", actor=an, now=timezone.now())
    actions.add_block(workshop, QUESTION, actor=an, place=0)
    session = whole_room(an)
    Session.objects.filter(pk=session.pk).update(workshop=workshop)
    session.refresh_from_db()
    actions.add_note(
        session, actor=an, kind="agreement", text="We bellen eerst.", by_whom="de trekker"
    )
    return session


def test_the_report_opens_the_next_workshop_and_the_room_sees_first_what_was_agreed(
    first: Session, browser: Client
) -> None:
    again = f"/staff/workshops/{first.workshop_id}/open/?before={first.pk}"
    assert again in browser.get(f"/staff/sessions/{first.pk}/report/").content.decode()
    page = browser.get(again).content.decode()
    assert re.search(rf'value="{first.pk}"\s+checked', page)
    opened = browser.post(again, {"before": str(first.pk)})
    second = Session.objects.get(closed_at=None)
    assert second.before == first
    assert opened.headers["Location"] == f"/staff/sessions/{second.pk}/"
    kinds = list(second.parts.values_list("kind", flat=True))
    assert kinds == ["look_back", "question"]
    screen = f"/staff/sessions/{second.pk}/screen/"
    assert "We bellen eerst." in browser.get(screen).content.decode()
    browser.post(f"/staff/sessions/{second.pk}/move/", {"to": "next"})
    assert "We bellen eerst." in browser.get(screen).content.decode()


def test_the_facilitator_notes_what_came_of_it_and_both_reports_tell(
    first: Session, an: Person, browser: Client
) -> None:
    second = open_room(an, before=first)
    note = Note.objects.get()
    look = f"/staff/notes/{note.pk}/look-back/"
    assert look in browser.get(f"/staff/sessions/{second.pk}/").content.decode()
    said = {"session": str(second.pk), "outcome": "", "happened": "Vier keer gebeld."}
    unsaid = browser.post(look, said)
    assert unsaid.status_code == 422
    assert "Vier keer gebeld." in unsaid.content.decode()
    kept = browser.post(look, said | {"outcome": "done"})
    assert kept.headers["Location"] == f"/staff/sessions/{second.pk}/#note-{note.pk}"
    screen = browser.get(f"/staff/sessions/{second.pk}/screen/").content.decode()
    assert "Gedaan: Vier keer gebeld." in screen
    browser.post(f"/staff/sessions/{second.pk}/end/")
    for session in (first, second):
        told = browser.get(f"/staff/sessions/{session.pk}/report/").content.decode()
        assert "Gedaan: Vier keer gebeld." in told
    assert "om op terug te kijken" not in browser.get("/staff/workshops/").content.decode()


def test_an_agenda_that_looks_back_already_gets_no_second_look_back(an: Person) -> None:
    back = BlockWords("look_back", "Wat kwam er van je voornemen?", "", 10, ())
    session = open_room(an, QUESTION, back, before=whole_room(an))
    kinds = list(session.parts.values_list("kind", flat=True))
    assert kinds == ["question", "look_back"]


def test_a_new_group_begins_without_looking_back(an: Person) -> None:
    kinds = list(open_room(an).parts.values_list("kind", flat=True))
    assert kinds == ["question", "poll"]


def test_an_earlier_workshop_of_elsewhere_cannot_be_looked_back_on(
    an: Person, browser: Client
) -> None:
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    foreign = whole_room(bert)
    workshop = actions.make_workshop("Terugkomdag", "nl", actor=an, now=timezone.now())
    actions.add_block(workshop, QUESTION, actor=an, place=0)
    address = f"/staff/workshops/{workshop.pk}/open/"
    assert (
        f'value="{foreign.pk}"'
        not in browser.get(f"{address}?before={foreign.pk}").content.decode()
    )
    assert browser.get(f"{address}?before=rubbish").status_code == 200
    browser.post(address, {"before": str(foreign.pk)})
    assert Session.objects.get(neighbourhood=an.neighbourhood).before is None
