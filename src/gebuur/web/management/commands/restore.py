"""`gebuur restore FILE`: put a copy back. What was there before is kept beside it."""

import contextlib
import fcntl
import os
import sqlite3
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from gebuur.web.management.commands.backup import copy, live_database, opened, require_sound


class Command(BaseCommand):
    help = "Put the database of FILE, made by `gebuur backup`, in the place of the present one."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"].absolute()
        database = live_database()
        require_copy(file)
        require_stopped()
        kept = keep(database) if database.exists() else None
        with opened(file) as source, opened(database, mode="rwc") as target:
            source.backup(target)
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write(f"The data of {file} are in place and brought up to date.")
        if kept:
            self.stdout.write(f"What was there before is in {kept}: remove it when all is well.")


def keep(database: Path) -> Path:
    """Put what is there now aside."""
    kept = database.with_name(f"before-restore-{timezone.now():%Y%m%d-%H%M%S}.sqlite3")
    with opened(database) as present:
        copy(present, kept)
    return kept


def require_copy(file: Path) -> None:
    """Refuse what is no copy, what is damaged, and what a newer Gebuur made."""
    if not file.is_file():
        raise CommandError(f"There is no file {file}.")
    try:
        with opened(file) as source:
            require_sound(source, file)
            applied = set(source.execute("SELECT app, name FROM django_migrations"))
            source.execute("SELECT 1 FROM chronicle_line LIMIT 1")
    except sqlite3.Error as error:
        raise CommandError(f"{file} is not a copy made by `gebuur backup`: {error}.") from error
    known = set(MigrationLoader(None).disk_migrations or {})
    ours = {app for app, _name in known}
    unknown = sorted(step for step in applied - known if step[0] in ours)
    if unknown:
        app, name = unknown[0]
        raise CommandError(
            f"{file} was made by a newer Gebuur ({app} {name} is unknown here)."
            " Upgrade this one first."
        )


def require_stopped() -> None:
    """Refuse while `./start` serves these data: it holds a lock on them."""
    lock = settings.HOME / "lock"
    if not lock.exists():
        return
    handle = os.open(lock, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CommandError(
            "Gebuur is running with these data. Stop it first, with Ctrl-C."
        ) from None
    finally:
        with contextlib.suppress(OSError):
            os.close(handle)
