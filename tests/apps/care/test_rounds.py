"""What goes on by itself, in the daytime: reminding, asking, telling."""

import datetime as dt

import pytest

from gebuur.apps.care import actions
from gebuur.apps.care.models import HelpRequest, Rhythm, Visit
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.models import AnswerLink, Message
from gebuur.core.filters import daydate
from tests.apps.care.story import NOW, Story, sent_to

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_who_wants_a_call_is_reminded_of_the_first_time_only() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    first, second = story.agree().visits.order_by("on")
    Visit.objects.filter(pk=first.pk).update(on=first.on + DAY)
    Visit.objects.filter(pk=second.pk).update(on=second.on + DAY)
    actions.remind_visits(now=NOW + DAY)
    actions.remind_visits(now=NOW + 8 * DAY)
    assert sent_to(story.joris.person).count("tomorrow") == 2
    assert sent_to(story.godelieve).count("tomorrow") == 1


def test_a_text_message_names_the_day_since_it_may_arrive_after_midnight() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    Person.objects.filter(pk=story.godelieve.pk).update(channel=Channel.SMS)
    visit = story.agree().visits.order_by("on")[1]
    actions.remind_visits(now=NOW + (visit.on - NOW.date() - DAY))
    text = Message.objects.get(person=story.godelieve, template__endswith="tomorrow")
    assert f"jullie zien elkaar op {daydate(visit.on)}. Je kaart:" in text.body


def test_what_was_called_off_is_not_reminded_of() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    match = story.agree()
    actions.substitute(match, actor=story.joris.person, now=NOW)
    assert actions.remind_visits(now=NOW + 7 * DAY) == 0


def test_a_visit_told_about_before_is_not_asked_about() -> None:
    story = Story()
    visit = story.first_visit()
    actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.DONE, now=NOW + DAY)
    assert actions.ask_outcomes(now=NOW + 2 * DAY) == 0


def test_a_seeker_who_just_heard_that_we_look_again_is_left_in_peace_for_a_week() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    HelpRequest.objects.filter(pk=story.request.pk).update(told_at=NOW - 20 * DAY)
    match = story.agree()
    actions.substitute(match, actor=story.joris.person, now=NOW)
    assert actions.tell_waiting(now=NOW + DAY) == 0
    assert actions.tell_waiting(now=NOW + 8 * DAY) == 1


def test_a_seeker_whose_own_yes_is_missing_is_asked_once_more_and_not_told_that_nobody_was_found() -> (
    None
):
    story = Story()
    first, _second = story.ask_both()
    actions.say_yes(first, actor=story.joris.person, now=NOW)
    assert actions.tell_waiting(now=NOW + 8 * DAY) == 1
    assert sent_to(story.godelieve) == ["confirm_helper", "confirm_helper"]
    living = AnswerLink.objects.filter(purpose="care:confirm", ended_at__isnull=True)
    assert living.count() == 1


def test_a_question_that_waits_is_never_closed_by_itself() -> None:
    story = Story()
    for week in range(1, 30):
        actions.tell_waiting(now=NOW + week * 8 * DAY)
    assert story.reload().closed_at is None
    assert sent_to(story.godelieve).count("still_looking") == 29


def test_an_answer_late_at_night_counts_for_the_day_it_is_here() -> None:
    story = Story()
    visit = story.first_visit()
    past_midnight = NOW.replace(hour=0, minute=30) + 2 * DAY
    assert past_midnight.astimezone(dt.UTC).date() == visit.on
    assert actions.ask_outcomes(now=past_midnight) == 1


def test_words_for_a_question_that_changed_are_taken_back_before_they_leave() -> None:
    story = Story()
    first, _second = story.ask_both()
    actions.say_not_this_time(first, actor=story.joris.person, now=NOW)
    unsent = Message.objects.get(person=story.joris.person, template="care/messages/ask_helper")
    assert (unsent.state, unsent.channel) == (Message.State.CANCELLED, Channel.MAIL)
