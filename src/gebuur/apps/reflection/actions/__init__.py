"""What may be done with reflections."""

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
    "begin_entry",
    "delete_entry",
    "finish_entry",
    "look_back",
    "remind_intentions",
    "save_answers",
    "share_entry",
    "withdraw_share",
]
