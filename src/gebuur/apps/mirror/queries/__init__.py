"""Reading what the features know, for the pages that judge the service."""

from gebuur.apps.mirror.queries.fairness import by_area, by_language, list_asked
from gebuur.apps.mirror.queries.load import count_said, list_asked_bands, list_carried_bands
from gebuur.apps.mirror.queries.staying import Cohort, list_cohorts

__all__ = [
    "Cohort",
    "by_area",
    "by_language",
    "count_said",
    "list_asked",
    "list_asked_bands",
    "list_carried_bands",
    "list_cohorts",
]
