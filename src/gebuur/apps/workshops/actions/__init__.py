"""What may be done with workshops."""

from gebuur.apps.workshops.actions.answers import (
    LONGEST_LINE,
    AnsweredAlready,
    NotAnAnswer,
    SessionOver,
    give_answer,
    set_hidden,
)
from gebuur.apps.workshops.actions.intentions import MailNotSent, mail_intention
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
from gebuur.apps.workshops.actions.notes import add_note, look_back_on, remove_note

__all__ = [
    "LONGEST",
    "LONGEST_LINE",
    "AnsweredAlready",
    "MailNotSent",
    "NotAnAnswer",
    "NothingToRun",
    "SessionOver",
    "add_note",
    "close_stage",
    "end_old_sessions",
    "end_session",
    "give_answer",
    "look_back_on",
    "mail_intention",
    "move",
    "open_session",
    "remove_note",
    "set_hidden",
    "set_paused",
    "take_seat",
]
