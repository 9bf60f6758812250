"""What the group does with an answer: reply to each objection, hand in again, ask for reasons or for the answer."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.handing_in import keep_version
from gebuur.apps.budget.actions.proposals import record
from gebuur.apps.budget.models import Proposal, ReasonsAsked, Reply
from gebuur.apps.budget.permissions import can_work_out
from gebuur.apps.budget.queries.answers import can_reply, objections_of
from gebuur.apps.budget.queries.decisions import last_signed
from gebuur.apps.budget.queries.frames import binding_frame
from gebuur.apps.budget.queries.paperwork import asks_what
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.permissions import Seat
from gebuur.core.errors import RuleBroken


class NothingToAnswer(RuleBroken):
    """Only a decision that is not a whole yes can be answered, and once."""


class ReplyMissing(RuleBroken):
    """Each objection gets an answer before the proposal is handed in again."""


class VoteBegan(RuleBroken):
    """What was kept off the ballot can come back until the vote begins."""


class NothingToAsk(RuleBroken):
    """Reasons can be asked after a decision, the answer when its day is past; each once."""


@transaction.atomic
def reply_to_decision(
    proposal: Proposal, *, actor: Seat, said: Mapping[str, str], now: dt.datetime
) -> None:
    """Keep what the group answers so far; an empty answer is taken away again."""
    _check(proposal, actor)
    last = last_signed(proposal)
    if last is None or not can_reply(proposal):
        raise NothingToAnswer(_("There is nothing to answer now. Read the page again."))
    known = {one.key for one in objections_of(proposal)}
    for criterion in known & said.keys():
        mine = Reply.objects.filter(decision=last, criterion=criterion)
        if not said[criterion]:
            mine.delete()
            continue
        Reply.objects.update_or_create(
            decision=last,
            criterion=criterion,
            defaults={
                "neighbourhood_id": proposal.neighbourhood_id,
                "changed": said[criterion],
                "at": now,
            },
        )


@transaction.atomic
def hand_in_again(proposal: Proposal, *, actor: Seat, now: dt.datetime) -> None:
    """The next version goes to the authority, which weighs it anew with the answers beside each criterion."""
    _check(proposal, actor)
    if not can_reply(proposal):
        raise NothingToAnswer(_("There is nothing to answer now. Read the page again."))
    if any(not one.reply for one in objections_of(proposal)):
        raise ReplyMissing(_("Write under each point what you changed, or why it stays."))
    frame = binding_frame(proposal.round)
    if proposal.is_chosen is None and timezone.localdate(now) >= frame.days["vote_from"]:
        raise VoteBegan(_("The vote has begun. You can bring this proposal in the next round."))
    keep_version(proposal, why=_("An answer to the local authority, point by point."), now=now)
    Proposal.objects.filter(pk=proposal.pk).update(handed_in_at=now, changed_at=now)
    proposal.refresh_from_db()
    record(proposal, actor, Verb.DECIDED, "proposal-again", now)


@transaction.atomic
def ask_for_reasons(
    proposal: Proposal, *, actor: Seat, text: str, now: dt.datetime
) -> ReasonsAsked:
    """Keep the letter; everybody reads that it was asked, and the authority sees it first."""
    _check(proposal, actor)
    what = asks_what(proposal, timezone.localdate(now))
    if what is None:
        raise _nothing_to_ask()
    try:
        with transaction.atomic():
            asked = ReasonsAsked.objects.create(
                neighbourhood_id=proposal.neighbourhood_id,
                proposal=proposal,
                version=proposal.version,
                is_for_answer=what,
                text=text,
                asked_at=now,
            )
    except IntegrityError as error:
        raise _nothing_to_ask() from error
    record(proposal, actor, Verb.DID, "answer-asked" if what else "reasons-asked", now)
    return asked


def _nothing_to_ask() -> NothingToAsk:
    return NothingToAsk(_("The letter was sent already, or its day has not come yet."))


def _check(proposal: Proposal, actor: Seat) -> None:
    if not can_work_out(actor, proposal.group_id):
        raise PermissionDenied
