"""Who may do what in the mirror."""

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_coordinator


def can_name_change(actor: Person | None, neighbourhood_id: object) -> bool:
    """Whether she may say what changed in the way of working: a coordinator, in her own neighbourhood."""
    return (
        actor is not None and actor.neighbourhood_id == neighbourhood_id and is_coordinator(actor)
    )
