"""The call-back list."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.utils import timezone

from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import Call


def add_call(
    place: Neighbourhood,
    *,
    actor: Person | None,
    call_at: dt.datetime,
    person: Person | None = None,
    name: str = "",
    phone: str = "",
    about: str = "",
) -> Call:
    """Put somebody on the list to phone back. `actor` is None when the neighbour asked it herself."""
    if actor is not None and not permissions.works_with(actor, place.pk):
        raise PermissionDenied
    return Call.objects.create(
        neighbourhood=place, person=person, name=name, phone=phone, about=about, call_at=call_at
    )


def finish_call(call: Call, *, actor: Person) -> None:
    """They spoke."""
    _check(call, actor)
    Call.objects.filter(pk=call.pk, done_at__isnull=True).update(
        done_at=timezone.now(), done_by=actor
    )


def try_call_again(call: Call, *, actor: Person, call_at: dt.datetime) -> None:
    """Nobody picked up; try again later."""
    _check(call, actor)
    Call.objects.filter(pk=call.pk, done_at__isnull=True).update(
        call_at=call_at, tries=F("tries") + 1
    )


def _check(call: Call, actor: Person) -> None:
    if not permissions.works_with(actor, call.neighbourhood_id):
        raise PermissionDenied
