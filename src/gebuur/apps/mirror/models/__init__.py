"""What the mirror keeps of its own."""

from gebuur.apps.mirror.models.changes import Change

__all__ = ["Change"]
