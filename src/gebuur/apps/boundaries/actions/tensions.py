"""Noting that streets are at odds, and taking a wrong tap back.

No line of the chronicle: it would keep the day, the hour and the street of something that must point at nobody.
"""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import queries
from gebuur.apps.boundaries.models import Tension
from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.core.errors import RuleBroken


class StreetTooSmall(RuleBroken):
    """In a small street a note would point at a door."""


class TooLate(RuleBroken):
    """After the day itself nobody knows any more which note it was."""


@transaction.atomic
def note_tension(
    street: Street,
    *,
    actor: Person,
    theme: str,
    kind: str,
    today: dt.date,
    other_street: Street | None = None,
) -> Tension:
    """Note a theme for a street, or for two streets; only the month is kept."""
    both = [street] if other_street is None else sorted((street, other_street), key=lambda s: s.pk)
    if any(not permissions.works_with(actor, one.neighbourhood_id) for one in both):
        raise PermissionDenied
    if any(one.households < queries.FEWEST_HOUSEHOLDS for one in both):
        raise StreetTooSmall(
            _("Fewer than ten households live there. A note would point at a door.")
        )
    return Tension.objects.create(
        neighbourhood_id=actor.neighbourhood_id,
        theme=theme,
        kind=kind,
        street=both[0],
        other_street=both[1] if other_street else None,
        month=today.replace(day=1),
        noted_by=actor,
    )


@transaction.atomic
def take_back_tension(
    tension: Tension, *, actor: Person, noted_on: dt.date, today: dt.date
) -> None:
    """Take a wrong tap back: who noted it may, on the same day. The day stands in her session only."""
    if tension.noted_by_id != actor.pk or not permissions.works_with(
        actor, tension.neighbourhood_id
    ):
        raise PermissionDenied
    if noted_on != today:
        raise TooLate(_("A note can only be taken back on the day itself."))
    tension.delete()
