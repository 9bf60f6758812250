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
    "NeedsALook",
    "PointsToSomebody",
    "TooManyLenses",
    "begin_entry",
    "change_case",
    "choose_lenses",
    "delete_entry",
    "finish_entry",
    "look_back",
    "remind_intentions",
    "save_answers",
    "save_lens",
    "share_entry",
    "too_many_lenses",
    "withdraw_case",
    "withdraw_share",
    "write_case",
]
