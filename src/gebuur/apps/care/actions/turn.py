"""Deciding by which turn bonus the neighbourhood divides."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from gebuur.apps.care.models import TurnBonus
from gebuur.apps.care.permissions import can_set_turn
from gebuur.apps.care.queries.turn import derive_turn_for
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import RuleBroken


class TurnChanged(RuleBroken):
    """Somebody else decided at the same moment."""


def approve_turn(
    place: Neighbourhood, *, metres: int, actor: Person, now: dt.datetime
) -> TurnBonus:
    """Divide from now on by the bonus derived from our own figures; the one before is kept as history."""
    if not can_set_turn(actor, place):
        raise PermissionDenied
    found = derive_turn_for(place, metres=metres, now=now)
    try:
        with transaction.atomic():
            _held(place).update(ended_at=now)
            turn = TurnBonus.objects.create(
                neighbourhood=place,
                new_curve=list(found.new_curve),
                wait_curve=list(found.wait_curve),
                metres=metres,
                new_people=found.new_people,
                matched_people=found.matched_people,
                left=found.left,
                approved_by=actor,
                approved_at=now,
            )
            _record(turn, "turn-bonus", actor=actor, at=now)
    except IntegrityError as error:
        raise TurnChanged(
            _("A colleague decided this a moment ago. Look at what counts now.")
        ) from error
    return turn


@transaction.atomic
def turn_by_hand(place: Neighbourhood, *, actor: Person, now: dt.datetime) -> None:
    """Go back to the hand-set bonus; without an approved one nothing changes."""
    if not can_set_turn(actor, place):
        raise PermissionDenied
    turn = _held(place).first()
    if turn is not None and _held(place).update(ended_at=now):
        _record(turn, "turn-by-hand", actor=actor, at=now)


def _held(place: Neighbourhood) -> models.QuerySet[TurnBonus]:
    return TurnBonus.objects.filter(neighbourhood=place, ended_at__isnull=True)


def _record(turn: TurnBonus, act: str, *, actor: Person, at: dt.datetime) -> None:
    chronicle.record(
        Verb.DECIDED,
        turn,
        act=act,
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=turn.neighbourhood,
        at=at,
    )
