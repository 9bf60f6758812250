"""What may be done with reflections."""

from gebuur.apps.reflection.actions.cases import (
    NeedsALook,
    PointsToSomebody,
    change_case,
    withdraw_case,
    write_case,
)
from gebuur.apps.reflection.actions.entries import (
    JSON_FIELDS,
    LookedBackAlready,
    begin_entry,
    delete_entry,
    finish_entry,
    look_back,
    remind_intentions,
    save_answers,
    share_entry,
    withdraw_share,
)

__all__ = [
    "JSON_FIELDS",
    "LookedBackAlready",
    "NeedsALook",
    "PointsToSomebody",
    "begin_entry",
    "change_case",
    "delete_entry",
    "finish_entry",
    "look_back",
    "remind_intentions",
    "save_answers",
    "share_entry",
    "withdraw_case",
    "withdraw_share",
    "write_case",
]
