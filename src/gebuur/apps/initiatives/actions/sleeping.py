"""A group without a sign of life is asked whether it goes on. Nothing closes by itself."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives import queries
from gebuur.apps.initiatives.actions.groups import NotYours, sign
from gebuur.apps.initiatives.actions.telling import tell
from gebuur.apps.initiatives.models import Charge, Initiative
from gebuur.apps.initiatives.permissions import Seat, can_act, holds
from gebuur.apps.outbox import actions as outbox

AGAIN_AFTER = dt.timedelta(days=28)
AT_ONCE = 200


def ask_sleepers(*, now: dt.datetime) -> int:
    """Ask who leads a sleeping group, once; and once more on the day she asked for."""
    rows = queries.asleep(now=now).filter(_to_ask(now)).select_related("neighbourhood")
    return sum(_ask(group, now=now) for group in list(rows[:AT_ONCE]))


@transaction.atomic
def _ask(group: Initiative, *, now: dt.datetime) -> bool:
    claimed = queries.asleep(now=now).filter(_to_ask(now), pk=group.pk)
    if not claimed.update(sleep_asked_at=now, sleep_ask_on=None):
        return False
    for member in queries.leads_of(group)[:1]:
        tell(member, "still_going", now=now)
    return True


@transaction.atomic
def go_on(*, actor: Seat, now: dt.datetime) -> None:
    """It is still going: that is a sign of life."""
    _check(actor)
    sign(actor, Verb.DID, act="still-going", now=now)


@transaction.atomic
def ask_later(*, actor: Seat, now: dt.datetime) -> None:
    """She does not know yet; ask again in four weeks."""
    _check(actor)
    Initiative.objects.filter(pk=actor.initiative.pk).update(
        sleep_ask_on=timezone.localdate(now) + AGAIN_AFTER
    )


@transaction.atomic
def ask_help_to_close(*, actor: Seat, now: dt.datetime) -> None:
    """Put her on the list to phone back: a professional helps to close, and decides nothing."""
    _check(actor)
    with translation.override(settings.LANGUAGE_CODE):
        about = _("Wants help to close the group %(title)s.") % {"title": actor.initiative.title}
    outbox.add_call(
        actor.initiative.neighbourhood, actor=None, person=actor.person, about=about, call_at=now
    )
    sign(actor, Verb.DID, act="help-to-close-asked", now=now)


def _check(actor: Seat) -> None:
    if not can_act(actor):
        raise PermissionDenied
    if not holds(actor.member, Charge.LEAD):
        raise NotYours(_("Only the person who leads the group can answer this."))


def _to_ask(now: dt.datetime) -> Q:
    """Not asked since the last sign of life, or a day was chosen to ask again."""
    not_yet = Q(sleep_asked_at__isnull=True) | Q(sleep_asked_at__lt=F("last_sign_at"))
    return Q(sleep_ask_on__isnull=True) & not_yet | Q(sleep_ask_on__lte=timezone.localdate(now))
