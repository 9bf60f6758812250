"""The neighbourhood budget: rounds, their frames, and ideas."""

from gebuur.apps.budget.actions.backing import back_idea, step_back
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
from gebuur.apps.budget.actions.look_backs import (
    NotNow,
    ask_look_backs,
    hide_words,
    look_back,
)
from gebuur.apps.budget.actions.realising import (
    Enough,
    NotGranted,
    StepDone,
    add_picture,
    add_promise,
    change_milestone,
    count_effect,
    drop_milestone,
    plan_milestone,
    remove_picture,
    tick_milestone,
)
from gebuur.apps.budget.actions.rounds import change_round, make_round

__all__ = [
    "Enough",
    "FrameChanged",
    "IdeasClosed",
    "NotGranted",
    "NotNow",
    "NothingChanged",
    "Said",
    "StepDone",
    "WhyMissing",
    "add_picture",
    "add_promise",
    "ask_look_backs",
    "back_idea",
    "change_milestone",
    "change_round",
    "count_effect",
    "draw_up_frame",
    "drop_milestone",
    "give_idea",
    "give_ideas_of_meeting",
    "hide_words",
    "look_back",
    "make_round",
    "plan_milestone",
    "remove_picture",
    "sign_for_authority",
    "sign_for_neighbours",
    "step_back",
    "tick_milestone",
    "withdraw_idea",
]
