"""The garden of the demo: refused with reasons, answered, and a yes with a condition; no message waits."""

import pytest
from django.utils import timezone

from gebuur.apps.budget.queries import answer_of
from gebuur.apps.neighbourhood.models import Role
from gebuur.apps.outbox.models import Message
from gebuur.web.demo.budget_answer import answer_the_garden
from gebuur.web.demo.budget_rounds import CRITERIA
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_garden_was_refused_mended_and_agreed_to() -> None:
    place = cast.make_place()
    rosa = cast.make_person(place, "Rosa")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    criteria = [{"words": words, "weight": n, "example": ""} for words, n, _example in CRITERIA]
    one = cast.make_round(place, coordinator=nele, neighbour=rosa, criteria=criteria)
    garden = cast.make_proposal(one, member=rosa, state="chosen")
    els = one.frames.get().authority_by
    assert els is not None
    answer_the_garden(garden, els, now=timezone.now())
    answer = answer_of(garden, timezone.localdate())
    assert answer.last is not None
    assert [answer.last.decision.outcome, *(told.decision.outcome for told in answer.earlier)] == [
        "if",
        "no",
    ]
    assert all(one.reply for one in answer.earlier[0].objections)
    assert not Message.objects.filter(state=Message.State.WAITING).exists()
