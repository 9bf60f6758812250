"""What a group trusts somebody with: given by the members, ended by them, handed over from one to another."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.doors import send_door
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.actions.words import count, say
from gebuur.apps.initiatives.models import Charge, HandingOver, Holding, Initiative, Member
from gebuur.apps.initiatives.permissions import Seat, can_act, can_speak, holds
from gebuur.core.errors import RuleBroken


class NotTrustedNow(RuleBroken):
    """A word about oneself, or about somebody who left."""


class OfferOver(RuleBroken):
    """This charge is not offered any more, or it cannot be."""


@transaction.atomic
def trust(member: Member, charge: Charge, *, actor: Seat, now: dt.datetime) -> None:
    """Trust a neighbour with a charge; with enough voices she carries it, beside who carries it already."""
    _check(member, actor)
    say(member, charge, yes=True, actor=actor, now=now)
    said = count(member, charge)
    is_given = said.yes >= said.needed and not holds(member, charge)
    if is_given:
        _give(member, charge, how=Holding.How.TRUSTED, now=now)
    sign(actor, Verb.DECIDED if is_given else Verb.SUPPORTED, act="trust", now=now)


@transaction.atomic
def withdraw_trust(member: Member, charge: Charge, *, actor: Seat, now: dt.datetime) -> None:
    """Say: no longer. The charge ends when enough voices say so, and more than still trust her."""
    _check(member, actor)
    say(member, charge, yes=False, actor=actor, now=now)
    holding = Holding.objects.filter(member=member, charge=charge, until__isnull=True).first()
    said = count(member, charge, since=holding.since if holding else None)
    is_over = holding is not None and said.no >= said.needed and said.no > said.yes
    if holding is not None and is_over:
        Holding.objects.filter(pk=holding.pk, until__isnull=True).update(until=now)
        _withdraw_offers(member, charge, now=now)
    sign(actor, Verb.DECIDED if is_over else Verb.REFUSED, act="trust-ended", now=now)


def _check(member: Member, actor: Seat) -> None:
    if member.initiative_id != actor.initiative.pk or not can_speak(actor):
        raise PermissionDenied
    Initiative.objects.select_for_update().filter(pk=member.initiative_id).values("pk").first()
    member.refresh_from_db(fields=["state"])
    if member.state != Member.State.MEMBER or member.pk == actor.member.pk:
        raise NotTrustedNow(_("You cannot say this about this neighbour."))


def _give(member: Member, charge: str, *, how: str, now: dt.datetime) -> None:
    Holding.objects.get_or_create(
        member=member,
        charge=charge,
        until=None,
        defaults={
            "neighbourhood_id": member.neighbourhood_id,
            "initiative_id": member.initiative_id,
            "how": how,
            "since": now,
        },
    )


def _withdraw_offers(giver: Member, charge: str, *, now: dt.datetime) -> None:
    offered = HandingOver.objects.filter(
        giver=giver, charge=charge, state=HandingOver.State.OFFERED
    )
    offered.update(state=HandingOver.State.WITHDRAWN, answered_at=now)


@transaction.atomic
def offer_charge(
    taker: Member,
    charge: Charge,
    *,
    actor: Seat,
    now: dt.datetime,
    words: str = "",
    due_on: dt.date | None = None,
) -> HandingOver:
    """Offer a charge to another neighbour; until she says yes, nothing changes."""
    if taker.initiative_id != actor.initiative.pk or not can_act(actor):
        raise PermissionDenied
    if not holds(actor.member, charge) or holds(taker, charge) or taker.pk == actor.member.pk:
        raise OfferOver(_("This cannot be handed over to this neighbour."))
    try:
        with transaction.atomic():
            offered = HandingOver.objects.create(
                neighbourhood_id=taker.neighbourhood_id,
                initiative=actor.initiative,
                giver=actor.member,
                taker=taker,
                charge=charge,
                words=words,
                due_on=due_on,
                offered_at=now,
            )
    except IntegrityError as error:
        raise OfferOver(_("You offered this to somebody already. Take that back first.")) from error
    send_door(taker, "something_is_asked", now=now)
    return offered


@transaction.atomic
def answer_charge(offered: HandingOver, *, yes: bool, actor: Seat, now: dt.datetime) -> None:
    """Say yes, and carry it from now on; or say no, and it stays where it is."""
    if offered.taker_id != actor.member.pk or not can_act(actor):
        raise PermissionDenied
    state = HandingOver.State.TAKEN if yes else HandingOver.State.NOT_TAKEN
    _settle(offered, state, now=now)
    if not yes:
        sign(actor, Verb.REFUSED, act="charge", now=now)
        return
    carried = Holding.objects.filter(member=offered.giver, charge=offered.charge)
    if not carried.filter(until__isnull=True).update(until=now):
        raise OfferOver(_("This is not offered any more."))
    _give(actor.member, offered.charge, how=Holding.How.HANDED_OVER, now=now)
    sign(Seat(offered.giver), Verb.HANDED_OVER, act="charge", now=now)


@transaction.atomic
def withdraw_charge(offered: HandingOver, *, actor: Seat, now: dt.datetime) -> None:
    """Keep the charge after all."""
    if offered.giver_id != actor.member.pk or not can_act(actor):
        raise PermissionDenied
    _settle(offered, HandingOver.State.WITHDRAWN, now=now)


def _settle(offered: HandingOver, state: str, *, now: dt.datetime) -> None:
    open_ones = HandingOver.objects.filter(pk=offered.pk, state=HandingOver.State.OFFERED)
    if not open_ones.update(state=state, answered_at=now):
        raise OfferOver(_("This is not offered any more."))
