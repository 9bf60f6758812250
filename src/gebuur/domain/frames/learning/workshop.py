"""The ready workshop: the whole training as an agenda, in our own words."""

from dataclasses import dataclass

from gebuur.domain.frames.learning.blocks import BlockKind
from gebuur.domain.frames.learning.model import Frame
from gebuur.domain.frames.learning.source import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyBlock:
    """One block of a ready workshop.

    Attributes
    ----------
    kind : BlockKind
        What kind of block.
    title, text : Words
        What stands on the screen; the text may be empty.
    minutes : int
        How long it usually takes.
    picks : tuple of str
        As `stages_of` reads them; the choices of a poll are `choices` instead, since they are words.
    choices : tuple of Words
        The choices of a poll.
    """

    kind: BlockKind
    title: Words
    text: Words
    minutes: int
    picks: tuple[str, ...] = ()
    choices: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyWorkshop(Frame):
    """A workshop that can be run as it is, or copied and changed."""

    blocks: tuple[ReadyBlock, ...]


READY_WORKSHOPS: tuple[ReadyWorkshop, ...] = ()
