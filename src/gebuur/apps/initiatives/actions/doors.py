"""The link of one's own, by which a member without an account comes into her group."""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.initiatives.actions.groups import begin_initiative
from gebuur.apps.initiatives.models import Charge, Initiative, Member
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.actions import Secret
from gebuur.apps.outbox.models import AnswerLink

LINK_LASTS = dt.timedelta(days=365)
DOOR = "initiatives:door"


def send_door(member: Member, template: str, *, now: dt.datetime) -> Secret:
    """Write to a member in words that tell nothing of the group, with a link of her own."""
    link = outbox.make_link(member.person, DOOR, member.initiative, expires_at=now + LINK_LASTS)
    outbox.send(
        member.person,
        template=f"initiatives/messages/{template}",
        context={"link": link, "group": member.initiative},
        thing=member,
    )
    return link


@transaction.atomic
def begin_with_door(
    place: Neighbourhood, *, actor: Person, now: dt.datetime, **facts: Any
) -> tuple[Initiative, Secret]:
    """Begin a group, and give who began it a link of her own: on the screen once, and over her channel."""
    initiative = begin_initiative(place, actor=actor, now=now, **facts)
    first = Member.objects.select_related("person__neighbourhood", "initiative").get(
        initiative=initiative, person=actor
    )
    return initiative, send_door(first, "your_group", now=now)


def renew_door(member: Member, template: str, *, now: dt.datetime) -> None:
    """End the links this member had, also one that somebody else saw, and send a new one over her own channel."""
    AnswerLink.objects.filter(
        person=member.person_id, purpose=DOOR, thing=member.initiative_id, ended_at__isnull=True
    ).update(ended_at=now)
    send_door(member, template, now=now)


@transaction.atomic
def send_door_again(member: Member, *, actor: Person, now: dt.datetime) -> None:
    """Staff sends a member a new link, when she asks for it."""
    if not works_with(actor, member.neighbourhood_id) or member.state != Member.State.MEMBER:
        raise PermissionDenied
    renew_door(member, "your_group", now=now)


def tell_lead(initiative: Initiative, template: str, *, now: dt.datetime) -> None:
    """Write to everybody who carries the lead."""
    lead = Member.objects.filter(
        initiative=initiative,
        state=Member.State.MEMBER,
        holdings__charge=Charge.LEAD,
        holdings__until__isnull=True,
    )
    for member in lead.select_related("person__neighbourhood", "initiative").distinct():
        send_door(member, template, now=now)
