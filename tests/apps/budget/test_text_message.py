"""A code by text message, from a provider that is slow, talks rubbish, or is away."""

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import RollEntry
from gebuur.apps.budget.queries import entry_of_code
from gebuur.apps.neighbourhood.models import Person
from tests import cast
from tests.crowd import at_once, needs_a_queue
from tests.voting import make_voting_round

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "csrfmiddlewaretoken"
NUMBER = re.compile(rf'name="{NAME}" value="(\w+)"')
THANKS = b'HTTP/1.0 200 OK\r\n\r\n{"id": "1"}'


@pytest.fixture
def nele() -> Person:
    return cast.make_staff(cast.make_place(), "Nele", role="coordinator")


@pytest.fixture
def emine(nele: Person) -> RollEntry:
    one = make_voting_round(nele.neighbourhood, nele)
    cast.make_person(nele.neighbourhood, "Emine", phone="+32470000001", house_number="9")
    actions.add_known(one, actor=nele, now=timezone.now())
    return one.roll.get(name="Emine")


@contextmanager
def provider(answer: bytes, settings: Any, meanwhile: Callable[[], Any]) -> Iterator[None]:
    """Somebody who takes one text message, and lets something happen while we wait for the answer."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        settings.SMS_GATEWAY, settings.SMS_URL = (
            "http",
            f"http://127.0.0.1:{door.getsockname()[1]}/",
        )

        def take() -> None:
            caller, _address = door.accept()
            with caller:
                caller.recv(65_536)
                meanwhile()
                caller.sendall(answer)
                caller.shutdown(socket.SHUT_WR)
                while caller.recv(65_536):
                    """Until all of it came: who hangs up earlier is away."""

        taking = threading.Thread(target=take)
        taking.start()
        yield
        taking.join()


def test_nothing_is_held_while_the_provider_takes_its_time(
    emine: RollEntry, nele: Person, settings: Any
) -> None:
    is_held, ours = list[bool](), connections["default"]
    with provider(THANKS, settings, lambda: is_held.append(ours.in_atomic_block)):
        actions.text_code(emine, actor=nele, now=timezone.now())
    assert is_held == [False]


def test_somebody_else_writes_on_the_roll_meanwhile(
    emine: RollEntry, nele: Person, settings: Any
) -> None:
    needs_a_queue()
    written = list[object]()

    def mend_her_name() -> None:
        written.extend(
            at_once(lambda: RollEntry.objects.filter(pk=emine.pk).update(name="Emine K"))
        )

    with provider(THANKS, settings, mend_her_name):
        actions.text_code(emine, actor=nele, now=timezone.now())
    assert written == [1]


@pytest.mark.parametrize("answer", [b"", b"rubbish\r\n\r\n", b"HTTP/1.0 500 No\r\n\r\n"])
def test_a_message_that_does_not_leave_lets_the_printed_code_hold(
    emine: RollEntry, nele: Person, settings: Any, answer: bytes
) -> None:
    printed = actions.give_code(emine, way="slip", actor=nele, now=timezone.now())
    emine.refresh_from_db()
    browser = cast.sign_in(nele)
    with provider(answer, settings, lambda: None):
        page = browser.post(f"/staff/budget/roll/{emine.pk}/", {"act": "sms"}, follow=True)
    assert "Druk de code af" in page.content.decode()
    assert entry_of_code(emine.round, printed) == emine
    assert RollEntry.objects.get(pk=emine.pk).sent_by == "slip"


def test_two_presses_are_one_message(emine: RollEntry, nele: Person) -> None:
    browser, path = cast.sign_in(nele), f"/staff/budget/roll/{emine.pk}/"
    number = NUMBER.search(browser.get(path).content.decode())
    assert number
    said = {"act": "sms", NAME: number.group(1)}
    _first, page = (browser.post(path, said, follow=True) for _press in range(2))
    sent = [file.read_text() for file in settings.SMS_FOLDER.glob("*.txt")]
    assert len(sent) == 1
    assert entry_of_code(emine.round, sent[0].rpartition(" ")[2]) == emine
    assert "Het staat er één keer." in page.content.decode()
