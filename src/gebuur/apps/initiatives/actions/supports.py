"""Standing beside a group: offered, welcome or not, longer when both say so, and always with an end."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.beside import (
    Beside,
    SettledMeanwhile,
    check_beside,
    check_other_hand,
    sign_beside,
    sign_support,
    tell_leads,
    tell_supporter,
    typed_by,
)
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.models import Initiative, Support, SupportWish
from gebuur.apps.initiatives.permissions import Seat, can_speak
from gebuur.apps.initiatives.queries.supports import is_open_to_support
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.core.errors import RuleBroken

LONGEST = dt.timedelta(days=366)
BEFORE_THE_END = dt.timedelta(days=14)
State = Support.State


class AlreadyBeside(RuleBroken):
    """She offered her support to this group already, or gives it."""


class LastDayTooFar(RuleBroken):
    """Support has an end within a year; longer only bit by bit."""


class AskedAlready(RuleBroken):
    """The group asks for somebody already."""


@transaction.atomic
def wish_support(
    initiative: Initiative, words: str, *, actor: Seat, now: dt.datetime
) -> SupportWish:
    """Ask for somebody beside the group. From now on the staff here knows that the group is there."""
    if not can_speak(actor) or actor.initiative != initiative:
        raise PermissionDenied
    try:
        with transaction.atomic():
            wish = SupportWish.objects.create(
                neighbourhood_id=initiative.neighbourhood_id,
                initiative=initiative,
                member=actor.member,
                words=words,
                typed_by=actor.typed_by,
                wished_at=now,
            )
    except IntegrityError as error:
        raise AskedAlready(_("Your group has asked for this already.")) from error
    sign(actor, Verb.DECIDED, act="support-wished", now=now)
    return wish


@transaction.atomic
def drop_wish(initiative: Initiative, *, actor: Seat, now: dt.datetime) -> None:
    """Take back that the group asks for somebody."""
    if not can_speak(actor) or actor.initiative != initiative:
        raise PermissionDenied
    if _settle_wish(initiative, now=now):
        sign(actor, Verb.DECIDED, act="support-wish-dropped", now=now)


@transaction.atomic
def offer_support(
    initiative: Initiative,
    *,
    actor: Person,
    reason: str,
    does: str,
    does_not: str,
    until: dt.date,
    now: dt.datetime,
) -> Support:
    """A professional offers to stand beside a group. It begins when the group says welcome."""
    today = timezone.localdate(now)
    if not works_with(actor, initiative.neighbourhood_id) or not is_open_to_support(initiative):
        raise PermissionDenied
    _check_last_day(until, today=today)
    try:
        with transaction.atomic():
            support = Support.objects.create(
                neighbourhood_id=initiative.neighbourhood_id,
                initiative=initiative,
                supporter=actor,
                reason=reason,
                does=does,
                does_not=does_not,
                since=today,
                until=until,
                offered_at=now,
            )
    except IntegrityError as error:
        raise AlreadyBeside(
            _("You offered your support to this group already, or you give it.")
        ) from error
    sign_support(support, act="support-offered", now=now)
    tell_leads(initiative, "offered", now=now)
    return support


@transaction.atomic
def withdraw_offer(support: Support, *, actor: Person, now: dt.datetime) -> None:
    """Take an offer back before the group answered."""
    if actor.pk != support.supporter_id:
        raise PermissionDenied
    offered = Support.objects.filter(pk=support.pk, state=State.OFFERED)
    if not offered.update(state=State.ENDED, ended_at=now):
        raise SettledMeanwhile(_("Somebody else has already answered this question."))


@transaction.atomic
def answer_support(support: Support, *, is_welcome: bool, actor: Seat, now: dt.datetime) -> Support:
    """The group says welcome, or rather not. A reason is not asked."""
    if not can_speak(actor) or actor.member.initiative_id != support.initiative_id:
        raise PermissionDenied
    check_other_hand(actor, support)
    state = State.GOING if is_welcome else State.DECLINED
    offered = Support.objects.filter(pk=support.pk, state=State.OFFERED)
    said = {"answered_by": actor.member, "answered_at": now, "typed_by": actor.typed_by}
    if not offered.update(state=state, **said):
        raise SettledMeanwhile(_("Somebody else has already answered this question."))
    support.refresh_from_db()
    if is_welcome:
        _settle_wish(support.initiative, now=now)
        sign(actor, Verb.DECIDED, act="support-welcome", now=now)
        sign_support(support, act="support", now=now)
    else:
        sign(actor, Verb.REFUSED, act="support-not", now=now)
    tell_supporter(support, "welcome" if is_welcome else "not")
    return support


@transaction.atomic
def end_support(support: Support, *, actor: Beside, words: str, now: dt.datetime) -> None:
    """Either side ends it, today, with or without words."""
    check_beside(actor, support.initiative)
    by_group = isinstance(actor, Seat)
    if not by_group and actor != support:
        raise PermissionDenied
    going = Support.objects.filter(pk=support.pk, state=State.GOING)
    if not going.update(
        state=State.ENDED,
        ended_at=now,
        ended_by_group=by_group,
        ended_words=words,
        longer_until=None,
        typed_by=typed_by(actor),
    ):
        raise SettledMeanwhile(_("This support has ended already."))
    sign_beside(actor, Verb.DECIDED, act="support-ended", now=now)
    if by_group:
        tell_supporter(support, "ended")
    else:
        tell_leads(support.initiative, "ended", now=now)


@transaction.atomic
def ask_longer(support: Support, until: dt.date, *, actor: Beside, now: dt.datetime) -> None:
    """One side asks to go on until a later day. Nothing changes before the other side says yes."""
    check_beside(actor, support.initiative)
    by_group = isinstance(actor, Seat)
    if not by_group and actor != support:
        raise PermissionDenied
    _check_last_day(until, today=timezone.localdate(now))
    check_other_hand(actor, support)
    going = Support.objects.filter(pk=support.pk, state=State.GOING, until__lt=until)
    asked = {"longer_until": until, "longer_by_group": by_group, "typed_by": typed_by(actor)}
    if not going.update(**asked):
        raise LastDayTooFar(_("Choose a day after the last day that stands now."))
    sign_beside(actor, Verb.DID, act="support-longer-asked", now=now)
    if by_group:
        tell_supporter(support, "longer")
    else:
        tell_leads(support.initiative, "longer", now=now)


@transaction.atomic
def answer_longer(support: Support, *, says_yes: bool, actor: Beside, now: dt.datetime) -> None:
    """The other side agrees on the later day, or lets the last day stand."""
    check_beside(actor, support.initiative)
    if isinstance(actor, Support) and actor != support:
        raise PermissionDenied
    check_other_hand(actor, support)
    asked = Support.objects.filter(
        pk=support.pk,
        state=State.GOING,
        longer_until__isnull=False,
        longer_by_group=isinstance(actor, Support),
    )
    changes = {"until": F("longer_until"), "reminded_at": None} if says_yes else {}
    if not asked.update(longer_until=None, **changes):
        raise SettledMeanwhile(_("Somebody else has already answered this question."))
    act = "support-longer" if says_yes else "support-not-longer"
    sign_beside(actor, Verb.DECIDED if says_yes else Verb.REFUSED, act=act, now=now)


def remind_of_ends(*, now: dt.datetime) -> int:
    """Two weeks before the last day both sides are asked: step back, or agree on longer?"""
    near = timezone.localdate(now) + BEFORE_THE_END
    due = Support.objects.filter(state=State.GOING, reminded_at__isnull=True, until__lte=near)
    found = due.select_related("initiative", "supporter__neighbourhood")
    return sum(_remind(support, now=now) for support in found)


def end_supports(*, now: dt.datetime) -> int:
    """Support whose last day is over ends by itself; so does what stands beside a group that closed."""
    over = Q(until__lt=timezone.localdate(now)) | Q(initiative__state=Initiative.State.CLOSED)
    living = Support.objects.filter(over, state__in=[State.GOING, State.OFFERED])
    found = living.select_related("initiative__neighbourhood", "supporter")
    return sum(_end(support, now=now) for support in found)


@transaction.atomic
def _remind(support: Support, *, now: dt.datetime) -> bool:
    own = Support.objects.filter(pk=support.pk, state=State.GOING, reminded_at__isnull=True)
    if not own.update(reminded_at=now):
        return False
    tell_supporter(support, "ending")
    tell_leads(support.initiative, "ending", now=now)
    return True


@transaction.atomic
def _end(support: Support, *, now: dt.datetime) -> bool:
    own = Support.objects.filter(pk=support.pk, state=support.state)
    if not own.update(state=State.ENDED, ended_at=now, longer_until=None):
        return False
    if support.state == State.GOING:
        sign_support(support, act="support-ended", now=now)
    return True


def _settle_wish(initiative: Initiative, *, now: dt.datetime) -> int:
    open_wishes = SupportWish.objects.filter(initiative=initiative, settled_at__isnull=True)
    return open_wishes.update(settled_at=now)


def _check_last_day(until: dt.date, *, today: dt.date) -> None:
    if not today < until <= today + LONGEST:
        raise LastDayTooFar(
            _("Choose a last day after today and within a year. It can be made longer together.")
        )
