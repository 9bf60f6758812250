"""Everything that is kept about people who offered something."""

from gebuur.apps.volunteers.models.imports import Import
from gebuur.apps.volunteers.models.offers import NotTogether, Offer, OfferedTask

__all__ = ["Import", "NotTogether", "Offer", "OfferedTask"]
