"""After a test with real transactions only the tables that hold something are emptied, not all of them."""

from collections.abc import Iterator

from django.db import connection, transaction
from django.test import TransactionTestCase

MADE_BY_MIGRATIONS = {"django_migrations", "django_content_type", "auth_permission"}


def empty(_test: TransactionTestCase | None = None) -> None:
    """The triggers on those tables, which let nothing be taken away, step aside for it."""
    filled = _filled_tables()
    guards = list(_guards(filled))
    with connection.cursor() as cursor:
        for away, _back in guards:
            cursor.execute(away)
        with connection.constraint_checks_disabled(), transaction.atomic():
            for table in filled:
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608 - a name the database gave
        for _away, back in guards:
            cursor.execute(back)


def _filled_tables() -> set[str]:
    tables = set(connection.introspection.table_names()) - MADE_BY_MIGRATIONS
    questions = (
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")"  # noqa: S608 - as above
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(questions))
        return {table for (table,) in cursor.fetchall()}


def _guards(tables: set[str]) -> Iterator[tuple[str, str]]:
    """Per trigger or table: how the guard steps aside, and how it comes back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'")
            for table, name, sql in cursor.fetchall():
                if table in tables:
                    yield f"DROP TRIGGER {name}", sql
        else:
            cursor.execute(
                "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
            )
            for (table,) in cursor.fetchall():
                if table in tables:
                    yield (
                        f"ALTER TABLE {table} DISABLE TRIGGER USER",
                        f"ALTER TABLE {table} ENABLE TRIGGER USER",
                    )
