"""Which groups there are, for a passer-by and for somebody in them."""

import uuid

from django.db.models import Count, Q, QuerySet

from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou


def list_public(place: Neighbourhood) -> QuerySet[Initiative]:
    """Groups everybody may see, the liveliest first, with how many neighbours are in them."""
    shown = Initiative.objects.filter(
        neighbourhood=place, is_hidden=False, state=Initiative.State.ACTIVE
    )
    here = Q(members__state=Member.State.MEMBER)
    return (
        shown.select_related("street")
        .annotate(size=Count("members", filter=here))
        .order_by("-last_sign_at", "pk")
    )


def list_groups_of(person: Person) -> QuerySet[Initiative]:
    """The groups somebody is in, hidden ones too."""
    own = Member.objects.filter(person=person, state=Member.State.MEMBER)
    groups = Initiative.objects.filter(pk__in=own.values("initiative"))
    return groups.select_related("street").order_by("state", "-last_sign_at", "pk")


def get_initiative_for(place: Neighbourhood, pk: uuid.UUID) -> Initiative:
    """A group of this neighbourhood that everybody may see, also when it has closed."""
    shown = Initiative.objects.select_related("street").filter(neighbourhood=place, is_hidden=False)
    found = shown.filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found
