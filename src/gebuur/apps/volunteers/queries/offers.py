"""Reading offers, for staff."""

import datetime as dt
import uuid

from django.db.models import Count, Q, QuerySet

from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers.models import NotTogether, Offer, OfferedTask
from gebuur.core.errors import NotForYou


def list_offers(place: Neighbourhood, *, with_stopped: bool = False) -> QuerySet[Offer]:
    """Living offers, those who wait longest for a first time on top."""
    offers = Offer.objects.filter(neighbourhood=place)
    if not with_stopped:
        offers = offers.filter(stopped_at__isnull=True)
    counted = offers.annotate(times=Count("matches", filter=Q(matches__made_at__isnull=False)))
    return counted.select_related("person__street").order_by("last_match_at", "created_at", "pk")


def get_offer_for(staff: Person, pk: uuid.UUID) -> Offer:
    """An offer in the staff member's own neighbourhood."""
    found = Offer.objects.select_related(
        "person__street", "neighbourhood__organisation", "entered_by"
    ).filter(pk=pk, neighbourhood=staff.neighbourhood_id)
    offer = found.first()
    if offer is None:
        raise NotForYou
    return offer


def get_own_offer(person: Person) -> Offer:
    """The living offer of this person."""
    found = Offer.objects.filter(person=person, stopped_at__isnull=True)
    offer = found.select_related("person__street", "neighbourhood__organisation").first()
    if offer is None:
        raise NotForYou
    return offer


def get_ticked_for(staff: Person, offer_pk: uuid.UUID, task_key: str) -> OfferedTask:
    """A ticked task of an offer in the staff member's own neighbourhood."""
    ticked = OfferedTask.objects.filter(offer=offer_pk, neighbourhood=staff.neighbourhood_id)
    found = next((one for one in ticked.select_related("task") if one.task.key == task_key), None)
    if found is None:
        raise NotForYou
    return found


def list_apart(person: Person) -> list[Person]:
    """People who are not paired with this one; nobody knows why."""
    pairs = NotTogether.objects.filter(Q(a=person) | Q(b=person)).select_related("a", "b")
    return [pair.b if pair.a_id == person.pk else pair.a for pair in pairs.order_by("created_at")]


def pause_is_over(offer: Offer, *, today: dt.date) -> bool:
    """Whether the last day of a pause has come and she has not said yet what now."""
    return offer.paused_until is not None and offer.paused_until <= today
