"""What the stories in the room have in common: An who runs it, a room with some questions, phones that sit in it."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.models import Pool, Session
from gebuur.apps.workshops.queries.agenda import BlockWords
from tests import cast

ROOM, JOIN = "/w/room/", "/w/"
KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("question", ()),
    ("poll", ("Ja", "Nee")),
    ("signals", ()),
    ("divide", ()),
    ("board", ()),
    ("pause", ()),
)


@pytest.fixture
def an() -> Person:
    an = cast.make_staff(cast.make_place(), "An")
    cast.make_helplines(an.neighbourhood)
    return an


@pytest.fixture
def session(an: Person) -> Session:
    """A room in which the first question is in hand: one sentence."""
    opened = open_room(an)
    go(opened, an, "question")
    return opened


def open_room(an: Person, kinds: Sequence[tuple[str, tuple[str, ...]]] = KINDS) -> Session:
    blocks = [BlockWords(kind, kind.title(), "", 10, picks) for kind, picks in kinds]
    return actions.open_session(
        blocks, actor=an, title="Avond in de Spoelstraat", language="nl", now=timezone.now()
    )


def go(session: Session, an: Person, kind: str, *, stage: int = 0) -> Pool | None:
    """Put a block in hand, and answer where what is said about it goes."""
    part = session.parts.get(kind=kind)
    actions.move(session, part.position, stage, actor=an, now=timezone.now())
    session.refresh_from_db()
    return queries.scene_of(session).pool


def phone_in(session: Session) -> Client:
    """A phone that came in by the square code."""
    phone = Client()
    phone.post(f"/w/{queries.door_of(session)}/")
    return phone


def in_hand(session: Session) -> Pool:
    session.refresh_from_db()
    pool = queries.scene_of(session).pool
    assert pool is not None
    return pool


def say(phone: Client, pool: Pool, line: str = "Ik zou eerst luisteren.", **more: Any) -> int:
    return phone.post(ROOM, {"pool": str(pool.pk), "line": line} | more).status_code


def fill(session: Session, count: int) -> list[Client]:
    """Phones that all answer the question in hand, in their own words."""
    phones = [phone_in(session) for _number in range(count)]
    for number, phone in enumerate(phones):
        assert say(phone, in_hand(session), f"Zin {number}") == 302
    return phones
