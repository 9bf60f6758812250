"""Reading what the features know, for the pages that judge the service."""

from gebuur.apps.mirror.queries.staying import Cohort, list_cohorts

__all__ = ["Cohort", "list_cohorts"]
