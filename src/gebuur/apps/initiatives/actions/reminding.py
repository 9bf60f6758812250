"""A word to who took a place: it moved, it is called off, it is tomorrow. One message for each reader."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from gebuur.apps.initiatives.models import Activity, Initiative, Member, Taking
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.initiatives.queries.activities import start_of
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.queries import way_to

LINK_LASTS = dt.timedelta(days=14)
AT_ONCE = 200


def tell_takers(dates: list[Activity], template: str, *, but: Seat, now: dt.datetime) -> None:
    """Write to everybody who took a place in one of these dates, once; not to who did it herself."""
    hers: dict[Member, list[Activity]] = {}
    for activity in dates:
        for member in _takers(activity):
            if member.pk != but.member.pk:
                hers.setdefault(member, []).append(activity)
    for member, mine in hers.items():
        _write(member, mine, template, now=now)


def remind_dates(*, now: dt.datetime) -> int:
    """The day before, remind who took a place, once; not who took it only today."""
    tomorrow = timezone.localdate(now) + dt.timedelta(days=1)
    due = Activity.objects.filter(
        starts_at__gte=start_of(tomorrow),
        starts_at__lt=start_of(tomorrow + dt.timedelta(days=1)),
        initiative__state=Initiative.State.ACTIVE,
        called_off_at__isnull=True,
        held_at__isnull=True,
        reminded_at__isnull=True,
    ).select_related("initiative")
    return sum(_remind(activity, now=now) for activity in list(due[:AT_ONCE]))


@transaction.atomic
def _remind(activity: Activity, *, now: dt.datetime) -> bool:
    claimed = Activity.objects.filter(pk=activity.pk, reminded_at__isnull=True).update(
        reminded_at=now
    )
    if not claimed:
        return False
    for member in _takers(activity, before=start_of(timezone.localdate(now))):
        _write(member, [activity], "date_tomorrow", now=now)
    return True


def _takers(activity: Activity, *, before: dt.datetime | None = None) -> list[Member]:
    """Members with a place in it, each once."""
    taken = Taking.objects.filter(place__activity=activity)
    if before is not None:
        taken = taken.filter(at__lt=before)
    here = Member.objects.filter(pk__in=taken.values("member"), state=Member.State.MEMBER)
    return list(here.select_related("person__neighbourhood").order_by("pk"))


def _write(member: Member, dates: list[Activity], template: str, *, now: dt.datetime) -> None:
    """Over her own channel; a letter would come too late, so who has a phone is called."""
    person, group = member.person, dates[0].initiative
    channel = Channel.PHONE if way_to(person) == Channel.LETTER and person.phone else None
    link = outbox.make_link(person, "initiatives:door", group, expires_at=now + LINK_LASTS)
    outbox.send(
        person,
        template=f"initiatives/messages/{template}",
        context={"dates": dates, "group": group, "link": link},
        thing=dates[0],
        channel=channel,
    )
