"""Who may change what in reflections beyond their writer."""

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_coordinator, is_staff
from gebuur.apps.reflection.models import OwnCase


def may_write_case(actor: Person) -> bool:
    """Staff write cases for their organisation."""
    return is_staff(actor)


def may_change_case(actor: Person, case: OwnCase) -> bool:
    """Who wrote it, and coordinators of the organisation: somebody must be able to when the writer left."""
    if actor.neighbourhood.organisation_id != case.organisation_id:
        return False
    return is_coordinator(actor) or (is_staff(actor) and case.writer_id == actor.pk)
