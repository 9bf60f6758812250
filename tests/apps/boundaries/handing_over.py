"""Handing over a question, as the tests on both sides do it."""

import datetime as dt
import re

from django.test import Client
from django.utils import timezone

from gebuur.apps.boundaries import actions
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message

WORDS = {
    "service": "OCMW Gent",
    "name": "Els",
    "phone": "09 000 00 77",
    "email": "els@ocmw.example",
    "what": "Rekeningen die blijven liggen",
    "neighbour_may": "Elke donderdag koffie drinken",
    "consent_channel": "phone",
}


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
