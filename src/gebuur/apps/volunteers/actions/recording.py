"""What every act about an offer does: ask whether somebody may, and write one line in the chronicle."""

import datetime as dt

from django.core.exceptions import PermissionDenied

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.volunteers.models import Offer


def check(offer: Offer, actor: Person) -> None:
    """The person herself may, and staff of her neighbourhood."""
    if actor.pk != offer.person_id and not works_with(actor, offer.neighbourhood_id):
        raise PermissionDenied


def record(
    offer: Offer, verb: Verb, *, act: str, actor: Person, at: dt.datetime | None = None
) -> None:
    """Write down that it happened, and as what the actor did it."""
    own = actor.pk == offer.person_id
    chronicle.record(
        verb,
        offer,
        act=act,
        actor=actor,
        actor_kind=ActorKind.VOLUNTEER if own else ActorKind.PROFESSIONAL,
        neighbourhood=offer.neighbourhood,
        street=offer.person.street_id,
        at=at,
    )
