"""Reading agendas: the ready ones, and those of the organisation."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops.models import Block, Workshop
from gebuur.core.errors import NotForYou
from gebuur.domain import frames

LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class BlockWords:
    """A block in one language, whether it stands in a ready workshop or in an own one."""

    kind: str
    title: str
    text: str
    minutes: int
    picks: tuple[str, ...]


@dataclass(frozen=True)
class Timed:
    """A block on the clock, with the minutes that are gone when it ends; `row` is there for an own workshop."""

    words: BlockWords
    row: Block | None
    begins: dt.time
    ends: dt.time
    total: int


@dataclass(frozen=True)
class Ready:
    """A ready workshop in one language."""

    key: str
    language: str
    title: str
    about: str
    minutes: int


def ready_blocks(key: str, language: str) -> list[BlockWords]:
    """The blocks of a ready workshop, in order; one that does not exist is not there for anybody."""
    return [_of_ready(block, language) for block in _ready(key).blocks]


def blocks_of(workshop: Workshop) -> list[BlockWords]:
    """The blocks of an own workshop, in order."""
    return [_of_row(block) for block in workshop.blocks.all()]


def get_ready(key: str, language: str) -> Ready:
    """One ready workshop; in Dutch when we do not have the language."""
    found = _ready(key)
    code = language if language in LANGUAGES else LANGUAGES[0]
    return Ready(
        key=key,
        language=code,
        title=found.words.in_language(code),
        about=found.about.in_language(code),
        minutes=found.minutes,
    )


def list_ready() -> list[list[Ready]]:
    """The ready workshops, each in its languages."""
    return [
        [get_ready(one.key, language) for language in LANGUAGES] for one in frames.READY_WORKSHOPS
    ]


def list_workshops(person: Person) -> QuerySet[Workshop]:
    """The workshops of one's organisation that are not put away, with their minutes."""
    own = Workshop.objects.filter(organisation=person.neighbourhood.organisation_id)
    living = own.filter(put_away_at__isnull=True).select_related("made_by")
    return living.annotate(minutes=Sum("blocks__minutes", default=0)).order_by("-made_at", "pk")


def get_workshop_for(person: Person, pk: uuid.UUID) -> Workshop:
    """A workshop of one's organisation; one that is put away or not ours does not exist."""
    found = list_workshops(person).filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_block_for(person: Person, pk: uuid.UUID) -> Block:
    """A block of a workshop of one's organisation."""
    living = Block.objects.filter(
        workshop__organisation=person.neighbourhood.organisation_id,
        workshop__put_away_at__isnull=True,
    )
    found = living.select_related("workshop").filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def timed_blocks(workshop: Workshop, *, start: dt.time) -> list[Timed]:
    """The blocks of an own workshop on the clock."""
    rows = list(workshop.blocks.all())
    return _on_the_clock(((_of_row(row), row) for row in rows), start)


def timed_ready(ready: Ready, *, start: dt.time) -> list[Timed]:
    """The blocks of a ready workshop on the clock."""
    blocks = ready_blocks(ready.key, ready.language)
    return _on_the_clock(((block, None) for block in blocks), start)


def usual_block(kind: str, language: str) -> BlockWords:
    """What to begin with when a block of this kind is added: as it stands in the first ready workshop."""
    for ready in frames.READY_WORKSHOPS:
        for block in ready.blocks:
            if block.kind == kind:
                return _of_ready(block, language)
    raise NotForYou


def _ready(key: str) -> frames.ReadyWorkshop:
    found = next((one for one in frames.READY_WORKSHOPS if one.key == key), None)
    if found is None:
        raise NotForYou
    return found


def _of_ready(block: frames.ReadyBlock, language: str) -> BlockWords:
    return BlockWords(
        kind=str(block.kind),
        title=block.title.in_language(language),
        text=block.text.in_language(language),
        minutes=block.minutes,
        picks=block.picks_in(language),
    )


def _of_row(block: Block) -> BlockWords:
    return BlockWords(block.kind, block.title, block.text, block.minutes, tuple(block.picks))


def _on_the_clock(blocks: Iterable[tuple[BlockWords, Block | None]], start: dt.time) -> list[Timed]:
    # Any day will do: only the clock is shown, and an agenda may run past midnight.
    moment, total, timed = dt.datetime.combine(dt.date(2026, 1, 1), start), 0, []
    for words, row in blocks:
        ends = moment + dt.timedelta(minutes=words.minutes)
        total += words.minutes
        timed.append(Timed(words, row, moment.time(), ends.time(), total))
        moment = ends
    return timed
