"""Working out a proposal: beginning it from an idea, and writing it part by part."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.lines import write_line
from gebuur.apps.budget.models import CostLine, Idea, Proposal, SupportLetter, Tick
from gebuur.apps.budget.permissions import can_work_out
from gebuur.apps.budget.queries.frames import find_published
from gebuur.apps.budget.queries.proposals import may_still_write, takes_proposals
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.initiatives.permissions import Seat
from gebuur.core.errors import RuleBroken

MOST_COSTS, MOST_LETTERS = 12, 6


class ProposalsClosed(RuleBroken):
    """A proposal is worked out and mended on the days of the frame."""


class AlreadyWorkedOut(RuleBroken):
    """One idea becomes one proposal."""


class TooMany(RuleBroken):
    """A dossier that nobody reads to the end helps nobody."""


@transaction.atomic
def begin_proposal(idea: Idea, *, actor: Seat, now: dt.datetime) -> Proposal:
    """A known member of a group takes an idea up for her group."""
    group, one = actor.initiative, idea.round
    if group.neighbourhood_id != idea.neighbourhood_id or not can_work_out(actor, group.pk):
        raise PermissionDenied
    seen = find_published(one)
    if seen is None or not takes_proposals(seen.frame, now):
        raise closed()
    taken = Idea.objects.filter(pk=idea.pk, state=Idea.State.OPEN)
    if not taken.update(state=Idea.State.PROPOSAL):
        raise AlreadyWorkedOut(_("A group works this idea out already."))
    proposal = Proposal.objects.create(
        neighbourhood_id=idea.neighbourhood_id,
        round=one,
        idea=idea,
        group=group,
        title=idea.title,
        summary=idea.text,
        street=idea.street,
        changed_at=now,
    )
    record(proposal, actor, Verb.BEGAN, "proposal", now)
    return proposal


@transaction.atomic
def write_proposal(proposal: Proposal, *, actor: Seat, now: dt.datetime, **facts: Any) -> None:
    """Write one part differently."""
    _must_be_open(proposal, actor, now)
    Proposal.objects.filter(pk=proposal.pk).update(changed_at=now, **facts)


@transaction.atomic
def write_ticks(
    proposal: Proposal, shown: Mapping[str, str], *, actor: Seat, now: dt.datetime, goals: list[str]
) -> None:
    """Write what shows that each criterion is met; what is left empty is not ticked any more."""
    write_proposal(proposal, actor=actor, now=now, goals=goals)
    for criterion, words in shown.items():
        if words:
            Tick.objects.update_or_create(
                proposal=proposal,
                criterion=criterion,
                defaults={"words": words, "neighbourhood_id": proposal.neighbourhood_id},
            )
        else:
            Tick.objects.filter(proposal=proposal, criterion=criterion).delete()


@transaction.atomic
def write_cost(
    proposal: Proposal, line: CostLine | None, *, actor: Seat, now: dt.datetime, **facts: Any
) -> None:
    """Add a cost, or write one differently."""
    write_proposal(proposal, actor=actor, now=now)
    if line is not None:
        CostLine.objects.filter(pk=line.pk, proposal=proposal).update(**facts)
        return
    count = proposal.costs.count()
    if count >= MOST_COSTS:
        raise TooMany(_("At most twelve costs. Take some together in one line."))
    CostLine.objects.create(
        neighbourhood_id=proposal.neighbourhood_id, proposal=proposal, position=count, **facts
    )


@transaction.atomic
def drop_cost(line: CostLine, *, actor: Seat, now: dt.datetime) -> None:
    """Leave a cost out."""
    write_proposal(line.proposal, actor=actor, now=now)
    CostLine.objects.filter(pk=line.pk).delete()


@transaction.atomic
def write_letter(
    proposal: Proposal, letter: SupportLetter | None, *, actor: Seat, now: dt.datetime, **facts: Any
) -> None:
    """Add a letter of support, or write one differently."""
    write_proposal(proposal, actor=actor, now=now)
    if letter is not None:
        SupportLetter.objects.filter(pk=letter.pk, proposal=proposal).update(**facts)
        return
    if proposal.letters.count() >= MOST_LETTERS:
        raise TooMany(_("At most six letters. Choose those that say most."))
    SupportLetter.objects.create(
        neighbourhood_id=proposal.neighbourhood_id, proposal=proposal, **facts
    )


@transaction.atomic
def drop_letter(letter: SupportLetter, *, actor: Seat, now: dt.datetime) -> None:
    """Leave a letter of support out."""
    write_proposal(letter.proposal, actor=actor, now=now)
    SupportLetter.objects.filter(pk=letter.pk).delete()


def closed() -> ProposalsClosed:
    return ProposalsClosed(_("Groups work on proposals on the days in the calendar only."))


def record(
    proposal: Proposal, actor: Seat, verb: Verb, act: str, now: dt.datetime, *, idea: bool = False
) -> None:
    """An act of the group about its proposal, or about the idea when the proposal is gone; the group is awake."""
    write_line(
        proposal.idea if idea else proposal,
        verb,
        ActorKind.GROUP,
        actor=actor.person,
        act=act,
        now=now,
    )
    awake = Initiative.objects.filter(pk=proposal.group_id, last_sign_at__lt=now)
    awake.update(last_sign_at=now)


def _must_be_open(proposal: Proposal, actor: Seat, now: dt.datetime) -> None:
    if not can_work_out(actor, proposal.group_id):
        raise PermissionDenied
    if not may_still_write(proposal, now):
        raise closed()
