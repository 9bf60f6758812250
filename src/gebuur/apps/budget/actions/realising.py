"""Making it real: the group plans its steps, ticks them off with what they cost, and shows what came of it."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.proposals import record
from gebuur.apps.budget.models import Effect, Milestone, Picture, Proposal
from gebuur.apps.budget.permissions import can_realise
from gebuur.apps.budget.queries.realising import FROM_PROPOSAL, all_done_on, yes_to
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.permissions import Seat
from gebuur.core.errors import RuleBroken
from gebuur.core.pictures import clean_picture

MOST_STEPS, MOST_PICTURES, MOST_PROMISES = 40, 12, 12


class NotGranted(RuleBroken):
    """Nothing is made of public money before the authority said yes."""


class StepDone(RuleBroken):
    """What is done keeps the plan it had; that is how plan and outcome can be laid side by side."""


class StepsLeft(RuleBroken):
    """Nobody is done while a step is open."""


class Enough(RuleBroken):
    """More than anybody reads."""


@transaction.atomic
def plan_milestone(
    proposal: Proposal,
    *,
    actor: Seat,
    what: str,
    due_on: dt.date,
    planned_cents: int,
    now: dt.datetime,
) -> Milestone:
    """The group says what it will do, by when and for how much. The first step fixes the promise too.

    A group that said it was done, and plans one step more, is at work again.
    """
    _check(proposal, actor)
    if proposal.milestones.count() >= MOST_STEPS:
        raise Enough(_("Forty steps are enough. Put some of them together."))
    keep_promises(proposal)
    step = Milestone.objects.create(
        neighbourhood_id=proposal.neighbourhood_id,
        proposal=proposal,
        what=what,
        due_on=due_on,
        planned_cents=planned_cents,
    )
    Proposal.objects.filter(pk=proposal.pk).update(finished_at=None)
    record(proposal, actor, Verb.DECIDED, "budget-step-planned", now)
    return step


@transaction.atomic
def change_milestone(
    step: Milestone, *, actor: Seat, what: str, due_on: dt.date, planned_cents: int
) -> None:
    """Change the plan of a step that is not done yet."""
    _check(step.proposal, actor)
    to_do = Milestone.objects.filter(pk=step.pk, done_on__isnull=True)
    if not to_do.update(what=what, due_on=due_on, planned_cents=planned_cents):
        raise StepDone(_("This step is done. Its plan stays as it was."))


@transaction.atomic
def drop_milestone(step: Milestone, *, actor: Seat) -> None:
    """Take a step out of the plan; one that is done stays."""
    _check(step.proposal, actor)
    deleted, _each = Milestone.objects.filter(pk=step.pk, done_on__isnull=True).delete()
    if not deleted:
        raise StepDone(_("This step is done. Its plan stays as it was."))


@transaction.atomic
def tick_milestone(
    step: Milestone,
    *,
    actor: Seat,
    done_on: dt.date,
    actual_cents: int,
    words: str,
    now: dt.datetime,
) -> None:
    """It is done: on which day, for how much, and how it went. Saying it again sets a slip right."""
    _check(step.proposal, actor)
    said = {"done_on": done_on, "actual_cents": actual_cents, "words": words}
    first = Milestone.objects.filter(pk=step.pk, done_on__isnull=True).update(**said)
    if first:
        record(step.proposal, actor, Verb.DID, "budget-step-done", now)
    else:
        Milestone.objects.filter(pk=step.pk).update(**said)


@transaction.atomic
def finish_work(proposal: Proposal, *, actor: Seat, now: dt.datetime) -> None:
    """The group says that everything is done: what is left goes back to the pot, and neighbours look back later."""
    _check(proposal, actor)
    if all_done_on(proposal) is None:
        raise StepsLeft(_("Tick off every step first, or take it out of the plan."))
    if Proposal.objects.filter(pk=proposal.pk, finished_at=None).update(finished_at=now):
        record(proposal, actor, Verb.DECIDED, "budget-finished", now)


def keep_promises(proposal: Proposal) -> None:
    """Write down once how many households, young and older people the proposal spoke of."""
    if proposal.effects.exists():
        return
    for name in FROM_PROPOSAL:
        number = getattr(proposal, name)
        if number:
            Effect.objects.create(
                neighbourhood_id=proposal.neighbourhood_id,
                proposal=proposal,
                what=name,
                promised=number,
            )


@transaction.atomic
def add_promise(proposal: Proposal, *, actor: Seat, what: str, promised: int) -> Effect:
    """One more thing that can be counted later: twenty meetings a year, thirty crates."""
    _check(proposal, actor)
    keep_promises(proposal)
    if proposal.effects.count() >= MOST_PROMISES:
        raise Enough(_("Twelve promises are enough. Nobody counts more."))
    return Effect.objects.create(
        neighbourhood_id=proposal.neighbourhood_id, proposal=proposal, what=what, promised=promised
    )


@transaction.atomic
def count_effect(
    effect: Effect,
    *,
    actor: Seat,
    after_three: int | None,
    after_twelve: int | None,
    now: dt.datetime,
) -> None:
    """What became of a promise. The promise itself can no longer be changed."""
    _check(effect.proposal, actor)
    Effect.objects.filter(pk=effect.pk).update(after_three=after_three, after_twelve=after_twelve)
    record(effect.proposal, actor, Verb.DID, "budget-effect-counted", now)


@transaction.atomic
def add_picture(
    proposal: Proposal,
    *,
    actor: Seat,
    raw: bytes,
    what: str,
    consent: str,
    milestone: Milestone | None,
    now: dt.datetime,
) -> Picture:
    """A picture of what was made, without what a camera writes beside it; who is in it said yes."""
    _check(proposal, actor)
    if proposal.pictures.count() >= MOST_PICTURES:
        raise Enough(_("Twelve pictures are enough. Take one away first."))
    clean = clean_picture(raw)
    return Picture.objects.create(
        neighbourhood_id=proposal.neighbourhood_id,
        proposal=proposal,
        milestone=milestone,
        what=what,
        kind=clean.kind.value,
        picture=clean.raw,
        consent=consent,
        at=now,
    )


@transaction.atomic
def remove_picture(picture: Picture, *, actor: Seat) -> None:
    """Somebody no longer wants it seen: it goes at once, and nobody has to say why."""
    if not can_realise(actor, picture.proposal):
        raise PermissionDenied
    picture.delete()


def _check(proposal: Proposal, actor: Seat) -> None:
    if not can_realise(actor, proposal):
        raise PermissionDenied
    if yes_to(proposal) is None:
        raise NotGranted(_("First the authority says yes. Then you plan the work."))
