"""One resident, one voice: who says that somebody lives here. The reasons stand in docs/algorithms/voices.md."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.actions.doors import renew_door
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.actions.words import say
from gebuur.apps.initiatives.models import Initiative, Member, Trust
from gebuur.apps.initiatives.permissions import Seat, can_speak, needed_voices, voices_in
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.core.errors import RuleBroken

FEWEST_VOUCHES = 2
A_WEEK = dt.timedelta(days=7)
VOUCHES_A_WEEK = 2


class CannotVouch(RuleBroken):
    """This word does not count, and why."""


@transaction.atomic
def know(person: Person, *, actor: Person, now: dt.datetime) -> int:
    """The desk knows that this neighbour lives here: she gets a voice in all her groups, and new links there."""
    if not works_with(actor, person.neighbourhood_id) or actor.pk == person.pk:
        raise PermissionDenied
    here = Member.objects.filter(person=person).exclude(state=Member.State.DECLINED)
    without = list(here.filter(known_at__isnull=True).select_related("initiative", "person"))
    here.update(is_vouched=False)
    for member in without:
        Member.objects.filter(pk=member.pk, known_at__isnull=True).update(known_at=now)
        chronicle.record(
            Verb.SUPPORTED,
            member.initiative,
            act="voice-known",
            actor=actor,
            neighbourhood=person.neighbourhood,
            actor_kind=ActorKind.PROFESSIONAL,
            street=member.initiative.street_id,
            at=now,
        )
        if member.state == Member.State.MEMBER:
            renew_door(member, "you_have_a_voice", now=now)
            _give_to_who_waits(member.initiative, now=now)
    return len(without)


@transaction.atomic
def vouch(member: Member, *, actor: Seat, now: dt.datetime) -> None:
    """Say: she lives here. Enough such words of neighbours whom the desk knows give her a voice."""
    initiative = actor.initiative
    if member.initiative_id != initiative.pk or not can_speak(actor):
        raise PermissionDenied
    Initiative.objects.select_for_update().filter(pk=initiative.pk).values("pk").first()
    member.refresh_from_db(fields=["state", "known_at"])
    if member.state != Member.State.MEMBER or member.known_at or member.pk == actor.member.pk:
        raise CannotVouch(_("That is no longer needed."))
    _may_still_vouch(actor, now=now)
    say(member, Trust.What.RESIDENT, yes=True, actor=actor, now=now)
    sign(actor, Verb.SUPPORTED, act="lives-here", now=now)
    if _give_when_enough(member, now=now):
        sign(actor, Verb.DECIDED, act="voice-given", now=now)


def _give_when_enough(member: Member, *, now: dt.datetime) -> bool:
    if not (is_vouched_enough(member) and _has_room(member.initiative)):
        return False
    without = Member.objects.filter(pk=member.pk, known_at__isnull=True)
    if not without.update(known_at=now, is_vouched=True):
        return False
    renew_door(member, "you_have_a_voice", now=now)
    return True


def weigh_again(member: Member) -> None:
    """Who comes back has the voice that the group gave her only while the group has room for it now."""
    Initiative.objects.select_for_update().filter(pk=member.initiative_id).values("pk").first()
    given = Member.objects.filter(pk=member.pk, is_vouched=True)
    if not given.update(known_at=None, is_vouched=False):
        return
    if is_vouched_enough(member) and _has_room(member.initiative):
        Member.objects.filter(pk=member.pk).update(known_at=member.known_at, is_vouched=True)


def _give_to_who_waits(initiative: Initiative, *, now: dt.datetime) -> None:
    """There is room for one more: who has words enough no longer waits."""
    waiting = Member.objects.filter(
        initiative=initiative,
        state=Member.State.MEMBER,
        known_at__isnull=True,
        trusted__what=Trust.What.RESIDENT,
    )
    for member in waiting.select_related("initiative", "person__neighbourhood").distinct():
        _give_when_enough(member, now=now)


def _may_still_vouch(actor: Seat, *, now: dt.datetime) -> None:
    if actor.member.is_vouched:
        raise CannotVouch(_("Only neighbours whom the desk knows can say this. Phone the desk."))
    lately = Trust.objects.filter(
        by=actor.member, what=Trust.What.RESIDENT, given_at__gt=now - A_WEEK
    )
    if lately.count() >= VOUCHES_A_WEEK:
        raise CannotVouch(
            _("You said this for two neighbours this week. You can say it again next week.")
        )


def _has_room(initiative: Initiative) -> bool:
    """The group itself gives no more voices than the desk knows neighbours in it."""
    voices = voices_in(initiative)
    return voices.filter(is_vouched=True).count() < voices.filter(is_vouched=False).count()


def is_vouched_enough(member: Member) -> bool:
    """Whether enough neighbours whom the desk knows say that this one lives here."""
    voices = voices_in(member.initiative)
    rooted = voices.filter(is_vouched=False)
    said = Trust.objects.filter(
        about=member, what=Trust.What.RESIDENT, withdrawn_at__isnull=True, by__in=rooted
    )
    return said.count() >= needed_vouches(voices.count())


def needed_vouches(voices: int) -> int:
    """As many as for any other word, but never one alone."""
    return max(FEWEST_VOUCHES, needed_voices(voices))


@transaction.atomic
def take_back_vouch(member: Member, *, actor: Seat, now: dt.datetime) -> None:
    """Take one's word back; with too few left, the voice that the group gave ends."""
    if member.initiative_id != actor.initiative.pk or not can_speak(actor):
        raise PermissionDenied
    living = Trust.objects.filter(
        about=member, by=actor.member, what=Trust.What.RESIDENT, withdrawn_at__isnull=True
    )
    if not living.update(withdrawn_at=now):
        return
    sign(actor, Verb.REFUSED, act="lives-here", now=now)
    member.refresh_from_db()
    if member.is_vouched and not is_vouched_enough(member):
        Member.objects.filter(pk=member.pk, is_vouched=True).update(known_at=None, is_vouched=False)
