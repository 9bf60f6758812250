"""What the authority said while reading along, what neighbours answered, and what its silence means."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import Idea, Proposal, Remark
from gebuur.apps.budget.queries.clocks import time_left
from gebuur.apps.initiatives.models import Charge, Member
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import AnswerLink
from gebuur.core.errors import NotForYou
from gebuur.core.wording import day_in_words

OPEN_IDEAS = (Idea.State.OPEN, Idea.State.PROPOSAL)
OPEN_PROPOSALS = (Proposal.State.HANDED_IN,)


@dataclass(frozen=True)
class Asked:
    """A question or a doubt, with when it was asked, and how its answer stands."""

    remark: Remark
    asked: str
    clock: str
    is_late: bool


@dataclass(frozen=True)
class ReadAlong:
    """Everything the authority said of an idea or a proposal, and what its silence means until it decides."""

    told: tuple[Asked, ...]
    silence: str
    may_answer: bool


def remarks_of(thing: Idea | Proposal, today: dt.date, *, may_answer: bool = False) -> ReadAlong:
    """What the authority asked and doubted, oldest first; after its answer nobody reads of its silence."""
    remarks = list(thing.remarks.all())
    asked = [one for one in remarks if one.kind != Remark.Kind.READ]
    read = next((one for one in remarks if one.kind == Remark.Kind.READ), None)
    told = tuple(tell_remark(one, today) for one in asked)
    is_over = isinstance(thing, Proposal) and thing.state == Proposal.State.DECIDED
    return ReadAlong(told, "" if is_over else _silence(read, asked, today), may_answer)


def tell_remark(remark: Remark, today: dt.date) -> Asked:
    """One question or doubt."""
    day = day_in_words(remark.asked_at, today)
    asked = _("A doubt, %(day)s") if remark.kind == Remark.Kind.DOUBT else _("A question, %(day)s")
    is_late = not remark.answer and remark.answer_by is not None and remark.answer_by < today
    return Asked(remark, asked % {"day": day}, _clock(remark, today), is_late)


def _clock(remark: Remark, today: dt.date) -> str:
    """How long there is to answer, or since when the answer is missing."""
    if remark.answered_at is not None:
        return _("Answered on %(day)s.") % {"day": day_in_words(remark.answered_at, today)}
    assert remark.answer_by is not None  # noqa: S101 - held by budget_remark_asks
    if remark.answer_by < today:
        words = _("No answer yet. It was asked by %(day)s.")
        return words % {"day": day_in_words(remark.answer_by, today)}
    return time_left(remark.answer_by, today)


def _silence(read: Remark | None, asked: list[Remark], today: dt.date) -> str:
    """Silence never means yes; say which silence it is."""
    is_last = read is not None and all(read.asked_at >= one.asked_at for one in asked)
    if read is not None and is_last:
        words = _(
            "The local authority read along on %(day)s: no doubts known. That is not a yes yet."
        )
        return words % {"day": day_in_words(read.asked_at, today)}
    if asked:
        return _("A question or a doubt is not a decision. The decision comes after the vote.")
    return _("The local authority has not read along yet. Silence is not a yes.")


def list_answerers(remark: Remark) -> list[Person]:
    """Who hears about a remark: who had the idea, or the members whom the group trusts with leading."""
    if remark.idea is not None:
        return [remark.idea.giver] if remark.idea.giver is not None else []
    leads = Member.objects.filter(
        initiative__budget_proposals=remark.proposal_id,
        state=Member.State.MEMBER,
        holdings__charge=Charge.LEAD,
        holdings__until__isnull=True,
    )
    return [lead.person for lead in leads.select_related("person__neighbourhood").distinct()]


def get_idea_to_read(place: Neighbourhood, pk: uuid.UUID) -> Idea:
    """An idea the authority can still say something of."""
    ideas = Idea.objects.select_related("round__neighbourhood", "giver__neighbourhood")
    found = ideas.filter(neighbourhood=place, pk=pk, state__in=OPEN_IDEAS).first()
    if found is None:
        raise NotForYou
    return found


def get_proposal_to_read(place: Neighbourhood, pk: uuid.UUID) -> Proposal:
    """A proposal the authority can still say something of."""
    proposals = Proposal.objects.select_related("round__neighbourhood", "group")
    found = proposals.filter(neighbourhood=place, pk=pk, state__in=OPEN_PROPOSALS).first()
    if found is None:
        raise NotForYou
    return found


def get_remark(place: Neighbourhood | None, pk: uuid.UUID) -> Remark:
    """A question or a doubt of this place."""
    found = _asked().filter(neighbourhood=place, pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_remark_by_link(link: AnswerLink) -> Remark:
    """The question or the doubt that a link opens."""
    return get_remark(link.neighbourhood, link.thing)


def _asked() -> QuerySet[Remark]:
    """Questions and doubts, with what they are about."""
    return Remark.objects.exclude(kind=Remark.Kind.READ).select_related(
        "idea__round__neighbourhood",
        "idea__giver__neighbourhood",
        "proposal__round__neighbourhood",
        "proposal__group__neighbourhood",
        "asked_by__neighbourhood",
    )
