"""Reading concerns: for professionals of the same neighbourhood only."""

import uuid

from django.db.models import QuerySet

from gebuur.apps.boundaries.models import Concern
from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou


def get_concern_for(staff: Person, pk: uuid.UUID) -> Concern:
    """A concern of the staff member's own neighbourhood."""
    rows = Concern.objects.select_related("about__street", "raised_by", "taken_by")
    found = rows.filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None or not permissions.works_with(staff, found.neighbourhood_id):
        raise NotForYou
    return found


def list_open_concerns(place: Neighbourhood) -> QuerySet[Concern]:
    """What is not closed, the oldest first, without its text."""
    return _listed(place).exclude(state=Concern.State.CLOSED).order_by("created_at")


def list_closed_concerns(place: Neighbourhood, *, limit: int = 50) -> QuerySet[Concern]:
    """The last ones that were closed."""
    return _listed(place).filter(state=Concern.State.CLOSED).order_by("-closed_at")[:limit]


def count_open_concerns(place: Neighbourhood) -> int:
    return list_open_concerns(place).count()


def _listed(place: Neighbourhood) -> QuerySet[Concern]:
    concerns = Concern.objects.filter(neighbourhood=place)
    return concerns.select_related("about", "taken_by").defer("text", "outcome")
