"""Reading offers and imported lists, for staff."""

from gebuur.apps.volunteers.queries.imports import (
    Row,
    filled_lines,
    get_import_for,
    guess_columns,
    list_imports,
    read_rows,
)
from gebuur.apps.volunteers.queries.offers import (
    get_offer_for,
    get_ticked_for,
    list_apart,
    list_offers,
)

__all__ = [
    "Row",
    "filled_lines",
    "get_import_for",
    "get_offer_for",
    "get_ticked_for",
    "guess_columns",
    "list_apart",
    "list_imports",
    "list_offers",
    "read_rows",
]
