"""Two presses at the same moment: an answer counts once, no answer is lost, the room goes on one question.

SQLite in memory has no queue for writers; this crowd meets on PostgreSQL and on SQLite in a file.
"""

import time
from functools import partial

import pytest
from django.db import transaction
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.models import Pool, Session, opened
from tests.apps.workshops.in_room import an, in_hand, phone_in, say, session
from tests.crowd import at_once, needs_a_queue

__all__ = ["an", "session"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def with_a_queue() -> None:
    needs_a_queue()


def test_two_presses_of_one_seat_count_once(session: Session) -> None:
    """Four times the same seat, and four other seats in between: nobody twice, nobody lost."""
    phone, others = phone_in(session), [phone_in(session) for _number in range(4)]
    pool = in_hand(session)
    found = at_once(*[partial(say, phone, pool)] * 4, *(partial(say, one, pool) for one in others))
    assert found == [302] * 8
    pool.refresh_from_db()
    assert (pool.answered, len(pool.turns), len(opened(pool.shown))) == (5, 5, 5)


def test_two_presses_on_next_go_one_question_on(session: Session, an: Person) -> None:
    place = queries.place_after(queries.scene_of(session))
    assert place is not None
    go_on = partial(actions.move, session, *place, actor=an, now=timezone.now())
    assert at_once(*[go_on] * 3) == [None] * 3
    session.refresh_from_db()
    assert (session.part_at, session.stage_at) == (1, 0)


def test_an_answer_while_the_question_closes_is_not_lost(session: Session, an: Person) -> None:
    phones, pool = [phone_in(session) for _number in range(6)], in_hand(session)
    close = partial(actions.close_stage, session, actor=an)
    found = at_once(close, *(partial(say, phone, pool) for phone in phones))
    assert sorted(map(str, found)) == [*["302"] * 6, "None"]
    pool.refresh_from_db()
    assert len(opened(pool.shown)) + len(opened(pool.waiting)) == pool.answered == 6


def test_without_the_lock_answers_would_be_lost(session: Session) -> None:
    """The negative control: read, think, write. So the attack above is live."""
    pool = in_hand(session)

    def careless() -> None:
        held = Pool.objects.get(pk=pool.pk)
        time.sleep(0.2)
        with transaction.atomic():
            Pool.objects.filter(pk=pool.pk).update(answered=held.answered + 1)

    assert at_once(*[careless] * 5) == [None] * 5
    pool.refresh_from_db()
    assert pool.answered < 5
