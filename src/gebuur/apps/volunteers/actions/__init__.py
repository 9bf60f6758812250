"""Writing offers, legal files, and lists of people that come from elsewhere."""

from gebuur.apps.volunteers.actions.apart import keep_apart, together_again
from gebuur.apps.volunteers.actions.contact import note_phoned, take_contact
from gebuur.apps.volunteers.actions.flyers import make_flyer
from gebuur.apps.volunteers.actions.imports import (
    A_DAY,
    TooLateToUndo,
    check_import,
    drop_import,
    start_import,
    undo_import,
    write_import,
)
from gebuur.apps.volunteers.actions.legal import (
    choose_for_new_offers,
    choose_rules,
    note_for_many,
    note_item,
    take_back_note,
)
from gebuur.apps.volunteers.actions.legal_texts import require, reword
from gebuur.apps.volunteers.actions.offers import (
    OffersAlready,
    all_moved,
    change_offer,
    clear_task,
    make_offer,
    make_offers,
    moved,
    stop_offer,
    tick_tasks,
)
from gebuur.apps.volunteers.actions.pauses import end_pause, pause_offer
from gebuur.apps.volunteers.actions.small_tasks import (
    SmallTaskClosed,
    SmallTaskFull,
    answer_small,
    ask_for_small,
    change_small_task,
    close_small_task,
    finish_small,
    make_small_task,
    withdraw_small,
)

__all__ = [
    "A_DAY",
    "OffersAlready",
    "SmallTaskClosed",
    "SmallTaskFull",
    "TooLateToUndo",
    "all_moved",
    "answer_small",
    "ask_for_small",
    "change_offer",
    "change_small_task",
    "check_import",
    "choose_for_new_offers",
    "choose_rules",
    "clear_task",
    "close_small_task",
    "drop_import",
    "end_pause",
    "finish_small",
    "keep_apart",
    "make_flyer",
    "make_offer",
    "make_offers",
    "make_small_task",
    "moved",
    "note_for_many",
    "note_item",
    "note_phoned",
    "pause_offer",
    "require",
    "reword",
    "start_import",
    "stop_offer",
    "take_back_note",
    "take_contact",
    "tick_tasks",
    "together_again",
    "undo_import",
    "withdraw_small",
    "write_import",
]
