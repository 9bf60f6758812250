"""The migrations run once; after that every round of tests begins with a copy of the empty database they made.

The copy is kept in the checkout, under the fingerprint of all that it was made from; Django still looks whether a
migration is missing in it. On PostgreSQL `./check` sees to the same, with the template of new databases.
"""

import fcntl
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".migrated"


@contextmanager
def begun_migrated() -> Iterator[None]:
    """Around the making of the test database: lay the copy in it beforehand, or keep what is made now."""
    if connection.vendor != "sqlite":
        yield
        return
    with _on_sqlite(kept()):
        yield


def kept() -> Path:
    """Where the copy lies, once it was made."""
    return FOLDER / f"{_fingerprint()}.sqlite3"


@contextmanager
def _on_sqlite(copy: Path) -> Iterator[None]:
    """One worker migrates; the others wait for its copy."""
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if copy.exists():
            creation: Any = connection.creation
            # A database in memory lives as long as somebody has it open: until Django has.
            with closing(sqlite3.connect(creation._get_test_db_name(), uri=True)) as ours:
                with closing(sqlite3.connect(copy)) as source:
                    source.backup(ours)
                fcntl.flock(lock, fcntl.LOCK_UN)
                yield
        else:
            yield
            _keep(copy)


def _keep(copy: Path) -> None:
    """Keep the newest only, and never half of it."""
    half = copy.with_suffix(".half")
    half.unlink(missing_ok=True)
    connection.ensure_connection()
    with closing(sqlite3.connect(half)) as target:
        connection.connection.backup(target)
    for older in FOLDER.glob("*.sqlite3"):
        older.unlink()
    half.rename(copy)


def _fingerprint() -> str:
    """Every migration, the fields that ours are made of, and the programs that read them."""
    said = hashlib.sha256(f"{django.__version__} {sqlite3.sqlite_version}".encode())
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        folder = Path(config.path)
        for file in sorted(folder.glob("*.py" if config.label == "core" else "migrations/*.py")):
            said.update(f"{config.label} {file.name}\n".encode() + file.read_bytes())
    return said.hexdigest()[:16]
