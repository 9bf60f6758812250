"""The dates of a group: made, changed, called off, held."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.actions.places import Wanted, lay_places, mend_places
from gebuur.apps.initiatives.actions.reminding import tell_takers
from gebuur.apps.initiatives.models import Activity, Series
from gebuur.apps.initiatives.permissions import Seat, can_act, can_change_date
from gebuur.apps.initiatives.queries.rhythms import days_of
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

PLAIN = ("title", "minutes", "where", "note", "is_public")


class DayPast(RuleBroken):
    """A date lies ahead when it is made."""


class DateOver(RuleBroken):
    """What was called off or held is not changed any more."""


class NotBegun(RuleBroken):
    """A date is held when it has begun."""


@dataclass(frozen=True)
class Plan:
    """What somebody wants to happen, on which day, at what time, and what others can do there."""

    title: str
    day: dt.date
    at: dt.time
    where: str
    places: tuple[Wanted, ...]
    minutes: int = 120
    note: str = ""
    is_public: bool = False

    @property
    def starts_at(self) -> dt.datetime:
        return at_the_wall(self.day, self.at)


def at_the_wall(day: dt.date, at: dt.time) -> dt.datetime:
    """The moment at which a clock on the wall here says so; right on both sides of a change of the clock."""
    return dt.datetime.combine(day, at, timezone.get_default_timezone())


@transaction.atomic
def make_activity(
    plan: Plan,
    *,
    actor: Seat,
    now: dt.datetime,
    rhythm: str = "",
    until: dt.date | None = None,
) -> Activity:
    """Any member sets a date; with a rhythm, all of them until that day. Answers the first one."""
    if not can_act(actor):
        raise PermissionDenied
    _check_ahead(plan, now)
    days, series = [plan.day], None
    if rhythm and until:
        days = days_of(rhythm, plan.day, until)
        series = Series.objects.create(
            neighbourhood=actor.initiative.neighbourhood,
            initiative=actor.initiative,
            rhythm=rhythm,
            until=until,
        )
    made = [_make(plan, day, series, actor=actor, now=now) for day in days]
    sign(actor, Verb.BEGAN, act="date-made", now=now)
    return made[0]


@transaction.atomic
def change_activity(
    activity: Activity, plan: Plan, *, actor: Seat, now: dt.datetime, and_after: bool = False
) -> None:
    """Another day, hour or place: who counted on it hears so. `and_after` changes what follows in the series too."""
    if not can_change_date(actor, activity):
        raise PermissionDenied
    _check_ahead(plan, now)
    shift = plan.day - timezone.localdate(activity.starts_at)
    moved = []
    for one in _these(activity, and_after=and_after):
        day = timezone.localdate(one.starts_at) + shift
        if _change(one, plan, at_the_wall(day, plan.at), now=now):
            moved.append(one)
    sign(actor, Verb.DECIDED, act="date-changed", now=now)
    tell_takers(moved, "date_moved", but=actor, now=now)


@transaction.atomic
def call_off_activity(
    activity: Activity, *, actor: Seat, now: dt.datetime, and_after: bool = False
) -> None:
    """It does not go on; who took a place hears so."""
    if not can_change_date(actor, activity):
        raise PermissionDenied
    off = _these(activity, and_after=and_after)
    going = Activity.objects.filter(pk__in=[one.pk for one in off])
    going.filter(called_off_at__isnull=True, held_at__isnull=True).update(
        called_off_at=now, changed_at=now
    )
    for one in off:
        outbox.cancel_messages(one.pk)
    sign(actor, Verb.DECIDED, act="date-called-off", now=now)
    tell_takers(off, "date_off", but=actor, now=now)


@transaction.atomic
def hold_activity(activity: Activity, *, actor: Seat, now: dt.datetime) -> None:
    """It took place: any member may say so, once it has begun."""
    if not can_act(actor) or activity.initiative_id != actor.initiative.pk:
        raise PermissionDenied
    if activity.starts_at > now:
        raise NotBegun(_("This has not begun yet. Say so afterwards."))
    held = Activity.objects.filter(
        pk=activity.pk, called_off_at__isnull=True, held_at__isnull=True
    ).update(held_at=now)
    if not held:
        raise DateOver(_("Somebody said so already, or it was called off."))
    sign(actor, Verb.DID, act="date-held", now=now)


def _make(
    plan: Plan, day: dt.date, series: Series | None, *, actor: Seat, now: dt.datetime
) -> Activity:
    activity = Activity.objects.create(
        neighbourhood=actor.initiative.neighbourhood,
        initiative=actor.initiative,
        series=series,
        starts_at=at_the_wall(day, plan.at),
        made_by=actor.member,
        typed_by=actor.typed_by,
        changed_at=now,
        **_plain(plan),
    )
    lay_places(activity, plan.places)
    return activity


def _change(activity: Activity, plan: Plan, starts_at: dt.datetime, *, now: dt.datetime) -> bool:
    """Change one date; answers whether it moved, in time or in place."""
    moved = (activity.starts_at, activity.where) != (starts_at, plan.where)
    facts: dict[str, Any] = {"starts_at": starts_at, "changed_at": now, **_plain(plan)}
    if moved:
        facts["reminded_at"] = None
        outbox.cancel_messages(activity.pk)
    changed = Activity.objects.filter(
        pk=activity.pk, called_off_at__isnull=True, held_at__isnull=True
    ).update(**facts)
    if not changed:
        raise DateOver(_("This was called off or held already. It stays as it is."))
    mend_places(activity, plan.places)
    activity.refresh_from_db()
    return moved


def _these(activity: Activity, *, and_after: bool) -> list[Activity]:
    """This date, or this one and what follows in its series and still goes on; the first one first."""
    known = Activity.objects.select_related("initiative__neighbourhood")
    if not (and_after and activity.series_id):
        these = list(known.filter(pk=activity.pk, called_off_at__isnull=True, held_at__isnull=True))
        if not these:
            raise DateOver(_("This was called off or held already. It stays as it is."))
        return these
    after = known.filter(
        series=activity.series_id,
        starts_at__gte=activity.starts_at,
        called_off_at__isnull=True,
        held_at__isnull=True,
    )
    return list(after.order_by("starts_at", "pk"))


def _check_ahead(plan: Plan, now: dt.datetime) -> None:
    if plan.starts_at <= now:
        raise DayPast(_("That moment is over. Choose a later one."))


def _plain(plan: Plan) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in PLAIN}
