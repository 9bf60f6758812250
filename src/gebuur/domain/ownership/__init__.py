"""Who owns what: the share of beginning, deciding, doing and supporting, and the style that was practised.

The prose page is ``docs/algorithms/ownership.md``.
"""

from gebuur.domain.ownership.bands import (
    STEPS,
    Chance,
    Change,
    Half,
    Share,
    at_least,
    compare,
    half_of,
    quarter_of,
    steady,
    wilson,
)
from gebuur.domain.ownership.hand_overs import (
    HandOvers,
    hand_overs,
)
from gebuur.domain.ownership.model import (
    KINDS,
    NEIGHBOURS,
    SIDES,
    VERBS,
    Act,
    Promise,
    Side,
    UnknownKind,
    row_of,
    side_of,
)
from gebuur.domain.ownership.shares import (
    FEWEST,
    FEWEST_IN_STREET,
    Row,
    count_row,
    count_rows,
)
from gebuur.domain.ownership.style import (
    Kept,
    Practised,
    UnknownStyle,
    keep_promise,
    practised_styles,
)

__all__ = [
    "FEWEST",
    "FEWEST_IN_STREET",
    "KINDS",
    "NEIGHBOURS",
    "SIDES",
    "STEPS",
    "VERBS",
    "Act",
    "Chance",
    "Change",
    "Half",
    "HandOvers",
    "Kept",
    "Practised",
    "Promise",
    "Row",
    "Share",
    "Side",
    "UnknownKind",
    "UnknownStyle",
    "at_least",
    "compare",
    "count_row",
    "count_rows",
    "half_of",
    "hand_overs",
    "keep_promise",
    "practised_styles",
    "quarter_of",
    "row_of",
    "side_of",
    "steady",
    "wilson",
]
