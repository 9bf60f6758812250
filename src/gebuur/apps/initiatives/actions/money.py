"""Writing in the money book. Nothing is rubbed out: a mistake gets a line against it."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.models import MoneyLine
from gebuur.apps.initiatives.permissions import Seat, can_write_money
from gebuur.core.errors import RuleBroken


class LineUndone(RuleBroken):
    """A line is set right once, and a line that sets right stays."""


@transaction.atomic
def note_money(*, actor: Seat, on: dt.date, what: str, cents: int, now: dt.datetime) -> MoneyLine:
    """Money that came in (above zero) or went out, by who keeps it."""
    if not can_write_money(actor):
        raise PermissionDenied
    line = _write(actor=actor, on=on, what=what, cents=cents, now=now)
    sign(actor, Verb.DID, act="money-noted", now=now)
    return line


@transaction.atomic
def undo_money(line: MoneyLine, *, actor: Seat, now: dt.datetime) -> MoneyLine:
    """Set a line right with the same amount the other way, today."""
    if not can_write_money(actor) or line.initiative_id != actor.initiative.pk:
        raise PermissionDenied
    said = _("This line was set right already.")
    if line.against_id:
        raise LineUndone(said)
    try:
        with transaction.atomic():
            undone = _write(
                actor=actor,
                on=timezone.localdate(now),
                what=line.what,
                cents=-line.cents,
                now=now,
                against=line,
            )
    except IntegrityError as error:
        raise LineUndone(said) from error
    sign(actor, Verb.DID, act="money-set-right", now=now)
    return undone


def _write(
    *,
    actor: Seat,
    on: dt.date,
    what: str,
    cents: int,
    now: dt.datetime,
    against: MoneyLine | None = None,
) -> MoneyLine:
    return MoneyLine.objects.create(
        neighbourhood=actor.initiative.neighbourhood,
        initiative=actor.initiative,
        on=on,
        what=what,
        cents=cents,
        against=against,
        noted_by=actor.member,
        typed_by=actor.typed_by,
        noted_at=now,
    )
