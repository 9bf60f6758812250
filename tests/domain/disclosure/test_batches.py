"""Answers that come in one by one cannot be traced by when they came: seen by playing the one who tries."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain.disclosure import Pool, close_pool, may_show, put_in

ROUNDS, NEIGHBOURS = 800, 9


def seeded(seed: int) -> random.Random:
    """The same chance at every run."""
    return random.Random(seed)  # noqa: S311 - a test, not a secret


@given(minimum=st.integers(1, 12), arrived=st.integers(0, 60))
def test_what_is_seen_grows_by_five_or_more_and_begins_above_the_minimum(
    minimum: int, arrived: int
) -> None:
    seen = [may_show(number, minimum=minimum) for number in range(arrived + 1)]
    seen.append(may_show(arrived, minimum=minimum, is_closed=True))
    for before, after in pairwise(seen):
        assert after == before or after - before >= 5 or (before == 0 and after >= minimum)
        assert after == 0 or after >= minimum


@given(arrived=st.integers(0, 60))
def test_nobodys_voice_is_lost_at_the_end_and_few_voices_are_never_shown(arrived: int) -> None:
    assert may_show(arrived, is_closed=True) == (arrived if arrived >= 5 else 0)
    assert may_show(arrived) <= max(arrived - 5, 0)


@pytest.mark.parametrize(("arrived", "minimum", "step"), [(-1, 5, 5), (5, 0, 5), (5, 5, 0)])
def test_numbers_that_cannot_be_meant_are_refused(arrived: int, minimum: int, step: int) -> None:
    with pytest.raises(ValueError, match="must"):
        may_show(arrived, minimum=minimum, step=step)


def test_a_sheet_with_other_questions_is_refused() -> None:
    chance = seeded(1)
    pool = put_in(Pool(), {"promise": "yes"}, chance=chance)
    with pytest.raises(ValueError, match="the sheet answers"):
        put_in(pool, {"worth": "yes"}, chance=chance)


def test_every_answer_is_there_once() -> None:
    chance = seeded(2)
    pool = Pool()
    for number in range(23):
        pool = put_in(pool, {"promise": str(number), "line": f"{number}."}, chance=chance)
    assert (pool.arrived, pool.seen) == (23, 15)
    closed = close_pool(pool, chance=chance)
    assert sorted(closed.shown["promise"], key=int) == [str(number) for number in range(23)]
    assert (closed.seen, closed.waiting["promise"]) == (23, [])


class AsTheyCame:
    """No chance at all: what a table with a row per answer would keep."""

    def shuffle(self, x: object, /) -> None:
        """Leave everything in its order."""


def hits(chance: object) -> float:
    """The share of neighbours whose answer is found by somebody who knows in which order they came."""
    found = 0
    for _round in range(ROUNDS):
        pool = Pool()
        for number in range(NEIGHBOURS):
            pool = put_in(pool, {"line": str(number)}, chance=chance)  # type: ignore[arg-type]  # also none
        found += sum(int(said) == place for place, said in enumerate(pool.waiting["line"]))
    return found / (ROUNDS * NEIGHBOURS)


def test_who_knows_the_order_of_arrival_guesses_no_better_than_by_chance() -> None:
    assert abs(hits(seeded(3)) - 1 / NEIGHBOURS) <= 0.02


def test_negative_control_rows_in_order_would_tell_everything() -> None:
    assert hits(AsTheyCame()) == 1.0


def test_what_somebody_said_to_one_question_does_not_lead_to_another() -> None:
    """The same number at both questions lies at the same place no more often than chance has it."""
    chance, same = seeded(4), 0
    for _round in range(ROUNDS):
        pool = Pool()
        for number in range(NEIGHBOURS):
            pool = put_in(pool, {"promise": str(number), "worth": str(number)}, chance=chance)
        pairs = zip(pool.waiting["promise"], pool.waiting["worth"], strict=True)
        same += sum(one == other for one, other in pairs)
    assert abs(same / (ROUNDS * NEIGHBOURS) - 1 / NEIGHBOURS) <= 0.02


def test_who_was_first_is_in_the_first_batch_no_more_often_than_others() -> None:
    chance, first = seeded(5), 0
    for _round in range(ROUNDS):
        pool = Pool()
        for number in range(10):
            pool = put_in(pool, {"line": str(number)}, chance=chance)
        first += "0" in pool.shown["line"]
    assert abs(first / ROUNDS - 1 / 2) <= 0.04
