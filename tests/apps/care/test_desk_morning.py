"""One mail in the morning when something waits, none when nothing does; never a name or a need in it."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.care.actions import send_morning_mail
from gebuur.apps.outbox.models import Message
from tests import cast
from tests.apps.care.at_desk import Desk

pytestmark = pytest.mark.django_db


def _monday(hour: int) -> dt.datetime:
    """The first Monday from today on, at an hour in local time."""
    today = timezone.localdate()
    monday = today + dt.timedelta(days=-today.weekday() % 7)
    return timezone.make_aware(dt.datetime.combine(monday, dt.time(hour)))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_nothing_waits_and_nobody_gets_a_mail(desk: Desk) -> None:
    assert send_morning_mail(now=_monday(8)) == 0
    assert not Message.objects.exists()


def test_something_waits_and_the_professional_gets_one_mail_that_names_nobody(desk: Desk) -> None:
    desk.ask(cast.make_person(desk.place, "Godelieve", last_name="Verhaeghe"), "walk")
    assert send_morning_mail(now=_monday(8)) == 1
    mail = Message.objects.get(template="care/messages/morning")
    assert mail.person == desk.an
    assert "1 vraag waarvoor nu niemand gevraagd is" in mail.body
    assert "/desk/" in mail.body
    for secret in ("Godelieve", "Verhaeghe", "Wandelen"):
        assert secret not in mail.subject + mail.body


def test_the_second_round_of_the_same_morning_writes_nothing(desk: Desk) -> None:
    desk.ask(cast.make_person(desk.place, "Rosa"))
    first = send_morning_mail(now=_monday(8))
    Message.objects.update(created_at=_monday(8))
    assert (first, send_morning_mail(now=_monday(9))) == (1, 0)


@pytest.mark.parametrize("hour", [7, 13, 22])
def test_it_is_a_morning_mail(desk: Desk, hour: int) -> None:
    desk.ask(cast.make_person(desk.place, "Rosa"))
    assert send_morning_mail(now=_monday(hour)) == 0


def test_nobody_works_on_saturday(desk: Desk) -> None:
    desk.ask(cast.make_person(desk.place, "Rosa"))
    assert send_morning_mail(now=_monday(8) + dt.timedelta(days=5)) == 0


def test_whoever_no_longer_works_here_gets_no_mail(desk: Desk) -> None:
    desk.ask(cast.make_person(desk.place, "Rosa"))
    desk.an.memberships.update(until=timezone.localdate() - dt.timedelta(days=1))
    assert send_morning_mail(now=_monday(8)) == 0
