"""The page about a fair chance points at nobody, and the head of service may read it."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.care import actions as care
from gebuur.apps.care.models import Rhythm
from gebuur.apps.mirror import queries
from gebuur.apps.mirror.queries.fairness import REST
from gebuur.apps.neighbourhood.models import Channel, Person, Role
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer, Work
from tests import cast

pytestmark = pytest.mark.django_db
NOW = timezone.now()
PAGE, FILE = "/staff/mirror/fairness/", "/staff/mirror/fairness.csv"


class Street:
    """A neighbourhood where people ask, and some of them get somebody."""

    def __init__(self) -> None:
        self.place = cast.make_place()
        self.an = cast.make_staff(self.place, "An")
        self.task = cast.make_task(self.place)
        self.helper = self.offer("Joris")

    def offer(self, name: str) -> Offer:
        return volunteers.make_offer(
            cast.make_person(self.place, name, languages=["nl", "tr", "fr"]),
            actor=self.an,
            tasks=[self.task],
            slots=cast.ALWAYS,
            radius=5_000,
            per_week=14,
            per_month=60,
            channel=Channel.DESK,
            now=NOW - dt.timedelta(weeks=30),
        )

    def ask(
        self,
        language: str,
        *,
        days_ago: int,
        met_after: int | None,
        street: str,
        seeker: Person | None = None,
    ) -> Person:
        began = NOW - dt.timedelta(days=days_ago)
        seeker = seeker or cast.make_person(self.place, "Buur", languages=[language], street=street)
        request = care.make_request(
            self.place, actor=self.an, seeker=seeker, task=self.task, slots=cast.ALWAYS,
            channel=Channel.PHONE, urgency="week", rhythm=Rhythm.ONCE, languages=["nl"], now=began,
        )  # fmt: skip
        if met_after is None:
            return seeker
        met = began + dt.timedelta(days=met_after)
        (proposal,) = care.pick_helpers(request, [self.helper], actor=self.an, now=met)
        proposal.refresh_from_db()
        care.say_yes(proposal, actor=self.helper.person, now=met)
        proposal.refresh_from_db()
        care.confirm_match(
            proposal, actor=seeker, now=met, first_on=timezone.localdate(met), part=0
        )
        return seeker

    def several(
        self, language: str, how_many: int, *, met_after: int, street: str = "Spoelstraat"
    ) -> None:
        for number in range(how_many):
            self.ask(
                language, days_ago=120 - 3 * number, met_after=met_after + number % 2, street=street
            )


@pytest.fixture
def street() -> Street:
    return Street()


def test_who_waits_longer_is_said_first_as_a_sentence_about_us(street: Street) -> None:
    street.several("nl", 8, met_after=1)
    street.several("tr", 8, met_after=20)
    rows = {row.name: row for row in queries.by_language(queries.list_asked(street.place, now=NOW))}
    assert (rows["nl"].people, rows["tr"].people) == (8, 8)
    assert rows["tr"].days == pytest.approx(20, abs=1)
    page = cast.sign_in(street.an).get(PAGE).content.decode()
    assert "Türkçe: deze mensen wachten" in page
    assert "keer zo lang als de anderen" in page


def test_small_languages_stand_together_and_have_no_name(street: Street) -> None:
    street.several("nl", 8, met_after=1)
    street.several("tr", 3, met_after=2)
    street.several("fr", 2, met_after=2)
    rows = queries.by_language(queries.list_asked(street.place, now=NOW))
    assert [(row.name, row.people) for row in rows] == [("nl", 8), (REST, 5)]
    page = cast.sign_in(street.an).get(PAGE).content.decode()
    assert "andere talen" in page
    assert "Türkçe" not in page.partition("<main")[2]


def test_one_lonely_language_takes_company_so_that_nobody_can_subtract(street: Street) -> None:
    street.several("nl", 8, met_after=1)
    street.several("fr", 5, met_after=2)
    street.several("tr", 1, met_after=2)
    rows = queries.by_language(queries.list_asked(street.place, now=NOW))
    assert [(row.name, row.people) for row in rows] == [("nl", 8), (REST, 6)]


def test_four_people_are_not_shown_at_all(street: Street) -> None:
    street.several("nl", 4, met_after=1)
    assert queries.by_language(queries.list_asked(street.place, now=NOW)) == []
    page = cast.sign_in(street.an).get(PAGE).content.decode()
    assert "Er zijn te weinig mensen om al iets te tonen." in page


def test_had_and_had_not_are_both_protected(street: Street) -> None:
    street.several("nl", 8, met_after=1)
    for days_ago in (60, 63):
        street.ask("nl", days_ago=days_ago, met_after=None, street="Spoelstraat")
    (row,) = queries.by_language(queries.list_asked(street.place, now=NOW))
    assert (row.soon.whole, row.soon.had, row.soon.nearly) == (10, None, "all")


def test_somebody_who_asks_twice_counts_once_with_her_first_question(street: Street) -> None:
    seeker = street.ask("nl", days_ago=90, met_after=2, street="Spoelstraat")
    street.ask("nl", days_ago=40, met_after=30, street="Spoelstraat", seeker=seeker)
    (one,) = queries.list_asked(street.place, now=NOW)
    assert one.days == pytest.approx(2)


def test_streets_have_their_own_table(street: Street) -> None:
    street.several("nl", 6, met_after=1, street="Spoelstraat")
    street.several("nl", 6, met_after=2, street="Weverstraat")
    rows = queries.by_area(queries.list_asked(street.place, now=NOW))
    assert [(row.name, row.people) for row in rows] == [("Spoelstraat", 6), ("Weverstraat", 6)]


def test_volunteers_stand_in_bands_without_a_name(street: Street) -> None:
    for number in range(7):
        street.offer(f"Vrijwilliger{number}")
    street.several("nl", 8, met_after=1)
    asked = queries.list_asked_bands(street.place, now=NOW)
    assert asked.whole == 8
    assert [band.people for band in asked.bands][1:] == [None, None, None]
    page = cast.sign_in(street.an).get(PAGE).content.decode()
    assert "Vrijwilliger0" not in page
    assert "Joris" not in page


def test_what_volunteers_say_counts_everybody_once(street: Street) -> None:
    for number in range(6):
        offer = street.offer(f"Vrijwilliger{number}")
        volunteers.plan_check_ins(offer, first_on=NOW.date(), now=NOW)
        for one in offer.check_ins.all()[:2]:
            volunteers.answer_check_in(
                one,
                actor=offer.person,
                now=NOW - dt.timedelta(hours=1),
                going="good",
                work="too_little",
            )
    said = queries.count_said(street.place, now=NOW)
    assert (said[Work.TOO_LITTLE], said[Work.TOO_MUCH]) == (6, None)


def test_the_head_of_service_reads_figures_and_nothing_else(street: Street) -> None:
    street.several("nl", 8, met_after=1)
    browser = cast.sign_in(cast.make_staff(street.place, "Hilde", role=Role.HEAD))
    assert browser.get(PAGE).status_code == 200
    assert browser.get(FILE).status_code == 200
    page = browser.get("/staff/mirror/")
    assert page.status_code == 200
    assert "/staff/first/" not in page.content.decode()
    assert browser.get("/staff/mirror/changes/new/").status_code == 404
    for first in ("/", "/me/"):
        assert PAGE in browser.get(first).content.decode()
    for address in ("/desk/", "/staff/offers/", "/staff/people/", "/staff/going/"):
        assert browser.get(address).status_code == 404


def test_a_neighbour_reads_no_figures_of_staff(street: Street) -> None:
    rosa = cast.make_person(street.place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    assert cast.sign_in(rosa).get(PAGE).status_code == 404
    assert Client().get(PAGE).status_code == 302
    assert PAGE not in cast.sign_in(rosa).get("/me/").content.decode()


def test_the_file_holds_what_the_page_holds(street: Street) -> None:
    street.several("nl", 8, met_after=1)
    street.several("tr", 2, met_after=1)
    file = cast.sign_in(street.an).get(FILE)
    text = file.content.decode("utf-8-sig")
    assert "Hoe lang mensen wachten, volgens eerste taal" in text
    assert "Türkçe" not in text
