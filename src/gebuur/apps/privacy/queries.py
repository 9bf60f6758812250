"""Who saw whose file, and what somebody said yes to."""

import uuid

from django.db.models import QuerySet

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.privacy.models import Consent, Sight
from gebuur.core.errors import NotForYou


def list_sights(person: Person) -> QuerySet[Sight]:
    """Who opened pages about this person, the latest first."""
    return Sight.objects.filter(person=person).select_related("reader").order_by("-at")


def list_consents(person: Person) -> QuerySet[Consent]:
    """What this person said yes to and did not take back."""
    given = Consent.objects.filter(person=person, withdrawn_at__isnull=True)
    return given.select_related("noted_by").order_by("-given_at")


def get_consent_for(person: Person, pk: uuid.UUID | None) -> Consent:
    """A living yes of this person; None, out of a form with rubbish, is nobody's."""
    living = Consent.objects.filter(person=person, withdrawn_at__isnull=True)
    found = living.filter(pk=pk).first() if pk else None
    if found is None:
        raise NotForYou
    return found


def get_consent_of_place(staff: Person, pk: uuid.UUID) -> Consent:
    """A living yes of somebody in the staff member's own neighbourhood."""
    living = Consent.objects.filter(withdrawn_at__isnull=True)
    found = living.filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found
