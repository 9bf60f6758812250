"""Promising a style for a step, with its conditions and its frame, and saying which style was seen."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.beside import (
    Beside,
    check_beside,
    check_other_hand,
    sign_beside,
    sign_support,
    typed_by,
)
from gebuur.apps.initiatives.models import (
    ConditionSeen,
    FrameSheet,
    Promise,
    Step,
    StyleSeen,
    Support,
)
from gebuur.apps.initiatives.permissions import Seat, can_support
from gebuur.apps.initiatives.queries.promises import needs_frame
from gebuur.core.errors import RuleBroken
from gebuur.domain import frames

STYLES = frozenset(one.key for one in frames.STYLES)
CONDITIONS = tuple(one.key for one in frames.CONDITIONS)


class ConditionsFirst(RuleBroken):
    """A style is announced only after each of the six conditions was looked at."""


class FrameMissing(RuleBroken):
    """A middle style says beforehand what is fixed, what is open, who decides, by when, and what then."""


class NothingSaid(RuleBroken):
    """There is nothing to keep."""


@dataclass(frozen=True)
class Looked:
    """Whether a condition holds, and how she knows."""

    holds: str
    evidence: str


@transaction.atomic
def announce_style(
    support: Support,
    step: Step,
    style: str,
    *,
    actor: Support,
    conditions: Mapping[str, Looked],
    frame: Mapping[str, Any] | None,
    now: dt.datetime,
) -> Promise:
    """Promise a style for one step and tell the group. What was promised before stays as history."""
    if actor != support or not can_support(actor) or style not in STYLES:
        raise PermissionDenied
    if any(not conditions.get(key, Looked("", "")).evidence for key in CONDITIONS):
        raise ConditionsFirst(_("Look at all six conditions before you announce a style."))
    if needs_frame(style) and not frame:
        raise FrameMissing(_("This style needs a frame sheet. Fill it in first."))
    Promise.objects.filter(support=support, step=step, replaced_at__isnull=True).update(
        replaced_at=now
    )
    promise = Promise.objects.create(
        neighbourhood_id=support.neighbourhood_id,
        support=support,
        step=step,
        style=style,
        made_at=now,
        announced_at=now,
    )
    ConditionSeen.objects.bulk_create(
        ConditionSeen(
            neighbourhood_id=support.neighbourhood_id,
            promise=promise,
            condition=key,
            holds=conditions[key].holds,
            evidence=conditions[key].evidence,
        )
        for key in CONDITIONS
    )
    if needs_frame(style) and frame:
        FrameSheet.objects.create(
            neighbourhood_id=support.neighbourhood_id, promise=promise, published_at=now, **frame
        )
    sign_support(support, act="style-promised", now=now)
    return promise


@transaction.atomic
def say_style_seen(
    support: Support, seen: Mapping[Promise, str], *, actor: Beside, now: dt.datetime
) -> int:
    """Say which style was seen in each step this month. Who says it again in one month changes her own answer."""
    check_beside(actor, support.initiative)
    if isinstance(actor, Support) and actor != support:
        raise PermissionDenied
    check_other_hand(actor, support)
    if not seen:
        raise NothingSaid(_("Say it for at least one step."))
    if not set(seen.values()) <= STYLES or any(one.support_id != support.pk for one in seen):
        raise PermissionDenied
    member = actor.member if isinstance(actor, Seat) else None
    for promise, style in seen.items():
        StyleSeen.objects.update_or_create(
            promise=promise,
            member=member,
            month=timezone.localdate(now).replace(day=1),
            defaults={
                "style": style,
                "at": now,
                "typed_by": typed_by(actor),
                "neighbourhood_id": support.neighbourhood_id,
            },
        )
    sign_beside(actor, Verb.DID, act="style-seen", now=now)
    return len(seen)
