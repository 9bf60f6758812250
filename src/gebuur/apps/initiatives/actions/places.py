"""Places in a date: laid, mended, taken, given back. Two who press for the last one: one has it."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.models import Activity, Member, Place, Taking
from gebuur.apps.initiatives.permissions import Seat, can_act
from gebuur.core.errors import RuleBroken


class PlaceFull(RuleBroken):
    """Enough neighbours took this place."""


class PlaceTaken(RuleBroken):
    """Somebody counts on a place that would go."""


class DateGone(RuleBroken):
    """The date is over, or called off."""


@dataclass(frozen=True)
class Wanted:
    """What somebody can do at a date, and how many are wanted; None is everybody who likes to."""

    name: str
    most: int | None = None


def lay_places(activity: Activity, wanted: tuple[Wanted, ...]) -> None:
    """The places of a new date, in the order in which they were written."""
    Place.objects.bulk_create(
        Place(
            neighbourhood_id=activity.neighbourhood_id,
            activity=activity,
            name=one.name,
            most=one.most,
            position=position,
        )
        for position, one in enumerate(wanted)
    )


def mend_places(activity: Activity, wanted: tuple[Wanted, ...]) -> None:
    """Other places: what somebody took stays, and is never made too small for who took it."""
    _wait_for(activity)
    names = {one.name.casefold(): one for one in wanted}
    known = set()
    here = Count("takings", filter=Q(takings__member__state=Member.State.MEMBER))
    for place in activity.places.annotate(taken=here):
        new = names.get(place.name.casefold())
        if new is None:
            _remove(place, place.taken)
            continue
        if new.most is not None and new.most < place.taken:
            raise PlaceTaken(
                _("%(n)d neighbours do “%(what)s” already. Leave at least that many places.")
                % {"n": place.taken, "what": place.name}
            )
        position = list(names).index(place.name.casefold())
        Place.objects.filter(pk=place.pk).update(name=new.name, most=new.most, position=position)
        known.add(place.name.casefold())
    fresh = [(at, one) for at, (name, one) in enumerate(names.items()) if name not in known]
    for position, one in fresh:
        Place.objects.create(
            neighbourhood_id=activity.neighbourhood_id,
            activity=activity,
            name=one.name,
            most=one.most,
            position=position,
        )


@transaction.atomic
def take_place(place: Place, *, actor: Seat, now: dt.datetime) -> None:
    """Say that she comes, or does this; pressing twice is once."""
    _check(place, actor)
    _wait_for(place.activity)
    _check_goes_on(place.activity, now=now)
    taken = Taking.objects.filter(place=place, member__state=Member.State.MEMBER)
    if taken.filter(member=actor.member).exists():
        return
    place.refresh_from_db(fields=["most"])
    if place.most is not None and taken.count() >= place.most:
        raise PlaceFull(_("Somebody else was just before you. There is no place left for this."))
    try:
        with transaction.atomic():
            Taking.objects.create(
                neighbourhood_id=place.neighbourhood_id,
                place=place,
                member=actor.member,
                at=now,
                typed_by=actor.typed_by,
            )
    except IntegrityError:
        return
    sign(actor, Verb.DECIDED, act="place-taken", now=now)


@transaction.atomic
def give_back_place(place: Place, *, actor: Seat, now: dt.datetime) -> None:
    """It does not suit after all; no reason is asked."""
    _check(place, actor)
    _wait_for(place.activity)
    _check_goes_on(place.activity, now=now)
    gone, _kinds = Taking.objects.filter(place=place, member=actor.member).delete()
    if gone:
        sign(actor, Verb.DECIDED, act="place-given-back", now=now)


def _check(place: Place, actor: Seat) -> None:
    if not can_act(actor) or place.activity.initiative_id != actor.initiative.pk:
        raise PermissionDenied


def _wait_for(activity: Activity) -> None:
    """Touch the row first: whoever presses at the same time waits, and then sees what the other did."""
    Activity.objects.filter(pk=activity.pk).update(minutes=F("minutes"))
    activity.refresh_from_db()


def _check_goes_on(activity: Activity, *, now: dt.datetime) -> None:
    is_over = activity.starts_at + dt.timedelta(minutes=activity.minutes) <= now
    if is_over or activity.called_off_at or activity.held_at:
        raise DateGone(_("This is over, or it was called off."))


def _remove(place: Place, taken: int) -> None:
    if taken:
        raise PlaceTaken(
            _("Somebody does “%(what)s”. Leave it there, or ask her to give it back.")
            % {"what": place.name}
        )
    place.delete()
