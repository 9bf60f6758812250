"""Finding neighbours, writing them down, and giving and ending roles."""

import datetime as dt
import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Membership, Person, Role
from gebuur.apps.neighbourhood.queries import find_persons
from gebuur.apps.outbox import actions as outbox
from tests import cast
from tests.apps.accounts.at_door import type_code

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed", ["090000042", "+32 9 000 00 42", "09/000.00.42", "godel", "verhae spoel", "Verhaeghe"]
)
def test_half_a_name_a_street_or_a_number_in_any_spelling_finds_somebody(typed: str) -> None:
    place = cast.make_place()
    cast.make_person(place, "Godelieve", last_name="Verhaeghe", phone="+3290000042")
    cast.make_person(place, "Rosa", street="Linnenstraat", phone="+3290000077")
    page = (
        cast.sign_in(cast.make_staff(place, "An"))
        .get("/staff/people/", {"q": typed})
        .content.decode()
    )
    assert "Godelieve Verhaeghe" in page
    assert "Rosa" not in page


@pytest.mark.parametrize("typed", ["Verhaege", "verhage", "Ferhaege godel", "Verhaeg spoel"])
def test_a_name_that_is_written_as_it_sounds_finds_somebody(typed: str) -> None:
    place = cast.make_place()
    cast.make_person(place, "Godelieve", last_name="Verhaeghe")
    cast.make_person(place, "Rosa", last_name="Verhulst", street="Linnenstraat")
    assert [one.first_name for one in find_persons(place, typed)] == ["Godelieve"]


def test_who_is_written_like_that_stands_before_who_sounds_like_that() -> None:
    place = cast.make_place()
    cast.make_person(place, "An", last_name="Claes")
    cast.make_person(place, "Rosa", last_name="Klaes")
    cast.make_person(place, "Luc", last_name="Clae")
    assert [one.last_name for one in find_persons(place, "Klaes")] == ["Klaes", "Claes"]
    assert [one.last_name for one in find_persons(place, "Klaes", limit=1)] == ["Klaes"]


def test_nobody_of_another_neighbourhood_is_found() -> None:
    zoe = cast.make_person(cast.make_place(name="De Molen", slug="molen"), "Zoe")
    browser = cast.sign_in(cast.make_staff(cast.make_place(), "An"))
    assert "Niemand gevonden" in browser.get("/staff/people/", {"q": "zoe"}).content.decode()
    assert browser.get(f"/staff/people/{zoe.pk}/").status_code == 404


def test_a_first_name_is_enough_to_write_somebody_down() -> None:
    browser = cast.sign_in(cast.make_staff(cast.make_place(), "An"))
    browser.post("/staff/people/new/", {"first_name": "Achmed", "channel": "phone"})
    assert Person.objects.get(first_name="Achmed").languages == ["nl"]


def test_somebody_with_the_same_number_is_shown_before_writing_twice() -> None:
    place = cast.make_place()
    cast.make_person(place, "Godelieve", phone="+3290000042")
    browser = cast.sign_in(cast.make_staff(place, "An"))
    facts = {"first_name": "Lieve", "channel": "phone", "phone": "09 000 00 42"}
    assert "Godelieve" in browser.post("/staff/people/new/", facts).content.decode()
    assert not Person.objects.filter(first_name="Lieve").exists()
    browser.post("/staff/people/new/", facts | {"anyway": "1"})
    assert Person.objects.filter(first_name="Lieve").exists()


def test_the_list_asks_the_same_number_of_questions_for_few_and_for_many(
    django_assert_max_num_queries: Any,
) -> None:
    place = cast.make_place()
    browser = cast.sign_in(cast.make_staff(place, "An"))
    for number in range(30):
        cast.make_person(place, f"Buur{number}")
    with django_assert_max_num_queries(16):
        browser.get("/staff/people/")


def test_rights_end_at_once() -> None:
    place = cast.make_place()
    an, nele = cast.make_staff(place, "An"), cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    an_s, nele_s = cast.sign_in(an), cast.sign_in(nele)
    assert an_s.get("/staff/people/").status_code == 200
    nele_s.post(f"/staff/members/{Membership.objects.get(person=an).pk}/end/")
    assert an_s.get("/staff/people/").status_code == 404


def test_a_role_that_starts_tomorrow_opens_nothing_today() -> None:
    place = cast.make_place()
    an = cast.make_staff(place, "An")
    Membership.objects.update(since=timezone.localdate() + dt.timedelta(days=1))
    assert cast.sign_in(an).get("/staff/people/").status_code == 404


def test_an_invited_professional_makes_her_account_with_the_code_of_the_mail() -> None:
    nele = cast.make_staff(cast.make_place(), "Nele", role=Role.COORDINATOR)
    invited = {"first_name": "Lotte", "role": "professional", "email": "lotte@example.be"}
    cast.sign_in(nele).post("/staff/members/invite/", invited)
    outbox.deliver_due(now=timezone.now())
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", str(mail.outbox[-1].body))
    assert code is not None
    visitor = Client()
    wrong = visitor.post("/invitation/", {"code": code.group(), "email": "ander@example.be"})
    assert "Deze code werkt niet" in wrong.content.decode()
    visitor.post("/invitation/", {"code": code.group().lower(), "email": "lotte@example.be"})
    type_code(visitor)
    lotte = Person.objects.get(first_name="Lotte")
    assert lotte.user is not None
    again = visitor.post("/invitation/", {"code": code.group(), "email": "lotte@example.be"})
    assert "Deze code werkt niet" in again.content.decode()
    assert cast.sign_in(lotte).get("/staff/people/").status_code == 200


def test_a_professional_who_is_no_coordinator_invites_nobody() -> None:
    browser = cast.sign_in(cast.make_staff(cast.make_place(), "An"))
    assert browser.get("/staff/members/invite/").status_code == 404
