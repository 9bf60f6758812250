"""The vote laid on the table after the count: counts beside what is usual, nobody accused."""

import hashlib

import pytest
from django.utils import timezone

from gebuur.apps.budget.models import Count, RollEntry, Round
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from tests import cast

pytestmark = pytest.mark.django_db
HEAD = "META\nkey;value\nbudget;20000\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n"
PROJECTS = "P1;6380;Moestuin\nP2;900;Bank\nP3;4000;Speelstraat\nP4;700;Ladder\n"


@pytest.fixture
def one(place: Neighbourhood, nele: Person) -> Round:
    rosa = cast.make_person(place, "Rosa")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return cast.make_round(place, coordinator=nele, neighbour=rosa)


def count(one: Round, nele: Person, ballots: list[str]) -> None:
    rows = "".join(f"{number};{ballot}\n" for number, ballot in enumerate(sorted(ballots)))
    file = f"{HEAD}{PROJECTS}VOTES\nvoter_id;vote\n{rows}"
    Count.objects.create(
        neighbourhood=one.neighbourhood, round=one, file=file, seed="zaad", result={},
        digest=hashlib.sha256(file.encode()).hexdigest(), ballots=len(ballots), counted_by=nele,
        counted_at=timezone.now(),
    )  # fmt: skip


def test_before_the_count_there_is_nothing_to_look_at(one: Round, nele: Person) -> None:
    page = cast.sign_in(nele).get(f"/staff/budget/{one.pk}/look/")
    assert "Nog niet geteld" in page.content.decode()
    assert "/look/" not in cast.sign_in(nele).get(f"/staff/budget/{one.pk}/").content.decode()


def test_the_coordinator_sees_counts_and_no_names(one: Round, nele: Person) -> None:
    count(one, nele, ["P1,P2"] * 60 + ["P2,P3"] * 40 + ["P1,P3"] * 30 + ["P4"] * 70)
    for number in range(30):
        home = "Weverstraat 9" if number < 14 else f"Spoelstraat {number}"
        RollEntry.objects.create(
            neighbourhood=one.neighbourhood, round=one, name=f"Buur {number}", address=home, key=number,
            mark=f"{number:04}",
        )  # fmt: skip
    browser = cast.sign_in(nele)
    assert (
        f"/staff/budget/{one.pk}/look/" in browser.get(f"/staff/budget/{one.pk}/").content.decode()
    )
    page = browser.get(f"/staff/budget/{one.pk}/look/").content.decode()
    assert "70 stembrieven noemen alleen “Ladder”" in page
    assert "14 mensen op de lijst wonen op één adres: Weverstraat 9" in page
    assert "Buur 3" not in page


def test_an_honest_vote_has_nothing_to_look_at(one: Round, nele: Person) -> None:
    count(one, nele, ["P1,P2"] * 60 + ["P2,P3"] * 40 + ["P4"] * 4 + ["P3"] * 9)
    page = cast.sign_in(nele).get(f"/staff/budget/{one.pk}/look/").content.decode()
    assert "0 dingen" in page


def test_only_the_coordinator_of_this_place_looks(one: Round, place: Neighbourhood) -> None:
    path = f"/staff/budget/{one.pk}/look/"
    molen = cast.make_place(name="De Molen", slug="molen")
    bert = cast.make_staff(molen, "Bert", role=Role.COORDINATOR)
    an = cast.make_staff(place, "An")
    assert [cast.sign_in(each).get(path).status_code for each in (bert, an)] == [404, 404]
