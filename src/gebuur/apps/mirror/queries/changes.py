"""The changes that a coordinator named."""

import uuid

from django.db.models import QuerySet

from gebuur.apps.mirror.models import Change
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou


def list_changes(place: Neighbourhood) -> QuerySet[Change]:
    """The latest change first."""
    return Change.objects.filter(neighbourhood=place).order_by("-on")


def get_change_for(staff: Person, pk: uuid.UUID | None) -> Change:
    """A change in the staff member's own neighbourhood."""
    found = Change.objects.filter(neighbourhood=staff.neighbourhood_id)
    change = None if pk is None else found.filter(pk=pk).first()
    if change is None:
        raise NotForYou
    return change
