"""Somebody is referred to neighbour mediation: with her yes, apart from help, and with a word back."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from gebuur.apps.boundaries import actions
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import Call, Message
from gebuur.core.ids import uuid7
from tests import cast
from tests.apps.boundaries.handing_over import WORDS, handed_over, in_two_weeks

pytestmark = pytest.mark.django_db


def refer(browser: Client, person: Person, **changed: str) -> str:
    words = {key: WORDS[key] for key in ("name", "phone", "email", "consent_channel")}
    words |= {
        "service": "Burenbemiddeling",
        "what": "Ik wil praten over de auto's",
        "hindrance": "fits",
        "answer_by": in_two_weeks().isoformat(),
    }
    address = f"/staff/mediation/new/?person={person.pk}"
    return browser.post(address, words | changed, follow=True).content.decode()


def page_of(message: Message) -> str:
    found = re.search(r"/l/your-page/\S+", message.body)
    assert found is not None
    return found.group()


def to_the_person() -> Message:
    return Message.objects.get(template="boundaries/messages/mediation_explained")


def test_the_page_says_what_mediation_is_and_the_form_has_ready_words(
    an: Person, godelieve: Person
) -> None:
    browser = cast.sign_in(an)
    page = browser.get("/staff/mediation/").content.decode()
    for words in ("Het kost niets", "kiezen geen kant", "elk van jullie apart"):
        assert words in page
    found = browser.get("/staff/mediation/new/?name=godel").content.decode()
    assert f"?person={godelieve.pk}" in found
    form = browser.get(f"/staff/mediation/new/?person={godelieve.pk}").content.decode()
    assert "Burenbemiddeling" in form
    assert in_two_weeks().isoformat() in form
    assert "neighbour_may" not in form


def test_without_a_yes_nothing_goes_and_what_was_typed_stays(an: Person, godelieve: Person) -> None:
    page = refer(cast.sign_in(an), godelieve, consent_channel="not_yet")
    assert "Vraag het eerst aan Godelieve" in page
    assert "praten over de auto" in page
    assert not HandOver.objects.exists()


@pytest.mark.parametrize(
    ("hindrance", "said"),
    [("crime", "niet voor geweld"), ("court", "rechter"), ("", "Vraag dit eerst")],
)
def test_violence_and_a_case_in_court_do_not_go_to_mediators(
    an: Person, godelieve: Person, hindrance: str, said: str
) -> None:
    assert said in refer(cast.sign_in(an), godelieve, hindrance=hindrance)
    assert not HandOver.objects.exists()
    assert not Message.objects.exists()


def test_a_yes_makes_a_referral_with_a_clock_and_a_word_back(an: Person, godelieve: Person) -> None:
    browser = cast.sign_in(an)
    refer(browser, godelieve)
    handed = HandOver.objects.get()
    assert (handed.kind, handed.state, handed.consent.channel) == ("mediation", "asked", "phone")
    assert (handed.request, handed.answer_by) == (None, in_two_weeks())
    assert "Godelieve C." in browser.get("/staff/mediation/").content.decode()
    browser.post(
        f"/staff/hand-overs/{handed.pk}/answer/",
        {"answered_by": "Katrien", "message": "We spreken met elk apart.", "answer": "message"},
    )
    handed.refresh_from_db()
    assert handed.state == "answered"
    assert Call.objects.get().person == godelieve
    assert "beantwoord" in browser.get("/staff/mediation/").content.decode()


def test_a_quarrel_is_never_tied_to_a_question_for_help(an: Person, godelieve: Person) -> None:
    refer(cast.sign_in(an), godelieve)
    with pytest.raises(IntegrityError), transaction.atomic():
        HandOver.objects.update(request=uuid7())


def test_two_people_are_referred_each_apart(
    an: Person, godelieve: Person, place: Neighbourhood
) -> None:
    browser = cast.sign_in(an)
    refer(browser, godelieve)
    refer(browser, cast.make_person(place, "Rosa", phone="+3290000043"))
    one, other = HandOver.objects.order_by("created_at")
    assert one.consent != other.consent
    detail = browser.get(f"/staff/hand-overs/{one.pk}/").content.decode()
    assert "Rosa" not in detail


def test_the_person_reads_it_herself_and_takes_it_back(an: Person, godelieve: Person) -> None:
    refer(cast.sign_in(an), godelieve)
    message = to_the_person()
    assert message.state == Message.State.TO_PRINT
    assert "bemiddel" not in message.subject
    address, visitor = page_of(message), Client()
    page = visitor.get(address).content.decode()
    for words in ("Dag Godelieve", "praten over de auto", "Het kost niets"):
        assert words in page
    gone = visitor.post(address).content.decode()
    assert "Je nam het terug" in gone
    handed = HandOver.objects.get()
    assert handed.state == "withdrawn"
    assert handed.consent.withdrawn_at is not None
    assert visitor.get(address).status_code == 404


def test_the_person_reads_the_word_back_and_a_late_press_is_explained(
    an: Person, godelieve: Person
) -> None:
    refer(cast.sign_in(an), godelieve)
    address = page_of(to_the_person())
    handed = HandOver.objects.get()
    actions.answer_hand_over(handed, message="We bellen je.", answered_by="Katrien", actor=None)
    assert "We bellen je." in Client().get(address).content.decode()
    assert "niets meer in te trekken" in Client().post(address).content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Cela ne coûte rien."),
        ("tr", "Ücretsizdir."),
        ("ar", "لا يكلّف شيئا."),
        ("en", "It costs nothing."),
    ],
)
def test_the_letter_speaks_her_language(
    an: Person, godelieve: Person, language: str, said: str
) -> None:
    godelieve.language = language
    godelieve.save()
    refer(cast.sign_in(an), godelieve)
    assert said in to_the_person().body


def test_a_text_message_says_nothing_of_a_quarrel(an: Person, godelieve: Person) -> None:
    godelieve.channel = "sms"
    godelieve.save()
    refer(cast.sign_in(an), godelieve)
    assert "bemiddel" not in to_the_person().body
    assert "/l/your-page/" in to_the_person().body


def test_next_door_and_without_a_link_it_does_not_exist(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an, kind="mediation")
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    assert bert.get(f"/staff/mediation/new/?person={godelieve.pk}").status_code == 404
    assert bert.get("/staff/mediation/new/?person=x").status_code == 404
    assert "Godelieve" not in bert.get("/staff/mediation/").content.decode()
    assert bert.get(f"/staff/hand-overs/{handed.pk}/").status_code == 404
    assert Client().get("/l/your-page/nooit-gezien/").status_code == 404
    assert Client().get("/staff/mediation/").status_code == 302
