"""Who may make and run workshops."""

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_staff, works_with
from gebuur.apps.workshops.models import Session, Workshop


def can_edit(actor: Person, workshop: Workshop) -> bool:
    """Staff of an organisation change its workshops together."""
    return is_staff(actor) and actor.neighbourhood.organisation_id == workshop.organisation_id


def can_run(actor: Person | None, session: Session) -> bool:
    """Colleagues of the same place may take over from each other while a session runs."""
    return works_with(actor, session.neighbourhood_id)
