"""Who writes about support: a member in her seat, or the professional beside the group."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.models import Charge, Initiative, Member, Support
from gebuur.apps.initiatives.permissions import Seat, can_speak, can_support
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

LINK_LASTS = dt.timedelta(days=120)
Beside = Seat | Support


class SettledMeanwhile(RuleBroken):
    """Somebody else said it first, or it is over."""


class YourOwnSupport(RuleBroken):
    """What the group says of her support, somebody else writes down."""


def check_other_hand(actor: Beside, support: Support) -> None:
    """A member on the phone with her own supporter cannot judge that support through her."""
    if isinstance(actor, Seat) and actor.typed_by and actor.typed_by.pk == support.supporter_id:
        raise YourOwnSupport(_("You support this group yourself. Let a colleague write this down."))


def typed_by(actor: Beside) -> Person | None:
    """Who typed it for a member."""
    return actor.typed_by if isinstance(actor, Seat) else None


def check_beside(actor: Beside, initiative: Initiative) -> None:
    """A member with a voice, or who stands beside this very group now."""
    may = can_support(actor) if isinstance(actor, Support) else can_speak(actor)
    here = actor.initiative_id if isinstance(actor, Support) else actor.member.initiative_id
    if not may or here != initiative.pk:
        raise PermissionDenied


def sign_beside(actor: Beside, verb: Verb, *, act: str, now: dt.datetime) -> None:
    """One line: of the member, as her act; of the professional, as support."""
    if isinstance(actor, Support):
        sign_support(actor, act=act, now=now)
    else:
        sign(actor, verb, act=act, now=now)


def sign_support(support: Support, *, act: str, now: dt.datetime) -> None:
    """A line about the group by the professional beside it; it is no sign of life of the group."""
    initiative = support.initiative
    chronicle.record(
        Verb.SUPPORTED,
        initiative,
        act=act,
        actor=support.supporter,
        neighbourhood=initiative.neighbourhood,
        actor_kind=ActorKind.PROFESSIONAL,
        street=initiative.street_id,
        at=now,
    )


def tell_supporter(support: Support, what: str) -> None:
    """A word to the professional, with a way to the page."""
    address = settings.SITE_ADDRESS + reverse("initiatives:support-mine")
    words = {"group": support.initiative.title, "what": what, "address": address}
    outbox.send(
        support.supporter,
        template="initiatives/messages/support_staff",
        context=words,
        thing=support.initiative,
    )


def tell_leads(initiative: Initiative, what: str, *, now: dt.datetime) -> None:
    """A word to the members whom the group trusts with leading; the others read it on the page."""
    leads = Member.objects.filter(
        initiative=initiative,
        state=Member.State.MEMBER,
        holdings__charge=Charge.LEAD,
        holdings__until__isnull=True,
    )
    for member in leads.select_related("person__neighbourhood").distinct():
        tell_member(member, what, now=now)


def tell_member(member: Member, what: str, *, now: dt.datetime) -> None:
    """A word to one member, with a link of her own."""
    initiative = member.initiative
    link = outbox.make_link(
        member.person, "initiatives:door", initiative, expires_at=now + LINK_LASTS
    )
    outbox.send(
        member.person,
        template="initiatives/messages/support_member",
        context={"group": initiative.title, "what": what, "link": link},
        thing=initiative,
    )
