"""After a pause somebody comes back softly: asked once, and nothing else before she answers."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.models import Offer, PausePeriod
from tests import cast
from tests.apps.care.story import Story, sent_to

pytestmark = pytest.mark.django_db
NOW = timezone.localtime()
A_DAY = dt.timedelta(days=1)
LAST_DAY = NOW + 3 * A_DAY


def pausing(**channel: str) -> Story:
    """Joris pauses for three days."""
    story = Story()
    for name, value in channel.items():
        setattr(story.joris.person, name, value)
    story.joris.person.save()
    until = timezone.localdate(LAST_DAY)
    actions.pause_offer(story.joris, actor=story.joris.person, until=until, now=NOW)
    return story


def link_to(story: Story) -> str:
    message = Message.objects.filter(person=story.joris.person).latest("created_at")
    found = re.search(r"/l/offer/[^\s/]+/", message.body)
    assert found
    return found.group()


def reload(offer: Offer) -> Offer:
    return Offer.objects.get(pk=offer.pk)


def test_nothing_is_asked_before_the_last_day() -> None:
    story = pausing()
    assert actions.ask_after_pauses(now=LAST_DAY - A_DAY) == 0
    assert "pause_over" not in sent_to(story.joris.person)


def test_on_the_last_day_she_is_asked_once() -> None:
    story = pausing()
    for days in range(4):
        actions.ask_after_pauses(now=LAST_DAY + days * A_DAY)
    assert sent_to(story.joris.person).count("pause_over") == 1


def over(**channel: str) -> Story:
    """The last day of the pause was yesterday, and she was asked."""
    story = pausing(**channel)
    yesterday = timezone.localdate() - A_DAY
    PausePeriod.objects.update(since=yesterday - A_DAY, until=yesterday)
    Offer.objects.filter(pk=story.joris.pk).update(paused_until=yesterday)
    actions.ask_after_pauses(now=NOW)
    return story


def test_one_press_starts_again() -> None:
    story = over()
    address, phone = link_to(story), Client()
    page = phone.get(address).content.decode()
    assert "Je pauze is voorbij. Wat nu?" in page
    phone.post(address, {"go-on": "1"})
    assert not reload(story.joris).is_paused
    assert PausePeriod.objects.get().ended_at is not None


def test_a_longer_pause_stays_one_pause_and_asks_again_on_its_last_day() -> None:
    story = over()
    until = timezone.localdate() + 30 * A_DAY
    Client().post(link_to(story), {"until": until.isoformat()})
    (pause,) = PausePeriod.objects.all()
    assert (pause.until, pause.asked_at, pause.ended_at) == (until, None, None)
    assert actions.ask_after_pauses(now=NOW + 31 * A_DAY) == 1


def test_silence_for_two_weeks_is_a_phone_call_and_never_a_goodbye() -> None:
    story = over()
    desk = cast.sign_in(story.an)
    assert "Een pauze is voorbij" not in desk.get("/staff/going/").content.decode()
    PausePeriod.objects.update(asked_at=NOW - 15 * A_DAY)
    page = desk.get("/staff/going/").content.decode()
    assert "Een pauze is voorbij" in page
    assert "Joris" in page
    offer = reload(story.joris)
    assert (offer.stopped_at, offer.is_paused) == (None, True)


def test_who_wants_calls_is_on_the_list_on_the_last_day() -> None:
    story = over(channel=Channel.PHONE, phone="+3290000077")
    assert "pause_over" not in sent_to(story.joris.person)
    assert "Joris" in cast.sign_in(story.an).get("/staff/going/").content.decode()


def test_staff_notes_on_the_phone_that_she_starts_again() -> None:
    story = over()
    cast.sign_in(story.an).post(f"/staff/offers/{story.joris.pk}/", {"go-on": "1"})
    assert not reload(story.joris).is_paused
