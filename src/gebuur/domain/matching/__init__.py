"""Who could help: rank the people who offered something, with reasons, for one request.

The prose page is ``docs/algorithms/matching.md``.
"""

from gebuur.domain.matching.model import (
    ALL_SLOTS,
    NotUsable,
    Policy,
    Request,
    Volunteer,
)
from gebuur.domain.matching.order import Difference, DifferenceCode, explain_order
from gebuur.domain.matching.rank import Candidate, Ranking, rank, why_nobody
from gebuur.domain.matching.reasons import Reason, ReasonCode
from gebuur.domain.matching.rules import Misfit, misfit

__all__ = [
    "ALL_SLOTS",
    "Candidate",
    "Difference",
    "DifferenceCode",
    "Misfit",
    "NotUsable",
    "Policy",
    "Ranking",
    "Reason",
    "ReasonCode",
    "Request",
    "Volunteer",
    "explain_order",
    "misfit",
    "rank",
    "why_nobody",
]
