"""Who may run a workshop: staff of the place, and its trainers."""

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.workshops.models import Session


def can_run(actor: Person | None, session: Session) -> bool:
    """Colleagues of the same place may take over from each other while a session runs."""
    return works_with(actor, session.neighbourhood_id)
