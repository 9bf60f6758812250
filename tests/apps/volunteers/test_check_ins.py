"""How is it going: asked five times in a first year, answered in three presses, never a score."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from gebuur.apps.care import actions as care
from gebuur.apps.care.models import Visit
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Call, Message
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.models import CheckIn, Moment, Offer
from tests import cast
from tests.apps.care.story import Story, sent_to

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
# The pages behind a link read the real clock, so the story began three days ago, at ten.
TODAY = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0)
NOW = TODAY - 3 * A_DAY
TOMORROW = NOW.date() + A_DAY
AFTER_FIRST = NOW + 2 * A_DAY


def after_the_first_time(**channel: str) -> Story:
    """Joris went to Godelieve once."""
    story = Story(rhythm="weekly", now=NOW)
    for name, value in channel.items():
        setattr(story.joris.person, name, value)
    story.joris.person.save()
    visit = story.first_visit()
    care.report_visit(visit, actor=story.an, outcome=Visit.State.DONE, now=NOW + A_DAY)
    return story


def check_in_of(offer: Offer, moment: str = Moment.FIRST) -> CheckIn:
    return CheckIn.objects.get(offer=offer, moment=moment)


def link_to(story: Story) -> str:
    """The address in the last message that asks how it is going."""
    message = Message.objects.filter(
        person=story.joris.person, template__contains="check_in"
    ).latest("created_at")
    found = re.search(r"/l/going/[^\s/]+/", message.body)
    assert found
    return found.group()


def test_after_the_first_time_five_moments_are_planned() -> None:
    story = after_the_first_time()
    planned = CheckIn.objects.filter(offer=story.joris).order_by("due_on")
    days = [(one.due_on - TOMORROW).days for one in planned]
    assert days == [1, 25, 91, 182, 365]


def test_a_second_time_plans_nothing_again() -> None:
    story = after_the_first_time()
    visit = Visit.objects.filter(state=Visit.State.PLANNED).earliest("on")
    later = NOW + 9 * A_DAY
    care.report_visit(visit, actor=story.an, outcome=Visit.State.DONE, now=later)
    assert CheckIn.objects.count() == 5
    assert check_in_of(story.joris).due_on == TOMORROW + A_DAY


def test_three_presses_answer_and_each_is_kept_at_once() -> None:
    story = after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    address, phone = link_to(story), Client()
    page = phone.get(address).content.decode()
    assert "Joris, hoe gaat het als vrijwilliger?" in page
    phone.post(address, {"going": "good"})
    assert check_in_of(story.joris).going == "good"
    assert "Is wat we je vragen net goed?" in phone.get(address).content.decode()
    phone.post(address, {"work": "too_little"})
    phone.post(address, {"wish": "other_task", "words": "Ik lees graag voor."})
    said = check_in_of(story.joris)
    assert (said.going, said.work, said.wish, said.words) == (
        "good", "too_little", "other_task", "Ik lees graag voor.",
    )  # fmt: skip
    assert said.state == CheckIn.State.ANSWERED
    assert "Dank je. Nu weten we het." in phone.get(address).content.decode()


def test_an_answer_can_be_given_again() -> None:
    story = after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    address, phone = link_to(story), Client()
    phone.post(address, {"going": "good"})
    assert "hoe gaat het" in phone.get(f"{address}?again=going").content.decode()
    phone.post(address, {"going": "better"})
    assert check_in_of(story.joris).going == "better"


@pytest.mark.parametrize("typed", [{}, {"going": "wonderful"}, {"going": ""}])
def test_rubbish_gets_a_sentence_and_changes_nothing(typed: dict[str, str]) -> None:
    story = after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    page = Client().post(link_to(story), typed | {"words": "Ik lees graag voor."})
    assert page.status_code == 200
    assert "Druk op een van de antwoorden." in page.content.decode()
    assert check_in_of(story.joris).going == ""


def test_what_was_written_stays_when_no_answer_was_pressed() -> None:
    story = after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    address, phone = link_to(story), Client()
    phone.post(address, {"going": "good"})
    phone.post(address, {"work": "enough"})
    page = phone.post(address, {"words": "Ik lees graag voor."}).content.decode()
    assert "Ik lees graag voor." in page


def test_who_wants_to_talk_is_phoned_back() -> None:
    story = after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    address = link_to(story)
    Client().post(address, {"going": "talk"})
    Client().post(address, {"going": "talk"})
    (call,) = Call.objects.filter(person=story.joris.person)
    assert call.about == "Wil praten over hoe het gaat als vrijwilliger."


def test_silence_gets_one_reminder_then_a_call_then_peace() -> None:
    story = after_the_first_time(phone="+3290000077")
    steps = []
    for days in (2, 5, 10, 13, 18, 30, 40):
        actions.ask_how_it_goes(now=NOW + days * A_DAY)
        steps.append(check_in_of(story.joris).state)
        if days == 18:
            page = cast.sign_in(story.an).get("/staff/going/").content.decode()
            assert "Joris" in page
    assert steps == ["asked", "asked", "reminded", "reminded", "to_phone", "let_be", "let_be"]
    asked = [name for name in sent_to(story.joris.person) if "check_in" in name]
    assert asked == ["check_in", "check_in_again"] * 2  # the second pair is a month later


def test_who_answered_is_not_reminded() -> None:
    story = after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    Client().post(link_to(story), {"going": "good"})
    actions.ask_how_it_goes(now=NOW + 20 * A_DAY)
    assert "check_in_again" not in sent_to(story.joris.person)


def test_who_wants_calls_is_on_the_list_at_once_and_gets_no_message() -> None:
    story = after_the_first_time(channel=Channel.PHONE, phone="+3290000077")
    actions.ask_how_it_goes(now=AFTER_FIRST)
    assert check_in_of(story.joris).state == CheckIn.State.TO_PHONE
    assert "check_in" not in sent_to(story.joris.person)


def test_who_pauses_is_asked_nothing() -> None:
    story = after_the_first_time()
    actions.pause_offer(story.joris, actor=story.an, until=NOW.date() + 30 * A_DAY, now=NOW + A_DAY)
    actions.ask_how_it_goes(now=AFTER_FIRST)
    assert check_in_of(story.joris).state == CheckIn.State.PLANNED
    actions.end_pause(story.joris, actor=story.an, now=NOW + 28 * A_DAY)
    actions.ask_how_it_goes(now=NOW + 28 * A_DAY)
    assert check_in_of(story.joris).state == CheckIn.State.LET_BE
    assert check_in_of(story.joris, Moment.MONTH).state == CheckIn.State.ASKED


def test_who_stopped_is_asked_nothing_and_her_link_is_over() -> None:
    story = after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    address = link_to(story)
    actions.stop_offer(story.joris, actor=story.joris.person, now=AFTER_FIRST)
    assert Client().get(address).status_code == 404
    assert actions.ask_how_it_goes(now=NOW + 400 * A_DAY) == 0


def test_an_answer_on_the_phone_is_noted_in_three_presses() -> None:
    story = after_the_first_time(channel=Channel.PHONE, phone="+3290000077")
    actions.ask_how_it_goes(now=AFTER_FIRST)
    desk, one = cast.sign_in(story.an), check_in_of(story.joris)
    page = desk.get(f"/staff/going/{one.pk}/").content.decode()
    assert "Hallo Joris, met An." in page
    desk.post(f"/staff/going/{one.pk}/", {"going": "better", "work": "too_much"})
    said = check_in_of(story.joris)
    assert (said.going, said.work, said.noted_by) == ("better", "too_much", story.an)
    assert "Het kan beter" in desk.get("/staff/going/?show=answers").content.decode()


def test_a_note_without_an_answer_is_asked_for_and_keeps_the_words() -> None:
    story = after_the_first_time()
    one = check_in_of(story.joris)
    page = cast.sign_in(story.an).post(f"/staff/going/{one.pk}/", {"words": "Vroeg naar An"})
    assert "Druk op een van de antwoorden." in page.content.decode()
    assert "Vroeg naar An" in page.content.decode()


def test_staff_can_leave_somebody_in_peace() -> None:
    story = after_the_first_time(channel=Channel.PHONE, phone="+3290000077")
    actions.ask_how_it_goes(now=AFTER_FIRST)
    one = check_in_of(story.joris)
    cast.sign_in(story.an).post(f"/staff/going/{one.pk}/", {"let-be": "1"})
    assert check_in_of(story.joris).state == CheckIn.State.LET_BE


def test_own_words_stand_on_the_page_of_the_offer_and_that_sight_is_noted() -> None:
    story = after_the_first_time()
    one = check_in_of(story.joris)
    actions.answer_check_in(
        one, actor=story.joris.person, now=AFTER_FIRST, going="better", words="Te ver van huis."
    )
    desk = cast.sign_in(story.an)
    assert "Te ver van huis." not in desk.get("/staff/going/?show=answers").content.decode()
    assert "Te ver van huis." in desk.get(f"/staff/offers/{story.joris.pk}/").content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Joris, hoe gaat het als vrijwilliger?"),
        ("en", "Joris, how is it going as a volunteer?"),
        ("fr", "Joris, comment ça va comme bénévole ?"),
        ("tr", "Joris, gönüllü olarak nasıl gidiyor?"),
        ("ar", "Joris، كيف يسير الأمر معك كمتطوع؟"),
    ],
)
def test_the_question_is_asked_in_her_language(language: str, words: str) -> None:
    story = after_the_first_time(language=language)
    actions.ask_how_it_goes(now=AFTER_FIRST)
    browser = Client(headers={"accept-language": language})
    assert words in browser.get(link_to(story)).content.decode()


def test_subject_and_text_message_say_nothing_about_help() -> None:
    after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    outbox.deliver_due(now=timezone.now())
    subjects = [m.subject for m in mail.outbox if "/l/going/" in m.body]
    assert subjects == ["Een woordje van De Vlasbloem"]


def test_her_page_says_whom_to_phone_also_where_there_are_more_places() -> None:
    story = after_the_first_time()
    cast.make_place(name="De Molen", slug="molen")
    actions.ask_how_it_goes(now=AFTER_FIRST)
    address = link_to(story)
    Client().post(address, {"going": "talk"})
    assert "An belt je binnenkort." in Client().get(address).content.decode()


def test_staff_of_another_place_finds_nothing() -> None:
    story = after_the_first_time()
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    one = check_in_of(story.joris)
    assert cast.sign_in(bert).get(f"/staff/going/{one.pk}/").status_code == 404
    assert "Joris" not in cast.sign_in(bert).get("/staff/going/?show=thanks").content.decode()


def test_leaving_in_peace_from_an_old_page_does_not_hide_what_she_answered() -> None:
    story = after_the_first_time()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    Client().post(link_to(story), {"going": "better"})
    old_page = f"/staff/going/{check_in_of(story.joris).pk}/"
    cast.sign_in(story.an).post(old_page, {"let-be": "1"})
    assert check_in_of(story.joris).state == CheckIn.State.ANSWERED


def test_pressing_twice_that_she_wants_to_talk_is_one_call() -> None:
    story = after_the_first_time()
    first, second = check_in_of(story.joris), check_in_of(story.joris)
    for pressed in (first, second):  # Both were read before either was kept.
        actions.answer_check_in(pressed, actor=story.joris.person, now=AFTER_FIRST, going="talk")
    assert Call.objects.count() == 1


def test_the_page_of_an_offer_says_when_we_ask_and_that_she_did_not_answer() -> None:
    story = after_the_first_time(preferred_channel=Channel.PHONE)
    desk, page = cast.sign_in(story.an), f"/staff/offers/{story.joris.pk}/"
    assert "We vragen hoe het gaat op " in desk.get(page).content.decode()
    actions.ask_how_it_goes(now=AFTER_FIRST)
    waiting = desk.get(page).content.decode()
    assert "nog geen antwoord" in waiting
    assert f"/staff/going/{check_in_of(story.joris).pk}/" in waiting
    assert "We vragen het de dag na de eerste keer" not in waiting
