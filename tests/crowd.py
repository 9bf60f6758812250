"""People who press at the same moment, for tests of races."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection


def needs_a_queue() -> None:
    """Skip where writers cannot wait for each other: SQLite in memory; PostgreSQL, or SQLite in a file, can."""
    is_in_memory: Any = getattr(connection, "is_in_memory_db", lambda: False)
    if is_in_memory():
        pytest.skip("SQLite in memory has no queue for writers")


def at_once(*presses: Callable[[], object]) -> list[object]:
    """Everybody presses from the same start; what came of it, and what went wrong."""
    start, found = threading.Barrier(len(presses)), list[object]()

    def press(act: Callable[[], object]) -> None:
        start.wait()
        try:
            found.append(act())
        except Exception as error:  # noqa: BLE001 - whatever it is, the test looks at it
            found.append(error)
        finally:
            connection.close()

    crowd = [threading.Thread(target=press, args=(act,)) for act in presses]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    return found
