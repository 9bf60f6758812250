"""Putting a question to the group, speaking on it, and what comes out.

Whoever speaks or settles touches the row of the question first, by one conditional UPDATE. So they wait for each
other on both databases, and what is counted is what everybody said; the state itself is claimed in the same way.
"""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives import queries
from gebuur.apps.initiatives.actions.groups import NotYours, sign
from gebuur.apps.initiatives.actions.telling import tell
from gebuur.apps.initiatives.models import Charge, Decision, Initiative, Voice
from gebuur.apps.initiatives.permissions import Seat, can_speak, holds, needed_voices
from gebuur.core.errors import RuleBroken

AT_ONCE = 200
OPEN = Decision.State.OPEN


class DecisionOver(RuleBroken):
    """The time to speak on this question is over, or it was settled or taken back."""


class ReasonMissing(RuleBroken):
    """A doubt or an objection says why."""


class AlreadyAsked(RuleBroken):
    """The group is talking about closing already."""


@transaction.atomic
def put_decision(
    *,
    actor: Seat,
    kind: str,
    proposal: str,
    reasons: str,
    speak_until: dt.date,
    now: dt.datetime,
    replaces: Decision | None = None,
    is_to_close: bool = False,
) -> Decision:
    """Put a question to everybody with a voice; how many must speak is fixed here."""
    group = actor.initiative
    if not can_speak(actor):
        raise PermissionDenied
    if is_to_close and queries.open_closing_question(group) is not None:
        raise AlreadyAsked(_("The group is talking about closing already."))
    voices = list(queries.voices_of(group))
    decision = Decision.objects.create(
        neighbourhood=group.neighbourhood,
        initiative=group,
        kind=kind,
        proposal=proposal,
        reasons=reasons,
        proposer=actor.member,
        needed=needed_voices(len(voices)),
        put_at=now,
        speak_until=speak_until,
        replaces=replaces,
        is_to_close=is_to_close,
        typed_by=actor.typed_by,
    )
    sign(actor, Verb.BEGAN, act="decision", now=now)
    for member in voices:
        if member.pk != actor.member.pk:
            tell(member, "decision_put", now=now, decision=decision)
    return decision


@transaction.atomic
def speak(
    decision: Decision, *, actor: Seat, stance: str, now: dt.datetime, reason: str = ""
) -> Decision:
    """Say what one member thinks; her last word counts. When everybody has spoken, it is settled."""
    if not can_speak(actor) or decision.initiative_id != actor.initiative.pk:
        raise PermissionDenied
    if stance not in queries.STANCES[Decision.Kind(decision.kind)]:
        raise PermissionDenied
    if stance in (Voice.Stance.DOUBT, Voice.Stance.OBJECTION) and not reason:
        raise ReasonMissing(_("Say why, in a few words. Then the group can do something with it."))
    _hold(decision, now=now, speak_until__gte=timezone.localdate(now))
    facts = {"stance": stance, "reason": reason, "at": now, "typed_by": actor.typed_by}
    Voice.objects.update_or_create(
        decision=decision,
        member=actor.member,
        defaults=facts,
        create_defaults={**facts, "neighbourhood": decision.neighbourhood},
    )
    sign(actor, Verb.DID, act="voice", now=now)
    _settle(decision, is_over=False, now=now)
    return decision


@transaction.atomic
def change_decision(
    decision: Decision,
    *,
    actor: Seat,
    proposal: str,
    reasons: str,
    speak_until: dt.date,
    now: dt.datetime,
) -> Decision:
    """Another wording is another question: the first is taken back, everybody speaks anew."""
    _take_back(decision, actor, now)
    return put_decision(
        actor=actor,
        kind=decision.kind,
        proposal=proposal,
        reasons=reasons,
        speak_until=speak_until,
        now=now,
        replaces=decision,
        is_to_close=decision.is_to_close,
    )


@transaction.atomic
def withdraw_decision(decision: Decision, *, actor: Seat, now: dt.datetime) -> None:
    """Who put the question takes it back."""
    _take_back(decision, actor, now)
    sign(actor, Verb.REFUSED, act="decision-withdrawn", now=now)
    for member in queries.voices_of(actor.initiative):
        if member.pk != actor.member.pk:
            tell(member, "decision_settled", now=now, decision=decision)


def may_take_back(decision: Decision, actor: Seat) -> bool:
    """Who put it; and who leads, when that person is no longer in the group."""
    if not can_speak(actor) or decision.state != OPEN:
        return False
    if decision.proposer_id == actor.member.pk:
        return True
    is_here = queries.voices_of(actor.initiative).filter(pk__in=[decision.proposer_id]).exists()
    return not is_here and holds(actor.member, Charge.LEAD)


def settle_decisions(*, now: dt.datetime) -> int:
    """Settle the questions whose last day is over."""
    due = Decision.objects.filter(
        state=OPEN,
        speak_until__lt=timezone.localdate(now),
        initiative__state=Initiative.State.ACTIVE,
    )
    rows = due.select_related("initiative__neighbourhood", "neighbourhood")
    return sum(_settle_late(decision, now=now) for decision in list(rows[:AT_ONCE]))


@transaction.atomic
def _settle_late(decision: Decision, *, now: dt.datetime) -> bool:
    """Two workers wait for each other; the second finds it settled."""
    try:
        _hold(decision, now=now, speak_until__lt=timezone.localdate(now))
    except DecisionOver:
        return False
    return _settle(decision, is_over=True, now=now)


def _settle(decision: Decision, *, is_over: bool, now: dt.datetime) -> bool:
    """Count what was said and claim the result; call it after `_hold`, in one transaction."""
    outcome = queries.standing_of(decision).outcome(is_over=is_over)
    if outcome is None or not _claim(decision, outcome, now):
        return False
    is_taken = outcome == Decision.State.TAKEN
    chronicle.record(
        Verb.DECIDED if is_taken else Verb.REFUSED,
        decision.initiative,
        act="decision-taken" if is_taken else "decision-not-taken",
        actor=None,
        neighbourhood=decision.neighbourhood,
        actor_kind=ActorKind.GROUP,
        street=decision.initiative.street_id,
        at=now,
    )
    standing = queries.standing_of(decision)
    for member in queries.voices_of(decision.initiative):
        tell(member, "decision_settled", now=now, decision=decision, standing=standing)
    return True


def _take_back(decision: Decision, actor: Seat, now: dt.datetime) -> None:
    if decision.initiative_id != actor.initiative.pk or not can_speak(actor):
        raise PermissionDenied
    _hold(decision, now=now)
    if not may_take_back(decision, actor):
        raise NotYours(_("Only the neighbour who asked this can change it or take it back."))
    _claim(decision, Decision.State.WITHDRAWN, now)


def _hold(decision: Decision, *, now: dt.datetime, **still: Any) -> None:
    """Make others on this question wait until we are done; say so when it is no longer open."""
    rows = Decision.objects.filter(pk=decision.pk, state=OPEN, **still)
    if not rows.update(put_at=F("put_at")):
        raise DecisionOver(_("This question is settled. You can no longer speak on it."))


def _claim(decision: Decision, state: Decision.State, now: dt.datetime) -> bool:
    taken = Decision.objects.filter(pk=decision.pk, state=OPEN).update(state=state, settled_at=now)
    if taken:
        decision.state, decision.settled_at = state, now
    return bool(taken)
