"""Whom not to pair."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.volunteers.models import NotTogether


@transaction.atomic
def keep_apart(one: Person, other: Person, *, actor: Person) -> None:
    """Never pair these two again; nobody stores why."""
    if actor.pk not in (one.pk, other.pk) and not works_with(actor, one.neighbourhood_id):
        raise PermissionDenied
    if one.pk == other.pk or one.neighbourhood_id != other.neighbourhood_id:
        raise PermissionDenied
    first, second = sorted((one, other), key=lambda person: person.pk)
    NotTogether.objects.get_or_create(
        a=first, b=second, defaults={"neighbourhood_id": one.neighbourhood_id}
    )


@transaction.atomic
def together_again(one: Person, other: Person, *, actor: Person) -> None:
    """Pair these two again, when that was asked."""
    if not works_with(actor, one.neighbourhood_id):
        raise PermissionDenied
    first, second = sorted((one, other), key=lambda person: person.pk)
    NotTogether.objects.filter(a=first, b=second).delete()
