"""Somebody is worried: it reaches the professionals of the neighbourhood, and nobody else.

A concern leaves no line in the chronicle: even without a name, that somebody was worried is not a fact
for anybody's picture.
"""

import uuid

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Concern
from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import RuleBroken


class ConcernTaken(RuleBroken):
    """A colleague follows this up already."""


class ConcernClosed(RuleBroken):
    """What is closed stays as it is."""


class OutcomeMissing(RuleBroken):
    """Closing says what was done."""


@transaction.atomic
def raise_concern(
    person: Person, *, raised_by: Person | None, text: str, visit: uuid.UUID | None = None
) -> Concern:
    """Tell the professionals of a person's neighbourhood that somebody is worried about her."""
    if raised_by is not None and raised_by.neighbourhood_id != person.neighbourhood_id:
        raise PermissionDenied
    return Concern.objects.create(
        neighbourhood_id=person.neighbourhood_id,
        about=person,
        raised_by=raised_by,
        visit=visit,
        text=text.strip(),
    )


@transaction.atomic
def take_concern(concern: Concern, *, actor: Person) -> Concern:
    """Say that you follow this up, so that nobody does it twice."""
    _check(concern, actor)
    free = Concern.objects.filter(pk=concern.pk, state=Concern.State.OPEN)
    if not free.update(state=Concern.State.TAKEN, taken_by=actor):
        raise ConcernTaken(_("A colleague follows this up already. Look again."))
    concern.refresh_from_db()
    return concern


@transaction.atomic
def note_outcome(concern: Concern, *, actor: Person, outcome: str) -> Concern:
    """Keep what was seen or done so far."""
    _check(concern, actor)
    if concern.state == Concern.State.CLOSED:
        raise ConcernClosed(_("This concern is closed. Raise a new one if you are still worried."))
    concern.outcome = outcome.strip()
    concern.save(update_fields=["outcome"])
    return concern


@transaction.atomic
def close_concern(concern: Concern, *, actor: Person, outcome: str) -> Concern:
    """End it, with what was done about it."""
    _check(concern, actor)
    if not outcome.strip():
        raise OutcomeMissing(_("Write in one sentence what you did or saw. Then you can close it."))
    still = Concern.objects.filter(pk=concern.pk).exclude(state=Concern.State.CLOSED)
    if not still.update(
        state=Concern.State.CLOSED, closed_at=timezone.now(), taken_by=concern.taken_by or actor
    ):
        raise ConcernClosed(_("This concern is closed. Raise a new one if you are still worried."))
    concern.outcome = outcome.strip()
    concern.save(update_fields=["outcome"])
    concern.refresh_from_db()
    return concern


def _check(concern: Concern, actor: Person) -> None:
    if not permissions.works_with(actor, concern.neighbourhood_id):
        raise PermissionDenied
