"""The dates of a group: what comes, what was, and who takes which place. Always for somebody."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from gebuur.apps.initiatives.models import Activity, Initiative, Member, Place, Taking
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.errors import NotForYou

SHOWN_NOW, SHOWN_IN_STREET, SHOWN_TO_ALL, SHOWN_PAST = 3, 5, 6, 12
LONGEST, IN_STREET = dt.timedelta(days=1), dt.timedelta(weeks=5)


@dataclass(frozen=True)
class PlaceSeen:
    """A place as a member sees it: who takes it, and what she can press."""

    place: Place
    takings: list[Taking]
    is_mine: bool

    @property
    def left(self) -> int | None:
        """How many more are wanted; None when everybody may."""
        return None if self.place.most is None else max(0, self.place.most - len(self.takings))

    @property
    def is_full(self) -> bool:
        return self.left == 0


@dataclass(frozen=True)
class DateSeen:
    """A date with its places, and where it stands now."""

    activity: Activity
    places: list[PlaceSeen]
    ends_at: dt.datetime
    has_begun: bool
    is_over: bool

    @property
    def mine(self) -> list[str]:
        """The names of the places she takes."""
        return [one.place.name for one in self.places if one.is_mine]

    @property
    def wanted(self) -> list[PlaceSeen]:
        """Places with a maximum that still miss somebody."""
        return [one for one in self.places if one.left]

    @property
    def goes_on(self) -> bool:
        """Neither over, nor called off: places can be taken."""
        return not (self.is_over or self.activity.called_off_at or self.activity.held_at)


def get_activity_for(initiative: Initiative, pk: uuid.UUID) -> Activity:
    """A date of this group."""
    found = _dates(initiative).filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_place_for(activity: Activity, pk: uuid.UUID | None) -> Place:
    """A place of this date."""
    found = activity.places.filter(pk__in=[pk]).first()
    if found is None:
        raise NotForYou
    return found


def list_coming(
    initiative: Initiative, member: Member | None, *, now: dt.datetime
) -> list[DateSeen]:
    """What comes and what goes on, the first one first; called off too, so that nobody stands there alone."""
    if not initiative.is_open:
        return []
    rows = _dates(initiative).filter(held_at__isnull=True, starts_at__gt=now - LONGEST)
    seen = [see(row, member, now=now) for row in rows.order_by("starts_at", "pk")]
    return [one for one in seen if not one.is_over]


def list_past(initiative: Initiative, member: Member | None, *, now: dt.datetime) -> list[DateSeen]:
    """What was, the last one first."""
    rows = _dates(initiative).filter(starts_at__lte=now).order_by("-starts_at", "pk")
    seen = [see(row, member, now=now) for row in rows[: SHOWN_PAST + 1]]
    return [one for one in seen if one.is_over or one.activity.held_at][:SHOWN_PAST]


def list_next(initiative: Initiative, member: Member | None, *, now: dt.datetime) -> list[DateSeen]:
    """The next few, for the first page of the group."""
    coming = list_coming(initiative, member, now=now)
    return [one for one in coming if not one.activity.called_off_at][:SHOWN_NOW]


def list_month(
    initiative: Initiative, member: Member | None, month: dt.date, *, now: dt.datetime
) -> list[DateSeen]:
    """Everything in the month of this day, to hang up in the kitchen."""
    begin, end = start_of(month.replace(day=1)), start_of(next_month(month))
    rows = _dates(initiative).filter(starts_at__gte=begin, starts_at__lt=end)
    return [see(row, member, now=now) for row in rows.order_by("starts_at", "pk")]


def list_public_dates(initiative: Initiative, *, now: dt.datetime) -> QuerySet[Activity]:
    """The first things everybody may come to, from today on."""
    today = start_of(timezone.localdate(now))
    return _open_dates().filter(initiative=initiative, starts_at__gte=today)[:SHOWN_TO_ALL]


def list_street_dates(place: Neighbourhood, *, now: dt.datetime) -> list[Activity]:
    """What everybody may come to in a neighbourhood in the next weeks; of a series only the first one."""
    coming = _open_dates().filter(
        neighbourhood=place,
        starts_at__gte=now,
        starts_at__lt=now + IN_STREET,
        called_off_at__isnull=True,
    )
    firsts = {one.series_id or one.pk: one for one in reversed(coming)}
    return sorted(firsts.values(), key=lambda one: one.starts_at)[:SHOWN_IN_STREET]


def see(activity: Activity, member: Member | None, *, now: dt.datetime) -> DateSeen:
    """A date with its places, for this member; None is somebody beside the group."""
    me = member.pk if member else None
    ends_at = activity.starts_at + dt.timedelta(minutes=activity.minutes)
    return DateSeen(
        activity=activity,
        places=[_see_place(place, place.takings.all(), me) for place in activity.places.all()],
        ends_at=ends_at,
        has_begun=activity.starts_at <= now,
        is_over=ends_at <= now,
    )


def start_of(day: dt.date) -> dt.datetime:
    """The first moment of a day here."""
    return dt.datetime.combine(day, dt.time(), timezone.get_default_timezone())


def next_month(day: dt.date) -> dt.date:
    """The first day of the month after."""
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _see_place(place: Place, takings: Iterable[Taking], me: uuid.UUID | None) -> PlaceSeen:
    rows = list(takings)
    return PlaceSeen(place, rows, is_mine=any(taking.member_id == me for taking in rows))


def _dates(initiative: Initiative) -> QuerySet[Activity]:
    taken = Taking.objects.filter(member__state=Member.State.MEMBER).order_by("at", "pk")
    taken = taken.select_related("member__person", "typed_by")
    places = Place.objects.prefetch_related(Prefetch("takings", queryset=taken))
    rows = Activity.objects.filter(initiative=initiative)
    return rows.select_related(
        "series", "made_by__person", "typed_by", "initiative__neighbourhood"
    ).prefetch_related(Prefetch("places", queryset=places))


def _open_dates() -> QuerySet[Activity]:
    shown = Activity.objects.filter(
        is_public=True, initiative__is_hidden=False, initiative__state=Initiative.State.ACTIVE
    )
    return shown.select_related("initiative").order_by("starts_at", "pk")
