"""Taking a yes back, with what it means in the features that live on it."""

from django.db import transaction

from gebuur.apps.boundaries.actions import withdraw_hand_over
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.privacy.actions import withdraw_consent
from gebuur.apps.privacy.models import Consent


@transaction.atomic
def take_back(consent: Consent, *, actor: Person) -> None:
    """End a consent. A question that waits at a service on the strength of it is taken back there as well."""
    waiting = (HandOver.State.ASKED, HandOver.State.ACCEPTED)
    for handed in HandOver.objects.filter(consent=consent, state__in=waiting):
        withdraw_hand_over(handed, actor=actor)
    withdraw_consent(consent, actor=actor)
