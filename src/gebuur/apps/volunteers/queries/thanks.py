"""Reading thank-yous: the log of one volunteer, and to whom we owe one."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Max, QuerySet
from django.db.models.functions import Coalesce

from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.outbox.queries import way_to
from gebuur.apps.volunteers.models import Offer, ThankYou
from gebuur.core.errors import NotForYou


@dataclass(frozen=True)
class Thanked:
    """One thank-you as its volunteer reads it."""

    giver: str
    words: str
    at: dt.datetime


def list_thanks(offer: Offer) -> list[Thanked]:
    """Every thank-you for this volunteer, the latest first."""
    rows = ThankYou.objects.filter(offer=offer).select_related("giver").order_by("-given_at", "pk")
    return [Thanked(row.giver.first_name, row.words, row.given_at) for row in rows]


def list_not_thanked(place: Neighbourhood, *, weeks: int, now: dt.datetime) -> QuerySet[Offer]:
    """Who did something and heard no thank-you from anybody for longer than this; the longest on top."""
    rows = Offer.objects.filter(
        neighbourhood=place, stopped_at__isnull=True, last_match_at__isnull=False
    ).annotate(thanked_at=Max("thank_yous__given_at"))
    waits = rows.annotate(silent_since=Coalesce("thanked_at", "last_match_at")).filter(
        silent_since__lt=now - dt.timedelta(weeks=weeks)
    )
    return waits.select_related("person__street").order_by("silent_since", "pk")


def get_thank_you_for(staff: Person, pk: uuid.UUID) -> ThankYou:
    """A thank-you in the staff member's own neighbourhood."""
    rows = ThankYou.objects.select_related("offer__person", "giver", "neighbourhood")
    found = rows.filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found


def best_way_to_thank(person: Person) -> str:
    """The way that she chose; who is phoned gets a card by hand."""
    way = way_to(person)
    return Channel.DESK if way == Channel.PHONE else way
