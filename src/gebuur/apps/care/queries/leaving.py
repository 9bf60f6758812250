"""What a volunteer who stops still has on her hands."""

from gebuur.apps.care.models import Match
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import NotForYou


def get_living_offer(person: Person) -> Offer:
    """Her own offer, as long as she did not stop."""
    rows = Offer.objects.select_related("person__neighbourhood", "neighbourhood")
    offer = rows.filter(person=person, stopped_at__isnull=True).first()
    if offer is None:
        raise NotForYou
    return offer


def count_agreements(offer: Offer) -> int:
    """Agreements that go on, and for which we look for somebody else when she stops."""
    return Match.objects.filter(offer=offer, state=Match.State.ACTIVE).count()
