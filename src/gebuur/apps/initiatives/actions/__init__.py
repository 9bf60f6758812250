"""What neighbours do in their groups."""

from gebuur.apps.initiatives.actions.activities import (
    DateOver,
    DayPast,
    NotBegun,
    Plan,
    call_off_activity,
    change_activity,
    hold_activity,
    make_activity,
)
from gebuur.apps.initiatives.actions.feeds import OnlyHerself, end_feed, renew_feed
from gebuur.apps.initiatives.actions.groups import NotYours, begin_initiative, sign
from gebuur.apps.initiatives.actions.money import LineUndone, note_money, undo_money
from gebuur.apps.initiatives.actions.places import (
    PlaceFull,
    PlaceTaken,
    Wanted,
    give_back_place,
    take_place,
)
from gebuur.apps.initiatives.actions.tasks import (
    TaskGone,
    add_group_task,
    drop_group_task,
    finish_group_task,
    give_back_group_task,
    take_group_task,
)
from gebuur.apps.initiatives.actions.telling import remind_dates

__all__ = [
    "DateOver",
    "DayPast",
    "LineUndone",
    "NotBegun",
    "NotYours",
    "OnlyHerself",
    "PlaceFull",
    "PlaceTaken",
    "Plan",
    "TaskGone",
    "Wanted",
    "add_group_task",
    "begin_initiative",
    "call_off_activity",
    "change_activity",
    "drop_group_task",
    "end_feed",
    "finish_group_task",
    "give_back_group_task",
    "give_back_place",
    "hold_activity",
    "make_activity",
    "note_money",
    "remind_dates",
    "renew_feed",
    "sign",
    "take_group_task",
    "take_place",
    "undo_money",
]
