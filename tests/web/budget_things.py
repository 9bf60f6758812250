"""A round of the neighbourhood budget with a published frame, a newer one that waits, and an idea."""

import datetime as dt
from typing import Any

from gebuur.apps.budget import actions as budget
from gebuur.apps.budget.models import Round
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast


def budget_things(rosa: Person, now: dt.datetime) -> dict[str, Any]:
    """What the addresses of the neighbourhood budget are about."""
    place = rosa.neighbourhood
    coordinator = cast.make_staff(place, "Hilde", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=coordinator, neighbour=rosa, now=now)
    budget.change_round(one, actor=coordinator, pot_cents=2_500_000)
    waits = budget.draw_up_frame(one, actor=coordinator, why="Er kwam geld bij", now=now)
    said = budget.Said("Een bank aan de bushalte")
    idea = budget.give_idea(one, said, actor=rosa, channel="web", now=now)
    things = {"budget_round": one.pk, "budget_frame": waits.pk, "budget_idea": idea.pk}
    return things | answer_things(one, rosa, now)


def answer_things(one: Round, rosa: Person, now: dt.datetime) -> dict[str, Any]:
    """A proposal that was refused, came back with a reply and a letter, and has a draft waiting for a signature."""
    proposal = cast.make_proposal(one, member=rosa, state="chosen", is_chosen=True)
    els = one.frames.get(number=1).authority_by
    assert els is not None
    refused = cast.sign_decision(proposal, authority=els, now=now)
    seat = Seat(proposal.group.members.get())
    budget.ask_for_reasons(proposal, actor=seat, text="Waarom?", now=now)
    said = {criterion["words"]: "Er komt een lage bak bij." for criterion in one.criteria}
    budget.reply_to_decision(proposal, actor=seat, said=said, now=now)
    budget.hand_in_again(proposal, actor=seat, now=now)
    budget.begin_decision(proposal, actor=els, now=now)
    return {"budget_proposal": proposal.pk, "budget_decision": refused.pk}
