"""What leaves by itself, and what happens to a message that cannot."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox import actions
from gebuur.apps.outbox.models import Message
from tests import cast

pytestmark = pytest.mark.django_db
State = Message.State


def waiting(rosa: Person, *, minutes: int, **odd: str) -> Message:
    facts = {"subject": "Een bericht van de buurt", "address": "rosa@vlasbloem.example"} | odd
    return Message.objects.create(
        neighbourhood=rosa.neighbourhood, person=rosa, channel=Channel.MAIL, template="care/messages/agreed",
        language="nl", body="Joris komt donderdag.", state=State.WAITING,
        next_try_at=timezone.now() - dt.timedelta(minutes=minutes), **facts,
    )  # fmt: skip


@pytest.mark.parametrize(
    "odd",
    [
        {"subject": "Een bericht\rBcc: iedereen@vlasbloem.example"},
        {"subject": "Een bericht\x0bBcc: iedereen@vlasbloem.example"},
        {"address": "ros\xe9 @ vlasbloem,example"},
    ],
)
def test_one_message_that_no_mail_can_carry_keeps_nobody_waiting(odd: dict[str, str]) -> None:
    """It is tried again, and after three days the desk phones instead."""
    rosa, now = cast.make_person(cast.make_place(), "Rosa"), timezone.now()
    stuck, other = waiting(rosa, minutes=2, **odd), waiting(rosa, minutes=1)
    assert actions.deliver_due(now=now) == 1
    stuck.refresh_from_db()
    other.refresh_from_db()
    assert (stuck.state, other.state) == (State.WAITING, State.SENT)
    assert [letter.subject for letter in mail.outbox] == ["Een bericht van de buurt"]
    actions.deliver_due(now=now + dt.timedelta(days=4))
    stuck.refresh_from_db()
    assert stuck.state == State.FAILED


def test_a_place_with_a_line_in_its_name_writes_on_one_line() -> None:
    place = cast.make_place(name="De\x0bVlas\rbloem")
    rosa = cast.make_person(place, "Rosa", email="rosa@vlasbloem.example")
    sent = actions.send(rosa, template="care/messages/choose", context={}, channel=Channel.MAIL)
    assert sent.subject == "Een woordje van De Vlas bloem"
