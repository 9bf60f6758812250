"""A copy of the data can be made while people work, and put back."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import migrated
from tools.home import Home

ROOT = Path(__file__).resolve().parents[2]
ADD = "INSERT INTO neighbourhood_organisation (id, name, created_at) VALUES (?, ?, '2026-11-03')"
READ = "SELECT name FROM neighbourhood_organisation ORDER BY name"


def gebuur(home: Path, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
    surroundings = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, words)],
        cwd=ROOT,
        env=surroundings | {"GEBUUR_HOME": str(home), **more},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@contextmanager
def database(file: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(file)
    try:
        with opened:
            yield opened
    finally:
        opened.close()


def add(home: Path, name: str) -> None:
    with database(home / "gebuur.sqlite3") as ours:
        ours.execute(ADD, (name.ljust(32, "0")[:32], name))


def names(file: Path) -> list[str]:
    with database(file) as ours:
        return [name for (name,) in ours.execute(READ)]


@pytest.fixture(scope="module")
def new_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("gebuur") / "home"
    if migrated.kept().exists():
        home.mkdir()
        shutil.copy(migrated.kept(), home / "gebuur.sqlite3")
    assert gebuur(home, "migrate", "--verbosity", 0).returncode == 0
    return home


@pytest.fixture
def home(new_home: Path, tmp_path: Path) -> Path:
    """An installation with one organisation in it."""
    home = tmp_path / "home"
    home.mkdir()
    with database(new_home / "gebuur.sqlite3") as source, database(home / "gebuur.sqlite3") as ours:
        source.backup(ours)
    add(home, "Dienstencentrum")
    return home


def test_a_copy_goes_back_and_what_was_there_is_kept(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert gebuur(home, "backup", copy).returncode == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    add(home, "Later bijgekomen")
    done = gebuur(home, "restore", copy)
    assert done.returncode == 0, done.stderr
    assert names(home / "gebuur.sqlite3") == ["Dienstencentrum"]
    (kept,) = home.glob("before-restore-*.sqlite3")
    assert names(kept) == ["Dienstencentrum", "Later bijgekomen"]
    assert str(kept) in done.stdout


def test_a_copy_is_whole_while_somebody_is_writing(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    with database(home / "gebuur.sqlite3") as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute(ADD, ("half".ljust(32, "0"), "Nog niet bevestigd"))
        assert gebuur(home, "backup", copy).returncode == 0
    assert names(copy) == ["Dienstencentrum"]
    assert names(home / "gebuur.sqlite3") == ["Dienstencentrum", "Nog niet bevestigd"]


def test_a_copy_goes_into_a_new_installation(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    gebuur(home, "backup", copy)
    elsewhere = tmp_path / "elsewhere"
    assert gebuur(elsewhere, "restore", copy).returncode == 0
    assert names(elsewhere / "gebuur.sqlite3") == ["Dienstencentrum"]


def test_a_file_that_is_there_is_never_overwritten(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    copy.write_text("yesterday")
    done = gebuur(home, "backup", copy)
    assert done.returncode == 1
    assert "is there already" in done.stderr
    assert copy.read_text() == "yesterday"


def test_a_wrong_home_is_said_and_makes_no_empty_database(tmp_path: Path) -> None:
    done = gebuur(tmp_path / "nothing", "backup", tmp_path / "copy.sqlite3")
    assert done.returncode == 1
    assert "Set GEBUUR_HOME" in done.stderr
    assert not (tmp_path / "nothing" / "gebuur.sqlite3").exists()


def test_what_is_no_copy_is_refused(home: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Beste buur, " * 400)
    foreign = tmp_path / "foreign.sqlite3"
    with database(foreign) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    for file, words in (
        (letter, "is not a copy"),
        (foreign, "is not a copy"),
        (tmp_path / "missing", "There is no file"),
    ):
        done = gebuur(home, "restore", file)
        assert done.returncode == 1
        assert words in done.stderr
    assert names(home / "gebuur.sqlite3") == ["Dienstencentrum"]


def test_a_copy_of_a_newer_gebuur_asks_to_upgrade_first(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    gebuur(home, "backup", copy)
    with database(copy) as newer:
        newer.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('care', '0999_from_the_future', '2030-01-01')"
        )
    done = gebuur(home, "restore", copy)
    assert done.returncode == 1
    assert "made by a newer Gebuur" in done.stderr


def test_nothing_is_put_back_under_a_running_server(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    gebuur(home, "backup", copy)
    running = Home(home)
    running.open()
    done = gebuur(home, "restore", copy)
    running.close()
    assert done.returncode == 1
    assert "Stop it first" in done.stderr


def test_postgresql_is_pointed_to_its_own_tools(tmp_path: Path) -> None:
    address = "postgres://nobody@127.0.0.1:9/nothing"
    done = gebuur(tmp_path / "home", "backup", tmp_path / "copy", DATABASE_URL=address)
    assert done.returncode == 1
    assert "pg_dump" in done.stderr
