"""A volunteer changes what she does herself: on her own page, or by the link of a letter."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.models import Offer
from tests import cast
from tests.apps.care.story import Story

pytestmark = pytest.mark.django_db
PAGE = "/offer/mine/change/"
NEW: dict[str, Any] = {
    "tasks": ["walk"], "slots": ["0", "4"], "radius": "400", "per_month": "8", "languages": ["nl", "tr"],
}  # fmt: skip


@pytest.fixture
def story() -> Story:
    """Joris, with an account; besides groceries a walk can be ticked."""
    told = Story()
    cast.make_user(told.joris.person, "joris@example.be")
    cast.make_task(told.place, "walk", names={"nl": "Wandelen"})
    return told


def tasks_of(offer: Offer) -> list[str]:
    return sorted(offer.tasks.values_list("task__key", flat=True))


def test_she_finds_the_page_from_her_own_and_changes_everything_at_once(story: Story) -> None:
    offer, browser = story.joris, cast.sign_in(story.joris.person)
    assert PAGE in browser.get("/offer/mine/").content.decode()
    page = browser.get(PAGE)
    assert page.context["form"].initial["tasks"] == tasks_of(offer)
    done = browser.post(PAGE, NEW, follow=True)
    assert done.redirect_chain[-1][0] == "/offer/mine/"
    assert "Aangepast" in done.content.decode()
    offer.refresh_from_db()
    assert tasks_of(offer) == ["walk"]
    assert (offer.slots, offer.radius) == (0b10001, 400)
    assert (offer.per_week, offer.per_month) == (2, 8)
    assert offer.person.languages == ["nl", "tr"]
    told = done.content.decode()
    assert "Mijn straat en de straten ernaast" in told
    assert "Nederlands, Türkçe" in told


def test_what_she_does_not_touch_stays_as_staff_noted_it(story: Story) -> None:
    offer = story.joris
    Offer.objects.filter(pk=offer.pk).update(per_week=5, per_month=20)
    Person.objects.filter(pk=offer.person_id).update(languages=["nl", "ber"])
    browser = cast.sign_in(offer.person)
    assert "20 keer per maand" in browser.get(PAGE).content.decode()
    browser.post(PAGE, NEW | {"per_month": "20", "languages": ["nl"]})
    offer.refresh_from_db()
    assert (offer.per_week, offer.per_month) == (5, 20)
    assert offer.person.languages == ["nl", "ber"]


def test_a_distance_of_an_older_offer_stays_a_choice_for_her_and_for_staff(story: Story) -> None:
    offer = story.joris
    Offer.objects.filter(pk=offer.pk).update(radius=600)
    browser, desk = cast.sign_in(offer.person), cast.sign_in(story.an)
    assert "600 meter" in browser.get("/offer/mine/").content.decode()
    browser.post(PAGE, NEW | {"radius": "600"})
    limits = {"radius": "600", "per_week": "1", "per_month": "3"}
    desk.post(f"/staff/offers/{offer.pk}/edit/", {"tasks": ["walk"], "slots": ["3"]} | limits)
    offer.refresh_from_db()
    assert (offer.radius, offer.per_month) == (600, 3)


def test_without_an_account_the_link_of_a_thank_you_opens_it(story: Story) -> None:
    actions.thank(
        story.emine, actor=story.an, words="Dank je.", channel=Channel.SMS, now=timezone.now()
    )
    told = Message.objects.filter(person=story.emine.person).latest("created_at").body
    link = "/l/offer/" + told.split("/l/offer/")[1].split()[0]
    visitor = Client()
    assert f"{link}change/" in visitor.get(link).content.decode()
    assert visitor.post(f"{link}change/", NEW).headers["Location"] == link
    assert tasks_of(story.emine) == ["walk"]


@pytest.mark.parametrize("wrong", [{"tasks": []}, {"radius": "-1"}, {"per_month": "99"}, {}])
def test_a_mistake_is_said_and_nothing_changes(story: Story, wrong: dict[str, Any]) -> None:
    before, browser = tasks_of(story.joris), cast.sign_in(story.joris.person)
    page = browser.post(PAGE, NEW | wrong if wrong else {})
    assert page.status_code == 200
    assert page.context["form"].errors
    assert tasks_of(story.joris) == before


def test_who_stopped_or_never_offered_finds_nothing(story: Story) -> None:
    neighbour = cast.make_person(story.place, "Rosa")
    cast.make_user(neighbour, "rosa@example.be")
    assert cast.sign_in(neighbour).get(PAGE).status_code == 404
    browser = cast.sign_in(story.joris.person)
    Offer.objects.filter(pk=story.joris.pk).update(stopped_at=timezone.now())
    assert browser.get(PAGE).status_code == 404


def test_who_offers_again_comes_to_her_own_page_and_not_to_a_refusal(story: Story) -> None:
    browser = cast.sign_in(story.joris.person)
    assert browser.get("/offer/").headers["Location"] == "/offer/mine/"


@pytest.mark.parametrize(("often", "a_week"), [("1", 1), ("4", 1), ("8", 2)])
def test_whoever_wants_eight_times_a_month_may_be_asked_twice_a_week(
    often: str, a_week: int
) -> None:
    cast.make_task(cast.make_place(), "walk")
    visitor = Client()
    visitor.get("/n/vlasbloem/")
    answers: dict[str, dict[str, Any]] = {
        "tasks": {"tasks": ["walk"]},
        "times": {"slots": ["0"]},
        "limits": {"radius": "800", "per_month": often},
        "language": {"languages": ["nl"]},
        "who": {"first_name": "Emine", "street": "Spoelstraat", "phone": "09 000 00 71"},
    }
    for step, typed in answers.items():
        visitor.post(f"/offer/{step}/", typed)
    offer = Offer.objects.get()
    assert offer.channel == Channel.WEB
    assert offer.per_week == a_week
