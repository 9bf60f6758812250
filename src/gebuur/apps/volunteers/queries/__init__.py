"""Reading offers, legal files and imported lists."""

from gebuur.apps.volunteers.queries.imports import (
    Row,
    filled_lines,
    get_import_for,
    guess_columns,
    list_imports,
    read_rows,
)
from gebuur.apps.volunteers.queries.legal import (
    FileItem,
    begins_organised,
    file_of,
    incomplete_offers,
)
from gebuur.apps.volunteers.queries.offers import (
    get_offer_for,
    get_ticked_for,
    list_apart,
    list_offers,
)

__all__ = [
    "FileItem",
    "Row",
    "begins_organised",
    "file_of",
    "filled_lines",
    "get_import_for",
    "get_offer_for",
    "get_ticked_for",
    "guess_columns",
    "incomplete_offers",
    "list_apart",
    "list_imports",
    "list_offers",
    "read_rows",
]
