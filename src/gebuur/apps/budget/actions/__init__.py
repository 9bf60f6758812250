"""The neighbourhood budget: rounds, their frames, ideas, and the answer of the authority."""

from gebuur.apps.budget.actions.backing import (
    back_idea,
    step_back,
)
from gebuur.apps.budget.actions.check_clock import (
    remind_checks,
)
from gebuur.apps.budget.actions.checks import (
    AskedAlready,
    ChecksOver,
    Reader,
    RepairsOver,
    SaidAlready,
    Verdict,
    answer_check,
    ask_service,
    change_reader,
    repair,
    take_back_check,
)
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
from gebuur.apps.budget.actions.grounds import (
    NotInFrame,
)
from gebuur.apps.budget.actions.ideas import (
    IdeasClosed,
    Said,
    give_idea,
    give_ideas_of_meeting,
    withdraw_idea,
)
from gebuur.apps.budget.actions.remarks import (
    AnsweredMeanwhile,
    RemarksOver,
    answer_remark,
    ask_along,
    know_no_doubt,
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
from gebuur.apps.budget.actions.rounds import (
    change_round,
    make_round,
)

__all__ = [
    "AnsweredMeanwhile",
    "AskedAlready",
    "ChecksOver",
    "DecisionChanged",
    "FrameChanged",
    "IdeasClosed",
    "NotInFrame",
    "NothingChanged",
    "NothingToAnswer",
    "NothingToAsk",
    "NothingToDecide",
    "Reader",
    "ReasonsMissing",
    "RemarksOver",
    "RepairsOver",
    "ReplyMissing",
    "Said",
    "SaidAlready",
    "Verdict",
    "VoteBegan",
    "WhyMissing",
    "answer_check",
    "answer_remark",
    "ask_along",
    "ask_for_reasons",
    "ask_service",
    "back_idea",
    "begin_decision",
    "change_reader",
    "change_round",
    "draw_up_frame",
    "give_idea",
    "give_ideas_of_meeting",
    "hand_in_again",
    "know_no_doubt",
    "make_round",
    "remind_checks",
    "repair",
    "reply_to_decision",
    "sign_decision",
    "sign_for_authority",
    "sign_for_neighbours",
    "step_back",
    "take_back_check",
    "withdraw_idea",
    "write_decision",
]
