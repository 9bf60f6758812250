"""The course of a proposal: where it stands, what it waits for until when, and how it came here."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Proposal
from gebuur.apps.budget.queries.decisions import last_signed
from gebuur.apps.budget.queries.frames import Frame
from gebuur.apps.chronicle.models import Line
from gebuur.core.wording import day_in_words

STATES = {
    Proposal.State.DRAFT: gettext_lazy("the group is still writing"),
    Proposal.State.HANDED_IN: gettext_lazy("handed in"),
    Proposal.State.ON_BALLOT: gettext_lazy("on the ballot"),
    Proposal.State.CHOSEN: gettext_lazy("chosen, waits for the answer of the town"),
    Proposal.State.NOT_CHOSEN: gettext_lazy("not chosen"),
    Proposal.State.DECIDED: gettext_lazy("the town has answered"),
    Proposal.State.WITHDRAWN: gettext_lazy("taken back by the group"),
}
# What the chronicle says of an idea and its proposal, act by act; what is not here is not of everybody.
ACTS = {
    "idea": gettext_lazy("A neighbour had the idea."),
    "proposal": gettext_lazy("A group began to work it out."),
    "proposal-handed-in": gettext_lazy("The group handed it in."),
    "proposal-changed": gettext_lazy("The group handed it in again, with changes."),
    "proposal-withdrawn": gettext_lazy("The group took it back."),
    "proposal-chosen": gettext_lazy("The neighbourhood chose it."),
    "proposal-not-chosen": gettext_lazy("The neighbourhood chose other proposals."),
    "decision-yes": gettext_lazy("The local authority said yes."),
    "decision-partly": gettext_lazy("The local authority said yes to a part."),
    "decision-if": gettext_lazy("The local authority said yes, with a condition."),
    "decision-stages": gettext_lazy("The local authority said yes, in steps."),
    "decision-no": gettext_lazy("The local authority said no, with its reasons."),
    "answer-asked": gettext_lazy("The group asked for the answer in a letter."),
    "reasons-asked": gettext_lazy("The group asked for more reasons in a letter."),
    "proposal-again": gettext_lazy("The group answered each point and handed it in again."),
    "budget-step-done": gettext_lazy("The group finished a step."),
    "budget-finished": gettext_lazy("The group said that everything is done."),
}


@dataclass(frozen=True)
class Step:
    """One thing that happened, by whom, and when."""

    what: str
    by: str
    at: dt.datetime


def state_in_words(proposal: Proposal) -> str:
    """Where a proposal stands now."""
    return str(STATES[Proposal.State(proposal.state)])


def since_handed_in(proposal: Proposal) -> str:
    """What happened to it since; of what only waits for the vote there is nothing to say."""
    state, last = Proposal.State(proposal.state), last_signed(proposal)
    if state == Proposal.State.HANDED_IN:
        return ""
    if state == Proposal.State.DECIDED and last is not None:
        return str(ACTS[f"decision-{last.outcome}"])
    return state_in_words(proposal)


def clock_of(proposal: Proposal, frame: Frame, today: dt.date) -> str:
    """When the vote begins, or until when it lasts; the answer of the town has a clock of its own."""
    days, state = frame.days, Proposal.State(proposal.state)
    if state == Proposal.State.ON_BALLOT and days["vote_until"] < today:
        over = _("The vote was until %(day)s. The count comes next.")
        return over % {"day": day_in_words(days["vote_until"], today)}
    if state == Proposal.State.ON_BALLOT:
        return _("You can vote until %(day)s.") % {"day": day_in_words(days["vote_until"], today)}
    if state == Proposal.State.HANDED_IN and today < days["vote_from"]:
        return _("Voting begins on %(day)s.") % {"day": day_in_words(days["vote_from"], today)}
    return ""


def history_of(proposal: Proposal) -> list[Step]:
    """How the proposal came here, out of the chronicle; nobody's name."""
    lines = Line.objects.filter(
        neighbourhood=proposal.neighbourhood_id,
        thing__in=[proposal.idea_id, proposal.pk],
        act__in=ACTS,
    ).order_by("number")
    return [Step(str(ACTS[line.act]), line.actor_kind, line.at) for line in lines]
