"""What neighbours do in their groups."""

from gebuur.apps.initiatives.actions.bridges import (
    BridgeThere,
    NobodyToAsk,
    NotYourTurn,
    answer_bridge,
    ask_bridge,
    end_bridge,
    plan_first_date,
    remind_bridges,
    tell_bridge,
)
from gebuur.apps.initiatives.actions.groups import NotYours, begin_initiative, sign

__all__ = [
    "BridgeThere",
    "NobodyToAsk",
    "NotYourTurn",
    "NotYours",
    "answer_bridge",
    "ask_bridge",
    "begin_initiative",
    "end_bridge",
    "plan_first_date",
    "remind_bridges",
    "sign",
    "tell_bridge",
]
