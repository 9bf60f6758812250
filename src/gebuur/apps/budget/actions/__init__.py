"""The neighbourhood budget: rounds, their frames, ideas, and the vote."""

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

from gebuur.apps.budget.actions.ballots import BallotWrong, CodeWrong, VoteClosed, cast_ballot
from gebuur.apps.budget.actions.boxes import BoxInUse, KeysWrong, PaperWaits, VoteNotNow, open_box, open_vote, replace_keys
from gebuur.apps.budget.actions.papers import PaperBroken, PaperNotNow, PaperTaken, settle_paper, type_again, type_paper
from gebuur.apps.budget.actions.roll import NoPhone, OnTheRoll, PaperGiven, RollClosed, add_known, add_many, add_to_roll, correct_entry, give_code, give_pile_of_codes, hand_out_paper, remove_entry, text_code

__all__ = [
    "BallotWrong",
    "BoxInUse",
    "CodeWrong",
    "FrameChanged",
    "IdeasClosed",
    "KeysWrong",
    "NoPhone",
    "NothingChanged",
    "OnTheRoll",
    "PaperBroken",
    "PaperGiven",
    "PaperNotNow",
    "PaperTaken",
    "PaperWaits",
    "RollClosed",
    "Said",
    "VoteClosed",
    "VoteNotNow",
    "WhyMissing",
    "add_known",
    "add_many",
    "add_to_roll",
    "back_idea",
    "cast_ballot",
    "change_round",
    "correct_entry",
    "draw_up_frame",
    "give_code",
    "give_idea",
    "give_ideas_of_meeting",
    "give_pile_of_codes",
    "hand_out_paper",
    "make_round",
    "open_box",
    "open_vote",
    "remove_entry",
    "replace_keys",
    "settle_paper",
    "sign_for_authority",
    "sign_for_neighbours",
    "step_back",
    "text_code",
    "type_again",
    "type_paper",
    "withdraw_idea",
]
