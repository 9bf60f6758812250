"""A proposal that came back after an answer is laid before the same services again."""

import pytest
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Proposal
from gebuur.apps.budget.queries import checks_of
from gebuur.apps.initiatives.models import Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person
from tests import cast
from tests.apps.budget.test_checks import GROUND, IF, ask, proposal, rosa, seen
from tests.nights import same_hour

__all__ = ["proposal", "rosa"]
pytestmark = pytest.mark.django_db


def test_a_service_looks_anew_at_what_came_back_after_an_answer(
    proposal: Proposal, nele: Person
) -> None:
    said, silent = ask(proposal, nele), ask(proposal, nele, service="Wegendienst")
    actions.answer_check(said, actions.Verdict(**IF), actor=nele, now=timezone.now())
    cast.sign_decision(proposal)
    seat = Seat(Member.objects.get(initiative=proposal.group))
    replied = {GROUND: "Het pad is nu 1,30 m."}
    actions.reply_to_decision(proposal, actor=seat, said=replied, now=timezone.now())
    actions.hand_in_again(proposal, actor=seat, now=timezone.now())
    with pytest.raises(actions.ChecksOver):
        actions.answer_check(silent, actions.Verdict("yes"), actor=nele, now=timezone.now())
    assert not actions.remind_checks(now=same_hour(8))
    again = ask(proposal, nele, service="groendienst")
    with pytest.raises(actions.AskedAlready):
        ask(proposal, nele)
    actions.answer_check(again, actions.Verdict("yes"), actor=nele, now=timezone.now())
    rows = checks_of(proposal, timezone.localdate()).rows
    assert [row.word for row in rows] == ["het kan, als", "gaf geen antwoord", "het kan"]
    assert seen(proposal).count("Dit gaat over versie 1.") == 2, "what it said then stays"
