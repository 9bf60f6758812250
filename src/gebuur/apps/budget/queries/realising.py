"""What came of a yes: steps beside their plan, money left, promises kept or not, pictures."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet

from gebuur.apps.budget.models import (
    Decision,
    Effect,
    Milestone,
    Picture,
    Proposal,
    Round,
)
from gebuur.apps.budget.queries.proposals import read_proposal
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.errors import NotForYou
from gebuur.core.money import euros

FROM_PROPOSAL = ("households", "young_people", "older_people")
A_YES = ("yes", "partly", "if", "stages")
ANSWERED = Q(signed_at__isnull=False, is_before_vote=False)


@dataclass(frozen=True)
class Step:
    """A step with its pictures, and its money in words."""

    milestone: Milestone
    pictures: tuple[Picture, ...]

    @property
    def planned(self) -> str:
        return euros(self.milestone.planned_cents)

    @property
    def spent(self) -> str:
        cents = self.milestone.actual_cents
        return "" if cents is None else euros(cents)


@dataclass(frozen=True)
class Money:
    """Granted, planned and spent, in cents."""

    granted: int
    planned: int
    spent: int
    is_finished: bool

    @property
    def left(self) -> int:
        """What goes back to the pot; nothing while there is work to do."""
        return max(self.granted - self.spent, 0) if self.is_finished else 0

    @property
    def over(self) -> int:
        """What was spent above what was granted."""
        return max(self.spent - self.granted, 0)


@dataclass(frozen=True)
class Leftovers:
    """What goes back to the pot of a round, from how many proposals that are finished."""

    finished: int
    granted: int
    cents: int


def list_granted() -> QuerySet[Proposal]:
    """Proposals of which the last signed decision after the vote is a yes of some kind."""
    signed = Decision.objects.filter(ANSWERED, proposal=OuterRef("pk"))
    last = signed.order_by("-version").values("outcome")[:1]
    said_yes = Proposal.objects.annotate(last_outcome=last).filter(last_outcome__in=A_YES)
    return said_yes.select_related("round__neighbourhood", "group", "street").order_by(
        "title", "pk"
    )


def yes_to(proposal: Proposal) -> Decision | None:
    """The signed decision that lets the group begin; None before it, and after a no.

    A condition that was said before the vote keeps a proposal on the ballot, and grants nothing.
    """
    signed = proposal.decisions.filter(ANSWERED).order_by("-version").first()
    return signed if signed is not None and signed.outcome in A_YES else None


def get_granted(place: Neighbourhood | None, pk: uuid.UUID) -> Proposal:
    """A proposal of this place that may be made real; who chose no place yet may come in by its link."""
    found = list_granted().filter(pk=pk).first()
    if found is None or place not in (None, found.round.neighbourhood):
        raise NotForYou
    return found


def get_milestone(proposal: Proposal, pk: uuid.UUID) -> Milestone:
    """A step of this proposal."""
    found = Milestone.objects.filter(proposal=proposal, pk=pk).select_related("proposal").first()
    if found is None:
        raise NotForYou
    return found


def get_effect(proposal: Proposal, pk: uuid.UUID) -> Effect:
    """A promise of this proposal."""
    found = Effect.objects.filter(proposal=proposal, pk=pk).select_related("proposal").first()
    if found is None:
        raise NotForYou
    return found


def get_picture_of(proposal: Proposal, pk: uuid.UUID) -> Picture:
    """A picture of this proposal, for its group."""
    found = _light(Picture.objects.filter(proposal=proposal, pk=pk)).select_related("proposal")
    picture = found.first()
    if picture is None:
        raise NotForYou
    return picture


def get_picture(place: Neighbourhood | None, pk: uuid.UUID) -> Picture:
    """A picture of something that was granted, as everybody may see it."""
    found = Picture.objects.select_related("proposal").filter(neighbourhood=place, pk=pk).first()
    if found is None or yes_to(found.proposal) is None:
        raise NotForYou
    return found


def granted_cents(proposal: Proposal, decision: Decision) -> int:
    """What the decision gives; a plain yes gives what was asked."""
    if decision.granted_cents:
        return decision.granted_cents
    asked = proposal.versions.get(number=decision.version)
    return read_proposal(asked.text).once_cents


def all_done_on(proposal: Proposal) -> dt.date | None:
    """The day the last step of the plan was done; None while a step is open, or without a plan."""
    days = [step.done_on for step in proposal.milestones.all()]
    done = [day for day in days if day is not None]
    return max(done) if days and len(done) == len(days) else None


def finished_on(proposal: Proposal) -> dt.date | None:
    """The day the last step was done, from the moment the group says that nothing comes after it."""
    return None if proposal.finished_at is None else all_done_on(proposal)


def may_finish(proposal: Proposal) -> bool:
    """Whether the group is asked if it is done: every step is ticked off, and it did not say so yet."""
    return proposal.finished_at is None and all_done_on(proposal) is not None


def money_of(proposal: Proposal, decision: Decision) -> Money:
    """Granted, planned and spent so far."""
    steps = list(proposal.milestones.all())
    return Money(
        granted=granted_cents(proposal, decision),
        planned=sum(step.planned_cents for step in steps),
        spent=sum(step.actual_cents or 0 for step in steps),
        is_finished=finished_on(proposal) is not None,
    )


def list_steps(proposal: Proposal) -> list[Step]:
    """The steps in the order of their plan."""
    seen = _light(proposal.pictures.filter(milestone__isnull=False)).order_by("at", "pk")
    shown: dict[uuid.UUID, list[Picture]] = {}
    for picture in seen:
        shown.setdefault(picture.milestone_id, []).append(picture)  # type: ignore[arg-type]  # has one
    return [Step(one, tuple(shown.get(one.pk, ()))) for one in proposal.milestones.all()]


def list_effects(proposal: Proposal) -> list[Effect]:
    """The promises: first the people the proposal spoke of, then what the group added."""
    order = {name: place for place, name in enumerate(FROM_PROPOSAL)}
    return sorted(proposal.effects.all(), key=lambda one: (order.get(one.what, len(order)), one.pk))


def list_pictures(proposal: Proposal) -> list[Picture]:
    """Pictures without their bytes, oldest first."""
    return list(_light(proposal.pictures.all()).order_by("at", "pk"))


def _light(pictures: QuerySet[Picture]) -> QuerySet[Picture]:
    return pictures.defer("picture")


def leftovers_of(one: Round) -> Leftovers:
    """What goes back to the pot of a round, summed over what is finished."""
    there = list_granted().filter(round=one)
    monies = [money_of(proposal, decision) for proposal in there if (decision := yes_to(proposal))]
    finished = [money for money in monies if money.is_finished]
    return Leftovers(len(finished), len(monies), sum(money.left for money in finished))


def has_granted(one: Round) -> bool:
    return bool(list_granted().filter(round=one)[:1])
