"""Reading offers, legal files, check-ins, thank-yous, leavings and imported lists."""

from gebuur.apps.volunteers.queries.check_ins import (
    get_check_in_for,
    get_check_in_of,
    list_answers,
    list_check_ins,
    list_silent_pauses,
    list_to_phone,
)
from gebuur.apps.volunteers.queries.first_time import alert_of, list_alerts, list_never_asked
from gebuur.apps.volunteers.queries.flyers import list_flyers
from gebuur.apps.volunteers.queries.imports import (
    Row,
    filled_lines,
    get_import_for,
    guess_columns,
    list_imports,
    read_rows,
)
from gebuur.apps.volunteers.queries.leaving import (
    WhyPeopleStop,
    count_reasons,
    list_leavings,
    list_left,
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
    pause_is_over,
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
from gebuur.apps.volunteers.queries.thanks import (
    Thanked,
    best_way_to_thank,
    get_thank_you_for,
    list_not_thanked,
    list_thanks,
)

__all__ = [
    "FileItem",
    "Row",
    "SmallFit",
    "Thanked",
    "WhyPeopleStop",
    "alert_of",
    "begins_organised",
    "best_way_to_thank",
    "count_reasons",
    "file_of",
    "filled_lines",
    "fitting_small",
    "get_check_in_for",
    "get_check_in_of",
    "get_import_for",
    "get_offer_for",
    "get_small_ask",
    "get_small_ask_for",
    "get_small_task_for",
    "get_thank_you_for",
    "get_ticked_for",
    "guess_columns",
    "incomplete_offers",
    "list_alerts",
    "list_answers",
    "list_apart",
    "list_asks",
    "list_check_ins",
    "list_flyers",
    "list_for_small",
    "list_imports",
    "list_leavings",
    "list_left",
    "list_never_asked",
    "list_not_thanked",
    "list_offers",
    "list_silent_pauses",
    "list_small_tasks",
    "list_thanks",
    "list_to_phone",
    "name_of",
    "pause_is_over",
    "read_rows",
    "small_words",
]
