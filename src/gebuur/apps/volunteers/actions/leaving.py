"""Stopping, with a word about our service if she wants, and coming back in one press."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Channel, Membership, Person, Role
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.queries import way_to
from gebuur.apps.volunteers.actions.check_ins import WAITING
from gebuur.apps.volunteers.actions.pauses import close_pause
from gebuur.apps.volunteers.actions.recording import check, record
from gebuur.apps.volunteers.models import CheckIn, Leaving, Offer, SmallAsk, SmallTask

DOOR_OPEN = dt.timedelta(days=730)


@transaction.atomic
def stop_offer(
    offer: Offer,
    *,
    actor: Person,
    now: dt.datetime,
    reasons: Iterable[str] = (),
    words: str = "",
    wants_talk: bool = False,
) -> None:
    """Stop; nothing has to be said about it, and the door stays open."""
    check(offer, actor)
    _lock_small(offer)
    if not Offer.objects.filter(pk=offer.pk, stopped_at__isnull=True).update(stopped_at=now):
        return
    close_pause(offer, now=now)
    _ask_nothing_more(offer, now=now)
    Leaving.objects.create(
        neighbourhood_id=offer.neighbourhood_id,
        offer=offer,
        reasons=" ".join(reasons),
        words=words,
        noted_by=actor if actor.pk != offer.person_id else None,
        left_at=now,
    )
    if wants_talk:
        with translation.override(settings.LANGUAGE_CODE):
            about = _("Stops as a volunteer and wants to talk about it.")
        outbox.add_call(
            offer.neighbourhood, actor=None, person=offer.person, about=about, call_at=now
        )
    _say_goodbye(offer, now=now)
    record(offer, Verb.DECIDED, act="offer-stopped", actor=actor, at=now)


def _lock_small(offer: Offer) -> None:
    """Wait for who answers or closes a small task of hers: those lock the task first, and so do we."""
    tasks = SmallTask.objects.filter(pk__in=_open_small(offer).values("small_task"))
    list(tasks.select_for_update().order_by("pk").values_list("pk"))


def _open_small(offer: Offer) -> QuerySet[SmallAsk]:
    return SmallAsk.objects.filter(
        offer=offer, state__in=(SmallAsk.State.ASKED, SmallAsk.State.YES)
    )


def _ask_nothing_more(offer: Offer, *, now: dt.datetime) -> None:
    for one in CheckIn.objects.filter(offer=offer, state__in=WAITING).defer("words"):
        outbox.end_links(one.pk)
        outbox.cancel_messages(one.pk)
    CheckIn.objects.filter(offer=offer, state__in=WAITING).update(
        state=CheckIn.State.LET_BE, moved_at=now
    )
    small = _open_small(offer)
    for ask in small:
        outbox.end_links(ask.pk)
        outbox.cancel_messages(ask.pk)
    small.update(state=SmallAsk.State.WITHDRAWN)


def _say_goodbye(offer: Offer, *, now: dt.datetime) -> None:
    """Thank her, with a link that brings her back in one press; who is only phoned has just heard it."""
    if way_to(offer.person) == Channel.PHONE:
        return
    link = outbox.make_link(
        offer.person, "volunteers:offer-link", offer, expires_at=now + DOOR_OPEN
    )
    outbox.send(
        offer.person, template="volunteers/messages/goodbye", context={"link": link}, thing=offer
    )


@transaction.atomic
def come_back(offer: Offer, *, actor: Person, now: dt.datetime) -> None:
    """Open the offer again as it was: tasks, times and limits are still there."""
    check(offer, actor)
    if not Offer.objects.filter(pk=offer.pk, stopped_at__isnull=False).update(stopped_at=None):
        return
    note_return(offer, now=now)
    Membership.objects.get_or_create(
        neighbourhood_id=offer.neighbourhood_id,
        person=offer.person,
        role=Role.VOLUNTEER,
        until=None,
        defaults={"since": timezone.localdate(now), "given_by": actor},
    )
    record(offer, Verb.BEGAN, act="offer-again", actor=actor, at=now)


def note_return(offer: Offer, *, now: dt.datetime) -> None:
    """Write beside the leaving that she is back."""
    Leaving.objects.filter(offer=offer, came_back_at__isnull=True).update(came_back_at=now)
