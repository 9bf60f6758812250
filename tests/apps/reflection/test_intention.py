"""One intention ends a reflection, and is asked back."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Intention
from tests.apps.reflection.written import CANARY, NEW, an_entry, text_of

pytestmark = pytest.mark.django_db


def test_the_last_intention_is_asked_back_before_a_new_reflection(
    an: Person, browser: Client
) -> None:
    an_entry(an, due_in=0)
    intention = Intention.objects.get()
    assert "Volgende keer eerst vragen." in text_of(browser, "/staff/reflection/")
    answer = browser.get(NEW)
    assert answer["Location"] == f"/staff/intentions/{intention.pk}/"
    browser.post(
        answer["Location"],
        {"outcome": "partly", "happened": "Ze belde zelf.", "residents_said": "Merci."},
    )
    intention.refresh_from_db()
    assert (intention.outcome, intention.happened, intention.residents_said) == (
        "partly",
        "Ze belde zelf.",
        "Merci.",
    )
    assert browser.get(NEW).status_code == 200


def test_one_looks_back_once(an: Person, browser: Client) -> None:
    an_entry(an)
    address = f"/staff/intentions/{Intention.objects.get().pk}/"
    assert "Kies gedaan, voor een stuk of niet." in browser.post(address, {}).content.decode()
    browser.post(address, {"outcome": "done"})
    assert "Je keek hier al op terug." in browser.post(address, {"outcome": "not"}).content.decode()
    assert Intention.objects.get().outcome == "done"


def test_the_writer_is_reminded_once_without_a_word_of_what(an: Person) -> None:
    an_entry(an, due_in=0, text=CANARY)
    an.channel = "mail"
    an.save()
    now = timezone.now()
    assert actions.remind_intentions(now=now) == 1
    assert actions.remind_intentions(now=now) == 0
    message = Message.objects.get()
    assert CANARY not in message.subject + message.body
    assert "/staff/reflection/" in message.body


def test_nobody_is_reminded_before_the_day(an: Person) -> None:
    an_entry(an, due_in=3)
    assert actions.remind_intentions(now=timezone.now()) == 0


def test_what_was_looked_back_on_is_not_rewritten_afterwards(an: Person, browser: Client) -> None:
    entry = an_entry(an)
    browser.post(f"/staff/intentions/{entry.intention.pk}/", {"outcome": "done"})
    due_on = timezone.localdate() + dt.timedelta(days=9)
    again = {"text": "Iets heel anders.", "due_on": due_on.isoformat()}
    answer = browser.post(f"/staff/reflection/{entry.pk}/intention/", again, follow=True)
    assert "Je keek hier al op terug" in answer.content.decode()
    kept = Intention.objects.get(entry=entry)
    assert (kept.text, kept.outcome) == ("Volgende keer eerst vragen.", "done")
