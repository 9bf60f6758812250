"""A room of six: a workshop that asks one line and one choice, and the phones that answer."""

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Session
from gebuur.apps.workshops.queries.agenda import BlockWords
from gebuur.domain import frames

QUESTION = BlockWords("question", "Wat vraag je voortaan eerst?", "", 10, ())
POLL = BlockWords("poll", "Waar begin je mee?", "", 5, ("Luisteren", "Bedanken"))
LINES = tuple(f"Antwoord {word}" for word in ("een", "twee", "drie", "vier", "vijf", "zes"))


def open_room(
    an: Person, *blocks: BlockWords, before: Session | None = None, language: str = "nl"
) -> Session:
    """A room that is open, with these blocks or the usual two."""
    return actions.open_session(
        blocks or (QUESTION, POLL),
        actor=an,
        title="Een middag over vragen",
        language=language,
        now=timezone.now(),
        before=before,
    )


def sit_down(session: Session, count: int = 6) -> list[str]:
    """So many phones take a seat."""
    return [actions.take_seat(session) for _phone in range(count)]


def answer(
    session: Session, secrets: list[str], position: int, values: list[dict[str, str]]
) -> None:
    """The phones answer the only question of a block, one after the other."""
    part = session.parts.get(position=position)
    stage = frames.stages_of(frames.BlockKind(part.kind), part.picks)[0]
    for secret, value in zip(secrets, values, strict=False):
        actions.give_answer(session, part.pools.get(stage=stage.key), stage, value, secret=secret)


def end_room(session: Session, an: Person) -> Session:
    """The room closes."""
    actions.end_session(session, actor=an, now=timezone.now())
    session.refresh_from_db()
    return session


def whole_room(an: Person) -> Session:
    """A session that ended: six lines, and two answers to the poll, which are too few to show."""
    session = open_room(an)
    secrets = sit_down(session)
    answer(session, secrets, 0, [{"line": line} for line in LINES])
    answer(session, secrets, 1, [{"key": "Luisteren"}, {"key": "Bedanken"}])
    return end_room(session, an)
