"""The neighbourhood budget: rounds, their frames, ideas, and proposals."""

from gebuur.apps.budget.actions.backing import back_idea, step_back
from gebuur.apps.budget.actions.frames import (
    FrameChanged,
    NothingChanged,
    WhyMissing,
    draw_up_frame,
    sign_for_authority,
    sign_for_neighbours,
)
from gebuur.apps.budget.actions.handing_in import (
    StillMissing,
    freeze,
    hand_in,
    keep_version,
    withdraw_proposal,
)
from gebuur.apps.budget.actions.ideas import (
    IdeasClosed,
    Said,
    give_idea,
    give_ideas_of_meeting,
    withdraw_idea,
)
from gebuur.apps.budget.actions.proposals import (
    MOST_COSTS,
    MOST_LETTERS,
    AlreadyWorkedOut,
    ProposalsClosed,
    TooMany,
    begin_proposal,
    drop_cost,
    drop_letter,
    write_cost,
    write_letter,
    write_proposal,
    write_ticks,
)
from gebuur.apps.budget.actions.rounds import change_round, make_round

__all__ = [
    "MOST_COSTS",
    "MOST_LETTERS",
    "AlreadyWorkedOut",
    "FrameChanged",
    "IdeasClosed",
    "NothingChanged",
    "ProposalsClosed",
    "Said",
    "StillMissing",
    "TooMany",
    "WhyMissing",
    "back_idea",
    "begin_proposal",
    "change_round",
    "draw_up_frame",
    "drop_cost",
    "drop_letter",
    "freeze",
    "give_idea",
    "give_ideas_of_meeting",
    "hand_in",
    "keep_version",
    "make_round",
    "sign_for_authority",
    "sign_for_neighbours",
    "step_back",
    "withdraw_idea",
    "withdraw_proposal",
    "write_cost",
    "write_letter",
    "write_proposal",
    "write_ticks",
]
