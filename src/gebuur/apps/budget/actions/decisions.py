"""The decision of the authority: written in parts, read through, signed once; then the group hears of it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.lines import write_line
from gebuur.apps.budget.models import Decision, Proposal, Weighing
from gebuur.apps.budget.permissions import speaks_for_authority
from gebuur.apps.budget.queries.decisions import (
    digest_of_decision,
    draft_of,
    is_before_vote,
    is_open_to_decide,
    is_up_to_date,
    missing_in,
)
from gebuur.apps.budget.queries.frames import get_published
from gebuur.apps.budget.queries.paperwork import usual_rule
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.actions.telling import tell
from gebuur.apps.initiatives.models import Member
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import RuleBroken


class NothingToDecide(RuleBroken):
    """Only what was handed in or chosen, and was not decided on yet, can be decided on."""


class ReasonsMissing(RuleBroken):
    """A decision without all its reasons is not signed."""


class DecisionChanged(RuleBroken):
    """Somebody signed or changed it meanwhile: nobody signs what she did not read."""


@transaction.atomic
def begin_decision(proposal: Proposal, *, actor: Person, now: dt.datetime) -> Decision:
    """Open a draft about this version, or go on with the one that is there, by the frame that binds now."""
    if not speaks_for_authority(actor, proposal.neighbourhood_id):
        raise PermissionDenied
    if not is_open_to_decide(proposal):
        raise NothingToDecide(_("There is nothing to decide about this proposal now."))
    seen = get_published(proposal.round)
    about = {"version": proposal.version, "is_before_vote": is_before_vote(proposal)}
    draft = draft_of(proposal)
    if draft is None:
        draft, _is_new = Decision.objects.get_or_create(
            proposal=proposal,
            **about,
            defaults={
                "neighbourhood_id": proposal.neighbourhood_id,
                "frame": seen.version,
                "rule": usual_rule(proposal),
                "written_by": actor,
                "written_at": now,
            },
        )
    Decision.objects.filter(pk=draft.pk, signed_at=None).update(**about, frame=seen.version)
    draft.weighings.exclude(criterion__in=[one.words for one in seen.frame.criteria]).delete()
    draft.refresh_from_db()
    return draft


@transaction.atomic
def write_decision(
    decision: Decision,
    *,
    actor: Person,
    said: Mapping[str, Any],
    weighed: Mapping[str, Mapping[str, str]],
    now: dt.datetime,
) -> None:
    """Keep what is written so far, whatever is still open; what is not in it stays as it was."""
    if not speaks_for_authority(actor, decision.neighbourhood_id):
        raise PermissionDenied
    open_one = Decision.objects.filter(pk=decision.pk, signed_at=None)
    if not open_one.update(**said, written_by=actor, written_at=now):
        raise DecisionChanged(_("This decision was signed meanwhile. It can no longer change."))
    for criterion, words in weighed.items():
        Weighing.objects.update_or_create(
            decision=decision,
            criterion=criterion,
            defaults={"neighbourhood_id": decision.neighbourhood_id, **words},
        )
    decision.refresh_from_db()


@transaction.atomic
def sign_decision(decision: Decision, *, actor: Person, digest: str, now: dt.datetime) -> None:
    """Sign what was read. From now on it stands, everybody may read it, and each member of the group hears of it."""
    proposal = decision.proposal
    if not speaks_for_authority(actor, decision.neighbourhood_id):
        raise PermissionDenied
    missing = missing_in(decision)
    if missing:
        raise ReasonsMissing(next(iter(missing.values())))
    is_about_now = is_open_to_decide(proposal) and is_up_to_date(decision)
    if not is_about_now or digest != digest_of_decision(decision):
        raise _changed()
    if not Decision.objects.filter(pk=decision.pk, signed_at=None).update(signed_at=now):
        raise _changed()
    _settle(proposal, decision)
    verb = Verb.REFUSED if decision.outcome == Decision.Outcome.NO else Verb.DECIDED
    write_line(
        proposal,
        verb,
        ActorKind.AUTHORITY,
        actor=actor,
        act=f"decision-{decision.outcome}",
        now=now,
    )
    tell_group(proposal, now=now)


def _settle(proposal: Proposal, decision: Decision) -> None:
    """A decided proposal rests; one with a condition before the vote stays on the ballot."""
    if decision.is_before_vote and decision.outcome == Decision.Outcome.IF:
        return
    waits = Proposal.objects.filter(
        pk=proposal.pk, version=decision.version, state__in=["handed_in", "chosen"]
    )
    if not waits.update(state=Proposal.State.DECIDED):
        raise _changed()
    proposal.state = Proposal.State.DECIDED


def _changed() -> DecisionChanged:
    return DecisionChanged(_("This decision was signed or changed meanwhile. Read it again."))


def tell_group(proposal: Proposal, *, now: dt.datetime) -> None:
    """A word to every member, over the channel each chose: there is an answer, with its reasons."""
    address = settings.SITE_ADDRESS + reverse("budget:answer-detail", args=[proposal.pk])
    members = Member.objects.filter(initiative=proposal.group_id, state=Member.State.MEMBER)
    for member in members.select_related("person__neighbourhood", "initiative"):
        tell(member, "answer_is_there", now=now, room="budget", proposal=proposal, address=address)
