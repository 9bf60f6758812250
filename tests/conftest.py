"""What every test stands on: compiled catalogues, Dutch, and a chronicle that can be emptied between tests."""

import gettext
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from django.utils.translation import trans_real

from gebuur.core.management.commands.messages import all_rooms, compile_rooms


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before the workers start."""
    if not hasattr(config, "workerinput"):
        compile_rooms(list(all_rooms()))
        for read_before in (trans_real, gettext):
            getattr(read_before, "_translations").clear()  # noqa: B009 - what was read before is stale


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    """Rate limits of signing in start anew for every test."""
    cache.clear()


@pytest.fixture(autouse=True)
def folders(settings: Any, tmp_path: Any) -> None:
    settings.MAIL_FOLDER = settings.EMAIL_FILE_PATH = tmp_path / "outbox"
    settings.SMS_FOLDER = tmp_path / "sms"


def _emptied(self: TransactionTestCase) -> None:
    """Empty the tables after a test with real transactions; the chronicle's guards step aside for it."""
    guards: list[str] = []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for name, sql in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
                guards.append(sql)
    _teardown(self)
    with connection.cursor() as cursor:
        for sql in guards:
            cursor.execute(sql)


_teardown = getattr(TransactionTestCase, "_fixture_teardown")  # noqa: B009 - the stubs do not know it
setattr(TransactionTestCase, "_fixture_teardown", _emptied)  # noqa: B010 - the stubs do not know it
