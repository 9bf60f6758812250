"""What a fair share costs: the price of each further first time, for the questions that are open now."""

import datetime as dt

import pytest

from gebuur.apps.care.models import HelpRequest
from gebuur.apps.care.queries.first_times import first_time_prices
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from tests import cast
from tests.apps.mirror.crew import Crew, make_crew

pytestmark = pytest.mark.django_db
PAGE = "/staff/mirror/first-times/"


@pytest.fixture
def crew() -> Crew:
    """One open question; Joris helped last week and lives next door, Emine never did and lives 300 metres off."""
    crew = make_crew()
    task, an = crew.task, cast.make_staff(crew.place, "An")
    seeker = cast.make_person(crew.place, "Rosa")
    for name in ("Joris", "Emine"):
        volunteers.make_offer(
            cast.make_person(crew.place, name), actor=an, tasks=[task],
            slots=cast.ALWAYS, radius=1000, per_week=1, per_month=4, channel=Channel.PHONE, now=crew.now,
        )  # fmt: skip
    Offer.objects.filter(person__first_name="Joris").update(
        last_match_at=crew.now - dt.timedelta(days=8)
    )
    for name, metres in (("Rosa", 0), ("Joris", 20), ("Emine", 320)):
        Person.objects.filter(first_name=name).update(x=metres, y=0)
    HelpRequest.objects.create(
        neighbourhood=crew.place, seeker=seeker, task=task, state="new", channel="phone",
        slots=cast.ALWAYS, created_at=crew.now, waiting_since=crew.now,
    )  # fmt: skip
    return crew


def test_staff_reads_what_one_first_time_more_costs(crew: Crew) -> None:
    page = cast.sign_in(cast.make_staff(crew.place, "Nele")).get(PAGE).content.decode()
    assert "Eén eerste keer meer kost 300 meter." in page
    assert "<svg" in page
    assert "Emine" not in page


def test_the_prices_are_those_of_the_open_questions(crew: Crew) -> None:
    points = first_time_prices(crew.place, now=crew.now)
    assert [(point.first_tasks, point.more) for point in points] == [(0, 0), (1, 300)]


def test_without_an_open_question_the_page_says_so() -> None:
    place = cast.make_place()
    page = cast.sign_in(cast.make_staff(place, "An")).get(PAGE).content.decode()
    assert "Er is nu geen open vraag." in page
    assert "chart-box" not in page


def test_staff_elsewhere_sees_nothing_of_it(crew: Crew) -> None:
    there = cast.make_place(name="De Molen", slug="molen")
    assert first_time_prices(there, now=crew.now) == ()
