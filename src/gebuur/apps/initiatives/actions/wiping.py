"""Deleting everything of a closed group, in two steps: asked for, and done after two weeks in which anybody can say no.

The chronicle keeps its lines. They say that a group began, decided and closed, and name nobody.
"""

import datetime as dt
import uuid

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives import queries
from gebuur.apps.initiatives.actions.groups import NotYours, sign
from gebuur.apps.initiatives.actions.telling import tell
from gebuur.apps.initiatives.models import Charge, Closing, Initiative, MoneyLine
from gebuur.apps.initiatives.permissions import Seat, can_look_back, holds
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import AnswerLink, Message
from gebuur.core.errors import RuleBroken

WAIT = dt.timedelta(days=14)


class StillNeeded(RuleBroken):
    """What everybody voted on keeps the name of who proposed it."""


class WipeNotDue(RuleBroken):
    """Everybody in the group has two weeks to take the archive along or to say no."""


@transaction.atomic
def ask_to_wipe(*, actor: Seat, now: dt.datetime) -> None:
    """Step one: who leads asks for it, and everybody with a voice hears it."""
    _check_lead(actor)
    wipe_on = timezone.localdate(now) + WAIT
    unasked = Closing.objects.filter(initiative=actor.initiative, wipe_on__isnull=True)
    if not unasked.update(wipe_on=wipe_on):
        return
    sign(actor, Verb.DECIDED, act="deleting-asked", now=now)
    for member in queries.voices_of(actor.initiative):
        if member.pk != actor.member.pk:
            tell(member, "wipe_asked", now=now, wipe_on=wipe_on)


@transaction.atomic
def keep_everything(*, actor: Seat, now: dt.datetime) -> None:
    """A member with a voice says no; everything stays."""
    if not can_look_back(actor) or not actor.member.has_voice:
        raise PermissionDenied
    asked = Closing.objects.filter(initiative=actor.initiative, wipe_on__isnull=False)
    if asked.update(wipe_on=None):
        sign(actor, Verb.REFUSED, act="deleting-refused", now=now)


@transaction.atomic
def wipe(*, actor: Seat, now: dt.datetime) -> None:
    """Step two: delete the group, its words, its links and what was written about it."""
    _check_lead(actor)
    group = actor.initiative
    today = timezone.localdate(now)
    due = Closing.objects.filter(initiative=group, wipe_on__lte=today)
    if not due.update(wipe_on=today):
        raise WipeNotDue(_("This can only be done on the day that everybody was told."))
    sign(actor, Verb.DECIDED, act="deleting", now=now)
    things = queries.things_of(group)
    _silence(things)
    MoneyLine.objects.filter(initiative=group).update(against=None)
    try:
        Initiative.objects.filter(pk=group.pk).delete()
    except ProtectedError as held:
        raise StillNeeded(
            _("This group has a proposal in the neighbourhood budget. So it cannot be deleted.")
        ) from held


def _silence(things: list[uuid.UUID]) -> None:
    """Messages that did not leave stay here, the others lose their words; links open nothing any more."""
    for thing in things:
        outbox.cancel_messages(thing)
    Message.objects.filter(thing__in=things).update(body="", subject="")
    AnswerLink.objects.filter(thing__in=things).delete()


def _check_lead(actor: Seat) -> None:
    """Who leads; when nobody does, any member with a voice."""
    if not can_look_back(actor) or not actor.member.has_voice:
        raise PermissionDenied
    if queries.leads_of(actor.initiative) and not holds(actor.member, Charge.LEAD):
        raise NotYours(_("Who leads the group can ask this. You can talk to her or him."))
