"""A round of the neighbourhood budget with a published frame, a newer one that waits, an idea, and a proposal."""

import datetime as dt
from typing import Any

from gebuur.apps.budget import actions as budget
from gebuur.apps.budget.models import Idea, Proposal, Round
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
    proposal = cast.make_proposal(one, member=rosa, state="chosen")
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


def check_things(
    proposal: Proposal, idea: Idea, coordinator: Person, now: dt.datetime
) -> dict[str, Any]:
    """A service that looks at a proposal, and a question about an idea."""
    on = now.date() + dt.timedelta(days=9)
    reader = budget.Reader("Karim", "groen@stad.example", on, "Leen", "")
    check = budget.ask_service(
        proposal, actor=coordinator, service="Groendienst", reader=reader, now=now
    )
    els = Person.objects.get(neighbourhood=idea.neighbourhood, first_name="Els")
    remark = budget.ask_along(
        idea, actor=els, kind="question", text="Voor wie?", criterion="", answer_by=on, now=now
    )
    return {
        "budget_proposal": proposal.pk,
        "budget_check": check.pk,
        "budget_remark": remark.pk,
    }
