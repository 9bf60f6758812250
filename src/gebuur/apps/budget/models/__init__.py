"""The neighbourhood budget: a frame both sides sign, and the ideas that come after it."""

from gebuur.apps.budget.models.ideas import Backing, Idea
from gebuur.apps.budget.models.rounds import FrameVersion, Round

__all__ = ["Backing", "FrameVersion", "Idea", "Round"]
