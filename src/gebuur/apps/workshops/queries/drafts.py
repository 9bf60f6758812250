"""A block before it is written: what it says now, what can be picked, and where it can stand."""

from dataclasses import dataclass, replace

from gebuur.apps.workshops.models import Block, Workshop
from gebuur.apps.workshops.queries.agenda import BlockWords, of_ready, words_of
from gebuur.apps.workshops.queries.names import Names, names_in
from gebuur.core.errors import NotForYou
from gebuur.domain import frames

OWN_WORDS = (frames.BlockKind.CASE, frames.BlockKind.QUESTION, frames.BlockKind.POLL)


@dataclass(frozen=True)
class Draft:
    """What a form begins with. `others` are the titles of the other blocks, `place` is how many stand before."""

    words: BlockWords
    names: Names
    others: tuple[str, ...]
    place: int


def draft_new(workshop: Workshop, kind: str) -> Draft:
    """A block of this kind behind the others."""
    others = tuple(block.title for block in workshop.blocks.all())
    words = usual_block(kind, workshop.language)
    return Draft(words, names_in(workshop.organisation, workshop.language), others, len(others))


def draft_of(block: Block) -> Draft:
    """A block as it stands in its agenda."""
    workshop, rows = block.workshop, list(block.workshop.blocks.all())
    others = tuple(row.title for row in rows if row.pk != block.pk)
    place = next((number for number, row in enumerate(rows) if row.pk == block.pk), len(others))
    return Draft(words_of(block), names_in(workshop.organisation, workshop.language), others, place)


def usual_block(kind: str, language: str) -> BlockWords:
    """What to begin with when a block of this kind is added: as a ready workshop has it, the short one first.

    What one adds to ask something of one's own begins without words.
    """
    blocks = (block for ready in reversed(frames.READY_WORKSHOPS) for block in ready.blocks)
    found = next((of_ready(block, language) for block in blocks if block.kind == kind), None)
    if found is None:
        raise NotForYou
    return replace(found, title="", text="", picks=()) if kind in OWN_WORDS else found
