"""Beginning a group, and the line that every act of a group leaves."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.models import Charge, Holding, Initiative, Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Street
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.core.errors import RuleBroken


class NotYours(RuleBroken):
    """Only somebody whom the group trusts with this may do it."""


@transaction.atomic
def begin_initiative(
    place: Neighbourhood,
    *,
    actor: Person,
    title: str,
    aim: str,
    now: dt.datetime,
    meets: str = "",
    street: Street | None = None,
    typed_by: Person | None = None,
) -> Initiative:
    """A neighbour begins something; she is its first member and carries every charge until others do."""
    if actor.neighbourhood_id != place.pk or (typed_by and not works_with(typed_by, place.pk)):
        raise PermissionDenied
    initiative = Initiative.objects.create(
        neighbourhood=place,
        title=title,
        aim=aim,
        meets=meets,
        street=street,
        began_by=actor,
        began_at=now,
        last_sign_at=now,
    )
    first = Member.objects.create(
        neighbourhood=place,
        initiative=initiative,
        person=actor,
        state=Member.State.MEMBER,
        asked_at=now,
        joined_at=now,
        known_at=now if typed_by or actor.entered_by_id else None,
        typed_by=typed_by,
    )
    Holding.objects.bulk_create(
        Holding(
            neighbourhood=place,
            initiative=initiative,
            member=first,
            charge=charge,
            how=Holding.How.FOUNDED,
            since=now,
        )
        for charge in Charge
    )
    sign(Seat(first, typed_by), Verb.BEGAN, act="initiative", now=now)
    return initiative


def sign(seat: Seat, verb: Verb, *, act: str, now: dt.datetime) -> None:
    """Write an act of a member into the chronicle, as a line about the group, and note a sign of life."""
    initiative = seat.initiative
    chronicle.record(
        verb,
        initiative,
        act=act,
        actor=seat.person,
        neighbourhood=initiative.neighbourhood,
        actor_kind=ActorKind.NEIGHBOUR,
        street=initiative.street_id,
        at=now,
    )
    Initiative.objects.filter(pk=initiative.pk, last_sign_at__lt=now).update(last_sign_at=now)
