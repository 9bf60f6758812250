"""Answers in a room come out five or more at a time: none is lost, none comes twice."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain.disclosure import STEP, release


@given(st.integers(0, 90), st.booleans(), st.booleans())
def test_what_is_let_out_and_what_waits_are_the_whole(
    count: int,
    is_closed: bool,  # noqa: FBT001 - hypothesis gives it
    is_small_room: bool,  # noqa: FBT001
) -> None:
    out, rest = release(list(range(count)), is_closed=is_closed, is_small_room=is_small_room)
    assert out + rest == list(range(count))
    if not (is_closed and is_small_room):
        assert not out or len(out) >= STEP
    if not is_closed:
        assert not out or STEP <= len(rest) < 2 * STEP


@given(
    st.lists(st.sampled_from(["answer", "close", "last"]), max_size=80),
    st.randoms(use_true_random=False),
)
def test_a_whole_evening_shows_everything_once_and_never_fewer_than_five(
    steps: list[str], rng: random.Random
) -> None:
    """Answers in any number, closed and opened again at any moment, also with late ones."""
    waiting, batches, count = list[int](), list[list[int]](), 0
    for step in [*steps, "last"]:
        if step == "answer":
            waiting.append(count)
            count += 1
            rng.shuffle(waiting)
        out, waiting = release(waiting, is_closed=step != "answer")
        if out:
            batches.append(out)
    told = [one for batch in batches for one in batch]
    assert sorted(told + waiting) == list(range(count))
    assert all(len(batch) >= STEP for batch in batches)
    assert len(waiting) < STEP


@pytest.mark.parametrize("count", range(STEP))
def test_a_small_room_sees_all_at_the_end_and_nothing_before(count: int) -> None:
    answers = list(range(count))
    assert release(answers, is_closed=False, is_small_room=True) == ([], answers)
    assert release(answers, is_closed=True, is_small_room=True) == (answers, [])
    assert release(answers, is_closed=True) == ([], answers)
