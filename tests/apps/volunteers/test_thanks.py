"""Every word of thanks stays in one log, and staff sees to whom we owe one."""

import datetime as dt

import pytest

from gebuur.apps.care import actions as care
from gebuur.apps.care.models import Visit
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.models import Offer, ThankYou
from gebuur.apps.volunteers.queries import list_not_thanked
from tests import cast
from tests.apps.care.story import NOW, Story, sent_to

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(weeks=9)
WORDS = "Je bleef tot de dokter kwam."


def test_thanks_of_a_neighbour_and_of_staff_stand_in_one_log_on_her_own_page() -> None:
    story = Story()
    visit = story.first_visit()
    care.report_visit(visit, actor=story.an, outcome=Visit.State.DONE, now=NOW)
    care.give_feedback(
        visit, actor=story.godelieve, by_seeker=True, was_good=True, again=True,
        channel=Channel.WEB, thanks="Wat een fijne jongen.",
    )  # fmt: skip
    desk = cast.sign_in(story.an)
    desk.post(f"/staff/offers/{story.joris.pk}/thank/", {"words": WORDS, "channel": "mail"})
    cast.make_user(story.joris.person, "joris@example.be")
    page = cast.sign_in(story.joris.person).get("/offer/mine/").content.decode()
    assert "Wat een fijne jongen." in page
    assert WORDS in page
    assert page.index(WORDS) < page.index("Wat een fijne jongen.")


def test_own_words_leave_by_mail_and_not_in_a_text_message() -> None:
    story = Story()
    actions.thank(story.joris, actor=story.an, words=WORDS, channel=Channel.MAIL, now=NOW)
    actions.thank(story.emine, actor=story.an, words=WORDS, channel=Channel.SMS, now=NOW)
    mail = Message.objects.get(person=story.joris.person)
    sms = Message.objects.get(person=story.emine.person)
    assert WORDS in mail.body
    assert WORDS not in sms.body
    assert "/l/offer/" in sms.body


def test_a_small_task_that_is_done_counts_as_thanked() -> None:
    story = Story()
    table = actions.make_small_task(
        story.place, actor=story.an, now=NOW, kind="street-table", people=2
    )
    ask = actions.ask_for_small(table, story.joris, actor=story.an, now=NOW)
    actions.answer_small(ask, actor=story.joris.person, said_yes=True, now=NOW)
    actions.finish_small(ask, actor=story.an, now=NOW)
    assert ThankYou.objects.get(offer=story.joris).by_staff


def test_a_letter_waits_on_the_pile() -> None:
    story = Story()
    actions.thank(story.joris, actor=story.an, words=WORDS, channel=Channel.LETTER, now=NOW)
    assert Message.objects.get(person=story.joris.person).state == Message.State.TO_PRINT


def test_a_card_by_hand_is_a_pdf_and_sends_nothing() -> None:
    story = Story()
    answer = cast.sign_in(story.an).post(
        f"/staff/offers/{story.joris.pk}/thank/", {"words": WORDS, "channel": "desk"}, follow=True
    )
    assert (
        b"".join(answer).startswith(b"%PDF") if answer.streaming else answer.content[:4] == b"%PDF"
    )
    assert sent_to(story.joris.person) == []
    assert ThankYou.objects.get().by_staff


def test_a_way_without_address_is_explained_and_the_words_stay() -> None:
    story = Story()
    page = cast.sign_in(story.an).post(
        f"/staff/offers/{story.emine.pk}/thank/", {"words": WORDS, "channel": "mail"}
    )
    assert "Daarvoor hebben we geen adres." in page.content.decode()
    assert WORDS in page.content.decode()
    assert not ThankYou.objects.exists()


def test_an_empty_card_is_refused() -> None:
    story = Story()
    page = cast.sign_in(story.an).post(
        f"/staff/offers/{story.joris.pk}/thank/", {"words": " ", "channel": "mail"}
    )
    assert "Een leeg kaartje zegt niets." in page.content.decode()


def owed(story: Story, *, weeks: int = 8) -> list[str]:
    offers = list_not_thanked(story.place, weeks=weeks, now=LATER)
    return [offer.person.first_name for offer in offers]


def test_who_did_something_and_heard_nothing_for_long_is_on_the_list() -> None:
    story = Story()
    story.first_visit()
    assert owed(story) == ["Joris"]
    assert owed(story, weeks=12) == []
    actions.thank(story.joris, actor=story.an, words=WORDS, channel=Channel.MAIL, now=LATER)
    assert owed(story) == []


def test_who_never_did_anything_or_stopped_is_not_on_the_list() -> None:
    story = Story()
    story.first_visit()
    actions.stop_offer(story.joris, actor=story.an, now=NOW)
    assert owed(story) == []
    assert Offer.objects.filter(pk=story.emine.pk, last_match_at=None).exists()


def test_staff_of_another_place_thanks_nobody_here() -> None:
    story = Story()
    given = actions.thank(story.joris, actor=story.an, words=WORDS, channel=Channel.DESK, now=NOW)
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    assert bert.get(f"/staff/offers/{story.joris.pk}/thank/").status_code == 404
    assert bert.get(f"/staff/thanks/{given.pk}/").status_code == 404
