"""What the addresses of the neighbourhood budget are about: a round, an answer, a count, and what came of it."""

import datetime as dt
from typing import Any

from django.utils import timezone

from gebuur.apps.budget import actions as budget
from gebuur.apps.budget.models import (
    Effect,
    Idea,
    LookBack,
    Milestone,
    PaperBallot,
    Picture,
    Proposal,
    Round,
    SupportLetter,
    WallPhoto,
)
from gebuur.apps.budget.queries import Resident
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.core import pictures
from tests import cast, cast_count


def budget_things(rosa: Person, now: dt.datetime) -> dict[str, Any]:
    """One of everything in the neighbourhood budget; what belongs to a group belongs to Rosa's."""
    place = rosa.neighbourhood
    coordinator = cast.make_staff(place, "Hilde", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=coordinator, neighbour=rosa, now=now)
    budget.change_round(one, actor=coordinator, pot_cents=2_500_000)
    waits = budget.draw_up_frame(one, actor=coordinator, why="Er kwam geld bij", now=now)
    said = budget.Said("Een bank aan de bushalte")
    idea = budget.give_idea(one, said, actor=rosa, channel="web", now=now)
    proposal = cast.make_proposal(one, member=rosa)
    counted = cast_count.make_vote(place, coordinator=coordinator, neighbour=rosa)
    budget.count_round(counted, cast_count.ballots_of(counted), actor=coordinator, now=now)
    return {
        "budget_round": one.pk,
        "budget_frame": waits.pk,
        "budget_idea": idea.pk,
        "budget_counted": counted.pk,
        **_together(one, idea, coordinator, now),
        **_written(proposal, now),
        **_read_along(proposal, idea, coordinator, now),
        **_answered(one, rosa, now),
        **_voted(one, coordinator, now),
        **_realised(one, rosa),
    }


def _together(one: Round, idea: Idea, coordinator: Person, now: dt.datetime) -> dict[str, Any]:
    """A wall with its photo, and the question whether two ideas become one."""
    wall = pictures.Picture(pictures.Kind.PNG, b"")
    lines = [budget.Said("Petanque op het plein")]
    budget.give_ideas_of_meeting(
        one, lines, meeting="Buurtavond", wall=wall, actor=coordinator, now=now
    )
    emine = cast.make_person(one.neighbourhood, "Emine")
    bench = budget.Said("Zitbank bij de bushalte")
    other = budget.give_idea(one, bench, actor=emine, channel="web", now=now)
    assert idea.giver is not None
    ask = budget.ask_to_merge(other, idea, actor=idea.giver, now=now)
    return {"budget_wall": WallPhoto.objects.get(round=one).pk, "budget_ask": ask}


def _written(proposal: Proposal, now: dt.datetime) -> dict[str, Any]:
    """A proposal with a cost and a letter."""
    letter = SupportLetter.objects.create(
        neighbourhood=proposal.neighbourhood, proposal=proposal, sender="De school", text="Goed", written_on=now.date()
    )  # fmt: skip
    return {
        "budget_proposal": proposal.pk,
        "budget_cost": proposal.costs.get().pk,
        "budget_letter": letter.pk,
    }


def _read_along(
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
    return {"budget_check": check.pk, "budget_remark": remark.pk}


def _answered(one: Round, rosa: Person, now: dt.datetime) -> dict[str, Any]:
    """A proposal that was refused, came back with a reply and a letter, and has a draft waiting for a signature."""
    proposal = cast.make_proposal(one, member=rosa, title="Een pad naar de school", state="chosen")
    els = one.frames.get(number=1).authority_by
    assert els is not None
    refused = cast.sign_decision(proposal, authority=els, now=now)
    seat = Seat(proposal.group.members.get())
    budget.ask_for_reasons(proposal, actor=seat, text="Waarom?", now=now)
    said = {criterion["words"]: "Er komt een lage bak bij." for criterion in one.criteria}
    budget.reply_to_decision(proposal, actor=seat, said=said, now=now)
    budget.hand_in_again(proposal, actor=seat, now=now)
    budget.begin_decision(proposal, actor=els, now=now)
    return {"budget_answered": proposal.pk, "budget_decision": refused.pk}


def _voted(one: Round, coordinator: Person, now: dt.datetime) -> dict[str, Any]:
    """Somebody on the roll, and a paper ballot that was typed once."""
    voter = budget.add_to_roll(one, Resident("Godelieve Maes"), actor=coordinator, now=now)
    paper = PaperBallot.objects.create(
        neighbourhood=one.neighbourhood, round=one, number=1, first={}, first_by=None
    )
    return {"budget_voter": voter.pk, "budget_paper": paper.pk}


def _realised(one: Round, rosa: Person) -> dict[str, Any]:
    """A garden that was finished four months ago, with one of everything that came of it."""
    garden = cast.make_proposal(one, member=rosa, title="Pluktuin", state="chosen", households=15)
    cast.sign_decision(garden, outcome="if")
    row: dict[str, Any] = {"neighbourhood": one.neighbourhood, "proposal": garden}
    done = timezone.localdate() - dt.timedelta(days=120)
    step = Milestone.objects.create(
        **row, what="Bakken", due_on=done, done_on=done, actual_cents=10_000
    )
    garden.finished_at = timezone.now()
    garden.save(update_fields=["finished_at"])
    effect = Effect.objects.create(**row, what="households", promised=15)
    picture = Picture.objects.create(
        **row, what="De bakken", kind="image/png", picture=b"", consent="Niemand", at=timezone.now()
    )
    said = LookBack.objects.create(**row, months=3, is_good=True)
    return {
        "realised": garden.pk,
        "milestone": step.pk,
        "effect": effect.pk,
        "picture": picture.pk,
        "look_back": said.pk,
    }
