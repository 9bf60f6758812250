"""Pausing, and coming back softly: after the last day we ask once, and ask nothing else until she answers."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.queries import way_to
from gebuur.apps.volunteers.actions.recording import check, record
from gebuur.apps.volunteers.models import Offer, PausePeriod

LINK_LASTS = dt.timedelta(days=90)
AT_ONCE = 200


@transaction.atomic
def pause_offer(offer: Offer, *, actor: Person, until: dt.date, now: dt.datetime) -> None:
    """Ask nothing until a day; pausing has no price. Who pauses already pauses longer."""
    check(offer, actor)
    open_pause(offer, until=until, now=now)
    record(offer, Verb.DECIDED, act="offer-paused", actor=actor, at=now)


@transaction.atomic
def end_pause(offer: Offer, *, actor: Person, now: dt.datetime) -> None:
    """Be asked again from now on."""
    check(offer, actor)
    if close_pause(offer, now=now):
        record(offer, Verb.DECIDED, act="offer-pause-ended", actor=actor, at=now)


def ask_after_pauses(*, now: dt.datetime) -> int:
    """On the last day of a pause, ask once: start again, pause longer, or stop?"""
    over = Offer.objects.filter(
        paused_until__lte=timezone.localdate(now), stopped_at__isnull=True
    ).exclude(pauses__ended_at__isnull=True, pauses__asked_at__isnull=False)
    rows = over.select_related("person__neighbourhood").order_by("paused_until", "pk")
    return sum(_ask_after(offer, now=now) for offer in list(rows[:AT_ONCE]))


@transaction.atomic
def _ask_after(offer: Offer, *, now: dt.datetime) -> bool:
    """Write to her; who wants to be phoned comes on the list at once, the others after two weeks of silence."""
    going_on = PausePeriod.objects.filter(offer=offer, ended_at__isnull=True)
    if not going_on.filter(asked_at__isnull=True).update(asked_at=now):
        return False
    if way_to(offer.person) != Channel.PHONE:
        link = outbox.make_link(
            offer.person, "volunteers:offer-link", offer, expires_at=now + LINK_LASTS
        )
        outbox.send(
            offer.person,
            template="volunteers/messages/pause_over",
            context={"link": link},
            thing=going_on.get(),
        )
    return True


def open_pause(offer: Offer, *, until: dt.date, now: dt.datetime) -> None:
    """Begin a pause, or move the last day of the one that is going on; it lasts for today at least."""
    today = timezone.localdate(now)
    last_day = max(until, today)
    Offer.objects.filter(pk=offer.pk).update(paused_until=last_day)
    going_on = PausePeriod.objects.filter(offer=offer, ended_at__isnull=True)
    for pause in going_on:
        outbox.cancel_messages(pause.pk)
    if not going_on.update(until=last_day, asked_at=None):
        PausePeriod.objects.create(
            neighbourhood_id=offer.neighbourhood_id, offer=offer, since=today, until=last_day
        )


def close_pause(offer: Offer, *, now: dt.datetime) -> bool:
    """End the pause that is going on; False when there was none."""
    for pause in PausePeriod.objects.filter(offer=offer, ended_at__isnull=True):
        outbox.cancel_messages(pause.pk)
    PausePeriod.objects.filter(offer=offer, ended_at__isnull=True).update(ended_at=now)
    paused = Offer.objects.filter(pk=offer.pk, paused_until__isnull=False)
    return bool(paused.update(paused_until=None))
