"""Writing offers, and lists of people that come from elsewhere."""

from gebuur.apps.volunteers.actions.imports import (
    A_DAY,
    TooLateToUndo,
    check_import,
    drop_import,
    start_import,
    undo_import,
    write_import,
)
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
    "clear_task",
    "drop_import",
    "end_pause",
    "keep_apart",
    "make_offer",
    "make_offers",
    "moved",
    "pause_offer",
    "start_import",
    "stop_offer",
    "tick_tasks",
    "together_again",
    "undo_import",
    "write_import",
]
