"""Making a flyer, so that whoever comes in with it is known to have come with it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.volunteers.models import Flyer
from gebuur.core.tokens import new_code

CODE_LETTERS = 8


@transaction.atomic
def make_flyer(
    place: Neighbourhood,
    *,
    actor: Person,
    needs: Iterable[dict[str, Any]],
    language: str,
    contact: Person,
    where: str,
    now: dt.datetime,
) -> Flyer:
    """Keep what a flyer asks for; the words are made when it is shown or printed."""
    if not works_with(actor, place.pk) or not works_with(contact, place.pk):
        raise PermissionDenied
    flyer = Flyer.objects.create(
        neighbourhood=place,
        code=new_code(CODE_LETTERS),
        needs=list(needs),
        language=language,
        where=where,
        contact=contact,
        made_by=actor,
        made_at=now,
    )
    chronicle.record(
        Verb.BEGAN,
        flyer,
        act="flyer",
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=place,
        at=now,
    )
    return flyer
