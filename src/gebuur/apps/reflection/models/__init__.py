"""Everything that is kept of what somebody learned: private reflections, sealed field by field."""

from gebuur.apps.reflection.models.entries import (
    Entry,
    Intention,
    Share,
)
from gebuur.apps.reflection.models.lenses import Lens

__all__ = [
    "Entry",
    "Intention",
    "Lens",
    "Share",
]
