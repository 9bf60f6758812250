"""What may be read of workshops, and by whom."""

from gebuur.apps.workshops.queries import (
    agenda,
    drafts,
    names,
)
from gebuur.apps.workshops.queries.live import (
    Scene,
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
    list_sessions,
    place_after,
    place_before,
    scene_of,
)
from gebuur.apps.workshops.queries.results import (
    Results,
    results_of,
)

__all__ = [
    "Results",
    "Scene",
    "agenda",
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
    "list_sessions",
    "names",
    "place_after",
    "place_before",
    "results_of",
    "scene_of",
]
