"""Reading offers, legal files and imported lists."""

from gebuur.apps.volunteers.queries.first_time import alert_of, list_alerts, list_never_asked
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
from gebuur.apps.volunteers.queries.small_tasks import (
    SmallFit,
    fitting_small,
    get_small_ask,
    get_small_ask_for,
    get_small_task_for,
    list_asks,
    list_for_small,
    list_small_tasks,
    name_of,
    small_words,
)

__all__ = [
    "FileItem",
    "Row",
    "SmallFit",
    "alert_of",
    "begins_organised",
    "file_of",
    "filled_lines",
    "fitting_small",
    "get_import_for",
    "get_offer_for",
    "get_small_ask",
    "get_small_ask_for",
    "get_small_task_for",
    "get_ticked_for",
    "guess_columns",
    "incomplete_offers",
    "list_alerts",
    "list_apart",
    "list_asks",
    "list_for_small",
    "list_imports",
    "list_never_asked",
    "list_offers",
    "list_small_tasks",
    "name_of",
    "read_rows",
    "small_words",
]
