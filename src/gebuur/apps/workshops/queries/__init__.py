"""What may be read of workshops, and by whom."""

from gebuur.apps.workshops.queries import (
    agenda,
    drafts,
    names,
)
from gebuur.apps.workshops.queries.live import (
    Scene,
    agreements_before,
    door_of,
    find_earlier,
    find_open_session,
    get_note_for,
    get_pool_for,
    get_seat,
    get_session_by_door,
    get_session_for,
    has_answered,
    list_earlier,
    list_reports,
    list_running,
    list_sessions,
    part_of_theme,
    place_after,
    place_before,
    scene_of,
)
from gebuur.apps.workshops.queries.report import (
    Chapter,
    Question,
    Report,
    report_of,
)
from gebuur.apps.workshops.queries.results import (
    Results,
    results_of,
)

__all__ = [
    "Chapter",
    "Question",
    "Report",
    "Results",
    "Scene",
    "agenda",
    "agreements_before",
    "door_of",
    "drafts",
    "find_earlier",
    "find_open_session",
    "get_note_for",
    "get_pool_for",
    "get_seat",
    "get_session_by_door",
    "get_session_for",
    "has_answered",
    "list_earlier",
    "list_reports",
    "list_running",
    "list_sessions",
    "names",
    "part_of_theme",
    "place_after",
    "place_before",
    "report_of",
    "results_of",
    "scene_of",
]
