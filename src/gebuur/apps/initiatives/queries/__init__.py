"""Reading groups, always for somebody."""

from gebuur.apps.initiatives.queries.groups import get_initiative_for, list_groups_of, list_public

__all__ = ["get_initiative_for", "list_groups_of", "list_public"]
