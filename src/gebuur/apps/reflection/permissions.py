"""Who may do what with what is learned."""

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_coordinator, works_with
from gebuur.apps.reflection.models import VoiceRound


def can_lead_round(actor: Person | None, one: VoiceRound) -> bool:
    """Close, delete, hide a line: who opened the round, and a coordinator of the place."""
    if actor is None or not works_with(actor, one.neighbourhood_id):
        return False
    return one.opened_by_id == actor.pk or is_coordinator(actor)
