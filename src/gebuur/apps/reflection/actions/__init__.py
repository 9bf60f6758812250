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
from gebuur.apps.reflection.actions.lenses import (
    MOST_LENSES,
    LensNotChosen,
    TooManyLenses,
    choose_lenses,
    save_lens,
    too_many_lenses,
)

__all__ = [
    "JSON_FIELDS",
    "MOST_LENSES",
    "LensNotChosen",
    "LookedBackAlready",
    "TooManyLenses",
    "begin_entry",
    "choose_lenses",
    "delete_entry",
    "finish_entry",
    "look_back",
    "remind_intentions",
    "save_answers",
    "save_lens",
    "share_entry",
    "too_many_lenses",
    "withdraw_share",
]
