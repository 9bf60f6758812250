"""What stands in somebody's own calendar: the dates of her groups, or the open ones of one group. Never a name."""

import datetime as dt
import uuid

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gebuur.apps.initiatives.models import Activity, FeedKey, Initiative, Member
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.calendars import Happening
from gebuur.core.errors import NotForYou
from gebuur.core.tokens import hashed

BACK, AHEAD = dt.timedelta(days=90), dt.timedelta(days=400)


def get_feed_key_for(token: str) -> FeedKey:
    """The living key behind a secret address."""
    keys = FeedKey.objects.select_related("person__neighbourhood", "initiative")
    found = keys.filter(
        token_hash=hashed(token), ended_at__isnull=True, person__left_at__isnull=True
    ).first()
    if found is None:
        raise NotForYou
    return found


def list_feed_keys_of(person: Person, initiative: Initiative) -> list[FeedKey]:
    """Her living addresses, as far as they are about this group or about all of hers."""
    keys = FeedKey.objects.filter(person=person, ended_at__isnull=True).order_by("made_at")
    return [key for key in keys if key.initiative_id in (None, initiative.pk)]


def list_happenings_of(key: FeedKey, *, now: dt.datetime) -> list[Happening]:
    """The dates of the groups she is in now; who has left a group reads nothing more of it."""
    hers = Member.objects.filter(person=key.person, state=Member.State.MEMBER)
    dates = Activity.objects.filter(initiative__in=hers.values("initiative"))
    if key.initiative_id:
        dates = dates.filter(initiative=key.initiative_id)
    return _happenings(dates, "initiatives:activity-detail", now=now)


def get_public_group(pk: uuid.UUID) -> Initiative:
    """A group that shows itself, wherever it is."""
    shown = Initiative.objects.filter(is_hidden=False, state=Initiative.State.ACTIVE)
    found = shown.filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def list_open_happenings(initiative: Initiative, *, now: dt.datetime) -> list[Happening]:
    """What everybody may come to; it leads to the page that everybody sees."""
    dates = Activity.objects.filter(initiative=initiative, is_public=True)
    return _happenings(dates, "initiatives:initiative-detail", now=now)


def _happenings(dates: QuerySet[Activity], page: str, *, now: dt.datetime) -> list[Happening]:
    near = dates.filter(starts_at__gt=now - BACK, starts_at__lt=now + AHEAD)
    return [_happening(one, page) for one in near.order_by("starts_at", "pk")]


def _happening(one: Activity, page: str) -> Happening:
    """Calendars that do not understand that something is called off still show the words."""
    where = {"pk": one.initiative_id}
    if page == "initiatives:activity-detail":
        where["activity"] = one.pk
    off = _("Called off: %(what)s") % {"what": one.title}
    return Happening(
        uid=f"{one.pk}@gebuur",
        starts_at=one.starts_at,
        minutes=one.minutes,
        words=off if one.called_off_at else one.title,
        where=one.where,
        note=one.note,
        address=settings.SITE_ADDRESS + reverse(page, kwargs=where),
        changed_at=one.changed_at,
        is_open=one.is_public,
        is_called_off=one.called_off_at is not None,
    )
