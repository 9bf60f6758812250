"""Somebody is worried: professionals of this neighbourhood read it, and nobody else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.models import Concern
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.privacy.models import Sight
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Neighbourhood:
    here = cast.make_place()
    actions.seed_catalogue(here.organisation)
    return here


@pytest.fixture
def an(place: Neighbourhood) -> Person:
    return cast.make_staff(place, "An")


def a_concern(place: Neighbourhood, text: str = "Ze viel twee keer deze week.") -> Concern:
    joris = cast.make_person(place, "Joris")
    godelieve = cast.make_person(place, "Godelieve", last_name="Claes")
    return actions.raise_concern(godelieve, raised_by=joris, text=text)


def test_a_professional_reads_it_and_the_look_is_kept(place: Neighbourhood, an: Person) -> None:
    concern = a_concern(place)
    browser = cast.sign_in(an)
    overview = browser.get("/staff/concerns/").content.decode()
    assert "Godelieve C." in overview
    assert "viel twee keer" not in overview
    assert not Sight.objects.exists()
    assert "viel twee keer" in browser.get(f"/staff/concerns/{concern.pk}/").content.decode()
    assert Sight.objects.get().page == "boundaries:concern-detail"


def test_taking_noting_and_closing_a_concern(place: Neighbourhood, an: Person) -> None:
    concern = a_concern(place)
    browser, address = cast.sign_in(an), f"/staff/concerns/{concern.pk}/"
    browser.post(address, {"do": "take", "outcome": ""})
    concern.refresh_from_db()
    assert (concern.state, concern.taken_by) == ("taken", an)
    browser.post(address, {"do": "note", "outcome": "Gebeld met haar zoon."})
    assert queries.count_open_concerns(place) == 1
    browser.post(address, {"do": "close", "outcome": "De thuiszorg komt."})
    concern.refresh_from_db()
    assert (concern.state, concern.outcome) == ("closed", "De thuiszorg komt.")
    assert queries.count_open_concerns(place) == 0


def test_closing_asks_what_was_done(place: Neighbourhood, an: Person) -> None:
    concern = a_concern(place)
    page = cast.sign_in(an).post(f"/staff/concerns/{concern.pk}/", {"do": "close", "outcome": " "})
    assert "Schrijf in één zin" in page.content.decode()
    concern.refresh_from_db()
    assert concern.state == "open"


def test_two_colleagues_do_not_take_the_same_one(place: Neighbourhood, an: Person) -> None:
    concern = a_concern(place)
    actions.take_concern(Concern.objects.get(), actor=cast.make_staff(place, "Nele"))
    page = cast.sign_in(an).post(f"/staff/concerns/{concern.pk}/", {"do": "take", "outcome": ""})
    assert "Een collega volgt dit al op" in page.content.decode()


def test_words_of_danger_show_the_numbers_beside_it(place: Neighbourhood, an: Person) -> None:
    concern = a_concern(place, "Ze zegt: ik wil dood")
    page = cast.sign_in(an).get(f"/staff/concerns/{concern.pk}/").content.decode()
    assert "tel:1813" in page


def test_next_door_helpers_and_visitors_never_see_it(place: Neighbourhood, an: Person) -> None:
    address = f"/staff/concerns/{a_concern(place).pk}/"
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    emine = cast.make_person(place, "Emine")
    cast.make_user(emine, "emine@vlasbloem.example")
    assert cast.sign_in(bert).get(address).status_code == 404
    assert cast.sign_in(emine).get(address).status_code == 404
    assert cast.sign_in(emine).get("/staff/concerns/").status_code == 404
    assert Client().get(address).status_code == 302
    with pytest.raises(PermissionDenied):
        actions.close_concern(Concern.objects.get(), actor=bert, outcome="x")


def test_somebody_from_elsewhere_cannot_raise_one_here(place: Neighbourhood) -> None:
    zoe = cast.make_person(cast.make_place(name="De Molen", slug="molen"), "Zoe")
    with pytest.raises(PermissionDenied):
        actions.raise_concern(cast.make_person(place, "Godelieve"), raised_by=zoe, text="x")


def test_a_concern_leaves_no_line_in_the_chronicle(place: Neighbourhood) -> None:
    a_concern(place)
    assert not Line.objects.exists()


def test_a_closed_concern_stays_as_it_is(place: Neighbourhood, an: Person) -> None:
    concern = a_concern(place)
    actions.close_concern(concern, actor=an, outcome="Klaar")
    page = cast.sign_in(an).post(
        f"/staff/concerns/{concern.pk}/", {"do": "note", "outcome": "Toch"}
    )
    assert "afgesloten" in page.content.decode()
    concern.refresh_from_db()
    assert concern.outcome == "Klaar"
