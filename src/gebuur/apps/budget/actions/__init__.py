"""The neighbourhood budget: rounds, their frames, and ideas."""

from gebuur.apps.budget.actions.apart import let_go_of
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
    delete_wall_photo,
    give_idea,
    give_ideas_of_meeting,
    withdraw_idea,
)
from gebuur.apps.budget.actions.merging import (
    AskedAlready,
    IdeaGone,
    TooFewParts,
    answer_merge,
    ask_to_merge,
    split_idea,
)
from gebuur.apps.budget.actions.rounds import change_round, make_round

__all__ = [
    "AskedAlready",
    "FrameChanged",
    "IdeaGone",
    "IdeasClosed",
    "NothingChanged",
    "Said",
    "TooFewParts",
    "WhyMissing",
    "answer_merge",
    "ask_to_merge",
    "back_idea",
    "change_round",
    "delete_wall_photo",
    "draw_up_frame",
    "give_idea",
    "give_ideas_of_meeting",
    "let_go_of",
    "make_round",
    "sign_for_authority",
    "sign_for_neighbours",
    "split_idea",
    "step_back",
    "withdraw_idea",
]
