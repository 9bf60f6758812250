"""The ready workshops: the whole training as an agenda, and a short one, in our own words."""

from gebuur.domain.frames.learning.workshop.deck import DECK
from gebuur.domain.frames.learning.workshop.model import ReadyBlock, ReadyWorkshop
from gebuur.domain.frames.learning.workshop.short import SHORT

__all__ = ["READY_WORKSHOPS", "ReadyBlock", "ReadyWorkshop"]

READY_WORKSHOPS: tuple[ReadyWorkshop, ...] = (DECK, SHORT)
