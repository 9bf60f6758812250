"""What the service to which a question goes reads, answers and is reminded of."""

import datetime as dt
import io
import re

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Call, Message
from tests import cast
from tests.apps.boundaries.handing_over import handed_over, link_in
from tests.nights import same_hour

pytestmark = pytest.mark.django_db


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

    def remind(days: int) -> int:
        actions.remind_services(now=same_hour(days))
        return reminders.count()

    assert [remind(day) for day in (0, 10, 11, 12, 14, 15, 16)] == [0, 0, 1, 1, 1, 2, 2]


def test_a_service_without_mail_comes_on_the_list_to_phone(an: Person, godelieve: Person) -> None:
    handed_over(godelieve, an, email="", phone="+3290000077")
    actions.remind_services(now=same_hour(15))
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
