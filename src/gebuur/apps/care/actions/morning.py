"""One mail in the morning to whoever works at the desk, when something waits; none when nothing does."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from gebuur.apps.care.queries.desk import Day, day_of
from gebuur.apps.neighbourhood.models import Channel, Membership, Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import STAFF
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Message

TEMPLATE = "care/messages/morning"
MORNING = range(8, 11)
WORKING_DAYS = range(5)


def send_morning_mail(*, now: dt.datetime) -> int:
    """Tell staff how much waits, once a working day; tell how many mails were written."""
    here = timezone.localtime(now)
    if here.hour not in MORNING or here.weekday() not in WORKING_DAYS:
        return 0
    return sum(_tell(place, now=now) for place in Neighbourhood.objects.all())


@transaction.atomic
def _tell(place: Neighbourhood, *, now: dt.datetime) -> int:
    readers = _not_told(place, now=now)
    if not readers:
        return 0
    day = day_of(place, now=now)
    if not day.anything:
        return 0
    for reader in readers:
        outbox.send(reader, template=TEMPLATE, context=_counts(day), channel=Channel.MAIL)
    return len(readers)


def _not_told(place: Neighbourhood, *, now: dt.datetime) -> list[Person]:
    """Professionals with a mail address who got no morning mail today."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    told = Message.objects.filter(
        neighbourhood=place, template=TEMPLATE, created_at__gte=midnight
    ).values("person")
    roles = Membership.objects.held_on(timezone.localdate(now)).filter(
        neighbourhood=place, role__in=STAFF
    )
    staff = Person.objects.filter(pk__in=roles.values("person"), left_at__isnull=True)
    return list(
        staff.exclude(email="").exclude(pk__in=told).select_related("neighbourhood").order_by("pk")
    )


def _counts(day: Day) -> dict[str, object]:
    """How many, never who or what: a mail is read on many screens."""
    return {"day": day, "desk": settings.SITE_ADDRESS + reverse("desk")}
