"""What a way of dividing does to people over half a year: a simulation with assumed drop-out.

The prose page is ``docs/algorithms/staying.md``.
"""

from gebuur.domain.matching.simulation.hazards import Hazards
from gebuur.domain.matching.simulation.report import (
    MEASURES,
    Estimate,
    Line,
    Report,
    compare,
    learn_turn,
    simulate,
    with_turn,
)
from gebuur.domain.matching.simulation.town import Size
from gebuur.domain.matching.simulation.ways import (
    EQUITY_PENALTY,
    Way,
    after_penalty,
    all_at_once,
)

__all__ = [
    "EQUITY_PENALTY",
    "MEASURES",
    "Estimate",
    "Hazards",
    "Line",
    "Report",
    "Size",
    "Way",
    "after_penalty",
    "all_at_once",
    "compare",
    "learn_turn",
    "simulate",
    "with_turn",
]
