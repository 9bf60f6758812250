"""What a ready workshop is made of."""

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

    def picks_in(self, language: str) -> tuple[str, ...]:
        """Give the picks as `stages_of` reads them: the keys, or the choices of a poll in this language.

        Examples
        --------
        >>> from gebuur.domain.frames import READY_WORKSHOPS
        >>> [block.picks_in("nl") for block in READY_WORKSHOPS[0].blocks if block.picks][0]
        ('streets',)
        """
        return self.picks or tuple(one.in_language(language) for one in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyWorkshop(Frame):
    """A workshop that can be run as it is, or copied and changed.

    Attributes
    ----------
    about : Words
        For whom and how long, for the facilitator who chooses.
    blocks : tuple of ReadyBlock
        In order.
    """

    about: Words
    blocks: tuple[ReadyBlock, ...]

    @property
    def minutes(self) -> int:
        """How long all blocks take together.

        Examples
        --------
        >>> from gebuur.domain.frames import READY_WORKSHOPS
        >>> [(one.key, one.minutes) for one in READY_WORKSHOPS]
        [('deck', 220), ('short', 60)]
        """
        return sum(block.minutes for block in self.blocks)
