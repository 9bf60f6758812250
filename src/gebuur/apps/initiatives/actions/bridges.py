"""Bridges between streets and groups: asked, answered on one's own terms, kept as a story."""

import datetime as dt
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.models import (
    Activity,
    Bridge,
    BridgeWord,
    Initiative,
    Place,
)
from gebuur.apps.initiatives.permissions import (
    Speaker,
    can_answer_bridge,
    can_ask_bridge,
    can_end_bridge,
    can_speak,
    is_contact_of,
)
from gebuur.apps.initiatives.queries.bridges import who_speaks
from gebuur.apps.neighbourhood.models import Neighbourhood, Street
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

DAYS_TO_ANSWER = 14
DAYS_BEFORE = 3
LINK_DAYS = 60
Said = BridgeWord.Said
WAITING = (Bridge.State.ASKED, Bridge.State.AMENDED)


class NobodyToAsk(RuleBroken):
    """Nobody can answer for this street or group yet."""


class BridgeThere(RuleBroken):
    """There is a bridge, or a question for one, between these two already."""


class NotYourTurn(RuleBroken):
    """The other side answers now, or the talk is over."""


@transaction.atomic
def ask_bridge(
    place: Neighbourhood,
    *,
    actor: Speaker,
    to: Initiative | Street,
    rung: str,
    terms: str,
    reason: str,
    now: dt.datetime,
    until: dt.date | None = None,
    from_group: Initiative | None = None,
    from_street: Street | None = None,
) -> Bridge:
    """Ask a street or a group to do something together. The giving side decides; nobody can answer for it."""
    if not can_ask_bridge(actor, from_group=from_group, from_street=from_street):
        raise PermissionDenied
    to_group = to if isinstance(to, Initiative) else None
    to_street = to if isinstance(to, Street) else None
    if not who_speaks(to_group, to_street):
        raise NobodyToAsk(
            _("Nobody answers for this street yet. First look for a contact person there.")
        )
    if from_street is not None and from_street in (to_street, to_group and to_group.street):
        raise NobodyToAsk(_("Both sides are the same street. Choose another one."))
    is_of_the_street = from_street is not None and is_contact_of(actor.person, from_street)
    try:
        with transaction.atomic():
            bridge = Bridge.objects.create(
                neighbourhood=place,
                from_group=from_group,
                from_street=from_street,
                asked_by=actor.person,
                is_by_professional=from_group is None and not is_of_the_street,
                to_group=to_group,
                to_street=to_street,
                rung=rung,
                terms=terms,
                reason=reason,
                until=until,
                asked_at=now,
                answer_by=_answer_by(now),
            )
    except IntegrityError as error:
        raise BridgeThere(
            _("These two are talking already, or there is a bridge. Look at that one first.")
        ) from error
    _say(bridge, actor, side="asking", said=Said.ASKED, words=reason, now=now)
    _record(bridge, actor, Verb.BEGAN, act="bridge-asked", side="asking", now=now)
    transaction.on_commit(partial(tell_bridge, bridge, "bridge_asked"))
    return bridge


@transaction.atomic
def answer_bridge(
    bridge: Bridge,
    *,
    actor: Speaker,
    said: str,
    now: dt.datetime,
    words: str = "",
    rung: str = "",
    terms: str = "",
    until: dt.date | None = None,
) -> Bridge:
    """Say yes, no, or what would do, for the side whose turn it is."""
    side = bridge.waits_for
    if not side:
        raise NotYourTurn(_("The answer was given already. Read what was said."))
    if not can_answer_bridge(actor, bridge):
        raise PermissionDenied
    changed: dict[str, Any] = {"answer_by": _answer_by(now), "reminded_at": None}
    if said == Said.YES:
        changed |= {"state": Bridge.State.AGREED, "settled_at": now}
    elif said == Said.NO:
        changed |= {"state": Bridge.State.DECLINED, "settled_at": now}
    else:
        turn = Bridge.State.AMENDED if side == "giving" else Bridge.State.ASKED
        changed |= {"state": turn, "rung": rung, "terms": terms, "until": until}
    if not Bridge.objects.filter(pk=bridge.pk, state=bridge.state).update(**changed):
        raise NotYourTurn(_("Somebody else has answered meanwhile. Read what was said."))
    bridge.refresh_from_db()
    _say(bridge, actor, side=side, said=said, words=words, now=now)
    verb = Verb.REFUSED if said == Said.NO else Verb.DECIDED
    _record(bridge, actor, verb, act=f"bridge-{said}", side=side, now=now)
    template = {Said.YES: "bridge_yes", Said.NO: "bridge_no"}.get(Said(said), "bridge_otherwise")
    transaction.on_commit(partial(tell_bridge, bridge, template))
    return bridge


@transaction.atomic
def end_bridge(bridge: Bridge, *, actor: Speaker, now: dt.datetime, words: str = "") -> Bridge:
    """End what was agreed, or take a question back. No reason is needed."""
    if not can_end_bridge(actor, bridge):
        raise PermissionDenied
    was_agreed = bridge.state == Bridge.State.AGREED
    state = Bridge.State.ENDED if was_agreed else Bridge.State.WITHDRAWN
    if not Bridge.objects.filter(pk=bridge.pk, state=bridge.state).update(
        state=state, settled_at=now
    ):
        raise NotYourTurn(_("Somebody else has answered meanwhile. Read what was said."))
    bridge.refresh_from_db()
    said, side = (Said.ENDED if was_agreed else Said.WITHDRAWN), _side_of(bridge, actor)
    _say(bridge, actor, side=side, said=said, words=words, now=now)
    _record(bridge, actor, Verb.DECIDED, act=f"bridge-{said}", side=side, now=now)
    transaction.on_commit(partial(tell_bridge, bridge, "bridge_over"))
    return bridge


def end_bridges_of(group: Initiative, *, now: dt.datetime) -> None:
    """A group that closes leaves no bridge behind; the other side hears it."""
    own = Bridge.objects.filter(Q(from_group=group) | Q(to_group=group))
    for bridge in own.filter(state__in=(*WAITING, Bridge.State.AGREED)):
        state = (
            Bridge.State.ENDED if bridge.state == Bridge.State.AGREED else Bridge.State.WITHDRAWN
        )
        Bridge.objects.filter(pk=bridge.pk).update(state=state, settled_at=now)
        bridge.refresh_from_db()
        transaction.on_commit(partial(tell_bridge, bridge, "bridge_over"))


@transaction.atomic
def plan_first_date(
    bridge: Bridge,
    *,
    actor: Speaker,
    title: str,
    starts_at: dt.datetime,
    where: str,
    now: dt.datetime,
) -> Activity:
    """The first thing both sides do together stands in the calendar of the group that plans it."""
    seat = actor.seat
    groups = {bridge.from_group_id, bridge.to_group_id}
    if seat is None or seat.initiative.pk not in groups or not can_speak(seat):
        raise PermissionDenied
    if bridge.state != Bridge.State.AGREED:
        raise NotYourTurn(_("First both sides say yes."))
    activity = Activity.objects.create(
        neighbourhood_id=bridge.neighbourhood_id,
        initiative=seat.initiative,
        title=title,
        starts_at=starts_at,
        where=where,
        made_by=seat.member,
        typed_by=seat.typed_by,
        changed_at=now,
    )
    Place.objects.create(
        neighbourhood_id=bridge.neighbourhood_id, activity=activity, name=_("I come")
    )
    if not Bridge.objects.filter(pk=bridge.pk, activity__isnull=True).update(activity=activity):
        raise NotYourTurn(_("A first date is planned already."))
    bridge.refresh_from_db()
    side = "giving" if seat.initiative.pk == bridge.to_group_id else "asking"
    _record(bridge, actor, Verb.BEGAN, act="bridge-date", side=side, now=now)
    return activity


def remind_bridges(*, now: dt.datetime) -> int:
    """Three days before the last day, remind whoever has not answered yet; once for each turn."""
    soon = timezone.localdate(now) + dt.timedelta(days=DAYS_BEFORE)
    due = Bridge.objects.filter(
        state__in=WAITING, answer_by__lte=soon, reminded_at__isnull=True
    ).select_related("from_group", "to_group", "from_street", "to_street", "neighbourhood")
    return sum(_remind(bridge, now=now) for bridge in due)


@transaction.atomic
def _remind(bridge: Bridge, *, now: dt.datetime) -> int:
    if not Bridge.objects.filter(pk=bridge.pk, reminded_at__isnull=True).update(reminded_at=now):
        return 0
    tell_bridge(bridge, "bridge_waits")
    return 1


def tell_bridge(bridge: Bridge, template: str) -> None:
    """Tell the side whose turn it is, or both when it is settled; a professional sees it at her desk."""
    giving = who_speaks(bridge.to_group, bridge.to_street)
    asking = who_speaks(bridge.from_group, bridge.from_street)
    hear = {"giving": giving, "asking": asking}.get(bridge.waits_for, [*giving, *asking])
    expires = timezone.now() + dt.timedelta(days=LINK_DAYS)
    for person, group in hear:
        purpose = "initiatives:door" if group else "bridge-door"
        link = outbox.make_link(person, purpose, group or bridge, expires_at=expires)
        outbox.send(
            person,
            template=f"initiatives/messages/{template}",
            context={"bridge": bridge, "link": link},
            thing=bridge,
        )


def _answer_by(now: dt.datetime) -> dt.date:
    return timezone.localdate(now) + dt.timedelta(days=DAYS_TO_ANSWER)


def _side_of(bridge: Bridge, actor: Speaker) -> str:
    """Which side somebody speaks for."""
    if actor.seat is not None:
        return "giving" if actor.seat.initiative.pk == bridge.to_group_id else "asking"
    at_home = actor.person.street_id == bridge.to_street_id and bridge.to_street_id is not None
    return "giving" if at_home else "asking"


def _say(
    bridge: Bridge, actor: Speaker, *, side: str, said: str, words: str, now: dt.datetime
) -> None:
    typed_by = actor.seat.typed_by if actor.seat else actor.typed_by
    BridgeWord.objects.create(
        neighbourhood_id=bridge.neighbourhood_id,
        bridge=bridge,
        side=side,
        said=said,
        member=actor.seat.member if actor.seat else None,
        person=actor.person,
        typed_by=typed_by,
        rung=bridge.rung,
        terms=bridge.terms,
        words=words,
        at=now,
    )


def _record(
    bridge: Bridge, actor: Speaker, verb: Verb, *, act: str, side: str, now: dt.datetime
) -> None:
    """A line about the group that speaks; about the bridge itself when a street speaks."""
    group = bridge.to_group if side == "giving" else bridge.from_group
    street = bridge.to_street if side == "giving" else bridge.from_street
    is_professional = side == "asking" and bridge.is_by_professional and actor.seat is None
    chronicle.record(
        verb,
        group or bridge,
        act=act,
        actor=actor.person,
        neighbourhood=bridge.neighbourhood,
        actor_kind=ActorKind.PROFESSIONAL if is_professional else ActorKind.NEIGHBOUR,
        street=group.street_id if group else street.pk if street else None,
        at=now,
    )
    if group is not None and actor.seat is not None:
        Initiative.objects.filter(pk=group.pk, last_sign_at__lt=now).update(last_sign_at=now)
