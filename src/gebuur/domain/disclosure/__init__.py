"""What points to a person stays hidden: small counts, tables with a total, areas of the board, names in a text.

The prose page is ``docs/algorithms/disclosure.md``.
"""

from gebuur.domain.disclosure.anonymous import Reading, read_along, words_of
from gebuur.domain.disclosure.areas import NotAnArea, merge_small_areas
from gebuur.domain.disclosure.counts import rounded, show_count, suppress
from gebuur.domain.disclosure.personal import (
    Kind,
    Pointer,
    capitalised,
    find_pointers,
    replace_pointers,
)
from gebuur.domain.disclosure.tables import gather, protect

__all__ = [
    "Kind",
    "NotAnArea",
    "Pointer",
    "Reading",
    "capitalised",
    "find_pointers",
    "gather",
    "merge_small_areas",
    "protect",
    "read_along",
    "replace_pointers",
    "rounded",
    "show_count",
    "suppress",
    "words_of",
]
