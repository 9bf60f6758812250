"""The desk's day: nobody is forgotten, and every count agrees with the list behind it."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.care import actions, queries
from gebuur.apps.care.models import Visit
from gebuur.apps.outbox import actions as outbox
from tests import cast
from tests.apps.care.at_desk import Desk

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
DAY = dt.timedelta(days=1)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def start(desk: Desk) -> str:
    return desk.browser.get("/desk/").content.decode()


def test_an_empty_desk_says_that_nobody_waits(desk: Desk) -> None:
    page = start(desk)
    assert "Niemand wacht op een telefoontje." in page
    assert "Voor elke vraag is er iemand gevraagd." in page
    assert not queries.day_of(desk.place, now=timezone.now()).anything


def test_the_longest_waiting_stand_first_and_the_rest_is_counted(desk: Desk) -> None:
    for days in (2, 19, 11, 6, 5):
        seeker = cast.make_person(desk.place, f"Buur{days}")
        desk.ask(seeker, now=timezone.now() - days * DAY)
    page = start(desk)
    shown = re.findall(r"(\d+) dagen", page)
    assert shown == ["19", "11", "6"]
    assert "Nog 2 die wachten" in page
    whole = desk.browser.get("/desk/waiting/").content.decode()
    assert [name for name in ("Buur19", "Buur11", "Buur6", "Buur5", "Buur2") if name in whole] == [
        "Buur19", "Buur11", "Buur6", "Buur5", "Buur2",
    ]  # fmt: skip


def test_whoever_is_asked_and_did_not_answer_stands_on_the_desk(desk: Desk) -> None:
    asked = desk.ask(cast.make_person(desk.place, "Rosa"))
    actions.pick_helpers(asked, [desk.helper("Joris")], actor=desk.an, now=timezone.now())
    assert "Joris is gevraagd" in start(desk)
    assert "Joris is gevraagd" in desk.browser.get("/desk/waiting/?show=asked").content.decode()


def test_today_and_without_outcome_are_told_apart(desk: Desk) -> None:
    joris = desk.helper("Joris")
    desk.agree(cast.make_person(desk.place, "Jeanne"), joris, on=TODAY())
    desk.agree(cast.make_person(desk.place, "Karel"), joris, on=TODAY() - DAY)
    day = queries.day_of(desk.place, now=timezone.now())
    assert (day.today.count, day.no_outcome.count) == (1, 1)
    assert "Jeanne" in desk.browser.get("/desk/visits/").content.decode()
    assert "Karel" in desk.browser.get("/desk/visits/?show=past").content.decode()


def test_a_worry_stands_on_top_without_a_name(desk: Desk) -> None:
    rosa = cast.make_person(desk.place, "Rosalinde")
    boundaries.raise_concern(rosa, raised_by=desk.an, text="Er is weinig eten.")
    page = start(desk)
    assert "Iemand is ongerust" in page
    assert "Rosalinde" not in page
    assert "weinig eten" not in page


def test_a_visit_leaves_the_list_when_its_outcome_is_told(desk: Desk) -> None:
    match = desk.agree(
        cast.make_person(desk.place, "Karel"), desk.helper("Joris"), on=TODAY() - DAY
    )
    visit = match.visits.get()
    actions.report_visit(visit, actor=desk.an, outcome=Visit.State.DONE, now=timezone.now())
    assert queries.day_of(desk.place, now=timezone.now()).no_outcome.count == 0


def test_every_count_on_the_desk_is_the_count_of_the_page_behind_it(desk: Desk) -> None:
    for number in range(5):
        seeker = cast.make_person(desk.place, f"Buur{number}")
        desk.ask(seeker)
        outbox.add_call(desk.place, actor=desk.an, person=seeker, call_at=timezone.now())
    day = queries.day_of(desk.place, now=timezone.now())
    pages = {"/desk/waiting/": day.waiting.count, "/desk/phone/": day.calls.count}
    for address, count in pages.items():
        assert desk.browser.get(address).context["page"].paginator.count == count == 5


def test_another_neighbourhood_is_never_counted(desk: Desk) -> None:
    desk.ask(cast.make_person(desk.place, "Rosa"))
    over_there = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    page = cast.sign_in(over_there).get("/desk/").content.decode()
    assert "Voor elke vraag is er iemand gevraagd." in page


def test_neighbours_and_visitors_do_not_reach_the_desk(desk: Desk) -> None:
    rosa = cast.make_person(desk.place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    for address in ("/desk/", "/desk/waiting/", "/desk/visits/"):
        assert cast.sign_in(rosa).get(address).status_code == 404
        assert Client().get(address).status_code == 302


def test_rubbish_in_the_address_shows_the_first_list(desk: Desk) -> None:
    for address in ("/desk/waiting/?show=x&page=y", "/desk/visits/?show=%00&page=-1"):
        assert desk.browser.get(address).status_code == 200


@pytest.mark.parametrize(
    "address", ["/desk/", "/desk/waiting/", "/desk/waiting/?show=asked", "/desk/visits/?show=past"]
)
def test_a_full_desk_asks_no_more_questions_of_the_database(desk: Desk, address: str) -> None:
    joris = desk.helper("Joris")
    _morning(desk, joris, 1)
    few = desk.queries_for(address)
    _morning(desk, joris, 2)
    assert desk.queries_for(address) == few


def _morning(desk: Desk, joris: object, count: int) -> None:
    for number in range(count):
        seeker = cast.make_person(desk.place, f"Buur{number}")
        desk.ask(seeker)
        asked = desk.ask(seeker, "walk")
        helper = desk.helper(f"Helper{number}", tasks=("walk", "groceries"))
        actions.pick_helpers(asked, [helper], actor=desk.an, now=timezone.now())
        desk.agree(cast.make_person(desk.place, "Jeanne"), helper, on=TODAY())
        desk.agree(cast.make_person(desk.place, "Karel"), helper, on=TODAY() - DAY)
        outbox.add_call(desk.place, actor=desk.an, person=seeker, call_at=timezone.now())
        boundaries.raise_concern(seeker, raised_by=desk.an, text="Zorg")
