"""Writing offers, and lists of people that come from elsewhere."""

from gebuur.apps.volunteers.actions.imports import (
    TooLateToUndo,
    check_import,
    start_import,
    undo_import,
    write_import,
)
from gebuur.apps.volunteers.actions.offers import (
    OffersAlready,
    all_moved,
    change_offer,
    clear_task,
    end_pause,
    keep_apart,
    make_offer,
    moved,
    pause_offer,
    stop_offer,
    tick_tasks,
)

__all__ = [
    "OffersAlready",
    "TooLateToUndo",
    "all_moved",
    "change_offer",
    "check_import",
    "clear_task",
    "end_pause",
    "keep_apart",
    "make_offer",
    "moved",
    "pause_offer",
    "start_import",
    "stop_offer",
    "tick_tasks",
    "undo_import",
    "write_import",
]
