"""Running a session: opening the room, moving from question to question, ending it."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_staff
from gebuur.apps.workshops.actions.answers import release_pool
from gebuur.apps.workshops.models import Part, Pool, Seat, Session, Workshop
from gebuur.apps.workshops.permissions import can_run
from gebuur.apps.workshops.queries.agenda import BlockWords
from gebuur.apps.workshops.queries.drafts import usual_block
from gebuur.core import live
from gebuur.core.errors import RuleBroken
from gebuur.core.tokens import hashed, new_code, new_token
from gebuur.domain import frames

LONGEST = dt.timedelta(hours=8)
CODE_LENGTH = 6
TRIES = 5


class NothingToRun(RuleBroken):
    """A workshop without blocks has nothing to show."""


class StillRuns(RuleBroken):
    """A session that runs has no report yet to be deleted."""


def open_session(
    blocks: Sequence[BlockWords],
    *,
    actor: Person,
    title: str,
    language: str,
    now: dt.datetime,
    workshop: Workshop | None = None,
    before: Session | None = None,
) -> Session:
    """Open a room: copy the blocks as they are now, and make a code that nobody else has.

    Who goes on from an earlier session begins by looking back on it, also when the agenda has no block for that.
    """
    if not is_staff(actor):
        raise PermissionDenied
    if not blocks:
        raise NothingToRun(_("This workshop has no blocks yet. Add one first."))
    if before and all(block.kind != frames.BlockKind.LOOK_BACK for block in blocks):
        blocks = [usual_block(frames.BlockKind.LOOK_BACK, language), *blocks]
    make = partial(
        Session,
        neighbourhood_id=actor.neighbourhood_id,
        workshop=workshop,
        before=before,
        title=title,
        language=language,
        facilitator=actor,
        moved_at=now,
        opened_at=now,
        ends_at=now + LONGEST,
    )
    for _try in range(TRIES):
        try:
            return _open(make(code=new_code(CODE_LENGTH)), blocks, actor=actor)
        except IntegrityError:
            continue
    raise RuleBroken(_("We could not make a code for the room. Please try once more."))


@transaction.atomic
def _open(session: Session, blocks: Sequence[BlockWords], *, actor: Person) -> Session:
    session.save()
    for position, block in enumerate(blocks):
        part = Part.objects.create(
            session=session,
            position=position,
            kind=block.kind,
            title=block.title,
            text=block.text,
            minutes=block.minutes,
            picks=list(block.picks),
        )
        for stage in frames.stages_of(frames.BlockKind(part.kind), part.picks):
            if stage.shape != frames.Shape.NOTHING:
                Pool.objects.create(part=part, stage=stage.key)
    chronicle.record(
        Verb.DID,
        session,
        act="workshop",
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=session.neighbourhood,
        at=session.opened_at,
    )
    return session


def take_seat(session: Session) -> str:
    """Give a phone a seat; the secret is kept by the phone only."""
    secret = new_token()
    Seat.objects.create(key=hashed(f"seat:{session.pk}:{secret}"), session=session)
    live.publish(str(session.pk), what="count", seats=session.seats.count())
    return secret


@transaction.atomic
def move(session: Session, part_at: int, stage_at: int, *, actor: Person, now: dt.datetime) -> None:
    """Put another question in hand; the one that was in hand closes. After the end nothing moves."""
    _check(session, actor)
    if not _runs(session):
        return
    _close_in_hand(session)
    Session.objects.filter(pk=session.pk).update(
        part_at=part_at, stage_at=stage_at, is_paused=False, moved_at=now
    )
    live.publish(str(session.pk), what="move")


@transaction.atomic
def close_stage(session: Session, *, actor: Person) -> None:
    """Close the question in hand: what came in is shown, if it may be."""
    _check(session, actor)
    if not _runs(session):
        return
    _close_in_hand(session)
    live.publish(str(session.pk), what="move")


@transaction.atomic
def set_paused(session: Session, *, is_paused: bool, actor: Person) -> None:
    """Put a quiet screen up, or take it away again."""
    _check(session, actor)
    Session.objects.filter(pk=session.pk, closed_at__isnull=True).update(is_paused=is_paused)
    live.publish(str(session.pk), what="move")


@transaction.atomic
def end_session(session: Session, *, actor: Person, now: dt.datetime) -> None:
    """End a session: the code opens nothing any more, every pool gives what it may, the hashes go."""
    _check(session, actor)
    _end(session, now=now)


@transaction.atomic
def delete_session(session: Session, *, actor: Person) -> None:
    """Delete a session that ended, for real: its answers, themes and agreements. The chronicle keeps its line."""
    _check(session, actor)
    if not Session.objects.filter(pk=session.pk, closed_at__isnull=False).delete()[0]:
        raise StillRuns(_("This workshop is still running. End it first."))


def end_old_sessions(*, now: dt.datetime) -> int:
    """End the sessions that somebody forgot to end."""
    old = Session.objects.filter(closed_at__isnull=True, ends_at__lte=now)
    ended = list(old)
    for session in ended:
        with transaction.atomic():
            _end(session, now=now)
    return len(ended)


def _end(session: Session, *, now: dt.datetime) -> None:
    people = session.seats.count()
    open_ones = Session.objects.filter(pk=session.pk, closed_at__isnull=True)
    if not open_ones.update(closed_at=now, code="", is_paused=False, people=people):
        return
    for pool in Pool.objects.select_for_update().filter(part__session=session):
        release_pool(pool, seats=people, is_last=True)
        pool.turns = []
        pool.save()
    session.seats.all().delete()
    live.publish(str(session.pk), what="move")


def _runs(session: Session) -> bool:
    """Whether it still runs, held until the end of this transaction.

    Once it has ended no seat is left, and what was held back in a full room would look like that of a small one.
    """
    held = Session.objects.select_for_update().filter(pk=session.pk, closed_at__isnull=True)
    return held.first() is not None


def _close_in_hand(session: Session) -> None:
    part = session.parts.filter(position=session.part_at).first()
    if part is None:
        return
    stages = frames.stages_of(frames.BlockKind(part.kind), part.picks)
    if session.stage_at >= len(stages):
        return
    pools = Pool.objects.select_for_update().filter(part=part, stage=stages[session.stage_at].key)
    for pool in pools:
        release_pool(pool, seats=session.seats.count(), is_last=True)
        pool.save()


def _check(session: Session, actor: Person) -> None:
    if not can_run(actor, session):
        raise PermissionDenied
