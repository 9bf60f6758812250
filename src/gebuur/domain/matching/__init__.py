"""Who could help: ranked with reasons for one request, or divided fairly over all requests at once.

The prose page is ``docs/algorithms/matching.md``.
"""

from gebuur.domain.matching.frontier import FrontierPoint, frontier
from gebuur.domain.matching.instance import read_instance
from gebuur.domain.matching.model import (
    ALL_SLOTS,
    NotUsable,
    Outline,
    Policy,
    Request,
    Volunteer,
)
from gebuur.domain.matching.order import Difference, DifferenceCode, explain_order
from gebuur.domain.matching.proposal import (
    Alternative,
    Certificate,
    Infeasible,
    NotOptimal,
    Pair,
    Proposed,
    Unserved,
    Why,
)
from gebuur.domain.matching.propose import Effort, price_of, propose
from gebuur.domain.matching.rank import Candidate, Ranking, rank, why_nobody
from gebuur.domain.matching.reasons import Reason, ReasonCode
from gebuur.domain.matching.rules import Misfit, misfit
from gebuur.domain.matching.shortlist import Shortlist, least_price, shortlist
from gebuur.domain.matching.turn import Leaving, TooFew, Turn, derive_turn
from gebuur.domain.matching.verify import verify

__all__ = [
    "ALL_SLOTS",
    "Alternative",
    "Candidate",
    "Certificate",
    "Difference",
    "DifferenceCode",
    "Effort",
    "FrontierPoint",
    "Infeasible",
    "Leaving",
    "Misfit",
    "NotOptimal",
    "NotUsable",
    "Outline",
    "Pair",
    "Policy",
    "Proposed",
    "Ranking",
    "Reason",
    "ReasonCode",
    "Request",
    "Shortlist",
    "TooFew",
    "Turn",
    "Unserved",
    "Volunteer",
    "Why",
    "derive_turn",
    "explain_order",
    "frontier",
    "least_price",
    "misfit",
    "price_of",
    "propose",
    "rank",
    "read_instance",
    "shortlist",
    "verify",
    "why_nobody",
]
