"""What may be read of workshops, and by whom."""

from gebuur.apps.workshops.queries import agenda

__all__ = ["agenda"]
