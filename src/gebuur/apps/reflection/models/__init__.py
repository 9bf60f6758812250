"""Everything that is kept of what somebody learned: private reflections, sealed field by field."""

from gebuur.apps.reflection.models.cases import OwnCase
from gebuur.apps.reflection.models.entries import (
    Entry,
    Intention,
    Share,
)

__all__ = [
    "Entry",
    "Intention",
    "OwnCase",
    "Share",
]
