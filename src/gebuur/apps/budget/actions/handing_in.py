"""Handing a proposal in as a numbered version that stays, freezing it for the vote, and taking it back."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.frames import NothingChanged, WhyMissing
from gebuur.apps.budget.actions.proposals import closed, record
from gebuur.apps.budget.models import Idea, Proposal, ProposalVersion
from gebuur.apps.budget.permissions import can_work_out
from gebuur.apps.budget.queries.frames import binding_frame, digest_of
from gebuur.apps.budget.queries.proposal_meter import needed_for_handing_in
from gebuur.apps.budget.queries.proposals import (
    is_changed,
    last_version,
    may_still_write,
    text_of,
    written_of,
)
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.permissions import Seat
from gebuur.core.errors import RuleBroken

State = Proposal.State


class StillMissing(RuleBroken):
    """Costs, upkeep and every criterion come first; one sentence for each that is missing."""


@transaction.atomic
def hand_in(proposal: Proposal, *, actor: Seat, why: str, now: dt.datetime) -> ProposalVersion:
    """The group lays its proposal before everybody; after the first time it says why it changes."""
    if not can_work_out(actor, proposal.group_id):
        raise PermissionDenied
    if proposal.state not in {State.DRAFT, State.HANDED_IN} or not may_still_write(proposal, now):
        raise closed()
    missing = needed_for_handing_in(written_of(proposal), binding_frame(proposal.round))
    if missing:
        raise StillMissing(" ".join(gap.words for gap in missing))
    if not is_changed(proposal):
        raise NothingChanged(_("Nothing has changed since the last version."))
    if proposal.version and not why:
        raise WhyMissing(_("Write why the proposal changes. Everybody may read it."))
    act = "proposal-changed" if proposal.version else "proposal-handed-in"
    version = keep_version(proposal, why=why, now=now)
    record(proposal, actor, Verb.DECIDED, act, now)
    return version


@transaction.atomic
def keep_version(proposal: Proposal, *, why: str, now: dt.datetime) -> ProposalVersion:
    """Keep what the proposal says as its next version; of two at once, one is kept."""
    number, text = proposal.version + 1, text_of(proposal)
    as_it_was = Proposal.objects.filter(
        pk=proposal.pk, version=proposal.version, state=proposal.state
    )
    first_at = proposal.handed_in_at or now
    if not as_it_was.update(state=State.HANDED_IN, version=number, handed_in_at=first_at):
        raise NothingChanged(_("Somebody of your group handed it in just now."))
    proposal.refresh_from_db()
    return ProposalVersion.objects.create(
        neighbourhood_id=proposal.neighbourhood_id,
        proposal=proposal,
        number=number,
        text=text,
        digest=digest_of(text),
        why=why,
        at=now,
    )


def freeze(proposal: Proposal) -> None:
    """Put a proposal on the ballot: from here on the version that was handed in last is what people vote on."""
    version = last_version(proposal)
    assert version is not None  # noqa: S101 - only what was handed in comes on a ballot
    proposal.state, proposal.frozen_digest = State.ON_BALLOT, version.digest
    proposal.save(update_fields=["state", "frozen_digest"])


@transaction.atomic
def withdraw_proposal(proposal: Proposal, *, actor: Seat, now: dt.datetime) -> None:
    """The group takes its proposal back; of a draft nothing stays, and the idea is free again."""
    if not can_work_out(actor, proposal.group_id):
        raise PermissionDenied
    if proposal.state == State.DRAFT:
        idea = proposal.idea
        record(proposal, actor, Verb.DECIDED, "proposal-withdrawn", now, idea=True)
        gone, _rows = Proposal.objects.filter(pk=proposal.pk, state=State.DRAFT).delete()
        if not gone:
            raise NothingChanged(_("Somebody of your group handed it in just now."))
        Idea.objects.filter(pk=idea.pk).update(state=Idea.State.OPEN)
        return
    handed_in = Proposal.objects.filter(pk=proposal.pk, state=State.HANDED_IN)
    if not handed_in.update(state=State.WITHDRAWN):
        raise closed()
    record(proposal, actor, Verb.DECIDED, "proposal-withdrawn", now)
