"""Beginning a group, changing what it says of itself, and the line that every act of a group leaves."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.models import Charge, Holding, Initiative, Member
from gebuur.apps.initiatives.permissions import Seat, can_lead, can_welcome
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
    is_surely_her: bool = True,
) -> Initiative:
    """A neighbour begins something; she is its first member and carries every charge until others do.

    A form without an account is not surely filled in by the person whose name and number stand in it:
    then nobody has a voice until the desk has heard her.
    """
    if actor.neighbourhood_id != place.pk or (typed_by and not works_with(typed_by, place.pk)):
        raise PermissionDenied
    is_known = typed_by or (is_surely_her and actor.entered_by_id)
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
        known_at=now if is_known else None,
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


@transaction.atomic
def change_initiative(
    *, actor: Seat, title: str, aim: str, meets: str, street: Street | None, now: dt.datetime
) -> None:
    """Say anew what the group is; who carries the lead does."""
    _must_lead(actor)
    Initiative.objects.filter(pk=actor.initiative.pk).update(
        title=title, aim=aim, meets=meets, street=street
    )
    sign(actor, Verb.DECIDED, act="group-changed", now=now)


@transaction.atomic
def hide_initiative(*, actor: Seat, now: dt.datetime) -> None:
    """Take the group from the public list at once; any voice may, and who carries the lead."""
    if not (can_welcome(actor) or can_lead(actor)):
        raise PermissionDenied
    hidden = Initiative.objects.filter(pk=actor.initiative.pk, is_hidden=False)
    if hidden.update(is_hidden=True):
        sign(actor, Verb.DECIDED, act="group-hidden", now=now)


@transaction.atomic
def show_initiative(*, actor: Seat, now: dt.datetime) -> None:
    """Let everybody see the group again; only who carries the lead does."""
    _must_lead(actor)
    if Initiative.objects.filter(pk=actor.initiative.pk, is_hidden=True).update(is_hidden=False):
        sign(actor, Verb.DECIDED, act="group-shown", now=now)


def _must_lead(seat: Seat) -> None:
    if not can_lead(seat):
        raise NotYours(_("Only a neighbour who carries the lead does this."))


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
