"""What stands in somebody's own calendar: the dates of her groups, or the open ones of one group. Never a name."""

import datetime as dt
import uuid

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gebuur.apps.initiatives.models import Activity, FeedKey, Initiative, Member
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


def list_feed_keys_of(member: Member) -> list[FeedKey]:
    """Her living addresses: about this group, and about all of hers once she has a voice here."""
    keys = FeedKey.objects.filter(person=member.person_id, ended_at__isnull=True)
    shown = (None, member.initiative_id) if member.has_voice else (member.initiative_id,)
    return [key for key in keys.order_by("made_at") if key.initiative_id in shown]


def list_happenings_of(key: FeedKey, *, now: dt.datetime) -> list[Happening]:
    """The dates of the groups she is in now; who has left a group reads nothing more of it."""
    hers = Member.objects.filter(person=key.person, state=Member.State.MEMBER)
    dates = Activity.objects.filter(initiative__in=hers.values("initiative"))
    if key.initiative_id:
        dates = dates.filter(initiative=key.initiative_id)
    return _happenings(dates, now=now)


def get_public_group(pk: uuid.UUID) -> Initiative:
    """A group that shows itself, wherever it is."""
    shown = Initiative.objects.filter(is_hidden=False, state=Initiative.State.ACTIVE)
    found = shown.filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def list_open_happenings(initiative: Initiative, *, now: dt.datetime) -> list[Happening]:
    """What everybody may come to."""
    dates = Activity.objects.filter(initiative=initiative, is_public=True)
    return _happenings(dates, now=now)


def _happenings(dates: QuerySet[Activity], *, now: dt.datetime) -> list[Happening]:
    near = dates.filter(starts_at__gt=now - BACK, starts_at__lt=now + AHEAD)
    return [
        _happening(one) for one in near.select_related("initiative").order_by("starts_at", "pk")
    ]


def _happening(one: Activity) -> Happening:
    """Calendars that do not understand that something is called off still show the words.

    What lay ahead when the group closed does not go on. The address is the page of the group, which is there for
    who is not signed in as well.
    """
    closed_at = one.initiative.closed_at
    ends_with_group = closed_at is not None and one.starts_at > closed_at
    is_off = ends_with_group or one.called_off_at is not None
    page = reverse("initiatives:initiative-detail", kwargs={"pk": one.initiative_id})
    off = _("Called off: %(what)s") % {"what": one.title}
    return Happening(
        uid=f"{one.pk}@gebuur",
        starts_at=one.starts_at,
        minutes=one.minutes,
        words=off if is_off else one.title,
        where=one.where,
        note=one.note,
        address=settings.SITE_ADDRESS + page,
        changed_at=max(one.changed_at, closed_at) if closed_at else one.changed_at,
        is_open=one.is_public,
        is_called_off=is_off,
    )
