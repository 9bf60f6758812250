"""Stopping is easy, says something about us, and leaves the door open."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.care import actions
from gebuur.apps.care.models import Match, Proposal, State, Visit
from gebuur.apps.outbox.models import Call, Message
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Leaving, Offer, Reason, SmallAsk
from gebuur.apps.volunteers.queries import count_reasons
from tests import cast
from tests.apps.care.story import NOW, Story, sent_to

pytestmark = pytest.mark.django_db


def link_of(story: Story) -> str:
    """The link in the word of goodbye."""
    message = Message.objects.filter(
        person=story.joris.person, template__endswith="goodbye"
    ).latest("created_at")
    found = re.search(r"/l/offer/[^\s/]+/", message.body)
    assert found
    return found.group()


def stops(story: Story, **typed: object) -> str:
    """Joris stops on his own page; tells what he reads then."""
    if story.joris.person.user is None:
        cast.make_user(story.joris.person, "joris@example.be")
    browser = cast.sign_in(story.joris.person)
    return browser.post("/offer/mine/leave/", typed, follow=True).content.decode()


def test_who_stops_needs_no_reason_and_is_thanked() -> None:
    story = Story()
    page = stops(story)
    assert "Je bent gestopt. Dank je voor wat je deed." in page
    assert Leaving.objects.get().given_reasons == []
    assert "goodbye" in sent_to(story.joris.person)


def test_reasons_and_words_are_sealed_and_never_stand_beside_a_name() -> None:
    story = Story()
    stops(story, reasons=["not_asked", "health"], words="Niemand belde mij.")
    stored = Leaving.objects.values_list("reasons", "words").get()
    assert "health" not in str(stored)
    assert "Niemand" not in str(stored)
    desk = cast.sign_in(story.an)
    page = desk.get(f"/staff/offers/{story.joris.pk}/").content.decode()
    assert "Niemand belde mij." in page
    assert "Mijn gezondheid" not in page


def test_a_reason_is_counted_from_five_on() -> None:
    story, now = Story(), timezone.now()
    for number in range(5):
        offer = story.offer(f"Vrijwilliger{number}")
        actions.leave(offer, actor=offer.person, now=now, reasons=[Reason.NOT_ASKED])
    actions.leave(story.emine, actor=story.emine.person, now=now, reasons=[Reason.MOVED])
    why = count_reasons(story.place, since=now - dt.timedelta(days=1))
    assert (why.stopped, why.reasons[Reason.NOT_ASKED], why.reasons[Reason.MOVED]) == (6, 5, None)
    page = cast.sign_in(story.an).get("/staff/going/?show=left").content.decode()
    assert "5 van 6" in page


def test_a_reason_that_does_not_exist_is_explained_and_words_stay() -> None:
    story = Story()
    cast.make_user(story.joris.person, "joris@example.be")
    browser = cast.sign_in(story.joris.person)
    page = browser.post("/offer/mine/leave/", {"reasons": ["boos"], "words": "Te ver."})
    assert page.status_code == 200
    assert "Te ver." in page.content.decode()
    assert not Leaving.objects.exists()


def test_a_running_agreement_goes_to_somebody_else_and_the_seeker_is_told() -> None:
    story = Story(rhythm="weekly")
    match = story.agree()
    cast.make_user(story.joris.person, "joris@example.be")
    page = cast.sign_in(story.joris.person).get("/offer/mine/leave/").content.decode()
    assert "Je hebt nog 1 afspraak." in page
    stops(story)
    match.refresh_from_db()
    assert (match.state, story.reload().state) == (Match.State.ENDED, State.SEARCHING)
    assert not Visit.objects.filter(match=match, state=Visit.State.PLANNED).exists()
    assert "looking_again" in sent_to(story.godelieve)


def test_who_stops_while_she_is_asked_makes_room_for_the_next() -> None:
    story = Story()
    first, second = story.ask_both()
    stops(story)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (Proposal.State.WITHDRAWN, Proposal.State.ASKED)
    assert "no_longer_needed" not in sent_to(story.joris.person)


def test_a_place_at_a_small_task_is_free_again() -> None:
    story = Story()
    table = volunteers.make_small_task(
        story.place, actor=story.an, now=NOW, kind="street-table", people=2
    )
    ask = volunteers.ask_for_small(table, story.joris, actor=story.an, now=NOW)
    stops(story)
    ask.refresh_from_db()
    assert ask.state == SmallAsk.State.WITHDRAWN


def test_help_that_was_given_stays_given() -> None:
    story = Story()
    visit = story.first_visit()
    actions.report_visit(visit, actor=story.an, outcome=Visit.State.DONE, now=NOW)
    stops(story)
    assert story.reload().state == State.DONE
    assert Proposal.objects.get(match=visit.match).state == Proposal.State.YES


def test_who_wants_to_talk_is_phoned() -> None:
    story = Story()
    stops(story, wants_talk="on")
    assert Call.objects.get(person=story.joris.person).about.startswith("Stopt als vrijwilliger")


def test_coming_back_is_one_press_and_nothing_is_lost() -> None:
    story = Story()
    before = (story.joris.slots, list(story.joris.tasks.values_list("task", flat=True)))
    stops(story)
    address, phone = link_of(story), Client()
    assert "Ik kom terug" in phone.get(address).content.decode()
    phone.post(address, {"back": "1"})
    again = Offer.objects.get(pk=story.joris.pk)
    assert again.stopped_at is None
    assert (again.slots, list(again.tasks.values_list("task", flat=True))) == before
    assert all(again.tasks.values_list("is_living", flat=True))
    assert Leaving.objects.get().came_back_at is not None


def test_stopping_by_link_and_twice_is_one_leaving() -> None:
    story = Story()
    stops(story)
    Client().post(link_of(story), {"back": "1"})
    link = link_of(story).replace("/l/offer/", "/l/leave/")
    assert Client().post(link).status_code == 302
    assert Client().post(link).status_code == 404
    assert Leaving.objects.count() == 2


def test_staff_notes_on_the_phone_that_somebody_stops_and_comes_back() -> None:
    story = Story()
    desk, offer = cast.sign_in(story.an), story.joris
    desk.post(f"/staff/offers/{offer.pk}/leave/", {"reasons": ["too_much"]})
    assert Leaving.objects.get().noted_by == story.an
    desk.post(f"/staff/offers/{offer.pk}/", {"back": "1"})
    assert Offer.objects.get(pk=offer.pk).stopped_at is None
