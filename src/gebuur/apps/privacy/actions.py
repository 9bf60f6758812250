"""Writing consent, and who saw what of whom."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.privacy.models import Consent, Sight


def note_sight(person: Person, *, reader: Person, page: str) -> None:
    """Remember that `reader` opened a page with sensitive facts about `person`; call it in the view."""
    if person.pk != reader.pk:
        Sight.objects.create(
            neighbourhood_id=person.neighbourhood_id,
            person=person,
            reader=reader,
            page=page,
            at=timezone.now(),
        )


@transaction.atomic
def give_consent(person: Person, purpose: str, *, channel: str, actor: Person) -> Consent:
    """Note that a person said yes to a purpose; `actor` is she herself or the staff member who heard it."""
    if actor.pk != person.pk and not works_with(actor, person.neighbourhood_id):
        raise PermissionDenied
    return Consent.objects.create(
        neighbourhood_id=person.neighbourhood_id,
        person=person,
        purpose=purpose,
        channel=channel,
        noted_by=actor,
        given_at=timezone.now(),
    )


@transaction.atomic
def withdraw_consent(consent: Consent, *, actor: Person) -> None:
    """End a consent now; the giver herself may, and staff who heard it."""
    if actor.pk != consent.person_id and not works_with(actor, consent.neighbourhood_id):
        raise PermissionDenied
    Consent.objects.filter(pk=consent.pk, withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now()
    )
