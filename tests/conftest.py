"""What every test stands on: compiled catalogues, Dutch, and a chronicle that can be emptied between tests."""

import gettext
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from django.utils import timezone, translation
from django.utils.translation import trans_real

from gebuur.core.management.commands.messages import all_rooms, compile_rooms
from tests.emptied import empty
from tests.migrated import begun_migrated
from tests.nights import stop_the_clock
from tests.rounds import is_asked_again, is_near_a_database


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before the workers start."""
    if not hasattr(config, "workerinput"):
        compile_rooms(list(all_rooms()))
        for read_before in (trans_real, gettext):
            getattr(read_before, "_translations").clear()  # noqa: B009 - what was read before is stale


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """SQLite answers for what does not hang on the database; PostgreSQL is asked the rest again."""
    if connection.vendor == "sqlite":
        return
    again = [item for item in items if is_asked_again(item)]
    config.hook.pytest_deselected(items=list(set(items) - set(again)))
    items[:] = again


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    """Rate limits of signing in start anew for every test."""
    cache.clear()


@pytest.fixture
def one_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays the same hour while a test counts how often something may happen in one."""
    stop_the_clock(monkeypatch, timezone.now())


@pytest.fixture(autouse=True)
def folders(request: pytest.FixtureRequest) -> None:
    """What is sent lands in a folder of this test; without a database nobody is written to."""
    if is_near_a_database(request.node):
        here, settings = (request.getfixturevalue(name) for name in ("tmp_path", "settings"))
        settings.MAIL_FOLDER = settings.EMAIL_FILE_PATH = here / "outbox"
        settings.SMS_FOLDER = here / "sms"


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """On SQLite the file or the memory is filled before Django looks at it."""
    return connection.vendor == "sqlite" or bool(request.config.getvalue("reuse_db"))


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_modify_db_settings: None, django_db_blocker: Any
) -> None:
    """The test database begins as a copy in which the migrations ran already."""
    with django_db_blocker.unblock(), begun_migrated():
        request.getfixturevalue("django_db_setup")


setattr(TransactionTestCase, "_fixture_teardown", empty)  # noqa: B010 - the stubs do not know it
