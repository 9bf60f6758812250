"""The neighbourhood budget: rounds, their frames, ideas, and the answer of the authority."""

from gebuur.apps.budget.actions.backing import back_idea, step_back
from gebuur.apps.budget.actions.decisions import (
    DecisionChanged,
    NothingToDecide,
    ReasonsMissing,
    begin_decision,
    sign_decision,
    write_decision,
)
from gebuur.apps.budget.actions.frames import (
    FrameChanged,
    NothingChanged,
    WhyMissing,
    draw_up_frame,
    sign_for_authority,
    sign_for_neighbours,
)
from gebuur.apps.budget.actions.ideas import (
    IdeasClosed,
    Said,
    give_idea,
    give_ideas_of_meeting,
    withdraw_idea,
)
from gebuur.apps.budget.actions.replies import (
    NothingToAnswer,
    NothingToAsk,
    ReplyMissing,
    VoteBegan,
    ask_for_reasons,
    hand_in_again,
    reply_to_decision,
)
from gebuur.apps.budget.actions.rounds import change_round, make_round

__all__ = [
    "DecisionChanged",
    "FrameChanged",
    "IdeasClosed",
    "NothingChanged",
    "NothingToAnswer",
    "NothingToAsk",
    "NothingToDecide",
    "ReasonsMissing",
    "ReplyMissing",
    "Said",
    "VoteBegan",
    "WhyMissing",
    "ask_for_reasons",
    "back_idea",
    "begin_decision",
    "change_round",
    "draw_up_frame",
    "give_idea",
    "give_ideas_of_meeting",
    "hand_in_again",
    "make_round",
    "reply_to_decision",
    "sign_decision",
    "sign_for_authority",
    "sign_for_neighbours",
    "step_back",
    "withdraw_idea",
    "write_decision",
]
