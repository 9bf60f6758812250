"""Connect or begin anew: what the professional lays on the table before anybody disposes of a street."""

import io

import pytest
from django.test import Client
from pypdf import PdfReader

from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role, Street
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Neighbourhood:
    return cast.make_place()


@pytest.fixture
def staff(place: Neighbourhood) -> Person:
    return cast.make_staff(place, "An")


@pytest.fixture
def address(place: Neighbourhood) -> str:
    spoel, wever = (Street.objects.get(name=name).pk for name in ("Spoelstraat", "Weverstraat"))
    return f"/staff/streets/connect/?helps={spoel}&beside={wever}"


def pages_of(answer: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(answer)).pages]


def test_the_facts_of_both_streets_lie_beside_each_other(
    place: Neighbourhood, staff: Person, address: str
) -> None:
    cast.make_group(cast.make_person(place, "Rosa"), "Spoelstraat helpt")
    page = cast.sign_in(staff).get(address).content.decode()
    assert "Spoelstraat helpt" in page
    assert "Niemand gaat daarover heen." in page
    hidden = cast.make_group(cast.make_person(place, "Luc"), "Stil clubje")
    Initiative.objects.filter(pk=hidden.pk).update(is_hidden=True)
    assert hidden.title not in cast.sign_in(staff).get(address).content.decode()


def test_the_head_of_service_reads_the_same_page(place: Neighbourhood, address: str) -> None:
    head = cast.make_staff(place, "Griet", role=Role.HEAD)
    assert cast.sign_in(head).get(address).status_code == 200


def test_the_sheet_has_two_pages_however_much_is_written(
    place: Neighbourhood, staff: Person, address: str
) -> None:
    for number in range(5):
        person = cast.make_person(place, f"Rosa{number}")
        cast.make_group(person, f"Groep {number} " + "w" * 40, aim="samen " * 60)
    browser = cast.sign_in(staff)
    written = {"residents": "woord " * 130, "ask": "vier uur " * 40, "look_back": "in mei " * 25}
    written["phases"] = "ze botsen nog " * 28
    for key in ("openness", "clarity", "added-value", "relation", "problem", "capacity"):
        written |= {f"holds-{key}": "partly", f"how-{key}": "omdat het zo is " * 18}
    answer = browser.post(address, written)
    assert answer["Content-Type"] == "application/pdf"
    pages = pages_of(answer.content)
    assert len(pages) <= 2
    assert "Spoelstraat" in pages[0]


def test_nothing_filled_in_says_what_to_write_and_keeps_what_was_typed(
    staff: Person, address: str
) -> None:
    answer = cast.sign_in(staff).post(address, {"ask": "Vier uur per week"})
    page = answer.content.decode()
    assert "Vier uur per week" in page
    assert "Schrijf wat ze zeiden" in page


@pytest.mark.parametrize("query", ["helps=&beside=", "helps=x&beside=y", "helps=%00"])
def test_rubbish_in_the_address_is_answered_with_a_sentence(staff: Person, query: str) -> None:
    answer = cast.sign_in(staff).get(f"/staff/streets/connect/?{query}")
    assert answer.status_code == 200
    assert "Kies de straat" in answer.content.decode()


def test_a_street_is_not_laid_beside_itself(place: Neighbourhood, staff: Person) -> None:
    pk = Street.objects.get(name="Spoelstraat").pk
    page = cast.sign_in(staff).get(f"/staff/streets/connect/?helps={pk}&beside={pk}")
    assert "Kies een andere" in page.content.decode()


def test_a_neighbour_finds_no_such_page(place: Neighbourhood, client: Client, address: str) -> None:
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    assert cast.sign_in(rosa).get(address).status_code == 404
    assert client.get(address).status_code == 302
