"""A question goes to a service and comes back, and nobody reads along."""

import datetime as dt
import io
import re
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.chronicle.models import Line, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import Call, Message
from gebuur.apps.privacy.models import Sight
from tests import cast

pytestmark = pytest.mark.django_db
WORDS = {
    "service": "OCMW Gent",
    "name": "Els",
    "phone": "09 000 00 77",
    "email": "els@ocmw.example",
    "what": "Rekeningen die blijven liggen",
    "neighbour_may": "Elke donderdag koffie drinken",
    "consent_channel": "phone",
}


@pytest.fixture
def place() -> Neighbourhood:
    return cast.make_place()


@pytest.fixture
def an(place: Neighbourhood) -> Person:
    return cast.make_staff(place, "An")


@pytest.fixture
def godelieve(place: Neighbourhood) -> Person:
    return cast.make_person(
        place, "Godelieve", last_name="Claes", phone="+3290000042", house_number="9"
    )


def in_two_weeks() -> dt.date:
    return timezone.localdate() + dt.timedelta(days=14)


def handed_over(person: Person, an: Person, **facts: object) -> HandOver:
    words: dict[str, object] = {
        "service": "OCMW Gent",
        "what": WORDS["what"],
        "email": "els@ocmw.example",
        "answer_by": in_two_weeks(),
        "consent_channel": "phone",
        "now": timezone.now(),
    }
    return actions.hand_over(person, actor=an, **(words | facts))  # type: ignore[arg-type]  # facts of a test


def link_in(message: Message) -> str:
    found = re.search(r"/l/reply/\S+", message.body)
    assert found is not None
    return found.group()


def send_form(browser: Client, person: Person, **changed: object) -> "object":
    return browser.post(
        f"/staff/hand-overs/new/?person={person.pk}",
        WORDS | {"answer_by": in_two_weeks().isoformat()} | changed,
    )


def test_a_hand_over_needs_a_yes_and_keeps_what_was_typed(an: Person, godelieve: Person) -> None:
    browser = cast.sign_in(an)
    page = send_form(browser, godelieve, consent_channel="not_yet").content.decode()  # type: ignore[attr-defined]  # a response
    assert "Vraag het eerst aan Godelieve" in page
    assert "Rekeningen die blijven liggen" in page
    assert not HandOver.objects.exists()
    assert not Message.objects.exists()


def test_a_hand_over_notes_who_said_yes_how_and_when(an: Person, godelieve: Person) -> None:
    browser = cast.sign_in(an)
    send_form(browser, godelieve)
    handed = HandOver.objects.get()
    assert (handed.consent.channel, handed.consent.noted_by) == ("phone", an)
    page = browser.get(f"/staff/hand-overs/{handed.pk}/").content.decode()
    for words in (
        "Godelieve zei ja",
        "An schreef het op",
        "Dat was aan de telefoon",
        "09 000 00 77",
    ):
        assert words in page


def test_the_form_proposes_two_weeks(an: Person, godelieve: Person) -> None:
    page = cast.sign_in(an).get(f"/staff/hand-overs/new/?person={godelieve.pk}").content.decode()
    assert in_two_weeks().isoformat() in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"phone": "", "email": ""}, "een e-mailadres van de dienst"),
        ({"answer_by": "2020-01-01"}, "Kies een dag na vandaag"),
        ({"phone": "09 000"}, "Een vast nummer heeft er negen"),
        ({"consent_channel": ""}, "Kies hoe de persoon ja zei"),
    ],
)
def test_what_cannot_be_sent_is_explained(
    an: Person, godelieve: Person, changed: dict[str, str], said: str
) -> None:
    page = send_form(cast.sign_in(an), godelieve, **changed).content.decode()  # type: ignore[attr-defined]  # a response
    assert said in page
    assert not HandOver.objects.exists()


def test_the_mail_to_the_service_names_nobody_and_no_need(an: Person, godelieve: Person) -> None:
    handed_over(godelieve, an)
    mail = Message.objects.get()
    assert mail.address == "els@ocmw.example"
    for secret in ("Godelieve", "Claes", "Spoelstraat", "Rekeningen"):
        assert secret not in mail.subject + mail.body
    assert "Kenmerk" in mail.body


def test_the_service_reads_takes_it_on_and_answers_without_account(
    an: Person, godelieve: Person
) -> None:
    handed = handed_over(godelieve, an, neighbour_may="Koffie drinken")
    address = link_in(Message.objects.get())
    service = Client()
    page = service.get(address).content.decode()
    for words in ("Rekeningen die blijven liggen", "Godelieve Claes", "Koffie drinken"):
        assert words in page
    title = page.split("<title>")[1].split("</title>")[0]
    assert "Godelieve" not in title
    service.post(address, {"answered_by": "Els", "answer": "accept"})
    handed.refresh_from_db()
    assert (handed.state, handed.accepted_by) == ("accepted", "Els")
    service.post(
        address, {"answered_by": "Els", "message": "We komen maandag.", "answer": "message"}
    )
    handed.refresh_from_db()
    assert (handed.state, handed.message_back) == ("answered", "We komen maandag.")
    assert Call.objects.get().person == godelieve


def test_an_answer_without_words_is_asked_for_again(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    address = link_in(Message.objects.get())
    page = Client().post(address, {"answered_by": "", "message": "", "answer": "message"})
    assert "Schrijf je naam" in page.content.decode()
    handed.refresh_from_db()
    assert handed.state == "asked"


def test_a_second_answer_is_told_kindly_and_changes_nothing(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    address = link_in(Message.objects.get())
    actions.answer_hand_over(handed, message="Eerst", answered_by="Els", actor=None)
    page = Client().post(address, {"answered_by": "Jan", "message": "Later", "answer": "message"})
    assert page.status_code == 200
    handed.refresh_from_db()
    assert handed.message_back == "Eerst"


def test_what_the_service_says_on_the_phone_is_noted(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an, email="", phone="+3290000077")
    browser = cast.sign_in(an)
    browser.post(
        f"/staff/hand-overs/{handed.pk}/answer/",
        {"answered_by": "Els", "message": "Komt in orde.", "answer": "message"},
    )
    page = browser.get(f"/staff/hand-overs/{handed.pk}/").content.decode()
    assert "Komt in orde." in page


def test_taking_it_back_closes_the_page_and_tells_the_service(
    an: Person, godelieve: Person
) -> None:
    handed = handed_over(godelieve, an)
    address = link_in(Message.objects.get())
    browser = cast.sign_in(an)
    assert (
        "meteen dicht" in browser.get(f"/staff/hand-overs/{handed.pk}/withdraw/").content.decode()
    )
    browser.post(f"/staff/hand-overs/{handed.pk}/withdraw/")
    handed.refresh_from_db()
    assert handed.state == "withdrawn"
    assert handed.consent.withdrawn_at is not None
    assert Client().get(address).status_code == 404
    told = Message.objects.get(template="boundaries/messages/service_withdrawn")
    assert "Godelieve" not in told.body
    assert Message.objects.get(template="boundaries/messages/service_asked").state == "cancelled"


def test_the_person_herself_may_take_it_back_and_a_stranger_may_not(
    an: Person, godelieve: Person, place: Neighbourhood
) -> None:
    handed = handed_over(godelieve, an)
    with pytest.raises(PermissionDenied):
        actions.withdraw_hand_over(handed, actor=cast.make_person(place, "Rosa"))
    assert actions.withdraw_hand_over(handed, actor=godelieve).state == "withdrawn"


def test_after_it_is_over_nothing_leaves_any_more(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    actions.withdraw_hand_over(handed, actor=godelieve)
    before = Message.objects.count()
    browser = cast.sign_in(an)
    browser.post(f"/staff/hand-overs/{handed.pk}/mail/")
    answer = browser.post(f"/staff/hand-overs/{handed.pk}/letter/")
    assert Message.objects.count() == before
    assert answer.status_code == 302


def test_the_letter_holds_the_question_and_a_code_that_opens_the_page(
    an: Person, godelieve: Person
) -> None:
    handed = handed_over(godelieve, an, email="", phone="+3290000077")
    file = cast.sign_in(an).post(f"/staff/hand-overs/{handed.pk}/letter/")
    assert file["Content-Type"] == "application/pdf"
    words = PdfReader(io.BytesIO(file.content)).pages[0].extract_text()
    assert "Rekeningen die blijven liggen" in words
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", words)
    assert code is not None
    opened = Client().post("/code/", {"code": code.group()}, follow=True)
    assert "Rekeningen die blijven liggen" in opened.content.decode()


def test_a_service_is_reminded_once_before_and_once_after_the_deadline(
    an: Person, godelieve: Person
) -> None:
    handed_over(godelieve, an)
    reminders = Message.objects.filter(template="boundaries/messages/service_reminded")
    now = timezone.now()

    def remind(days: int) -> int:
        actions.remind_services(now=now + dt.timedelta(days=days))
        return reminders.count()

    assert [remind(day) for day in (0, 10, 11, 12, 14, 15, 16)] == [0, 0, 1, 1, 1, 2, 2]


def test_a_service_without_mail_comes_on_the_list_to_phone(an: Person, godelieve: Person) -> None:
    handed_over(godelieve, an, email="", phone="+3290000077")
    actions.remind_services(now=timezone.now() + dt.timedelta(days=15))
    call = Call.objects.get()
    assert (call.name, call.phone) == ("OCMW Gent", "+3290000077")
    assert "Godelieve" not in call.about


def test_the_list_says_what_waits_too_long(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    HandOver.objects.filter(pk=handed.pk).update(
        answer_by=timezone.localdate() - dt.timedelta(days=1)
    )
    page = cast.sign_in(an).get("/staff/hand-overs/").content.decode()
    assert "1 overdracht wacht langer dan afgesproken" in page
    assert "OCMW" not in page
    assert (
        queries.list_unanswered_hand_overs(an.neighbourhood, today=timezone.localdate()).count()
        == 1
    )


def test_every_look_at_a_hand_over_is_kept_for_the_person(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    cast.sign_in(an).get(f"/staff/hand-overs/{handed.pk}/")
    assert Sight.objects.get().page == "boundaries:hand-over-detail"


def test_next_door_it_does_not_exist(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    for path in ("", "answer/", "withdraw/"):
        assert bert.get(f"/staff/hand-overs/{handed.pk}/{path}").status_code == 404
        assert bert.get(f"/staff/hand-overs/{uuid.uuid4()}/{path}").status_code == 404
    assert bert.post(f"/staff/hand-overs/{handed.pk}/letter/").status_code == 404
    assert bert.get(f"/staff/hand-overs/new/?person={godelieve.pk}").status_code == 404
    assert Client().get("/l/reply/nooit-gezien/").status_code == 404


def test_odd_addresses_are_just_missing(an: Person) -> None:
    browser = cast.sign_in(an)
    assert browser.get("/staff/hand-overs/new/?person=1").status_code == 404
    assert browser.get("/staff/hand-overs/new/?request=x").status_code == 404


def test_without_a_person_one_looks_her_up_first(an: Person, godelieve: Person) -> None:
    page = cast.sign_in(an).get("/staff/hand-overs/new/?name=godel").content.decode()
    assert f"?person={godelieve.pk}" in page


def test_the_chronicle_keeps_the_act_without_words(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    actions.accept_hand_over(handed, accepted_by="Els", actor=None)
    lines = list(Line.objects.filter(thing=handed.pk).values_list("verb", "act", "actor_kind"))
    assert lines == [
        (Verb.HANDED_OVER, "hand-over", "professional"),
        (Verb.DECIDED, "hand-over-accepted", "service"),
    ]


def test_erasing_a_person_takes_her_hand_overs_along(an: Person, godelieve: Person) -> None:
    handed_over(godelieve, an)
    godelieve.delete()
    assert not HandOver.objects.exists()
