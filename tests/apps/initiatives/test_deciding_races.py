"""Several members press at the same moment: every voice counts, and the group decides once.

SQLite in memory has no queue for writers; this crowd meets on PostgreSQL and on SQLite in a file.
"""

import datetime as dt
from functools import partial

import pytest
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Agreement, Decision, Voice
from gebuur.apps.outbox.models import Message
from tests.apps.initiatives.in_group import Group
from tests.crowd import at_once, needs_a_queue
from tests.nights import same_hour

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = ("Rosa", "Godelieve", "Joris", "Emine")


@pytest.fixture(autouse=True)
def with_a_queue() -> None:
    needs_a_queue()


def settled_once(decision: Decision, state: str) -> None:
    decision.refresh_from_db()
    assert decision.state == state
    assert Line.objects.filter(act__in=["decision-taken", "decision-not-taken"]).count() == 1
    assert Message.objects.filter(template="initiatives/messages/decision_settled").count() == 4


def test_the_last_voices_together_settle_it_once() -> None:
    group = Group()
    decision = group.ask()
    found = at_once(*(partial(group.say, decision, **{name: "yes"}) for name in NAMES))
    assert [one for one in found if not isinstance(one, Decision)] == []
    assert Voice.objects.count() == 4
    settled_once(decision, "taken")


def test_one_member_who_presses_four_times_has_one_voice() -> None:
    group = Group()
    decision = group.ask()
    found = at_once(*[partial(group.say, decision, Rosa="yes")] * 4)
    assert [one for one in found if not isinstance(one, Decision)] == []
    assert Voice.objects.count() == 1


def test_two_workers_settle_an_old_question_once() -> None:
    group = Group()
    decision = group.ask()
    group.say(decision, Rosa="yes", Joris="yes")
    settle = partial(actions.settle_decisions, now=same_hour(8))
    found = at_once(*[settle] * 3)
    assert sorted(map(str, found)) == ["0", "0", "1"]
    settled_once(decision, "taken")


def test_an_agreement_is_changed_once() -> None:
    group = Group()
    now, day = timezone.now(), timezone.localdate() + dt.timedelta(days=30)
    agreed = actions.write_agreement(actor=group.seat("Rosa"), text="Soep", review_on=day, now=now)
    change = [
        partial(
            actions.change_agreement,
            agreed,
            actor=group.seat(name),
            text=name,
            review_on=day,
            now=now,
        )
        for name in NAMES
    ]
    found = at_once(*change)
    assert len([one for one in found if isinstance(one, Agreement)]) == 1
    assert len([one for one in found if isinstance(one, actions.AgreementChanged)]) == 3
