"""Everything a volunteer does on screen, staff can do for her on the phone."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Membership, Person, Role
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.models import Offer
from tests import cast
from tests.nights import half_past_midnight

pytestmark = pytest.mark.django_db
FACTS = {"tasks": ["groceries"], "slots": ["4"], "radius": "800", "per_week": "1", "per_month": "4"}


def note_offer() -> tuple[Person, Offer]:
    place = cast.make_place()
    cast.make_task(place)
    joris, an = cast.make_person(place, "Joris"), cast.make_staff(place, "An")
    cast.sign_in(an).post(f"/staff/people/{joris.pk}/offer/", FACTS)
    return an, Offer.objects.get(person=joris)


def test_an_offer_is_noted_on_the_phone() -> None:
    an, offer = note_offer()
    assert (offer.slots, offer.entered_by) == (1 << 4, an)
    assert "Joris" in cast.sign_in(an).get("/staff/offers/").content.decode()


def test_who_was_never_asked_is_one_press_from_a_first_task() -> None:
    an, offer = note_offer()
    desk, page = cast.sign_in(an), f"/staff/offers/{offer.pk}/"
    told = desk.get(page)
    assert f"/staff/first/{offer.pk}/" in told.content.decode()
    assert (told.context["languages"], told.context["offer"].contact) == ("Nederlands", an)
    Offer.objects.filter(pk=offer.pk).update(last_asked_at=timezone.now())
    assert f"/staff/first/{offer.pk}/" not in desk.get(page).content.decode()


def test_more_in_a_week_than_in_a_month_is_explained() -> None:
    an, offer = note_offer()
    page = (
        cast.sign_in(an)
        .post(f"/staff/offers/{offer.pk}/edit/", FACTS | {"per_week": "5"})
        .content.decode()
    )
    assert "Per maand kan niet minder zijn dan per week." in page


@pytest.mark.parametrize("task", ["nothing", "\0", "9" * 5_000])
def test_a_task_that_was_never_ticked_cannot_be_cleared(task: str) -> None:
    an, offer = note_offer()
    answer = cast.sign_in(an).post(f"/staff/offers/{offer.pk}/", {"clear": task})
    assert answer.status_code == 404


def test_a_pause_has_a_last_day_and_can_end_early() -> None:
    an, offer = note_offer()
    browser = cast.sign_in(an)
    until = timezone.localdate() + dt.timedelta(days=60)
    browser.post(f"/staff/offers/{offer.pk}/", {"until": until.isoformat()})
    offer.refresh_from_db()
    assert offer.paused_until == until
    browser.post(f"/staff/offers/{offer.pk}/", {"go-on": "1"})
    offer.refresh_from_db()
    assert offer.paused_until is None


def test_stopping_keeps_the_door_open() -> None:
    an, offer = note_offer()
    browser = cast.sign_in(an)
    browser.post(f"/staff/offers/{offer.pk}/leave/")
    assert browser.post(f"/staff/people/{offer.person_id}/offer/", FACTS).status_code == 302
    again = Offer.objects.get()
    assert (again.pk, again.stopped_at) == (offer.pk, None)
    assert list(again.tasks.values_list("is_living", flat=True)) == [True]


def test_who_offers_or_comes_back_after_midnight_is_a_volunteer_from_that_day_on() -> None:
    place, night = cast.make_place(), half_past_midnight()
    an, task = cast.make_staff(place, "An"), cast.make_task(place)
    facts: dict[str, Any] = {"tasks": [task], "slots": 1, "radius": 800, "per_month": 4}
    noted: dict[str, Any] = {"actor": an, "channel": "phone", "now": night}
    joris, emine, mia = (cast.make_person(place, name) for name in ("Joris", "Emine", "Mia"))
    actions.make_offer(joris, per_week=1, **facts, **noted)
    actions.make_offers([(emine, facts | {"per_week": 1})], **noted)
    offer = Offer.objects.create(
        neighbourhood=place, person=mia, channel="phone", created_at=night, stopped_at=night
    )
    actions.come_back(offer, actor=mia, now=night)
    roles = Membership.objects.filter(role=Role.VOLUNTEER, since=timezone.localdate(night))
    assert {role.person for role in roles} == {joris, emine, mia}


def test_a_stranger_sees_no_offer() -> None:
    _an, offer = note_offer()
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    assert cast.sign_in(bert).get(f"/staff/offers/{offer.pk}/").status_code == 404
