"""Writing offers, legal files, and lists of people that come from elsewhere."""

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
    keep_apart,
    make_offer,
    make_offers,
    moved,
    stop_offer,
    tick_tasks,
    together_again,
)
from gebuur.apps.volunteers.actions.pauses import end_pause, pause_offer

__all__ = [
    "A_DAY",
    "OffersAlready",
    "TooLateToUndo",
    "all_moved",
    "change_offer",
    "check_import",
    "choose_for_new_offers",
    "choose_rules",
    "clear_task",
    "drop_import",
    "end_pause",
    "keep_apart",
    "make_offer",
    "make_offers",
    "moved",
    "note_for_many",
    "note_item",
    "pause_offer",
    "require",
    "reword",
    "start_import",
    "stop_offer",
    "take_back_note",
    "tick_tasks",
    "together_again",
    "undo_import",
    "write_import",
]
