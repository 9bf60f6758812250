"""Somebody stops at the very moment at which she, or staff for her, answers: nobody waits crosswise for another.

SQLite in memory has no queue for writers; this crowd meets on PostgreSQL and on SQLite in a file.
"""

from collections.abc import Callable
from functools import partial

import pytest
from django.utils import timezone

from gebuur.apps.care import actions as care
from gebuur.apps.care.models import Proposal
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer, SmallAsk
from gebuur.core.errors import RuleBroken
from tests.apps.care.story import Story
from tests.crowd import at_once, needs_a_queue

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 6


@pytest.fixture(autouse=True)
def with_a_queue() -> None:
    needs_a_queue()


def troubles(*presses: Callable[[], object]) -> list[object]:
    """What went wrong when all pressed at once, apart from a kind refusal."""
    found = at_once(*presses)
    return [one for one in found if isinstance(one, Exception) and not isinstance(one, RuleBroken)]


def joris_of(story: Story) -> Offer:
    return Offer.objects.select_related("person__neighbourhood", "neighbourhood").get(
        pk=story.joris.pk
    )


def test_a_small_task_is_closed_and_answered_while_she_stops() -> None:
    story, now = Story(), timezone.now()
    for _round in range(ROUNDS):
        task = volunteers.make_small_task(
            story.place, actor=story.an, now=now, kind="street-table", people=1
        )
        pk = volunteers.ask_for_small(task, joris_of(story), actor=story.an, now=now).pk
        asked, seen = (SmallAsk.objects.select_related("small_task").get(pk=pk) for _ in range(2))
        problems = troubles(
            partial(volunteers.answer_small, asked, actor=story.an, said_yes=True, now=now),
            partial(volunteers.close_small_task, seen.small_task, actor=story.an, now=now),
            lambda: care.leave(joris_of(story), actor=story.an, now=now),
        )
        assert problems == []
        assert SmallAsk.objects.get(pk=pk).state == SmallAsk.State.WITHDRAWN
        volunteers.come_back(joris_of(story), actor=story.an, now=now)


def test_she_says_yes_to_a_neighbour_while_staff_notes_that_she_stops() -> None:
    story = Story()
    Offer.objects.update(per_week=50, per_month=50)
    for _round in range(ROUNDS):
        request = story.ask()
        care.pick_helpers(request, [joris_of(story)], actor=story.an, now=story.now)
        asked = Proposal.objects.select_related("request", "offer__person").get(
            request=request, offer=story.joris
        )
        problems = troubles(
            partial(care.say_yes, asked, actor=story.joris.person, now=story.now),
            lambda: care.leave(joris_of(story), actor=story.an, now=story.now),
        )
        assert problems == []
        asked.refresh_from_db()
        assert asked.state == Proposal.State.WITHDRAWN
        volunteers.come_back(joris_of(story), actor=story.an, now=story.now)
