"""Making an agenda: a workshop of one's own or a copy, and its blocks. Editing leaves no line in the chronicle."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_staff
from gebuur.apps.workshops.models import Block, Workshop
from gebuur.apps.workshops.permissions import can_edit
from gebuur.apps.workshops.queries.agenda import (
    BlockWords,
    blocks_of,
    get_ready,
    ready_blocks,
    words_of,
)
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.domain import frames

LONGEST_TITLE = 120
MOST_BLOCKS = 60


class AgendaFull(RuleBroken):
    """There are as many blocks as a day can hold."""


class PicksUnfit(RuleBroken):
    """What was chosen for a block is not enough for its kind, or does not exist."""


@transaction.atomic
def make_workshop(title: str, language: str, *, actor: Person, now: dt.datetime) -> Workshop:
    """Begin a workshop of one's own, without blocks yet."""
    if not is_staff(actor):
        raise PermissionDenied
    return _begin(title, language, (), actor=actor, now=now)


@transaction.atomic
def copy_ready(key: str, language: str, *, actor: Person, now: dt.datetime) -> Workshop:
    """Copy a ready workshop into the organisation, to change it there."""
    if not is_staff(actor):
        raise PermissionDenied
    ready = get_ready(key, language)
    blocks = ready_blocks(key, ready.language)
    return _begin(ready.title, ready.language, blocks, actor=actor, now=now, ready_key=key)


@transaction.atomic
def copy_workshop(workshop: Workshop, *, actor: Person, now: dt.datetime) -> Workshop:
    """Copy a workshop with all its blocks."""
    _check(actor, workshop)
    title = _("%(title)s, copy") % {"title": workshop.title}
    blocks = blocks_of(workshop)
    return _begin(
        title, workshop.language, blocks, actor=actor, now=now, ready_key=workshop.ready_key
    )


@transaction.atomic
def edit_workshop(workshop: Workshop, *, actor: Person, title: str, language: str) -> None:
    """Give a workshop another name or language."""
    _check(actor, workshop)
    workshop.title, workshop.language = title, language
    workshop.save(update_fields=["title", "language"])


@transaction.atomic
def put_away(workshop: Workshop, *, actor: Person, now: dt.datetime) -> None:
    """Take a workshop off the list. Sessions that were held with it keep their own parts and report."""
    _check(actor, workshop)
    Workshop.objects.filter(pk=workshop.pk, put_away_at__isnull=True).update(put_away_at=now)


@transaction.atomic
def add_block(workshop: Workshop, words: BlockWords, *, actor: Person, place: int) -> Block:
    """Put a block into the agenda; `place` is how many blocks stand before it."""
    _check(actor, workshop)
    _check_picks(words.kind, words.picks)
    rows = _hold(workshop)
    _check_room(rows)
    block = _new(workshop, words)
    block.save()
    _lay(rows, block, place)
    return block


@transaction.atomic
def edit_block(block: Block, words: BlockWords, *, actor: Person, place: int) -> None:
    """Change a block and perhaps its place. What kind it is stays."""
    _check(actor, block.workshop)
    _check_picks(block.kind, words.picks)
    rows = _hold(block.workshop)
    block.title, block.text = words.title, words.text
    block.minutes, block.picks = words.minutes, list(words.picks)
    block.save(update_fields=["title", "text", "minutes", "picks"])
    _lay(rows, block, place)


@transaction.atomic
def move_block(block: Block, *, actor: Person, steps: int) -> int:
    """Move a block forward (minus) or back (plus). Tells where it stands now; the first one is 0."""
    _check(actor, block.workshop)
    rows = _hold(block.workshop)
    return _lay(rows, block, max(0, _place_of(rows, block) + steps))


@transaction.atomic
def copy_block(block: Block, *, actor: Person) -> Block:
    """Put the same block right behind this one."""
    _check(actor, block.workshop)
    rows = _hold(block.workshop)
    _check_room(rows)
    twin = _new(block.workshop, words_of(block))
    twin.save()
    _lay(rows, twin, _place_of(rows, block) + 1)
    return twin


@transaction.atomic
def remove_block(block: Block, *, actor: Person) -> None:
    """Take a block out of the agenda."""
    _check(actor, block.workshop)
    others = [row for row in _hold(block.workshop) if row.pk != block.pk]
    block.delete()
    _number(others)


def _check(actor: Person, workshop: Workshop) -> None:
    if not can_edit(actor, workshop):
        raise PermissionDenied


def _check_picks(kind: str, picks: Sequence[str]) -> None:
    try:
        frames.check_picks(frames.BlockKind(kind), picks)
    except frames.NotInFrame as error:
        raise PicksUnfit(
            _("Something is missing in this block, or is there twice. Look at what you chose.")
        ) from error


def _check_room(rows: Sequence[Block]) -> None:
    if len(rows) >= MOST_BLOCKS:
        raise AgendaFull(_("This agenda is full: it has 60 blocks. Take one out first."))


def _begin(
    title: str,
    language: str,
    blocks: Iterable[BlockWords],
    *,
    actor: Person,
    now: dt.datetime,
    ready_key: str = "",
) -> Workshop:
    workshop = Workshop.objects.create(
        organisation=actor.neighbourhood.organisation,
        title=title[:LONGEST_TITLE],
        language=language,
        ready_key=ready_key,
        made_by=actor,
        made_at=now,
    )
    rows = [_new(workshop, words) for words in blocks]
    for position, row in enumerate(rows):
        row.position = position
    Block.objects.bulk_create(rows)
    return workshop


def _new(workshop: Workshop, words: BlockWords) -> Block:
    return Block(
        workshop=workshop,
        position=0,
        kind=words.kind,
        title=words.title,
        text=words.text,
        minutes=words.minutes,
        picks=list(words.picks),
    )


def _hold(workshop: Workshop) -> list[Block]:
    """The blocks in order, while nobody else changes their order. On SQLite the transaction itself waits."""
    Workshop.objects.select_for_update().filter(pk=workshop.pk).values("pk").first()
    return list(Block.objects.filter(workshop=workshop))


def _place_of(rows: Sequence[Block], block: Block) -> int:
    place = next((number for number, row in enumerate(rows) if row.pk == block.pk), None)
    if place is None:
        raise NotForYou
    return place


def _lay(rows: Sequence[Block], block: Block, place: int) -> int:
    """Put one block at a place among the others; a place that is gone is the last one."""
    others = [row for row in rows if row.pk != block.pk]
    at = min(place, len(others))
    _number([*others[:at], block, *others[at:]])
    return at


def _number(rows: Sequence[Block]) -> None:
    for position, row in enumerate(rows):
        row.position = position
    Block.objects.bulk_update(rows, ["position"])
