"""Who stays, and what happened first: curves, a test between groups, the hazard per week.

The prose page is ``docs/algorithms/survival.md``.
"""

from gebuur.domain.survival.curve import BANDS, kaplan_meier
from gebuur.domain.survival.hazard import weekly_hazard
from gebuur.domain.survival.lives import (
    Facts,
    Landmark,
    Life,
    Within,
    at_landmark,
    first_within,
    life_of,
)
from gebuur.domain.survival.logrank import chi2_tail, log_rank
from gebuur.domain.survival.model import Curve, Hazard, LogRank, NotUsable, Step
from gebuur.domain.survival.reading import Lives, Unreadable, read_lives

__all__ = [
    "BANDS",
    "Curve",
    "Facts",
    "Hazard",
    "Landmark",
    "Life",
    "Lives",
    "LogRank",
    "NotUsable",
    "Step",
    "Unreadable",
    "Within",
    "at_landmark",
    "chi2_tail",
    "first_within",
    "kaplan_meier",
    "life_of",
    "log_rank",
    "read_lives",
    "weekly_hazard",
]
