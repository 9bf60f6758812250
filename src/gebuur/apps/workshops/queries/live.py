"""Reading a session: for who runs it, and for who sits in the room."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_staff
from gebuur.apps.workshops.models import Note, Part, Pool, Seat, Session, opened
from gebuur.core.errors import NotForYou
from gebuur.core.tokens import hashed, read_signed_id, sign_id
from gebuur.domain import disclosure, frames

DOOR = "workshops.door"


@dataclass(frozen=True)
class Scene:
    """What is in hand: the part, its stage, and how many answered. No part: the welcome, or the end."""

    session: Session
    part: Part | None
    stages: tuple[frames.Stage, ...]
    stage: frames.Stage | None
    pool: Pool | None
    seats: int

    @property
    def is_over(self) -> bool:
        return self.session.is_over_at(timezone.now())

    @property
    def is_small_room(self) -> bool:
        return self.seats < disclosure.STEP

    @property
    def may_close(self) -> bool:
        """Whether closing does something: it was open, or enough came in after it closed by itself.

        A question closes by itself when everybody in the room has answered; who comes in late still answers.
        """
        if self.pool is None or not self.pool.is_closed:
            return self.pool is not None
        out, _held = disclosure.release(
            opened(self.pool.waiting), is_closed=True, is_small_room=self.is_small_room
        )
        return bool(out)

    @property
    def until(self) -> dt.datetime:
        """When the time that was planned for the part is over."""
        minutes = self.part.minutes if self.part else 0
        return self.session.moved_at + dt.timedelta(minutes=minutes)

    @property
    def version(self) -> str:
        """Changes whenever a phone must look again."""
        session = self.session
        closed = bool(self.pool and self.pool.is_closed)
        return f"{session.part_at}.{session.stage_at}.{session.is_paused:d}.{closed:d}.{self.is_over:d}"


def get_session_for(actor: Person, pk: uuid.UUID) -> Session:
    """A session of one's own place; elsewhere it does not exist."""
    sessions = Session.objects.select_related("neighbourhood__organisation", "before", "workshop")
    found = sessions.filter(pk=pk, neighbourhood=actor.neighbourhood_id).first()
    if found is None or not is_staff(actor):
        raise NotForYou
    return found


def part_of_theme(session: Session, chosen: uuid.UUID | None) -> Part | None:
    """What a theme is about: the block in hand while a session runs, the chosen one in its report."""
    if session.closed_at is None:
        return scene_of(session).part
    return session.parts.filter(pk=chosen).first() if chosen else None


def list_sessions(actor: Person) -> QuerySet[Session]:
    """The sessions of the place, the newest first; who runs one now finds it on top."""
    found = Session.objects.filter(neighbourhood=actor.neighbourhood_id)
    return found.select_related("facilitator").order_by("-opened_at")


def list_earlier(session_of: Person) -> QuerySet[Session]:
    """Sessions that ended, to go on from."""
    return list_sessions(session_of).filter(closed_at__isnull=False)


def list_running(actor: Person) -> QuerySet[Session]:
    """Sessions that run now."""
    return list_sessions(actor).filter(closed_at__isnull=True)


def list_reports(actor: Person) -> QuerySet[Session]:
    """Sessions that ended, with how many of their agreements nobody looked back on yet."""
    waiting = Q(notes__kind=Note.Kind.AGREEMENT, notes__outcome="")
    return list_earlier(actor).annotate(waiting=Count("notes", filter=waiting))


def agreements_before(session: Session) -> list[Note]:
    """What was agreed in the session this one goes on from."""
    if session.before is None:
        return []
    return [note for note in session.before.notes.all() if note.kind == Note.Kind.AGREEMENT]


def find_earlier(actor: Person, pk: uuid.UUID | None) -> Session | None:
    """One session to go on from; none when none was chosen."""
    return list_earlier(actor).filter(pk=pk).first() if pk else None


def door_of(session: Session) -> str:
    """What stands in the square code: nobody can make one but us."""
    return sign_id(session.pk, purpose=DOOR)


def get_session_by_door(door: str) -> Session:
    """The session that a square code opens; an ended one is found too, so that it can say goodbye."""
    pk = read_signed_id(door, purpose=DOOR)
    if pk is None:
        raise NotForYou
    return _session(Q(pk=pk))


def find_open_session(code: str) -> Session | None:
    """The session that a typed code opens."""
    now = timezone.now()
    found = Session.objects.filter(code=code, closed_at__isnull=True, ends_at__gt=now)
    return found.first() if code else None


def get_seat(session_pk: str, secret: str) -> Session:
    """The session in which a phone has a seat; after the end it is found without one."""
    try:
        pk = uuid.UUID(session_pk)
    except ValueError as error:
        raise NotForYou from error
    session = _session(Q(pk=pk))
    key = hashed(f"seat:{session.pk}:{secret}")
    if session.closed_at is None and not Seat.objects.filter(key=key, session=session).exists():
        raise NotForYou
    return session


def scene_of(session: Session) -> Scene:
    """What is in hand now."""
    part = session.parts.filter(position=session.part_at).first()
    if part is None or session.is_over_at(timezone.now()):
        return Scene(session, None, (), None, None, session.seats.count())
    stages = frames.stages_of(frames.BlockKind(part.kind), part.picks)
    stage = stages[min(session.stage_at, len(stages) - 1)]
    pool = part.pools.filter(stage=stage.key).first()
    return Scene(session, part, stages, stage, pool, session.seats.count())


def has_answered(pool: Pool, secret: str) -> bool:
    """Whether this phone has answered this question."""
    return hashed(f"turn:{pool.pk}:{secret}") in pool.turns


def get_pool_for(session: Session, pk: uuid.UUID | None) -> Pool:
    """A pool of this session."""
    pools = Pool.objects.select_related("part__session").filter(part__session=session)
    found = pools.filter(pk=pk).first() if pk else None
    if found is None:
        raise NotForYou
    return found


def get_note_for(actor: Person, pk: uuid.UUID) -> Note:
    """A theme or an agreement of a session of one's own place."""
    found = Note.objects.filter(pk=pk).select_related("session", "part").first()
    if found is None:
        raise NotForYou
    get_session_for(actor, found.session_id)
    return found


def get_agreement_for(actor: Person, pk: uuid.UUID) -> Note:
    """An agreement to look back on; a theme is none."""
    found = get_note_for(actor, pk)
    if found.kind != Note.Kind.AGREEMENT:
        raise NotForYou
    return found


def place_after(scene: Scene) -> tuple[int, int] | None:
    """The next question; None after the last one."""
    session = scene.session
    if scene.part is not None and session.stage_at + 1 < len(scene.stages):
        return session.part_at, session.stage_at + 1
    is_there = session.parts.filter(position=session.part_at + 1).exists()
    return (session.part_at + 1, 0) if is_there else None


def place_before(scene: Scene) -> tuple[int, int] | None:
    """The question before this one; None at the welcome."""
    session = scene.session
    if session.stage_at > 0:
        return session.part_at, session.stage_at - 1
    return (session.part_at - 1, 0) if session.part_at >= 0 else None


def _session(condition: Q) -> Session:
    sessions = Session.objects.select_related("neighbourhood__organisation", "before")
    found = sessions.filter(condition).first()
    if found is None:
        raise NotForYou
    return found
