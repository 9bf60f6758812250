"""The answer of the authority for everybody: what was decided and why, what was answered, and how long it waits."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gebuur.apps.budget.models import Decision, Proposal, ReasonsAsked, Weighing
from gebuur.apps.budget.queries.clocks import Clock
from gebuur.apps.budget.queries.decisions import (
    MET,
    OUTCOMES,
    answer_clock,
    last_signed,
    weighings_of,
)
from gebuur.apps.budget.queries.frame_words import Part, Row
from gebuur.apps.budget.queries.frames import binding_frame, read_frame
from gebuur.core.errors import NotForYou
from gebuur.core.money import euros
from gebuur.core.wording import day_in_words

TONES = {"yes": "yes", "no": "plum"}


@dataclass(frozen=True)
class Objection:
    """What stood in the way, in the words of the authority, and what the group answers; `key` is the criterion."""

    key: str
    label: str
    said: str
    reply: str


@dataclass(frozen=True)
class Told:
    """One signed decision with all its reasons, and the answers of the group to what stood in the way."""

    decision: Decision
    outcome: str
    tone: str
    parts: tuple[Part, ...]
    objections: tuple[Objection, ...]

    @property
    def is_answered(self) -> bool:
        return any(one.reply for one in self.objections)


@dataclass(frozen=True)
class Answer:
    """Everything about the answer to one proposal: the newest first."""

    proposal: Proposal
    clock: Clock | None
    last: Told | None
    earlier: tuple[Told, ...]
    asked: tuple[ReasonsAsked, ...]
    is_again: bool


def answer_of(proposal: Proposal, today: dt.date) -> Answer:
    """What the page of a proposal shows about the answer."""
    frame = binding_frame(proposal.round)
    signed = proposal.decisions.filter(signed_at__isnull=False).order_by("-signed_at")
    told = [tell_decision(one, today) for one in signed.select_related("frame")]
    last = told[0] if told else None
    return Answer(
        proposal,
        answer_clock(proposal, frame, today),
        last,
        tuple(told[1:]),
        tuple(proposal.reasons_asked.all()),
        last is not None and last.decision.version < proposal.version,
    )


def get_signed(proposal: Proposal, pk: uuid.UUID) -> Decision:
    """A signed decision about this proposal."""
    found = proposal.decisions.filter(pk=pk, signed_at__isnull=False).select_related("frame")
    decision = found.first()
    if decision is None:
        raise NotForYou
    return decision


def tell_decision(decision: Decision, today: dt.date) -> Told:
    """A decision in headings and sentences: the same on the screen, in the letter and before signing."""
    outcome = str(OUTCOMES.get(Decision.Outcome(decision.outcome), "")) if decision.outcome else ""
    return Told(
        decision,
        outcome,
        TONES.get(decision.outcome, "wait"),
        tuple(part for part in _parts(decision, today) if part.rows),
        tuple(_objections(decision)),
    )


def _parts(decision: Decision, today: dt.date) -> Iterator[Part]:
    yield Part("terms", _("What holds"), tuple(_terms(decision)))
    yield Part("facts", _("The facts"), _said(decision.facts))
    yield Part("rule", _("The rule"), _said(decision.rule))
    yield Part("weighed", _("How each criterion counted"), tuple(_weighed(decision)))
    yield Part("alternative", _("What could be done instead"), _said(decision.alternative))
    yield Part("respond", _("How the group can answer"), _said(_respond(decision, today)))


def _respond(decision: Decision, today: dt.date) -> str:
    """How, and until when."""
    if decision.respond_by is None:
        return decision.respond
    day = day_in_words(decision.respond_by, today)
    return f"{decision.respond}\n{_('Until %(day)s.') % {'day': day}}"


def _said(words: str) -> tuple[Row, ...]:
    return (Row("", tuple(line for line in words.splitlines() if line.strip())),) if words else ()


def _terms(decision: Decision) -> Iterator[Row]:
    if decision.granted_cents:
        yield Row(_("Money that is given"), (euros(decision.granted_cents),))
    if decision.conditions:
        yield Row(_("What must happen first"), tuple(decision.conditions.splitlines()))
    if decision.exclusion:
        yield Row(_("What the frame rules out"), (decision.exclusion,))


def _weighed(decision: Decision) -> Iterator[Row]:
    weighed = weighings_of(decision)
    for criterion in read_frame(decision.frame.text).criteria:
        one = weighed.get(criterion.words)
        if one is not None and (one.met or one.words):
            word = (str(MET[Weighing.Met(one.met)]).capitalize() + ".",) if one.met else ()
            yield Row(criterion.words, (*word, *filter(None, [one.words])))


def _objections(decision: Decision) -> Iterator[Objection]:
    """What stands in the way of a whole yes, in the order of the frame; conditions and exclusion come last."""
    if decision.outcome == Decision.Outcome.YES:
        return
    replies = {one.criterion: one.changed for one in decision.replies.all()}
    weighed = weighings_of(decision)
    for criterion in read_frame(decision.frame.text).criteria:
        one = weighed.get(criterion.words)
        if one is not None and one.met != Weighing.Met.MET:
            reply = replies.get(criterion.words, "")
            yield Objection(criterion.words, criterion.words, one.words, reply)
    terms = "\n".join(filter(None, [decision.conditions, decision.exclusion]))
    if terms:
        label = (
            _("What must happen first") if decision.conditions else _("What the frame rules out")
        )
        yield Objection("", label, terms, replies.get("", ""))


def objections_of(proposal: Proposal) -> list[Objection]:
    """What the group answers before it hands in again, and what the authority then weighs again."""
    last = last_signed(proposal)
    return [] if last is None else list(_objections(last))


def can_reply(proposal: Proposal) -> bool:
    """After anything but a whole yes on what the group handed in last."""
    last = last_signed(proposal)
    return (
        last is not None
        and last.version == proposal.version
        and last.outcome != Decision.Outcome.YES
        and proposal.state in (Proposal.State.DECIDED, Proposal.State.HANDED_IN)
    )
