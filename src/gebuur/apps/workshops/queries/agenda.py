"""Reading agendas."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class BlockWords:
    """A block in plain values."""

    kind: str
    title: str
    text: str
    minutes: int
    picks: Sequence[str] = ()
