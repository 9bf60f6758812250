"""The mirror shows what became of those who began, as counts, and no small groups."""

import pytest

from gebuur.apps.neighbourhood.models import Role
from tests import cast
from tests.apps.mirror.crew import make_crew

pytestmark = pytest.mark.django_db
PAGE = "/staff/mirror/"


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.COORDINATOR])
def test_staff_reads_how_many_of_a_month_still_take_part(role: str) -> None:
    crew = make_crew()
    crew.many(7, 40)
    crew.many(5, 40, stayed=10)
    page = cast.sign_in(cast.make_staff(crew.place, "An", role=role)).get(PAGE).content.decode()
    assert '<td class="n">12</td>' in page
    assert '<td class="n">7</td>' in page


def test_few_people_are_no_figure() -> None:
    crew = make_crew()
    crew.many(4, 40)
    page = cast.sign_in(cast.make_staff(crew.place, "An")).get(PAGE).content.decode()
    assert "Er is nog te weinig om te tonen" in page


def test_an_empty_neighbourhood_hears_why_there_is_nothing() -> None:
    an = cast.make_staff(cast.make_place(), "An")
    assert "Er is nog te weinig om te tonen" in cast.sign_in(an).get(PAGE).content.decode()


def test_people_of_another_neighbourhood_are_not_counted() -> None:
    make_crew(name="De Molen", slug="molen").many(9, 40)
    an = cast.make_staff(cast.make_place(), "An")
    assert "Er is nog te weinig om te tonen" in cast.sign_in(an).get(PAGE).content.decode()


def test_a_neighbour_does_not_know_the_page() -> None:
    place = cast.make_place()
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    assert cast.sign_in(rosa).get(PAGE).status_code == 404


def test_the_mirror_is_in_the_bar_of_staff() -> None:
    an = cast.make_staff(cast.make_place(), "An")
    page = cast.sign_in(an).get("/staff/offers/").content.decode()
    assert f'href="{PAGE}">Spiegel</a>' in page
