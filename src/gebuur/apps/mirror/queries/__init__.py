"""Reading what the features know, for the pages that judge the service."""

from gebuur.apps.mirror.queries.changes import get_change_for, list_changes
from gebuur.apps.mirror.queries.fairness import by_area, by_language, list_asked
from gebuur.apps.mirror.queries.helpers import Helper, list_helpers
from gebuur.apps.mirror.queries.load import count_said, list_asked_bands, list_carried_bands
from gebuur.apps.mirror.queries.ownership import (
    ABOUT_ONESELF,
    BLOCKS,
    BY_ITSELF,
    INITIATIVE,
    PAPERWORK,
    Owned,
    Ownership,
    look_at_ownership,
)
from gebuur.apps.mirror.queries.promised import list_promised
from gebuur.apps.mirror.queries.staying import (
    FEWEST,
    Cohort,
    Comparison,
    FirstTimes,
    compare_change,
    compare_first_weeks,
    count_first_times,
    list_cohorts,
)

__all__ = [
    "ABOUT_ONESELF",
    "BLOCKS",
    "BY_ITSELF",
    "FEWEST",
    "INITIATIVE",
    "PAPERWORK",
    "Cohort",
    "Comparison",
    "FirstTimes",
    "Helper",
    "Owned",
    "Ownership",
    "by_area",
    "by_language",
    "compare_change",
    "compare_first_weeks",
    "count_first_times",
    "count_said",
    "get_change_for",
    "list_asked",
    "list_asked_bands",
    "list_carried_bands",
    "list_changes",
    "list_cohorts",
    "list_helpers",
    "list_promised",
    "look_at_ownership",
]
