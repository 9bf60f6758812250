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
from gebuur.apps.budget.actions.rounds import change_round, make_round

__all__ = [
    "FrameChanged",
    "IdeasClosed",
    "NothingChanged",
    "Said",
    "WhyMissing",
    "back_idea",
    "change_round",
    "draw_up_frame",
    "give_idea",
    "give_ideas_of_meeting",
    "make_round",
    "sign_for_authority",
    "sign_for_neighbours",
    "step_back",
    "withdraw_idea",
]
