"""Giving and ending roles."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.models import Membership, Person


@transaction.atomic
def give_role(
    person: Person,
    role: str,
    *,
    actor: Person | None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Membership:
    """Give a role from today on. `actor` is None only at set-up and in imports run by the operator."""
    if actor is not None and not permissions.is_coordinator(actor):
        raise PermissionDenied
    if actor is not None and actor.neighbourhood_id != person.neighbourhood_id:
        raise PermissionDenied
    membership, _made = Membership.objects.get_or_create(
        neighbourhood=person.neighbourhood,
        person=person,
        role=role,
        until=until,
        defaults={"since": since or timezone.localdate(), "given_by": actor},
    )
    return membership


@transaction.atomic
def end_role(membership: Membership, *, actor: Person) -> None:
    """End a role now: the next page this person opens no longer knows it."""
    own_staff = (
        permissions.is_coordinator(actor) and actor.neighbourhood_id == membership.neighbourhood_id
    )
    if not own_staff and actor.pk != membership.person_id:
        raise PermissionDenied
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    if membership.since > yesterday:
        membership.delete()
        return
    membership.until = yesterday
    membership.save(update_fields=["until"])


@transaction.atomic
def take_over_roles(person: Person, *, of: Person) -> Person:
    """Two entries turned out to be one person with one account: she keeps hers, with the roles of both."""
    if person.pk == of.pk:
        return person
    for membership in Membership.objects.filter(person=of):
        own = Membership.objects.filter(person=person, role=membership.role, until=membership.until)
        if own.exists():
            membership.delete()
        else:
            membership.person = person
            membership.save(update_fields=["person"])
    of.left_at = timezone.now()
    of.save(update_fields=["left_at"])
    return person
