"""Reading agendas: the ready ones, and those of the organisation."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from gebuur.apps.neighbourhood.models import Organisation, Person
from gebuur.apps.workshops.models import Block, Workshop
from gebuur.apps.workshops.queries.names import Names, Picked, names_in
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
    picked: tuple[Picked, ...]
    row: Block | None
    begins: dt.time
    ends: dt.time
    total: int

    @property
    def place(self) -> int:
        """Where it stands in an own workshop; the first one is 1."""
        return self.row.position + 1 if self.row else 0


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
    return [of_ready(block, language) for block in _ready(key).blocks]


def blocks_of(workshop: Workshop) -> list[BlockWords]:
    """The blocks of an own workshop, in order."""
    return [words_of(block) for block in workshop.blocks.all()]


def words_of(block: Block) -> BlockWords:
    """One block of an own workshop."""
    return BlockWords(block.kind, block.title, block.text, block.minutes, tuple(block.picks))


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
    living = own.filter(put_away_at__isnull=True).select_related("organisation", "made_by")
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
    found = living.select_related("workshop__organisation").filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def timed_blocks(workshop: Workshop, *, start: dt.time) -> list[Timed]:
    """The blocks of an own workshop on the clock."""
    names = names_in(workshop.organisation, workshop.language)
    return _on_the_clock([(words_of(row), row) for row in workshop.blocks.all()], names, start)


def timed_ready(ready: Ready, organisation: Organisation, *, start: dt.time) -> list[Timed]:
    """The blocks of a ready workshop on the clock."""
    names = names_in(organisation, ready.language)
    blocks = ready_blocks(ready.key, ready.language)
    return _on_the_clock([(block, None) for block in blocks], names, start)


def _ready(key: str) -> frames.ReadyWorkshop:
    found = next((one for one in frames.READY_WORKSHOPS if one.key == key), None)
    if found is None:
        raise NotForYou
    return found


def of_ready(block: frames.ReadyBlock, language: str) -> BlockWords:
    """One block of a ready workshop, in one language."""
    return BlockWords(
        kind=str(block.kind),
        title=block.title.in_language(language),
        text=block.text.in_language(language),
        minutes=block.minutes,
        picks=block.picks_in(language),
    )


def _on_the_clock(
    blocks: Sequence[tuple[BlockWords, Block | None]], names: Names, start: dt.time
) -> list[Timed]:
    # Any day will do: only the clock is shown, and an agenda may run past midnight.
    moment, total, timed = dt.datetime.combine(dt.date(2026, 1, 1), start), 0, []
    for words, row in blocks:
        ends = moment + dt.timedelta(minutes=words.minutes)
        total += words.minutes
        picked = names.picked(words.kind, words.picks)
        timed.append(Timed(words, picked, row, moment.time(), ends.time(), total))
        moment = ends
    return timed
