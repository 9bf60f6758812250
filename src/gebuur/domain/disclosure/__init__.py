"""Small numbers stay hidden: counts of people and areas of the board.

The prose page is ``docs/algorithms/disclosure.md``.
"""

from gebuur.domain.disclosure.areas import NotAnArea, merge_small_areas
from gebuur.domain.disclosure.counts import rounded, show_count, suppress

__all__ = ["NotAnArea", "merge_small_areas", "rounded", "show_count", "suppress"]
