"""Writing the catalogue, hand-overs and concerns."""

from gebuur.apps.boundaries.actions.catalogue import seed_catalogue

__all__ = ["seed_catalogue"]
