"""Who may do what with what is learned, beyond their own reflections."""

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_coordinator, is_staff, works_with
from gebuur.apps.reflection.models import OwnCase, VoiceRound


def can_lead_round(actor: Person | None, one: VoiceRound) -> bool:
    """Close, delete, hide a line: who opened the round, and a coordinator of the place."""
    if actor is None or not works_with(actor, one.neighbourhood_id):
        return False
    return one.opened_by_id == actor.pk or is_coordinator(actor)


def can_write_case(actor: Person) -> bool:
    """Staff write cases for their organisation."""
    return is_staff(actor)


def can_change_case(actor: Person, case: OwnCase) -> bool:
    """Who wrote it, and coordinators of the organisation: somebody must be able to when the writer left."""
    if actor.neighbourhood.organisation_id != case.organisation_id:
        return False
    return is_coordinator(actor) or (is_staff(actor) and case.writer_id == actor.pk)
