"""What points to a person stays hidden: small counts, tables with a total, areas, names in a text, batches in a room.

The prose page is ``docs/algorithms/disclosure.md``.
"""

from gebuur.domain.disclosure.anonymous import (
    Reading,
    read_along,
    words_of,
)
from gebuur.domain.disclosure.areas import (
    NotAnArea,
    merge_small_areas,
)
from gebuur.domain.disclosure.batches import (
    STEP,
    Chance,
    Pool,
    close_pool,
    may_show,
    put_in,
    release,
)
from gebuur.domain.disclosure.counts import (
    rounded,
    show_count,
    suppress,
)
from gebuur.domain.disclosure.personal import (
    Kind,
    Pointer,
    capitalised,
    find_pointers,
    replace_pointers,
)
from gebuur.domain.disclosure.tables import (
    gather,
    protect,
)

__all__ = [
    "STEP",
    "Chance",
    "Kind",
    "NotAnArea",
    "Pointer",
    "Pool",
    "Reading",
    "capitalised",
    "close_pool",
    "find_pointers",
    "gather",
    "may_show",
    "merge_small_areas",
    "protect",
    "put_in",
    "read_along",
    "release",
    "replace_pointers",
    "rounded",
    "show_count",
    "suppress",
    "words_of",
]
