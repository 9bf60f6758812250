"""What waits for the local authority now, each with its clock, and what others still owe it. No neighbour is named."""

import datetime as dt
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import (
    Decision,
    FeasibilityCheck,
    FrameVersion,
    Idea,
    Proposal,
    ReasonsAsked,
    Remark,
    Round,
)
from gebuur.apps.budget.queries.checks import of_before
from gebuur.apps.budget.queries.clocks import time_left
from gebuur.apps.budget.queries.decisions import OPEN, answer_clock
from gebuur.apps.budget.queries.frames import (
    binding_frame,
    binding_version,
    pending_version,
    read_frame,
)
from gebuur.apps.budget.queries.remarks import OPEN_PROPOSALS, Asked, tell_remark
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.wording import day_in_words

Thing = TypeVar("Thing")
ANSWERS_SHOWN = dt.timedelta(days=14)


@dataclass(frozen=True)
class Due(Generic[Thing]):
    """Something with a last day: how many days are left, or how many it is late."""

    thing: Thing
    clock: str
    is_late: bool


@dataclass(frozen=True)
class Waiting:
    """Everything on the page of the authority."""

    reasons: tuple[ReasonsAsked, ...]
    frames: tuple[Due[FrameVersion], ...]
    decisions: tuple[Due[Proposal], ...]
    proposals: tuple[Proposal, ...]
    ideas: tuple[Idea, ...]
    checks: tuple[Due[FeasibilityCheck], ...]
    remarks: tuple[Asked, ...]
    answers: tuple[Asked, ...]

    @property
    def to_sign(self) -> int:
        """How many of them end with her signature."""
        return len(self.reasons) + len(self.decisions) + len(self.frames)

    @property
    def count(self) -> int:
        """How many things only she can do."""
        return self.to_sign + len(self.proposals) + len(self.ideas)


def waiting_of(place: Neighbourhood, today: dt.date) -> Waiting:
    """What waits, in the order in which it hurts neighbours to wait longer."""
    return Waiting(
        reasons=_reasons(place),
        frames=_frames(place, today),
        decisions=_decisions(place, today),
        proposals=_unread_proposals(place),
        ideas=_unread_ideas(place, today),
        checks=_checks(place, today),
        remarks=_remarks(place, today),
        answers=_answers(place, today),
    )


def _due(thing: Thing, last: dt.date, today: dt.date) -> Due[Thing]:
    return Due(thing, time_left(last, today), last < today)


def _reasons(place: Neighbourhood) -> tuple[ReasonsAsked, ...]:
    """Letters of groups that nothing was signed after."""
    answered = Decision.objects.filter(
        proposal=OuterRef("proposal"), signed_at__gte=OuterRef("asked_at")
    )
    asked = ReasonsAsked.objects.filter(~Exists(answered), neighbourhood=place)
    return tuple(asked.select_related("proposal").order_by("asked_at"))


def _frames(place: Neighbourhood, today: dt.date) -> tuple[Due[FrameVersion], ...]:
    """Newest versions that she did not sign yet."""
    rounds = Round.objects.filter(neighbourhood=place).order_by("made_at")
    pending = (pending_version(one) for one in rounds)
    unsigned = (one for one in pending if one is not None and one.authority_at is None)
    return tuple(_to_sign(one, today) for one in unsigned)


def _to_sign(version: FrameVersion, today: dt.date) -> Due[FrameVersion]:
    """Neighbours can bring ideas from a day on, when both sides have signed by then."""
    first = read_frame(version.text).days["ideas_from"]
    day = day_in_words(first, today)
    if binding_version(version.round) is not None:
        return Due(
            version, _("The version before it applies until both sides sign."), is_late=False
        )
    return Due(version, _("Ideas begin on %(day)s.") % {"day": day}, is_late=first <= today)


def _decisions(place: Neighbourhood, today: dt.date) -> tuple[Due[Proposal], ...]:
    """What the neighbourhood chose, and what came back after a decision, the earliest day first."""
    counted = Proposal.objects.filter(neighbourhood=place, state__in=OPEN, is_chosen__isnull=False)
    by_title = counted.select_related("round", "group").order_by("title", "pk")
    clocks = [(answer_clock(one, binding_frame(one.round), today), one) for one in by_title]
    due = [(clock.due_on, one) for clock, one in clocks if clock is not None]
    return tuple(_due(one, last, today) for last, one in sorted(due, key=itemgetter(0)))


def _unread_proposals(place: Neighbourhood) -> tuple[Proposal, ...]:
    """Proposals that were handed in and of which the authority said nothing yet."""
    here = Proposal.objects.filter(neighbourhood=place, state__in=OPEN_PROPOSALS, remarks=None)
    return tuple(here.select_related("round", "group").order_by("handed_in_at", "pk"))


def _unread_ideas(place: Neighbourhood, today: dt.date) -> tuple[Idea, ...]:
    """Ideas of which the authority said nothing yet, while groups can still work them out."""
    here = Idea.objects.filter(neighbourhood=place, state=Idea.State.OPEN, remarks=None)
    unread = here.select_related("round", "street").order_by("entered_at", "pk")
    days: dict[Round, dt.date] = {}
    for idea in unread:
        if idea.round not in days:
            days[idea.round] = binding_frame(idea.round).days["proposals_until"]
    return tuple(idea for idea in unread if today <= days[idea.round])


def _checks(place: Neighbourhood, today: dt.date) -> tuple[Due[FeasibilityCheck], ...]:
    """Services that have not answered, the earliest day first."""
    here = FeasibilityCheck.objects.filter(
        ~of_before(),
        neighbourhood=place,
        verdict="",
        proposal__state=Proposal.State.HANDED_IN,
    )
    waiting = here.select_related("proposal").order_by("due_on", "pk")
    return tuple(_due(one, one.due_on, today) for one in waiting)


def _remarks(place: Neighbourhood, today: dt.date) -> tuple[Asked, ...]:
    """What she asked and nobody answered yet."""
    asked = Remark.objects.filter(neighbourhood=place, answer="", answer_by__isnull=False)
    waiting = asked.select_related("idea", "proposal").order_by("answer_by", "pk")
    return tuple(tell_remark(one, today) for one in waiting)


def _answers(place: Neighbourhood, today: dt.date) -> tuple[Asked, ...]:
    """What neighbours answered in the last two weeks, newest first."""
    here = Remark.objects.filter(neighbourhood=place, answered_at__date__gte=today - ANSWERS_SHOWN)
    answered = here.select_related("idea", "proposal").order_by("-answered_at")
    return tuple(tell_remark(one, today) for one in answered)
