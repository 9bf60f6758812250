"""Answering on a phone: once, in the shape of the question, and nothing that was typed is lost."""

import random
from html import escape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.models import Pool, Session, opened
from gebuur.domain import frames
from tests.apps.workshops.in_room import (
    ROOM,
    an,
    fill,
    go,
    in_hand,
    phone_in,
    say,
    session,
)

__all__ = ["an", "session"]
pytestmark = pytest.mark.django_db
QUADRANTS = ("people", "renewal", "results", "order")


def points(*given: object) -> dict[str, str]:
    return {
        f"points-{key}": str(one) for key, one in zip(QUADRANTS, given, strict=False) if one != ""
    }


def told(phone: Client, pool: Pool, sent: dict[str, Any]) -> tuple[int, str]:
    answer = phone.post(ROOM, {"pool": str(pool.pk)} | sent)
    return answer.status_code, answer.content.decode()


def test_an_answer_counts_once(session: Session) -> None:
    phone, _other = phone_in(session), phone_in(session)
    assert say(phone, in_hand(session)) == 302
    assert say(phone, in_hand(session), "Nog iets.") == 302
    assert in_hand(session).answered == 1
    assert [one["value"]["line"] for one in opened(in_hand(session).waiting)] == [
        "Ik zou eerst luisteren."
    ]


def test_an_answer_to_a_question_the_screen_left_is_taken(session: Session, an: Person) -> None:
    phone, left = phone_in(session), in_hand(session)
    go(session, an, "poll")
    assert say(phone, left) == 302
    left.refresh_from_db()
    assert left.answered == 1


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        ("question", {"line": "Samen."}),
        ("question", {"line": "x" * 280}),
        ("question", {"line": "  veel \n\n  wit  "}),
        ("question", {"line": "جيران 🏡 <b>&"}),
        ("poll", {"key": "Nee"}),
        ("signals", {"nothing_fits": "on"}),
        ("signals", {"keys": ["first", "rubbish"]}),
        ("divide", points(40, 30, 20, 10)),
        ("divide", points(100, "", "", "")),
        ("divide", points(" 50 ", 0, "050", "")),
        ("board", {"key": "first", "line": "De bakker weet alles."}),
    ],
)
def test_every_shape_has_answers_that_are_taken(
    session: Session, an: Person, kind: str, sent: dict[str, Any]
) -> None:
    phone, pool = phone_in(session), go(session, an, kind)
    stage = queries.scene_of(session).stage
    assert pool is not None
    assert stage is not None
    first = stage.keys[0] if stage.keys else ""
    sent = {
        name: [first if one == "first" else one for one in value]
        if isinstance(value, list)
        else value.replace("first", first)
        for name, value in sent.items()
    }
    status, _page = told(phone, pool, sent)
    pool.refresh_from_db()
    assert (status, pool.answered) == (302, 1)


@pytest.mark.parametrize(
    ("kind", "sent", "sentence"),
    [
        ("question", {}, "Write one sentence first."),
        ("question", {"line": " \n\t "}, "Write one sentence first."),
        ("question", {"line": "x" * 281}, "Make it a little shorter: at most %(most)s letters."),
        ("question", {"line": "x" * 90_000}, "Make it a little shorter: at most %(most)s letters."),
        ("poll", {}, "Choose one first."),
        ("poll", {"key": "Misschien"}, "Choose one first."),
        ("signals", {}, "Tick what you saw, or say that nothing fits."),
        ("signals", {"keys": ["rubbish"]}, "Tick what you saw, or say that nothing fits."),
        ("divide", {}, "You have %(rest)s points left to divide."),
        ("divide", points(40, 30, 20, 9), "You have %(rest)s points left to divide."),
        ("divide", points(40, 30, 20, 11), "That is %(over)s points too many."),
        ("divide", points(-10, 110, 0, 0), "Write whole numbers from 0 to 100."),
        ("divide", points("12,5", 50, 25, 25), "Write whole numbers from 0 to 100."),
        ("divide", points("veel", 50, 25, 25), "Write whole numbers from 0 to 100."),
        ("divide", points("٢٥", 25, 25, 25), "Write whole numbers from 0 to 100."),
        ("divide", points("9" * 5_000, 0, 0, 0), "Write whole numbers from 0 to 100."),
        ("board", {"line": "Zonder wie."}, "Choose one first."),
        ("board", {"key": "rubbish", "line": "Zonder wie."}, "Choose one first."),
    ],
)
def test_rubbish_gets_one_sentence_and_nothing_typed_is_lost(
    session: Session, an: Person, kind: str, sent: dict[str, Any], sentence: str
) -> None:
    phone, pool = phone_in(session), go(session, an, kind)
    assert pool is not None
    status, page = told(phone, pool, sent)
    assert status == 422
    facts = {"most": 280, "rest": 1 if sent else 100, "over": 1}
    assert escape(gettext(sentence) % facts) in page
    for value in sent.values():
        if isinstance(value, str) and value.strip() and value not in {"Misschien", "rubbish"}:
            assert value in page
    pool.refresh_from_db()
    assert pool.answered == 0


@pytest.mark.parametrize("pool", ["", "x", "\x00", "0" * 32, "9" * 4_000])
def test_an_answer_to_no_question_is_404(session: Session, pool: str) -> None:
    assert phone_in(session).post(ROOM, {"pool": pool, "line": "Hallo"}).status_code == 404


def test_a_hundred_random_phones_break_nothing(session: Session, an: Person) -> None:
    """Fields of all shapes, mixed, with values that no page would send."""
    rng, names = random.Random(4), ["line", "key", "keys", "nothing_fits", *points(1, 1, 1, 1)]  # noqa: S311 - a story
    values = [
        "",
        "\x00",
        "'",
        "100",
        "-1",
        "1e2",
        "∞",
        "{}",
        "[]",
        "Ja",
        "people",
        "\ud7ff",
        "x" * 300,
    ]
    phone = phone_in(session)
    for kind in ("question", "poll", "signals", "divide", "board"):
        pool = go(session, an, kind)
        assert pool is not None
        for _time in range(12):
            sent = {name: rng.choice(values) for name in rng.sample(names, rng.randint(0, 6))}
            assert told(phone, pool, sent)[0] in {302, 422}


def test_nothing_can_be_sent_to_a_block_that_asks_nothing(session: Session) -> None:
    stage = frames.Stage("pause", frames.Shape.NOTHING)
    with pytest.raises(actions.NotAnAnswer):
        actions.give_answer(
            session, in_hand(session), stage, {}, secret=secret_of(phone_in(session))
        )


def test_a_small_room_is_told_before_anybody_writes(session: Session) -> None:
    warning = gettext(
        "Fewer than five people are in the room. Somebody who knows you may recognise your answer."
    )
    phones = [phone_in(session) for _number in range(4)]
    assert warning in phones[0].get(ROOM).content.decode()
    phones.append(phone_in(session))
    assert warning not in phones[0].get(ROOM).content.decode()


def test_three_answers_in_a_room_of_six_are_not_shown_when_it_closes(
    session: Session, an: Person
) -> None:
    phones = [phone_in(session) for _number in range(6)]
    for phone in phones[:3]:
        say(phone, in_hand(session), "Te herkennen")
    actions.close_stage(session, actor=an)
    assert "Te herkennen" not in phones[0].get(ROOM).content.decode()
    for phone in phones[3:]:
        say(phone, in_hand(session), "Allemaal samen")
    assert opened(in_hand(session).waiting) == []
    assert "Te herkennen" in phones[0].get(ROOM).content.decode()


def test_what_was_shown_stays_when_the_session_ends(session: Session, an: Person) -> None:
    fill(session, 7)
    pool = in_hand(session)
    actions.end_session(session, actor=an, now=timezone.now())
    pool.refresh_from_db()
    assert (len(opened(pool.shown)), pool.waiting, pool.turns) == (7, "[]", [])


def secret_of(phone: Client) -> str:
    return phone.cookies["gebuur_room"].value.split(":")[0].partition("|")[2]
