"""Who may write in a legal file."""

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_coordinator, works_with
from gebuur.apps.volunteers.models import Doer, LegalItem, Offer

# What a volunteer can do herself on screen; the rest is signed, seen or paid by the organisation.
OWN_ITEMS = (LegalItem.INFORMATION, LegalItem.AGE, LegalItem.STATUS, LegalItem.DISCRETION)


def can_note(actor: Person, offer: Offer, item: LegalItem, doer: Doer) -> bool:
    """Whether the actor may note an item: whoever does it, and the coordinator everything."""
    if actor.pk == offer.person_id:
        return doer == Doer.VOLUNTEER and item in OWN_ITEMS
    if not works_with(actor, offer.neighbourhood_id):
        return False
    return doer != Doer.COORDINATOR or is_coordinator(actor)
