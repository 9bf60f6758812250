"""The frame: drawn up as a numbered version, signed by both sides, and published with the second signature."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import Box, FrameVersion, Round
from gebuur.apps.budget.permissions import can_run_rounds, speaks_for_authority
from gebuur.apps.budget.queries.frames import (
    binding_version,
    digest_of,
    latest_version,
    list_signers,
    read_frame,
    text_of,
)
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.core.errors import RuleBroken


class NothingChanged(RuleBroken):
    """The round says the same as its newest version."""


class WhyMissing(RuleBroken):
    """After publishing, a change needs a reason that everybody can read."""


class FrameChanged(RuleBroken):
    """Another version is there, or this side has signed: nobody signs what she did not read."""


class VoteGoesOn(RuleBroken):
    """While people vote, what they vote by stays as both sides signed it."""


# What nobody changes between the first ballot and the count.
VOTED_BY = (
    "pot_cents", "who_may_vote", "youngest", "rule", "utility", "completion", "ballot", "most_choices", "seed_hash",
)  # fmt: skip


@transaction.atomic
def draw_up_frame(one: Round, *, actor: Person, why: str, now: dt.datetime) -> FrameVersion:
    """Lay the round before both sides as the next version."""
    if not can_run_rounds(actor, one.neighbourhood_id):
        raise PermissionDenied
    last, text = latest_version(one), text_of(one)
    if last is not None and last.digest == digest_of(text):
        raise NothingChanged(_("Nothing has changed since the last version."))
    if binding_version(one) is not None and not why:
        raise WhyMissing(_("Write why the frame changes. Everybody may read it."))
    _leave_the_vote(one, text)
    version = FrameVersion.objects.create(
        neighbourhood_id=one.neighbourhood_id,
        round=one,
        number=1 if last is None else last.number + 1,
        text=text,
        digest=digest_of(text),
        why=why,
    )
    _record(one, actor, ActorKind.PROFESSIONAL, "frame-drawn-up", now, verb=Verb.DID)
    return version


@transaction.atomic
def sign_for_authority(
    version: FrameVersion, *, actor: Person, digest: str, now: dt.datetime
) -> None:
    """The local authority agrees to the frame, in the name of who signed in."""
    if not speaks_for_authority(actor, version.neighbourhood_id):
        raise PermissionDenied
    _leave_the_vote(version.round, version.text)
    open_one = _open(version, digest, Q(authority_at__isnull=True))
    if not open_one.update(authority_by=actor, authority_name=actor.full_name, authority_at=now):
        raise _changed()
    _record(version.round, actor, ActorKind.AUTHORITY, "frame-signed", now)
    _publish(version, actor, ActorKind.AUTHORITY, now)


@transaction.atomic
def sign_for_neighbours(
    version: FrameVersion,
    *,
    actor: Person,
    digest: str,
    now: dt.datetime,
    typed_by: Person | None = None,
) -> None:
    """A street contact or a known member of a group agrees; staff may note it for her."""
    may_type = typed_by is None or works_with(typed_by, version.neighbourhood_id)
    signers = list_signers(version.neighbourhood, timezone.localdate(now))
    if not may_type or actor not in signers:
        raise PermissionDenied
    _leave_the_vote(version.round, version.text)
    open_one = _open(version, digest, Q(neighbours_at__isnull=True))
    if not open_one.update(
        neighbours_by=actor,
        neighbours_name=actor.full_name,
        neighbours_at=now,
        typed_by=typed_by,
    ):
        raise _changed()
    _record(version.round, actor, ActorKind.NEIGHBOUR, "frame-signed", now)
    _publish(version, actor, ActorKind.NEIGHBOUR, now)


def _leave_the_vote(one: Round, text: Mapping[str, Any]) -> None:
    """Refuse to change what people vote by, from the first ballot until the count."""
    version = binding_version(one)
    goes_on = Box.objects.filter(round=one, closed_at=None).exists()
    if version is None or not goes_on:
        return
    before, after = read_frame(version.text), read_frame(text)
    if any(getattr(before, name) != getattr(after, name) for name in VOTED_BY):
        raise VoteGoesOn(
            _(
                "People are voting now. The pot, who may vote and the rule stay as they are until the count."
            )
        )


def _open(version: FrameVersion, digest: str, unsigned: Q) -> QuerySet[FrameVersion]:
    """This version while it is the newest, says what was read, and lacks this signature."""
    newer = FrameVersion.objects.filter(round=version.round_id, number__gt=version.number)
    mine = FrameVersion.objects.filter(unsigned, pk=version.pk, digest=digest)
    return mine.none() if newer.exists() else mine


def _changed() -> FrameChanged:
    return FrameChanged(_("This frame was signed or changed meanwhile. Read it again."))


def _publish(version: FrameVersion, actor: Person, kind: ActorKind, now: dt.datetime) -> None:
    """With the second signature everybody may read the frame."""
    signed = FrameVersion.objects.filter(
        pk=version.pk,
        authority_at__isnull=False,
        neighbours_at__isnull=False,
        published_at__isnull=True,
    )
    if signed.update(published_at=now):
        _record(version.round, actor, kind, "frame-published", now)


def _record(
    one: Round,
    actor: Person,
    kind: ActorKind,
    act: str,
    now: dt.datetime,
    *,
    verb: Verb = Verb.DECIDED,
) -> None:
    chronicle.record(
        verb,
        one,
        act=act,
        actor=actor,
        neighbourhood=one.neighbourhood,
        actor_kind=kind,
        at=now,
    )
