"""Everything that is kept of what somebody learned: private reflections, and what residents said."""

from gebuur.apps.reflection.models.cases import (
    OwnCase,
)
from gebuur.apps.reflection.models.entries import (
    Entry,
    Intention,
    Share,
)
from gebuur.apps.reflection.models.lenses import (
    Lens,
)
from gebuur.apps.reflection.models.voice import (
    Kind,
    OwnView,
    VoiceRound,
)

__all__ = [
    "Entry",
    "Intention",
    "Kind",
    "Lens",
    "OwnCase",
    "OwnView",
    "Share",
    "VoiceRound",
]
