"""Pages behind a link: what a helper and a seeker see, and when the link is over."""

import datetime as dt
from urllib.parse import urlsplit

import pytest
from django.db import models
from django.test import Client
from django.utils import timezone

from gebuur.apps.care import actions
from gebuur.apps.care.models import Feedback, Match, Proposal, State, Visit
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from tests import cast

pytestmark = pytest.mark.django_db


class Story:
    """Joris is asked to shop for Godelieve."""

    def __init__(self, *, slots: int = cast.ALWAYS) -> None:
        self.now = timezone.now()
        self.place: Neighbourhood = cast.make_place()
        self.an = cast.make_staff(self.place, "An")
        task = cast.make_task(self.place)
        self.seeker = cast.make_person(
            self.place, "Godelieve", last_name="Verhaeghe", phone="+3290000042"
        )
        self.joris: Offer = volunteers.make_offer(
            cast.make_person(self.place, "Joris", email="joris@example.be", channel=Channel.MAIL),
            actor=None,
            tasks=[task],
            slots=cast.ALWAYS,
            radius=1_000,
            per_week=2,
            per_month=4,
            channel=Channel.WEB,
            now=self.now - dt.timedelta(weeks=3),
        )
        self.request = actions.make_request(
            self.place,
            actor=self.an,
            seeker=self.seeker,
            task=task,
            slots=slots,
            channel=Channel.PHONE,
            urgency="week",
            rhythm="once",
            languages=["nl"],
            now=self.now,
        )
        (self.proposal,) = actions.pick_helpers(
            self.request, [self.joris], actor=self.an, now=self.now
        )
        self.proposal.refresh_from_db()

    def agree(self) -> Match:
        actions.say_yes(self.proposal, actor=self.joris.person, now=self.now)
        self.proposal.refresh_from_db()
        first_on = self.now.date() + dt.timedelta(days=1)
        return actions.confirm_match(
            self.proposal, actor=self.seeker, now=self.now, first_on=first_on, part=1
        )


def link(person: Person, purpose: str, thing: models.Model, *, days: int = 7) -> str:
    made = outbox.make_link(
        person, purpose, thing, expires_at=timezone.now() + dt.timedelta(days=days)
    )
    return urlsplit(made.address).path


def test_a_helper_reads_why_she_is_asked_and_presses_yes() -> None:
    story, browser = Story(), Client()
    path = link(story.joris.person, "care:answer", story.proposal)
    page = browser.get(path).content.decode()
    assert "Je wacht 3 weken op je eerste keer." in page
    assert "Godelieve" not in page
    browser.post(path, {"answer": "yes"})
    story.proposal.refresh_from_db()
    assert story.proposal.state == Proposal.State.YES


def test_not_this_time_is_one_press_too() -> None:
    story, browser = Story(), Client()
    page = browser.post(link(story.joris.person, "care:answer", story.proposal), {"answer": "no"})
    assert "Deze keer niet" in page.content.decode()
    story.proposal.refresh_from_db()
    assert story.proposal.state == Proposal.State.NOT_THIS_TIME


def test_an_old_link_and_a_link_for_something_else_do_not_exist() -> None:
    story, browser = Story(), Client()
    old = link(story.joris.person, "care:answer", story.proposal, days=-1)
    other = link(story.joris.person, "care:answer", story.proposal).replace("/answer/", "/confirm/")
    for path in (old, other):
        page = browser.get(path)
        assert page.status_code == 404
        assert "Gaf je al antwoord, of is de dag voorbij?" in page.content.decode()


def test_a_question_that_may_come_at_any_moment_says_so_to_the_helper() -> None:
    story = Story(slots=0)
    page = Client().get(link(story.joris.person, "care:answer", story.proposal))
    assert "Elk moment" in page.content.decode()
    asked = Message.objects.get(template="care/messages/ask_helper")
    assert "Wanneer: elk moment, één keer" in asked.body


def test_the_code_of_a_letter_opens_the_same_page() -> None:
    story, browser = Story(), Client()
    made = outbox.make_link(
        story.joris.person,
        "care:answer",
        story.proposal,
        expires_at=story.now + dt.timedelta(days=1),
    )
    to = browser.post("/code/", {"code": made.code.lower().replace("-", " ")})["Location"]
    assert "Joris" in browser.get(to).content.decode()
    assert (
        "We kennen deze code niet"
        in browser.post("/code/", {"code": "AAAAA-BBBBB"}).content.decode()
    )


def test_the_seeker_chooses_the_day_and_says_yes() -> None:
    story, browser = Story(), Client()
    actions.say_yes(story.proposal, actor=story.joris.person, now=story.now)
    path = link(story.seeker, "care:confirm", story.proposal)
    assert "Joris wil komen" in browser.get(path).content.decode()
    wrong = browser.post(
        path, {"answer": "yes", "first_on": "morgen", "part": "1"}
    ).content.decode()
    assert "Schrijf de dag zo" in wrong
    tomorrow = story.now.date() + dt.timedelta(days=1)
    browser.post(
        path, {"answer": "yes", "first_on": tomorrow.isoformat(), "part": "1", "at": "14.30"}
    )
    assert Visit.objects.get().at == dt.time(14, 30)


def test_the_card_has_name_address_and_word_for_the_helper_on_page_and_on_paper() -> None:
    story, browser = Story(), Client()
    match = story.agree()
    path = link(story.joris.person, "care:card", match)
    page = browser.get(path).content.decode()
    assert "Godelieve Verhaeghe" in page
    assert match.visits.get().word in page
    paper = browser.get(f"{path}pdf/")
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")


def test_the_seeker_sees_who_comes_and_calls_it_off() -> None:
    story, browser = Story(), Client()
    match = story.agree()
    path = link(story.seeker, "care:mine", story.request)
    assert "Joris" in browser.get(path).content.decode()
    browser.post(path, {"visit": str(match.visits.get().pk)})
    assert match.visits.get().state == Visit.State.CALLED_OFF
    assert browser.post(path, {"visit": "rubbish"}).status_code == 404


def test_the_seeker_closes_her_question_without_a_reason() -> None:
    story, browser = Story(), Client()
    browser.post(link(story.seeker, "care:mine", story.request), {"stop": "1"})
    story.request.refresh_from_db()
    assert story.request.state == State.STOPPED


def test_worried_asks_one_question_more_and_keeps_what_was_typed_nowhere_else() -> None:
    story, browser = Story(), Client()
    visit = story.agree().visits.get()
    path = link(story.joris.person, "care:visit", visit)
    assert (
        "Waarover maak je je zorgen?" in browser.post(path, {"outcome": "worried"}).content.decode()
    )
    assert "Schrijf in een paar woorden" in browser.post(path, {"worry": ""}).content.decode()
    browser.post(path, {"worry": "Ze at niet."})
    visit.refresh_from_db()
    assert (visit.state, visit.is_worried) == (Visit.State.DONE, True)


def test_feedback_with_thanks_is_given_once() -> None:
    story, browser = Story(), Client()
    visit = story.agree().visits.get()
    actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.DONE, now=story.now)
    path = link(story.seeker, "care:feedback", visit)
    assert "Kies één van de twee." in browser.post(path, {}).content.decode()
    browser.post(path, {"was_good": "yes", "again": "yes", "thanks": "Dank je"})
    assert Feedback.objects.get().by_seeker
    assert browser.get(path).status_code == 404


def test_titles_of_link_pages_say_nothing_of_the_need() -> None:
    story, browser = Story(), Client()
    page = browser.get(link(story.joris.person, "care:answer", story.proposal)).content.decode()
    title = page[page.index("<title>") : page.index("</title>")]
    assert "Boodschappen" not in title
    assert "Joris" not in title
