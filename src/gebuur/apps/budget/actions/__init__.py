"""The neighbourhood budget: rounds, their frames, and ideas."""

from gebuur.apps.budget.actions.backing import back_idea, step_back
from gebuur.apps.budget.actions.check_clock import remind_checks
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
from gebuur.apps.budget.actions.frames import (
    FrameChanged,
    NothingChanged,
    WhyMissing,
    draw_up_frame,
    sign_for_authority,
    sign_for_neighbours,
)
from gebuur.apps.budget.actions.grounds import NotInFrame
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
from gebuur.apps.budget.actions.rounds import change_round, make_round

__all__ = [
    "AnsweredMeanwhile",
    "AskedAlready",
    "ChecksOver",
    "FrameChanged",
    "IdeasClosed",
    "NotInFrame",
    "NothingChanged",
    "Reader",
    "RemarksOver",
    "RepairsOver",
    "Said",
    "SaidAlready",
    "Verdict",
    "WhyMissing",
    "answer_check",
    "answer_remark",
    "ask_along",
    "ask_service",
    "back_idea",
    "change_reader",
    "change_round",
    "draw_up_frame",
    "give_idea",
    "give_ideas_of_meeting",
    "know_no_doubt",
    "make_round",
    "remind_checks",
    "repair",
    "sign_for_authority",
    "sign_for_neighbours",
    "step_back",
    "take_back_check",
    "withdraw_idea",
]
