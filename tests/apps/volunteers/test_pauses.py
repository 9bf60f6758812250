"""A pause has no price, is kept as a period, and is not leaving."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.care import actions as care
from gebuur.apps.care import queries
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.models import Offer, PausePeriod
from tests import cast
from tests.apps.care.story import NOW, Story

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
A_WEEK = dt.timedelta(days=7)


def pause(offer: Offer, *, days: int, now: dt.datetime = NOW) -> None:
    until = now.date() + dt.timedelta(days=days)
    actions.pause_offer(offer, actor=offer.person, until=until, now=now)
    offer.refresh_from_db()


def helpers_for(story: Story, *, now: dt.datetime) -> list[str]:
    ranked = queries.rank_for(story.request, now=now)
    return [helper.first_name for helper in ranked.helpers]


def test_a_pause_is_kept_with_its_first_and_last_day() -> None:
    story = Story()
    pause(story.joris, days=7)
    actions.end_pause(story.joris, actor=story.an, now=NOW + A_WEEK)
    (kept,) = PausePeriod.objects.filter(offer=story.joris)
    assert (kept.since, kept.until, kept.ended_at) == (TODAY, TODAY + A_WEEK, NOW + A_WEEK)
    story.joris.refresh_from_db()
    assert not story.joris.is_paused


def test_who_pauses_longer_has_one_pause() -> None:
    story = Story()
    pause(story.joris, days=7)
    pause(story.joris, days=30, now=NOW + A_WEEK)
    (kept,) = PausePeriod.objects.all()
    assert (kept.since, kept.until) == (TODAY, TODAY + A_WEEK + dt.timedelta(days=30))


def test_nothing_is_asked_after_the_last_day_before_she_says_so() -> None:
    story = Story()
    pause(story.joris, days=7)
    later = NOW + dt.timedelta(days=60)
    assert "Joris" not in helpers_for(story, now=later)
    actions.end_pause(story.joris, actor=story.joris.person, now=later)
    assert "Joris" in helpers_for(story, now=later)


def test_stopping_ends_the_pause() -> None:
    story = Story()
    pause(story.joris, days=7)
    actions.stop_offer(story.joris, actor=story.joris.person, now=NOW)
    assert PausePeriod.objects.get().ended_at == NOW


def test_saying_not_this_time_with_a_pause_keeps_the_period() -> None:
    story = Story()
    first, _second = story.ask_both()
    until = TODAY + A_WEEK
    care.say_not_this_time(first, actor=story.joris.person, now=NOW, pause_until=until)
    assert PausePeriod.objects.get(offer=story.joris).until == until


def test_a_day_that_is_over_is_refused_and_stays_on_the_form() -> None:
    story = Story()
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    page = cast.sign_in(story.an).post(
        f"/staff/offers/{story.joris.pk}/", {"until": yesterday.isoformat()}
    )
    assert "Die dag is voorbij. Kies een dag die nog komt." in page.content.decode()
    assert yesterday.isoformat() in page.content.decode()
    assert not PausePeriod.objects.exists()
