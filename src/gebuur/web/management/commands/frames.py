"""`gebuur frames`: print the frames of the training, or check a set that somebody reworded."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gebuur.domain import frames

LARGEST = 5_000_000


class Command(BaseCommand):
    help = "Print the frames of the training; with a file, say what is missing in a reworded set."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", nargs="?", help="JSON with reworded frames; - is standard input"
        )
        parser.add_argument("--json", action="store_true", help="print as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["file"]:
            self._check(options["file"], as_json=options["json"])
        elif options["json"]:
            self.stdout.write(json.dumps(frames.all_frames(), ensure_ascii=False, indent=2))
        else:
            self._table()

    def _check(self, name: str, *, as_json: bool) -> None:
        missing = frames.missing_in(_read(name))
        if as_json:
            self.stdout.write(json.dumps({"missing": missing}, ensure_ascii=False, indent=2))
        for line in [] if as_json else missing:
            self.stdout.write(line)
        if missing:
            raise CommandError(f"{len(missing)} things to mend in {name}.", returncode=2)
        if not as_json:
            self.stdout.write("Nothing is missing.")

    def _table(self) -> None:
        for kind, items in frames.all_frames().items():
            self.stdout.write(f"{kind} ({len(items)})")
            for item in items:
                self.stdout.write(f"  {item['id']:<24}{item['nl']}")


def _read(name: str) -> Any:
    """What the file holds; one clear line when it cannot be read."""
    try:
        text = sys.stdin.read(LARGEST + 1) if name == "-" else _text_of(Path(name))
        if len(text) > LARGEST:
            raise CommandError(f"{name}: more than 5 MB cannot be frames.", returncode=2)
        return json.loads(text)
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}.", returncode=2) from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{name}: this is no text in UTF-8.", returncode=2) from error
    except json.JSONDecodeError as error:
        line = f"{name}, line {error.lineno}: this is no JSON ({error.msg})."
        raise CommandError(line, returncode=2) from error
    except RecursionError as error:
        raise CommandError(f"{name}: brackets are nested too deep.", returncode=2) from error


def _text_of(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.read(LARGEST + 1)
