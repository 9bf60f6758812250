"""Writing what changed in our way of working."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.mirror.models import Change
from gebuur.apps.mirror.permissions import can_name_change
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import RuleBroken


class ChangeNamedAlready(RuleBroken):
    """There is a change on this day."""


@transaction.atomic
def name_change(
    place: Neighbourhood, *, actor: Person, on: dt.date, what: str, now: dt.datetime
) -> Change:
    """Write down since when we work otherwise, so that before and after can be compared."""
    if not can_name_change(actor, place.pk):
        raise PermissionDenied
    try:
        with transaction.atomic():
            change = Change.objects.create(
                neighbourhood=place, on=on, what=what, named_by=actor, created_at=now
            )
    except IntegrityError as error:
        raise ChangeNamedAlready(
            _("There is a change on this day already. Take it away first, or choose another day.")
        ) from error
    _record(change, act="change-named", actor=actor, at=now)
    return change


@transaction.atomic
def take_change_away(change: Change, *, actor: Person, now: dt.datetime) -> None:
    """Take a change away that was a mistake; the figures themselves do not change."""
    if not can_name_change(actor, change.neighbourhood_id):
        raise PermissionDenied
    gone, _tables = Change.objects.filter(pk=change.pk).delete()
    if gone:
        _record(change, act="change-taken-away", actor=actor, at=now)


def _record(change: Change, *, act: str, actor: Person, at: dt.datetime) -> None:
    chronicle.record(
        Verb.DECIDED,
        change,
        act=act,
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=change.neighbourhood,
        at=at,
    )
