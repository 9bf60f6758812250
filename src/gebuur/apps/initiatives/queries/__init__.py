"""Reading groups, always for somebody."""

from gebuur.apps.initiatives.queries.activities import (
    get_activity_for,
    get_place_for,
    list_coming,
    list_month,
    list_next,
    list_past,
    list_public_dates,
    list_street_dates,
    next_month,
    see,
)
from gebuur.apps.initiatives.queries.at_work import see_at_work
from gebuur.apps.initiatives.queries.feeds import (
    get_feed_key_for,
    get_public_group,
    list_feed_keys_of,
    list_happenings_of,
    list_open_happenings,
)
from gebuur.apps.initiatives.queries.groups import get_initiative_for, list_groups_of, list_public
from gebuur.apps.initiatives.queries.money import (
    book_table,
    check_year,
    get_book,
    get_money_line_for,
)
from gebuur.apps.initiatives.queries.tasks import (
    get_group_task_for,
    list_group_tasks,
    list_pressing_tasks,
)

__all__ = [
    "book_table",
    "check_year",
    "get_activity_for",
    "get_book",
    "get_feed_key_for",
    "get_group_task_for",
    "get_initiative_for",
    "get_money_line_for",
    "get_place_for",
    "get_public_group",
    "list_coming",
    "list_feed_keys_of",
    "list_group_tasks",
    "list_groups_of",
    "list_happenings_of",
    "list_month",
    "list_next",
    "list_open_happenings",
    "list_past",
    "list_pressing_tasks",
    "list_public",
    "list_public_dates",
    "list_street_dates",
    "next_month",
    "see",
    "see_at_work",
]
