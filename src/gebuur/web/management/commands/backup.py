"""`gebuur backup FILE`: a copy of the whole SQLite database, taken while people go on working."""

import contextlib
import os
import sqlite3
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    help = (
        "Copy the database to FILE while Gebuur runs, and check the copy. Secrets stay out of it."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"].absolute()
        database = live_database()
        if not database.exists():
            raise CommandError(
                f"There is no database in {settings.HOME}."
                " Set GEBUUR_HOME to the folder that ./start names in its first line."
            )
        with opened(database) as source:
            copy(source, file)
        self.stdout.write(f"{file}: {file.stat().st_size / 1e6:.1f} MB, copied and checked.")
        self.stdout.write(f"Its sealed notes open only with the keys in {settings.HOME}/secrets.")


def live_database() -> Path:
    """Name the SQLite file of this installation."""
    if connection.vendor != "sqlite":
        raise CommandError(
            "This installation keeps its data in PostgreSQL: use pg_dump and pg_restore,"
            " as docs/operations.md shows."
        )
    return Path(str(settings.DATABASES["default"]["NAME"]))


@contextlib.contextmanager
def opened(file: Path, *, mode: str = "ro") -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode={mode}", uri=True)) as database:
        yield database


def copy(source: sqlite3.Connection, file: Path) -> None:
    """Write a checked copy, readable by its owner only; a file that is there already stays."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        if file.exists():
            raise FileExistsError(0, "is there already; choose another name", str(file))
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with opened(unfinished, mode="rw") as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
            require_sound(target, unfinished)
        unfinished.rename(file)
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}") from error
    except sqlite3.Error as error:
        unfinished.unlink(missing_ok=True)
        raise CommandError(f"The copy did not succeed: {error}") from error


def require_sound(database: sqlite3.Connection, file: Path) -> None:
    answer = database.execute("PRAGMA integrity_check").fetchone()[0]
    if answer != "ok":
        raise CommandError(f"{file} is damaged: {answer}")
