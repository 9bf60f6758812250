"""The neighbourhood budget: a frame both sides sign, ideas, proposals, a secret vote, and a reasoned answer."""

from gebuur.apps.budget.models.checks import FeasibilityCheck, Remark
from gebuur.apps.budget.models.counts import Count
from gebuur.apps.budget.models.decisions import Decision, ReasonsAsked, Reply, Weighing
from gebuur.apps.budget.models.ideas import Backing, Idea, MergeAsk, WallPhoto
from gebuur.apps.budget.models.proposals import (
    CostLine,
    Proposal,
    ProposalVersion,
    SupportLetter,
    Tick,
)
from gebuur.apps.budget.models.realising import Effect, LookBack, LookBackAsk, Milestone, Picture
from gebuur.apps.budget.models.rounds import FrameVersion, Round
from gebuur.apps.budget.models.votes import Box, Envelope, PaperBallot, RollEntry

__all__ = [
    "Backing",
    "Box",
    "CostLine",
    "Count",
    "Decision",
    "Effect",
    "Envelope",
    "FeasibilityCheck",
    "FrameVersion",
    "Idea",
    "LookBack",
    "LookBackAsk",
    "MergeAsk",
    "Milestone",
    "PaperBallot",
    "Picture",
    "Proposal",
    "ProposalVersion",
    "ReasonsAsked",
    "Remark",
    "Reply",
    "RollEntry",
    "Round",
    "SupportLetter",
    "Tick",
    "WallPhoto",
    "Weighing",
]
