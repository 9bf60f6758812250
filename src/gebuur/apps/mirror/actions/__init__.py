"""Writing what the mirror keeps of its own."""

from gebuur.apps.mirror.actions.changes import ChangeNamedAlready, name_change, take_change_away

__all__ = ["ChangeNamedAlready", "name_change", "take_change_away"]
