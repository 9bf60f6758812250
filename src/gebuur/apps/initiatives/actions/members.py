"""Asking to join, being welcomed by the members, leaving, and coming back."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.doors import renew_door, tell_lead
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.actions.voices import weigh_again
from gebuur.apps.initiatives.actions.words import count, say
from gebuur.apps.initiatives.models import (
    GroupTask,
    HandingOver,
    Holding,
    Initiative,
    Member,
    Taking,
    Trust,
)
from gebuur.apps.initiatives.permissions import Seat, can_welcome
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

State = Member.State


class AnsweredAlready(RuleBroken):
    """The group has answered already."""


@transaction.atomic
def ask_to_join(
    initiative: Initiative,
    *,
    actor: Person,
    now: dt.datetime,
    words: str = "",
    typed_by: Person | None = None,
) -> Member:
    """A neighbour asks to join. Who asked or joined already gets the same answer, so that nobody can find out."""
    if (
        actor.neighbourhood_id != initiative.neighbourhood_id
        or (typed_by and not works_with(typed_by, initiative.neighbourhood_id))
        or initiative.is_hidden
        or not initiative.is_open
    ):
        raise PermissionDenied
    member, is_new = Member.objects.get_or_create(
        initiative=initiative,
        person=actor,
        defaults={
            "neighbourhood_id": initiative.neighbourhood_id,
            "words": words,
            "asked_at": now,
            "typed_by": typed_by,
        },
    )
    again = Member.objects.filter(pk=member.pk, state__in=[State.LEFT, State.DECLINED])
    fresh = {"state": State.ASKED, "words": words, "asked_at": now, "typed_by": typed_by}
    if is_new or again.update(**fresh):
        Trust.objects.filter(about=member, what=Trust.What.WELCOME).delete()
        tell_lead(initiative, "somebody_asks", now=now)
    member.refresh_from_db()
    return member


@transaction.atomic
def welcome(member: Member, *, actor: Seat, now: dt.datetime) -> None:
    """Say that somebody is welcome; with enough words she is a member, and gets a link of her own."""
    _answer(member, yes=True, actor=actor, now=now)
    said = count(member, Trust.What.WELCOME)
    if said.yes < said.needed:
        sign(actor, Verb.SUPPORTED, act="welcome", now=now)
        return
    # A form can be filled in with the name of somebody the desk knows, but her link goes to her alone.
    is_known = member.typed_by_id or member.person.entered_by_id or is_known_to_desk(member.person)
    Member.objects.filter(pk=member.pk, state=State.ASKED).update(
        state=State.MEMBER, joined_at=now, known_at=member.known_at or (now if is_known else None)
    )
    sign(actor, Verb.DECIDED, act="welcome", now=now)
    member.refresh_from_db()
    weigh_again(member)
    # Whoever began a group in her name read a link on the screen: it must not open a seat that has a voice.
    renew_door(member, "you_are_in", now=now)


@transaction.atomic
def decline(member: Member, *, actor: Seat, now: dt.datetime) -> None:
    """Say: not this time. It takes as many words as a welcome does."""
    _answer(member, yes=False, actor=actor, now=now)
    said = count(member, Trust.What.WELCOME)
    if said.no < said.needed:
        sign(actor, Verb.REFUSED, act="welcome-doubt", now=now)
        return
    Member.objects.filter(pk=member.pk, state=State.ASKED).update(state=State.DECLINED)
    sign(actor, Verb.REFUSED, act="welcome", now=now)
    outbox.send(
        member.person,
        template="initiatives/messages/not_this_time",
        context={"group": member.initiative},
        thing=member,
    )


def _answer(member: Member, *, yes: bool, actor: Seat, now: dt.datetime) -> None:
    if member.initiative_id != actor.initiative.pk or not can_welcome(actor):
        raise PermissionDenied
    Initiative.objects.select_for_update().filter(pk=member.initiative_id).values("pk").first()
    member.refresh_from_db(fields=["state", "known_at"])
    if member.state != State.ASKED:
        raise AnsweredAlready(_("The group has answered already."))
    say(member, Trust.What.WELCOME, yes=yes, actor=actor, now=now)


def is_known_to_desk(person: Person) -> bool:
    """Whether the desk said in any group that this neighbour lives here."""
    known = Member.objects.filter(person=person, known_at__isnull=False, is_vouched=False)
    return known.exists()


@transaction.atomic
def leave(*, actor: Seat, now: dt.datetime) -> None:
    """Leave in one press, without a reason. Charges, places and tasks are free again.

    The last one who leaves takes the group from the list: nobody would answer there.
    """
    member = actor.member
    if actor.typed_by and not works_with(actor.typed_by, member.neighbourhood_id):
        raise PermissionDenied
    left = Member.objects.filter(pk=member.pk, state=State.MEMBER)
    if not left.update(state=State.LEFT, left_at=now):
        raise PermissionDenied
    _let_go(member, now=now)
    sign(actor, Verb.DID, act="left-group", now=now)


def forget_member(person: Person, *, now: dt.datetime) -> None:
    """Somebody is erased: what she carried is free, and a group that is left alone goes from the list."""
    for member in Member.objects.filter(person=person, state=State.MEMBER):
        Member.objects.filter(pk=member.pk).update(state=State.LEFT, left_at=now)
        _let_go(member, now=now)


def _let_go(member: Member, *, now: dt.datetime) -> None:
    Holding.objects.filter(member=member, until__isnull=True).update(until=now)
    open_ones = HandingOver.objects.filter(state=HandingOver.State.OFFERED)
    open_ones.filter(giver=member).update(state=HandingOver.State.WITHDRAWN, answered_at=now)
    open_ones.filter(taker=member).update(state=HandingOver.State.NOT_TAKEN, answered_at=now)
    Taking.objects.filter(member=member, place__activity__starts_at__gt=now).delete()
    GroupTask.objects.filter(taken_by=member, done_at__isnull=True).update(taken_by=None)
    if not Member.objects.filter(initiative=member.initiative_id, state=State.MEMBER).exists():
        Initiative.objects.filter(pk=member.initiative_id).update(is_hidden=True)


@transaction.atomic
def come_back(*, actor: Seat, now: dt.datetime) -> None:
    """Who left comes back with her own link in one press; the charges stay with who has them now."""
    if not actor.initiative.is_open or actor.typed_by is not None:
        raise PermissionDenied
    back = Member.objects.filter(pk=actor.member.pk, state=State.LEFT)
    if not back.update(state=State.MEMBER, joined_at=now, left_at=None):
        raise PermissionDenied
    weigh_again(actor.member)
    sign(actor, Verb.DID, act="came-back", now=now)
