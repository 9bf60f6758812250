"""What Belgian volunteers may be paid back: ceilings as dated data, and what is still allowed, or why not.

Amounts are whole euro cents, distances whole metres, rates ten-thousandths of a euro per kilometre.
"""

from gebuur.domain.allowances.figures import BUILT_IN, CEILINGS, RATES
from gebuur.domain.allowances.judge import Left, Reason, Verdict, Why, judge, what_is_left
from gebuur.domain.allowances.model import (
    LISTED,
    MOST_METRES,
    UNLIMITED,
    Ceiling,
    Figures,
    Kind,
    Ledger,
    Line,
    Mode,
    Rate,
    System,
    Work,
    travel_cents,
)

__all__ = [
    "BUILT_IN",
    "CEILINGS",
    "LISTED",
    "MOST_METRES",
    "RATES",
    "UNLIMITED",
    "Ceiling",
    "Figures",
    "Kind",
    "Ledger",
    "Left",
    "Line",
    "Mode",
    "Rate",
    "Reason",
    "System",
    "Verdict",
    "Why",
    "Work",
    "judge",
    "travel_cents",
    "what_is_left",
]
