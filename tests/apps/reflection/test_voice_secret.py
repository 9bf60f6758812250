"""Who has the whole database, and knows in which order neighbours came, still does not know who said what."""

import json
import random
import re

import pytest
from django.apps import apps
from django.db import connection

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.actions import voice
from gebuur.apps.reflection.queries.voice import opened
from gebuur.core.models import Tally
from tests import cast
from tests.apps.reflection.voices import answer, make_round

ROUNDS, NEIGHBOURS = 40, 9


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def seeded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same chance at every run, so that the attack ends the same way."""
    monkeypatch.setattr(voice, "CHANCE", random.Random(7))  # noqa: S311 - a test, not a secret


def place_of(number: int, kept: str) -> int:
    """Where the attacker finds the line of the neighbour who came as number so many."""
    return re.findall(r"buur (\d+)", kept).index(str(number))


def hits(rows: list[str]) -> float:
    """The share of neighbours who are found by taking the answers in the order in which they lie."""
    found = sum(place_of(number, kept) == number for kept in rows for number in range(NEIGHBOURS))
    return found / (len(rows) * NEIGHBOURS)


@pytest.mark.django_db
@pytest.mark.usefixtures("seeded")
def test_taking_answers_in_the_order_in_which_they_lie_finds_nobody(an: Person) -> None:
    rows = []
    for _round in range(ROUNDS):
        one = make_round(an)
        for number in range(NEIGHBOURS):
            answer(one, line=f"buur {number}")
        one.refresh_from_db()
        rows.append(one.answers)
    assert hits(rows) <= 1 / NEIGHBOURS + 0.02


def test_negative_control_rows_in_order_would_find_everybody() -> None:
    in_order = json.dumps([f"buur {number}" for number in range(NEIGHBOURS)])
    assert hits([in_order] * ROUNDS) == 1.0


@pytest.mark.django_db
def test_an_answer_changes_one_row_only_and_leaves_no_time_beside_it(an: Person) -> None:
    """Every table before and after: only the sealed field of the round differs."""
    one = make_round(an)
    answer(one)
    before = everything()
    answer(one, promise="no", line="Kanarie")
    after = everything()
    changed = {key for key in before | after if before.get(key) != after.get(key)}
    assert changed == {("reflection.voiceround", str(one.pk), "answers")}
    raw = after["reflection.voiceround", str(one.pk), "answers"]
    assert "Kanarie" not in raw
    one.refresh_from_db()
    assert not re.search(r"\d{4}-\d\d|\d\d:\d\d|\d{10}", json.dumps(opened(one).pool.waiting))


@pytest.mark.django_db
def test_through_the_door_only_the_count_of_tries_changes_beside_it(an: Person) -> None:
    """No session, no sight, no line: a hash of an address and an hour, for all rounds together."""
    one, rosa = make_round(an), cast.make_person(an.neighbourhood, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    phone = cast.sign_in(rosa)
    phone.get(f"/voice/{one.code}/")
    before = everything()
    phone.post(f"/voice/{one.code}/", {"promise": "yes", "line": "Fijn."})
    phone.get(f"/voice/{one.code}/")
    after = everything()
    changed = {key[0] for key in before | after if before.get(key) != after.get(key)}
    assert changed == {"reflection.voiceround", "core.tally"}
    assert Tally.objects.get().count == 1


def everything() -> dict[tuple[str, str, str], str]:
    """Every field of every row, as it lies in the database."""
    cells = {}
    for model in apps.get_models():
        columns = [str(field.column) for field in model._meta.concrete_fields]
        names = ", ".join(connection.ops.quote_name(column) for column in columns)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {names} FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608 - our own names
            at = columns.index(str(model._meta.pk.column))
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    key = str(row[at])
                    key = key if "-" in key or len(key) != 32 else _dashed(key)
                    cells[model._meta.label_lower, key, column] = str(value)
    return cells


def _dashed(key: str) -> str:
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"
