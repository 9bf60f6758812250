"""Decisions of the authority: which ones are due, what a draft still lacks, and what may be decided when."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Decision, Proposal, Round, Weighing
from gebuur.apps.budget.queries.clocks import Clock
from gebuur.apps.budget.queries.frames import Frame, get_published, read_frame
from gebuur.apps.budget.queries.proposals import public_proposals
from gebuur.apps.budget.queries.reasons import gives_no_reason, said_twice

AGAIN = dt.timedelta(days=30)
OUTCOMES = {
    Decision.Outcome.YES: gettext_lazy("Yes"),
    Decision.Outcome.PARTLY: gettext_lazy("Yes, a part of it"),
    Decision.Outcome.IF: gettext_lazy("Yes, if"),
    Decision.Outcome.STAGES: gettext_lazy("Yes, step by step"),
    Decision.Outcome.NO: gettext_lazy("No"),
}
MET = {
    Weighing.Met.MET: gettext_lazy("fulfilled"),
    Weighing.Met.PARTLY: gettext_lazy("partly fulfilled"),
    Weighing.Met.NOT: gettext_lazy("not fulfilled"),
}
OPEN = (Proposal.State.HANDED_IN, Proposal.State.CHOSEN)
BEFORE_VOTE = (Decision.Outcome.IF, Decision.Outcome.NO)
WITH_TERMS = (Decision.Outcome.PARTLY, Decision.Outcome.IF, Decision.Outcome.STAGES)


def is_before_vote(proposal: Proposal) -> bool:
    """Nobody has counted yet: only a no that keeps it off the ballot, or a condition, can be said."""
    return proposal.is_chosen is None


def draft_of(proposal: Proposal) -> Decision | None:
    """What the authority is writing; it goes along when the group hands in another version meanwhile."""
    return proposal.decisions.filter(signed_at=None).first()


def last_signed(proposal: Proposal) -> Decision | None:
    return proposal.decisions.filter(signed_at__isnull=False).order_by("-signed_at").first()


def is_open_to_decide(proposal: Proposal) -> bool:
    """Handed in or chosen, and not decided on for this version."""
    if proposal.state not in OPEN:
        return False
    return not proposal.decisions.filter(
        version=proposal.version,
        is_before_vote=is_before_vote(proposal),
        signed_at__isnull=False,
    ).exists()


def is_up_to_date(decision: Decision) -> bool:
    """About the version that lies there, by the frame that binds, and on the same side of the vote."""
    proposal = decision.proposal
    version = get_published(proposal.round).version
    return (
        decision.version == proposal.version
        and decision.frame_id == version.pk
        and decision.is_before_vote == is_before_vote(proposal)
    )


def outcomes_for(proposal: Proposal) -> tuple[str, ...]:
    return BEFORE_VOTE if is_before_vote(proposal) else tuple(OUTCOMES)


def answer_clock(proposal: Proposal, frame: Frame, today: dt.date) -> Clock | None:
    """Until an answer is signed, its clock; it gives thirty days at least when the group handed in again.

    Before the vote no answer is due.
    """
    if is_before_vote(proposal) or not is_open_to_decide(proposal):
        return None
    due_on = frame.days["decide_by"]
    if proposal.state == Proposal.State.HANDED_IN and proposal.handed_in_at:
        due_on = max(due_on, timezone.localdate(proposal.handed_in_at) + AGAIN)
    return Clock(due_on, (due_on - today).days)


@dataclass(frozen=True)
class ToDecide:
    """A proposal on the list of the authority."""

    proposal: Proposal
    clock: Clock | None
    last: Decision | None
    is_open: bool
    is_asked: bool

    @property
    def outcome(self) -> str:
        return str(OUTCOMES[Decision.Outcome(self.last.outcome)]) if self.last else ""


def list_to_decide(one: Round, frame: Frame, today: dt.date) -> list[ToDecide]:
    """Proposals of a round: first who asked for an answer, then what is due first, then what rests."""
    proposals = public_proposals().filter(round=one).order_by("title")
    told = [
        ToDecide(
            proposal,
            answer_clock(proposal, frame, today),
            last_signed(proposal),
            is_open_to_decide(proposal),
            proposal.reasons_asked.filter(version=proposal.version).exists(),
        )
        for proposal in proposals
    ]
    return sorted(
        told, key=lambda due: (not due.is_asked, due.clock is None, due.clock and due.clock.days)
    )


def weighings_of(decision: Decision) -> dict[str, Weighing]:
    return {one.criterion: one for one in decision.weighings.all()}


def digest_of_decision(decision: Decision) -> str:
    """Make the fingerprint of what is about to be signed."""
    names = (
        "version", "outcome", "granted_cents", "facts", "rule", "exclusion", "conditions", "alternative", "respond",
        "respond_by", "plain", "signatory", "signatory_role", "decided_on",
    )  # fmt: skip
    said = [str(getattr(decision, name)) for name in names]
    weighed = sorted((one.criterion, one.met, one.words) for one in decision.weighings.all())
    return hashlib.sha256(json.dumps([said, weighed]).encode()).hexdigest()


def missing_in(decision: Decision) -> dict[str, str]:
    """What must still be written, one sentence for each part: the same for the page and for the signature."""
    frame = read_frame(decision.frame.text)
    weighed = weighings_of(decision)
    found = dict(_parts_missing(decision, frame))
    found |= dict(_weighings_missing(frame, weighed))
    met = {weighed[one.words].met for one in frame.criteria if one.words in weighed}
    is_groundless = decision.outcome == Decision.Outcome.NO and not decision.exclusion
    if is_groundless and met and met <= {"", Weighing.Met.MET}:
        found["outcome"] = _(
            "A no needs a criterion that is not wholly fulfilled, or something that the frame rules out."
        )
    return found


NEEDED = {
    "rule": gettext_lazy("Write which regulation or which power you use."),
    "alternative": gettext_lazy("Write what would be possible, or what else could help."),
    "respond": gettext_lazy("Write how the group can answer this."),
    "respond_by": gettext_lazy("Choose a day: until when can the group answer?"),
    "signatory": gettext_lazy("Write who signs."),
    "signatory_role": gettext_lazy("Write in which role this person signs."),
    "decided_on": gettext_lazy("Choose the day of the decision."),
}


def _parts_missing(decision: Decision, frame: Frame) -> Iterator[tuple[str, str]]:
    allowed = outcomes_for(decision.proposal)
    if decision.outcome not in allowed:
        yield "outcome", _("Choose what you decide.")
    for name in ("facts", "plain"):
        if gives_no_reason(getattr(decision, name)):
            yield name, _no_reason(name)
    yield from ((name, str(said)) for name, said in NEEDED.items() if not getattr(decision, name))
    if decision.outcome in WITH_TERMS and not decision.conditions:
        yield "conditions", _("Write what must happen first, and who does it.")
    if decision.outcome == Decision.Outcome.PARTLY and not decision.granted_cents:
        yield "granted_cents", _("How much is it? Write the amount in euro.")
    if decision.exclusion and decision.exclusion not in frame.exclusions:
        yield "exclusion", _("Choose something that is in the frame.")


def _no_reason(name: str) -> str:
    if name == "facts":
        return _(
            "Write what is true about this place and this proposal. “No added value” alone is not a reason."
        )
    return _(
        "Tell in everyday words what you decided and why. “No added value” alone is not a reason."
    )


def _weighings_missing(frame: Frame, weighed: dict[str, Weighing]) -> Iterable[tuple[str, str]]:
    twice = said_twice(one.words for one in weighed.values())
    for number, criterion in enumerate(frame.criteria):
        one = weighed.get(criterion.words)
        if one is None or not one.met:
            yield f"met_{number}", _("Choose how far this is fulfilled.")
        if one is None or gives_no_reason(one.words):
            yield (
                f"words_{number}",
                _(
                    "Write what you saw in the proposal, and why that counts here. “No added value” alone "
                    "is not a reason."
                ),
            )
        elif one.words in twice:
            yield f"words_{number}", _("Weigh each criterion in words of its own.")
