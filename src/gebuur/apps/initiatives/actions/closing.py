"""How a group ends well: decided by the group, with thanks, and asked back later. It can begin again until then."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives import queries
from gebuur.apps.initiatives.actions.bridges import end_bridges_of
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.actions.telling import tell
from gebuur.apps.initiatives.models import Activity, Closing, Decision, Initiative, Member
from gebuur.apps.initiatives.permissions import Seat, can_look_back, can_speak
from gebuur.core.errors import RuleBroken

AT_ONCE = 200


class NeedsDecision(RuleBroken):
    """The group has not decided to close."""


class MoneyLeft(RuleBroken):
    """There is money in the box, and nobody said where it goes."""


class AlreadyTold(RuleBroken):
    """Somebody wrote already what remained."""


class TooLate(RuleBroken):
    """The time in which a closed group can begin again is over."""


@transaction.atomic
def close_initiative(
    *,
    actor: Seat,
    thanks: str,
    money_to: str,
    things_to: str,
    ask_back_on: dt.date,
    now: dt.datetime,
) -> Closing:
    """Close a group in the words it chose; every member hears it, with thanks."""
    group = actor.initiative
    if not can_speak(actor):
        raise PermissionDenied
    if not queries.can_close(actor):
        raise NeedsDecision(_("The group decides this together. Ask everybody first."))
    if queries.balance_of(group) != 0 and not money_to:
        raise MoneyLeft(_("Say where the money goes."))
    # Questions first, the chronicle next, the group last: the order in which those who speak hold them.
    _stop_what_goes_on(group, now)
    sign(actor, Verb.DECIDED, act="closing", now=now)
    closed = Initiative.objects.filter(pk=group.pk, state=Initiative.State.ACTIVE)
    if not closed.update(state=Initiative.State.CLOSED, closed_at=now):
        raise PermissionDenied
    closing = Closing.objects.create(
        neighbourhood=group.neighbourhood,
        initiative=group,
        thanks=thanks,
        money_to=money_to,
        things_to=things_to,
        ask_back_on=ask_back_on,
        closed_by=actor.member,
        typed_by=actor.typed_by,
        closed_at=now,
    )
    for member in _members(group):
        tell(member, "closed", now=now, closing=closing)
    return closing


@transaction.atomic
def answer_back(*, actor: Seat, words: str, now: dt.datetime) -> None:
    """Tell what remained of it."""
    if not can_look_back(actor):
        raise PermissionDenied
    unsaid = Closing.objects.filter(initiative=actor.initiative, answered_at__isnull=True)
    if not unsaid.update(asked_back=words, answered_at=now):
        raise AlreadyTold(_("Somebody wrote already what remained."))
    sign(actor, Verb.DID, act="asked-back", now=now)


@transaction.atomic
def reopen_initiative(*, actor: Seat, now: dt.datetime) -> None:
    """Begin again, until the day on which the group is asked back."""
    group = actor.initiative
    if not can_look_back(actor) or not actor.member.has_voice:
        raise PermissionDenied
    if not queries.can_reopen(actor, today=timezone.localdate(now)):
        raise TooLate(_("It is too late to begin again. You can start a new group."))
    if not Closing.objects.filter(initiative=group).delete()[0]:
        raise PermissionDenied
    sign(actor, Verb.DECIDED, act="reopening", now=now)
    closed = Initiative.objects.filter(pk=group.pk, state=Initiative.State.CLOSED)
    closed.update(state=Initiative.State.ACTIVE, closed_at=None)
    for member in _members(group):
        if member.pk != actor.member.pk:
            tell(member, "reopened", now=now)


def ask_closed(*, now: dt.datetime) -> int:
    """On the day it chose, ask a closed group what remained; once."""
    due = Closing.objects.filter(
        ask_sent_at__isnull=True,
        answered_at__isnull=True,
        ask_back_on__lte=timezone.localdate(now),
    ).select_related("initiative__neighbourhood")
    return sum(_ask(closing, now=now) for closing in list(due[:AT_ONCE]))


@transaction.atomic
def _ask(closing: Closing, *, now: dt.datetime) -> bool:
    unasked = Closing.objects.filter(pk=closing.pk, ask_sent_at__isnull=True)
    if not unasked.update(ask_sent_at=now):
        return False
    for member in _members(closing.initiative):
        tell(member, "asked_back", now=now, closing=closing)
    return True


def _stop_what_goes_on(group: Initiative, now: dt.datetime) -> None:
    """Open questions are taken back, coming dates called off, and the decision to close is used up."""
    decided = queries.closing_decision(group)
    if decided is not None:
        Decision.objects.filter(pk=decided.pk, acted_on_at__isnull=True).update(acted_on_at=now)
    Decision.objects.filter(initiative=group, state=Decision.State.OPEN).update(
        state=Decision.State.WITHDRAWN, settled_at=now
    )
    end_bridges_of(group, now=now)
    coming = Activity.objects.filter(initiative=group, starts_at__gt=now)
    coming.filter(called_off_at__isnull=True).update(called_off_at=now, changed_at=now)


def _members(group: Initiative) -> list[Member]:
    rows = Member.objects.filter(initiative=group, state=Member.State.MEMBER)
    return list(rows.select_related("person__neighbourhood", "initiative").order_by("pk"))
