"""Who may do what with workshops."""

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_staff
from gebuur.apps.workshops.models import Workshop


def can_edit(actor: Person, workshop: Workshop) -> bool:
    """Staff of an organisation change its workshops together."""
    return is_staff(actor) and actor.neighbourhood.organisation_id == workshop.organisation_id
