"""Which tables are written to meanwhile: seen in the statements themselves, on both databases."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

CHANGE = re.compile(r'\s*(?:INSERT INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)


@contextmanager
def writing_seen() -> Iterator[set[str]]:
    """Yield a set that fills with the names of the tables that something is written to."""
    tables: set[str] = set()

    def look(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        change = CHANGE.match(sql)
        if change:
            tables.add(change.group(1))
        return execute(sql, *rest)

    with connection.execute_wrapper(look):
        yield tables
