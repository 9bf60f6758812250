"""What neighbours do in their groups."""

from gebuur.apps.initiatives.actions.groups import NotYours, begin_initiative, sign

__all__ = ["NotYours", "begin_initiative", "sign"]
