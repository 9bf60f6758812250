"""Who offered something and was never asked for anything: an alert at day 2, 7 and 14, until a person acts.

Being asked, a word on the phone and a pause settle an alert; time never does.
"""

import datetime as dt

from django.db.models import F, Q, QuerySet

from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Offer

ALERT_DAYS = (2, 7, 14)


def list_never_asked(place: Neighbourhood) -> QuerySet[Offer]:
    """Living offers, not on a pause, of people who were never asked and never helped; the oldest first."""
    never = Offer.objects.filter(
        neighbourhood=place,
        stopped_at__isnull=True,
        last_asked_at__isnull=True,
        last_match_at__isnull=True,
        paused_until__isnull=True,
    )
    return never.select_related("person__street", "contact").order_by("created_at", "pk")


def list_alerts(place: Neighbourhood, *, now: dt.datetime) -> QuerySet[Offer]:
    """Those of them for whom day 2, 7 or 14 has passed since somebody last spoke to them."""
    due = Q()
    for day in ALERT_DAYS:
        gone = dt.timedelta(days=day)
        unheard = Q(phoned_at__isnull=True) | Q(phoned_at__lt=F("created_at") + gone)
        due |= Q(created_at__lte=now - gone) & unheard
    return list_never_asked(place).filter(due)


def alert_of(offer: Offer, *, now: dt.datetime) -> int:
    """The day whose alert is open for somebody who was never asked: 2, 7 or 14; 0 when none is."""
    if offer.last_asked_at or offer.last_match_at or offer.stopped_at or offer.is_paused:
        return 0
    passed = [day for day in ALERT_DAYS if offer.created_at + dt.timedelta(days=day) <= now]
    if not passed:
        return 0
    settled = offer.phoned_at is not None and offer.phoned_at >= offer.created_at + dt.timedelta(
        days=passed[-1]
    )
    return 0 if settled else passed[-1]
