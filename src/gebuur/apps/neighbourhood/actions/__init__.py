"""Writing people, roles and streets."""

from gebuur.apps.neighbourhood.actions.merging import (
    AlreadyDecided,
    count_households,
    keep_streets_apart,
    merge_streets,
    relocate,
)
from gebuur.apps.neighbourhood.actions.people import (
    add_person,
    add_persons,
    change_person,
    doors_of,
    index_person,
    known_or_new,
    link_account,
    locate,
    search_tokens,
)
from gebuur.apps.neighbourhood.actions.roles import end_role, give_role

__all__ = [
    "AlreadyDecided",
    "add_person",
    "add_persons",
    "change_person",
    "count_households",
    "doors_of",
    "end_role",
    "give_role",
    "index_person",
    "keep_streets_apart",
    "known_or_new",
    "link_account",
    "locate",
    "merge_streets",
    "relocate",
    "search_tokens",
]
