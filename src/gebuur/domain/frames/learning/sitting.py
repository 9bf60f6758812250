"""What a sitting around a case is made of: a plan of cards with minutes, roles at the table, lenses."""

from dataclasses import dataclass

from gebuur.domain.frames.learning.model import Frame
from gebuur.domain.frames.learning.source import Words

MOST_LENSES = 2
"""How many lenses are dealt in one sitting: more of them and nobody looks any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens(Frame):
    """A way to look at a case.

    Attributes
    ----------
    question : Words
        What the table asks itself with it.
    kind : str
        The kind of frames it looks with; empty when it has none.
    """

    question: Words
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRole(Frame):
    """A role at the table.

    Attributes
    ----------
    does : tuple of Words
        What somebody in this role does, and what not.
    """

    does: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Frame):
    """One step of a plan, to lay on the table.

    Attributes
    ----------
    minutes : int
        How long it usually takes.
    says : Words
        What everybody reads.
    chair : Words
        What the chair sees to.
    alone : Words or None
        The same for somebody without a table; None when she passes it by.
    shows : str
        What lies beside it: ``story``, ``ask-0`` to ``ask-2``, ``lenses``, ``round``, ``act``, or nothing.
    """

    minutes: int
    says: Words
    chair: Words
    alone: Words | None = None
    shows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Frame):
    """Cards in their order.

    Attributes
    ----------
    fits : Words
        When this plan is the one to take.
    cards : tuple of Card
        From the first to the last.

    Examples
    --------
    >>> from gebuur.domain.frames import PLANS
    >>> [(one.key, one.minutes) for one in PLANS]
    [('forty', 40), ('incident', 65)]
    """

    fits: Words
    cards: tuple[Card, ...]

    @property
    def minutes(self) -> int:
        """How long the whole takes."""
        return sum(card.minutes for card in self.cards)
