"""What neighbours do in their groups."""

from gebuur.apps.initiatives.actions.advice import (
    ReasonsMissing,
    answer_advice,
    give_advice,
    remind_of_advice,
)
from gebuur.apps.initiatives.actions.beside import SettledMeanwhile, YourOwnSupport
from gebuur.apps.initiatives.actions.groups import NotYours, begin_initiative, sign
from gebuur.apps.initiatives.actions.phases import contest_phase, note_phase
from gebuur.apps.initiatives.actions.promises import (
    ConditionsFirst,
    FrameMissing,
    Looked,
    NothingSaid,
    announce_style,
    say_style_seen,
)
from gebuur.apps.initiatives.actions.supports import (
    AlreadyBeside,
    AskedAlready,
    LastDayTooFar,
    answer_longer,
    answer_support,
    ask_longer,
    drop_wish,
    end_support,
    end_supports,
    offer_support,
    remind_of_ends,
    wish_support,
    withdraw_offer,
)

__all__ = [
    "AlreadyBeside",
    "AskedAlready",
    "ConditionsFirst",
    "FrameMissing",
    "LastDayTooFar",
    "Looked",
    "NotYours",
    "NothingSaid",
    "ReasonsMissing",
    "SettledMeanwhile",
    "YourOwnSupport",
    "announce_style",
    "answer_advice",
    "answer_longer",
    "answer_support",
    "ask_longer",
    "begin_initiative",
    "contest_phase",
    "drop_wish",
    "end_support",
    "end_supports",
    "give_advice",
    "note_phase",
    "offer_support",
    "remind_of_advice",
    "remind_of_ends",
    "say_style_seen",
    "sign",
    "wish_support",
    "withdraw_offer",
]
