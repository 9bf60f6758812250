"""The neighbourhood budget: a frame both sides sign, and the ideas that come after it."""

from gebuur.apps.budget.models.ideas import Backing, Idea, MergeAsk, Photo
from gebuur.apps.budget.models.rounds import Criterion, FrameVersion, Round

__all__ = ["Backing", "Criterion", "FrameVersion", "Idea", "MergeAsk", "Photo", "Round"]
