"""What may be done with workshops."""

from gebuur.apps.workshops.actions.agenda import (
    AgendaFull,
    PicksUnfit,
    add_block,
    copy_block,
    copy_ready,
    copy_workshop,
    edit_block,
    edit_workshop,
    make_workshop,
    move_block,
    put_away,
    remove_block,
)

__all__ = [
    "AgendaFull",
    "PicksUnfit",
    "add_block",
    "copy_block",
    "copy_ready",
    "copy_workshop",
    "edit_block",
    "edit_workshop",
    "make_workshop",
    "move_block",
    "put_away",
    "remove_block",
]
