"""A round, as a coordinator writes it before both sides sign."""

import datetime as dt
import hashlib
import secrets
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.budget.models import Round
from gebuur.apps.budget.permissions import can_run_rounds
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person


@transaction.atomic
def make_round(place: Neighbourhood, *, actor: Person, now: dt.datetime, **facts: Any) -> Round:
    """Begin a round. The secret number for the lot is drawn now; only its hash will be seen before the count."""
    if not can_run_rounds(actor, place.pk):
        raise PermissionDenied
    seed = secrets.token_hex(16)
    one = Round.objects.create(
        neighbourhood=place,
        made_by=actor,
        made_at=now,
        seed=seed,
        seed_hash=hashlib.sha256(seed.encode()).hexdigest(),
        **facts,
    )
    chronicle.record(
        Verb.BEGAN,
        one,
        act="round",
        actor=actor,
        neighbourhood=place,
        actor_kind=ActorKind.PROFESSIONAL,
        at=now,
    )
    return one


@transaction.atomic
def change_round(one: Round, *, actor: Person, **facts: Any) -> None:
    """Write the round differently. What was signed stays as it is until both sign the next version."""
    if not can_run_rounds(actor, one.neighbourhood_id):
        raise PermissionDenied
    for name, value in facts.items():
        setattr(one, name, value)
    one.save(update_fields=list(facts))
