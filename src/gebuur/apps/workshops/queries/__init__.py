"""What may be read of workshops, and by whom."""

from gebuur.apps.workshops.queries import agenda, drafts, names

__all__ = ["agenda", "drafts", "names"]
