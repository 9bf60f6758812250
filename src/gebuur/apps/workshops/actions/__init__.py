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
from gebuur.apps.workshops.actions.answers import (
    LONGEST_LINE,
    AnsweredAlready,
    NotAnAnswer,
    SessionOver,
    give_answer,
    set_hidden,
)
from gebuur.apps.workshops.actions.intentions import (
    MailNotSent,
    mail_intention,
)
from gebuur.apps.workshops.actions.live import (
    LONGEST,
    NothingToRun,
    close_stage,
    end_old_sessions,
    end_session,
    move,
    open_session,
    set_paused,
    take_seat,
)
from gebuur.apps.workshops.actions.notes import (
    add_note,
    look_back_on,
    remove_note,
)

__all__ = [
    "LONGEST",
    "LONGEST_LINE",
    "AgendaFull",
    "AnsweredAlready",
    "MailNotSent",
    "NotAnAnswer",
    "NothingToRun",
    "PicksUnfit",
    "SessionOver",
    "add_block",
    "add_note",
    "close_stage",
    "copy_block",
    "copy_ready",
    "copy_workshop",
    "edit_block",
    "edit_workshop",
    "end_old_sessions",
    "end_session",
    "give_answer",
    "look_back_on",
    "mail_intention",
    "make_workshop",
    "move",
    "move_block",
    "open_session",
    "put_away",
    "remove_block",
    "remove_note",
    "set_hidden",
    "set_paused",
    "take_seat",
]
