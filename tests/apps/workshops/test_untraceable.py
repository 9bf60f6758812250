"""Who watches the screen, saw in which order people pressed send, and later gets the whole database, learns nothing.

Every answer is shown in a batch of five or more that was shuffled, so of a line on the screen she can say at best
"one of these five". The negative control keeps answers as they come and shows them one by one: she is right each time.
"""

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from django.db import models

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Pool, Seat, Session, opened, sealed
from gebuur.domain import disclosure, frames
from tests.apps.workshops.in_room import an, go, in_hand, open_room, phone_in, say, session

__all__ = ["an", "session"]
pytestmark = pytest.mark.django_db
PEOPLE, ROOMS = 23, 20
CHANCE = 1 / disclosure.STEP
STAGE = frames.Stage("question", frames.Shape.LINE)
Give = Callable[[Session, Pool, str, str], None]


def as_it_is(room: Session, pool: Pool, who: str, secret: str) -> None:
    actions.give_answer(room, pool, STAGE, {"line": who}, secret=secret)


def carelessly(room: Session, pool: Pool, who: str, secret: str) -> None:
    pool.shown = sealed([*opened(pool.shown), {"id": f"{len(who):016x}", "value": {"line": who}}])
    pool.answered += 1
    pool.save()


def evening(an: Person, rng: random.Random, give: Give) -> tuple[list[str], list[list[str]], Pool]:
    """One question: who answered in which order, what was shown together, and the row that is left."""
    room = open_room(an, [("question", ())])
    pool = Pool.objects.get(part__session=room)
    secrets = {f"buur {number}": actions.take_seat(room) for number in range(PEOPLE)}
    order, batches, seen = rng.sample(list(secrets), PEOPLE), list[list[str]](), 0
    for who in order:
        give(room, pool, who, secrets[who])
        pool.refresh_from_db()
        shown = [str(one["value"]["line"]) for one in opened(pool.shown)]
        if len(shown) > seen:
            batches.append(shown[seen:])
            seen = len(shown)
    return order, batches, pool


def links_on_screen(
    order: list[str], batches: list[list[str]], first: Callable[[list[str]], list[str]]
) -> int:
    """For each batch, lay people she has not named yet beside the lines; `first` says whom she names first."""
    right, answered, named = 0, 0, set[str]()
    for number, batch in enumerate(batches):
        # She saw who had pressed send when a batch came: all who fit in the batches so far, and the five that wait.
        shown = sum(len(one) for one in batches[: number + 1])
        answered = (
            len(order)
            if number == len(batches) - 1
            else shown + (shown < len(order)) * disclosure.STEP
        )
        open_ones = first([who for who in order[:answered] if who not in named])[: len(batch)]
        named.update(open_ones)
        right += sum(who == line for who, line in zip(open_ones, batch, strict=True))
    return right


def links(an: Person, give: Give) -> list[float]:
    """The share of right links of four attackers, over many evenings."""
    right, rng = [0, 0, 0, 0], random.Random(21)  # noqa: S311 - a story
    for _evening in range(ROOMS):
        order, batches, pool = evening(an, rng, give)
        left = opened(pool.shown)
        assert sorted(one["value"]["line"] for one in left) == sorted(order)
        by_row = [one["value"]["line"] for one in left]
        by_id = [one["value"]["line"] for one in sorted(left, key=lambda one: str(one["id"]))]
        right[0] += links_on_screen(order, batches, lambda open_ones: open_ones)
        right[1] += links_on_screen(order, batches, lambda open_ones: open_ones[::-1])
        right[2] += sum(who == line for who, line in zip(order, by_row, strict=True))
        right[3] += sum(who == line for who, line in zip(order, by_id, strict=True))
    return [one / (ROOMS * PEOPLE) for one in right]


def test_no_attacker_links_better_than_chance(an: Person) -> None:
    for share in links(an, as_it_is):
        assert share <= CHANCE + 0.02


def test_answers_shown_one_by_one_as_they_come_would_all_be_linked(an: Person) -> None:
    assert max(links(an, carelessly)) > 0.95


def test_no_batch_is_smaller_than_five(an: Person) -> None:
    for seed in range(3):
        _order, batches, _pool = evening(an, random.Random(seed), as_it_is)  # noqa: S311 - a story
        assert min(len(batch) for batch in batches) >= disclosure.STEP


def test_nothing_near_an_answer_or_a_seat_knows_the_time(session: Session) -> None:
    say(phone_in(session), in_hand(session))
    for model in (Pool, Seat):
        kinds = [type(one) for one in model._meta.get_fields()]
        assert not [one for one in kinds if issubclass(one, (models.DateField, models.TimeField))]
    assert [one.name for one in Seat._meta.fields] == ["key", "session"]
    (answer,) = opened(in_hand(session).waiting) or opened(in_hand(session).shown)
    assert set(answer) == {"id", "value"}
    assert len(answer["id"]) == 16  # too short for a UUIDv7, whose first signs are the time


def test_the_id_of_an_answer_says_nothing_about_when(an: Person) -> None:
    """Ids of time would stand in the order of arrival; with chance about half of the neighbours do."""
    order, _batches, pool = evening(an, random.Random(5), as_it_is)  # noqa: S311 - a story
    ids = {one["value"]["line"]: str(one["id"]) for one in opened(pool.shown)}
    rising = sum(ids[one] < ids[other] for one, other in pairwise(order))
    assert 2 < rising < PEOPLE - 3


def test_an_answer_leaves_no_line_in_the_chronicle(session: Session) -> None:
    before = Line.objects.count()
    say(phone_in(session), in_hand(session))
    assert Line.objects.count() == before


def test_turns_of_two_questions_cannot_be_laid_beside_each_other(
    session: Session, an: Person
) -> None:
    phones, first = [phone_in(session) for _number in range(6)], in_hand(session)
    for phone in phones:
        say(phone, first)
    second = go(session, an, "poll")
    assert second is not None
    for phone in phones:
        assert say(phone, second, key="Ja") == 302
    for pool in (first, second):
        pool.refresh_from_db()
    seats = set(Seat.objects.values_list("key", flat=True))
    assert len(set(first.turns) | set(second.turns) | seats) == 18
    assert first.turns == sorted(first.turns)
    assert second.turns == sorted(second.turns)


def test_what_stands_in_the_file_is_sealed(session: Session) -> None:
    from django.db import connection

    say(phone_in(session), in_hand(session), "Niemand mag dit zo lezen")
    with connection.cursor() as cursor:
        cursor.execute("SELECT waiting, shown FROM workshops_pool")
        assert "Niemand" not in str(cursor.fetchall())
