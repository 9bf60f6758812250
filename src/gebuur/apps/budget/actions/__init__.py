"""The neighbourhood budget: rounds, their frames, and ideas."""

from gebuur.apps.budget.actions.backing import back_idea, step_back
from gebuur.apps.budget.actions.boxes import KeysWrong, open_box
from gebuur.apps.budget.actions.counts import (
    NotCountable,
    SeedChanged,
    count_box,
    count_round,
    find_what_lacked,
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
from gebuur.apps.budget.actions.rounds import change_round, make_round

__all__ = [
    "FrameChanged",
    "IdeasClosed",
    "KeysWrong",
    "NotCountable",
    "NothingChanged",
    "Said",
    "SeedChanged",
    "WhyMissing",
    "back_idea",
    "change_round",
    "count_box",
    "count_round",
    "draw_up_frame",
    "find_what_lacked",
    "give_idea",
    "give_ideas_of_meeting",
    "make_round",
    "open_box",
    "sign_for_authority",
    "sign_for_neighbours",
    "step_back",
    "withdraw_idea",
]
