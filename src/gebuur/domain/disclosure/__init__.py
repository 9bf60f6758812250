"""Small numbers stay hidden: counts of people, tables with a total, and areas of the board.

The prose page is ``docs/algorithms/disclosure.md``.
"""

from gebuur.domain.disclosure.areas import NotAnArea, merge_small_areas
from gebuur.domain.disclosure.counts import rounded, show_count, suppress
from gebuur.domain.disclosure.tables import gather, protect

__all__ = [
    "NotAnArea",
    "gather",
    "merge_small_areas",
    "protect",
    "rounded",
    "show_count",
    "suppress",
]
