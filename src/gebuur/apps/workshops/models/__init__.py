"""Everything that is kept of workshops: the agenda beforehand, the session itself, and what is agreed."""

from gebuur.apps.workshops.models.agenda import Block, Workshop
from gebuur.apps.workshops.models.live import Note, Part, Pool, Seat, Session, opened, sealed

__all__ = ["Block", "Note", "Part", "Pool", "Seat", "Session", "Workshop", "opened", "sealed"]
