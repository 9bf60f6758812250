"""What is asked on both databases, and what only once: on SQLite."""

from typing import Any

import pytest

NEAR_A_DATABASE = {"db", "transactional_db", "django_db_setup"}


def once(*values: Any) -> list[Any]:
    """Values of a test whose answer does not hang on the database; the others are asked on PostgreSQL too."""
    return [pytest.param(value, marks=pytest.mark.once) for value in values]


def is_near_a_database(item: pytest.Item) -> bool:
    asked: set[str] = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(asked & NEAR_A_DATABASE)


def is_asked_again(item: pytest.Item) -> bool:
    """Whether PostgreSQL could answer otherwise than SQLite did."""
    return is_near_a_database(item) and item.get_closest_marker("once") is None
