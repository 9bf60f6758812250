"""Whose turn it is: the numbers by which a neighbourhood ranks and divides."""

import uuid

from django.db.models import QuerySet

from gebuur.apps.care.models import TurnBonus
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.prepared import prepared
from gebuur.domain import matching


def policy_for(place: Neighbourhood) -> matching.Policy:
    """The policy of this neighbourhood: the hand-set numbers, or the turn bonus it approved."""
    for new, wait in _curves(place.pk):
        return matching.Policy(new_curve=tuple(new), wait_curve=tuple(wait))
    return matching.Policy()


@prepared
def _curves(place: uuid.UUID) -> QuerySet[TurnBonus, tuple[list[int], list[int]]]:
    held = TurnBonus.objects.filter(neighbourhood=place, ended_at__isnull=True)
    return held.values_list("new_curve", "wait_curve")


def turn_of(place: Neighbourhood) -> TurnBonus | None:
    """The approved turn bonus that holds now."""
    held = TurnBonus.objects.filter(neighbourhood=place, ended_at__isnull=True)
    return held.select_related("approved_by").first()


def list_turns(place: Neighbourhood) -> list[TurnBonus]:
    """What was approved before and no longer holds, the last one first."""
    over = TurnBonus.objects.filter(neighbourhood=place, ended_at__isnull=False)
    return list(over.select_related("approved_by").order_by("-approved_at")[:10])
