"""Eight people press yes at the same moment: one has it, the others hear it kindly, no question is lost.

SQLite in memory has no queue for writers, so there the crowd meets in a file: the small benchmark, which
brings its own negative control. On PostgreSQL, and on SQLite in a file, the crowd meets here.
"""

import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from gebuur.apps.care import actions
from gebuur.apps.care.models import HelpRequest, Proposal
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from tests import cast

CLIENTS, QUESTIONS = 8, 40
ROOT = Path(__file__).resolve().parents[3]
Press = Callable[[Offer, int], bool]


def make_helpers(place: Neighbourhood) -> list[Offer]:
    task = cast.make_task(place)
    return [
        volunteers.make_offer(
            cast.make_person(place, f"Buur{number}"), actor=None, tasks=[task], slots=cast.ALWAYS,
            radius=5_000, per_week=500, per_month=500, channel=Channel.DESK, now=timezone.now(),
        )
        for number in range(CLIENTS)
    ]  # fmt: skip


def make_questions(place: Neighbourhood) -> list[HelpRequest]:
    seeker = cast.make_person(place, "Godelieve", phone="+3290000042")
    task = place.organisation.tasks.get()
    return [
        actions.make_request(
            place, actor=None, seeker=seeker, task=task, slots=cast.ALWAYS, channel=Channel.WEB,
            urgency="week", rhythm="once", languages=["nl"], on_board=True, now=timezone.now(),
        )
        for _number in range(QUESTIONS)
    ]  # fmt: skip


def press_together(offers: list[Offer], press: Press) -> Counter[int]:
    """Everybody goes through the same questions from the same start; count who got what."""
    start = threading.Barrier(len(offers))
    won: list[int] = []
    problems: list[Exception] = []

    def run(offer: Offer) -> None:
        try:
            for turn in range(QUESTIONS):
                if turn % 5 == 0:
                    start.wait(timeout=60)
                if press(offer, turn):
                    won.append(turn)
        except Exception as error:  # noqa: BLE001 - shown by the test below
            problems.append(error)
            start.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(offer,)) for offer in offers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    return Counter(won)


@pytest.fixture
def crowd(transactional_db: None) -> None:
    """A database in which writers wait for each other."""
    is_in_memory: Any = getattr(connection, "is_in_memory_db", lambda: False)
    if is_in_memory():
        pytest.skip("SQLite in memory: the crowd meets in the small benchmark")


def test_the_small_benchmark_keeps_its_promise_on_a_sqlite_file() -> None:
    surroundings = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    command = ["benchmarks/claims.py", "--only", "sqlite", "--clients", str(CLIENTS)]
    done = subprocess.run(
        [sys.executable, *command, "--requests", str(QUESTIONS)],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "0 doubles, 0 lost, 40 claims in all" in done.stdout, done.stderr
    assert "promise kept" in done.stdout


@pytest.mark.usefixtures("crowd")
def test_a_question_on_the_board_has_one_winner() -> None:
    place = cast.make_place()
    offers, questions = make_helpers(place), make_questions(place)

    def take(offer: Offer, turn: int) -> bool:
        try:
            actions.take_from_board_as_helper(
                questions[turn], offer, actor=offer.person, now=timezone.now()
            )
        except actions.ProposalGone:
            return False
        return True

    claimed = press_together(offers, take)
    assert claimed == Counter(range(QUESTIONS))
    assert Proposal.objects.filter(state=Proposal.State.YES).count() == QUESTIONS


@pytest.mark.usefixtures("crowd")
def test_one_link_pressed_by_eight_fingers_is_one_yes() -> None:
    place = cast.make_place()
    an, offers = cast.make_staff(place, "An"), make_helpers(place)
    [offer, *_others] = offers
    asked = [
        actions.pick_helpers(question, [offer], actor=an, now=timezone.now())[0]
        for question in make_questions(place)
    ]

    def say_yes(_offer: Offer, turn: int) -> bool:
        try:
            actions.say_yes(asked[turn], actor=offer.person, now=timezone.now())
        except actions.ProposalGone:
            return False
        return True

    assert press_together(offers, say_yes) == Counter(range(QUESTIONS))


@pytest.mark.usefixtures("crowd")
def test_reading_first_and_writing_later_does_give_doubles() -> None:
    """The negative control: the same crowd, with a claim as it must not be."""
    offers = make_helpers(cast.make_place())
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE careless (id integer PRIMARY KEY, winner integer)")
        cursor.executemany(
            "INSERT INTO careless VALUES (%s, NULL)", [(n,) for n in range(QUESTIONS)]
        )

    def careless(_offer: Offer, turn: int) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT winner FROM careless WHERE id = %s", [turn])
            (winner,) = cursor.fetchone()
            if winner is not None:
                return False
            time.sleep(0.002)
            cursor.execute("UPDATE careless SET winner = 1 WHERE id = %s", [turn])
        return True

    try:
        claimed = press_together(offers, careless)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE careless")
    assert any(count > 1 for count in claimed.values())
