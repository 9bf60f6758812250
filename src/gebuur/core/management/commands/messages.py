"""Catalogues per room, without GNU gettext: extract, compile, and check that Dutch is complete."""

import io
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import templatize

SOURCE = Path(__file__).resolve().parents[3]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLURALS = {
    "ar": (
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
        "n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;"
    ),
    "fr": "nplurals=2; plural=(n > 1);",
    "tr": "nplurals=2; plural=(n > 1);",
    "nl": "nplurals=2; plural=(n != 1);",
}
COMPLETE = ("nl",)


class Command(BaseCommand):
    help = "Extract, compile (--compile) or check (--check) the message catalogues."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--room", help="only this room: core, web, apps/care ...")
        parser.add_argument("--compile", action="store_true")
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        rooms = [SOURCE / options["room"]] if options["room"] else list(all_rooms())
        if options["compile"]:
            self.stdout.write(f"compiled {compile_rooms(rooms)} catalogues")
        elif options["check"]:
            problems = [problem for room in rooms for problem in check_room(room)]
            problems += [] if options["room"] else said_twice(rooms)
            if problems:
                raise CommandError("\n".join(problems))
            self.stdout.write("Dutch is complete")
        else:
            for room in rooms:
                self.stdout.write(f"{room.relative_to(SOURCE)}: {update_room(room)}")


def all_rooms() -> Iterator[Path]:
    yield from (SOURCE / "core", SOURCE / "web")
    yield from sorted(path.parent for path in (SOURCE / "apps").glob("*/apps.py"))


def compile_rooms(rooms: list[Path]) -> int:
    """Compile the catalogues that changed since they were compiled; tell how many."""
    files = [file for room in rooms for file in sorted(room.glob("locale/*/LC_MESSAGES/django.po"))]
    changed = [file for file in files if _is_newer(file, file.with_suffix(".mo"))]
    for file in changed:
        with file.open("rb") as source:
            catalogue = read_po(source, locale=file.parents[1].name)
        catalogue.fuzzy = False
        # Babel writes the English of an empty plural; that would hide the words of another room.
        for message in missing(catalogue):
            catalogue.delete(message.id, message.context)
        made = io.BytesIO()
        write_mo(made, catalogue)
        # All at once: half a catalogue would count as made.
        file.with_suffix(".mo").write_bytes(made.getvalue())
    return len(changed)


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or source.stat().st_mtime_ns >= made.stat().st_mtime_ns


def found_in(room: Path) -> Catalog:
    """Everything a person may read in this room, out of Python and templates."""
    found = Catalog(charset="utf-8")
    for path in sorted(room.rglob("*")):
        if "locale" in path.parts or path.suffix not in {".py", ".html", ".txt", ".svg"}:
            continue
        text = path.read_text()
        if path.suffix != ".py":
            # Python reads the result: indentation of the template must not mean anything.
            text = "\n".join(line.lstrip() for line in templatize(text).splitlines())
        for _line, message, comments, context in extract(
            "python", io.BytesIO(text.encode()), KEYWORDS, comment_tags=("Translators:",)
        ):
            if message:
                found.add(
                    message,
                    locations=[(str(path.relative_to(room)), 0)],
                    auto_comments=comments,
                    context=context,
                )
    return found


def update_room(room: Path) -> str:
    found, counts = found_in(room), []
    for language in sorted(
        {"nl"} | {path.parent.name for path in room.glob("locale/*/LC_MESSAGES")}
    ):
        file = room / "locale" / language / "LC_MESSAGES" / "django.po"
        if not len(found) and not file.exists():
            continue
        catalogue = read(file, language)
        found.creation_date = catalogue.creation_date  # or every file changes at every run
        catalogue.update(found, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as target:
            write_po(
                target,
                catalogue,
                width=100,
                no_location=False,
                include_lineno=False,
                sort_by_file=True,
                omit_header=False,
            )
        counts.append(f"{language} {len(missing(catalogue))} of {len(catalogue)} to translate")
    return ", ".join(counts) or "nothing to translate"


def check_room(room: Path) -> list[str]:
    """Say what is missing in the complete languages, and what is stale."""
    found, problems = found_in(room), []
    for language in COMPLETE:
        file = room / "locale" / language / "LC_MESSAGES" / "django.po"
        if not len(found) and not file.exists():
            continue
        catalogue = read(file, language)
        for message in found:
            if not message.id:
                continue
            known = catalogue.get(
                message.id if isinstance(message.id, str) else message.id[0], message.context
            )
            if known is None or not is_translated(known):
                problems.append(f"{room.relative_to(SOURCE)} {language}: {message.id!r}")
    return problems


def said_twice(rooms: list[Path]) -> list[str]:
    """Name sentences with two translations in one language: Django shows one of them in every room."""
    said: dict[tuple[str, str, str | None], dict[str, str]] = {}
    for room in rooms:
        for file in sorted(room.glob("locale/*/LC_MESSAGES/django.po")):
            language = file.parents[1].name
            for message in read(file, language):
                if message.id and is_translated(message):
                    key = language, str(message.id), message.context
                    said.setdefault(key, {})[str(message.string)] = str(room.relative_to(SOURCE))
    return [
        f"{language}: {message} is said in two ways: {', '.join(f'{w} ({r})' for w, r in ways.items())}"
        for (language, message, _context), ways in said.items()
        if len(ways) > 1
    ]


def read(file: Path, language: str) -> Catalog:
    if not file.exists():
        return read_po(io.StringIO(header(language)), locale=language)
    with file.open("rb") as source:
        return read_po(source, locale=language)


def header(language: str) -> str:
    return (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: Gebuur\\n"\n'
        f'"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURALS.get(language, PLURALS["nl"])}\\n"\n'
    )


def missing(catalogue: Catalog) -> list[Any]:
    return [m for m in catalogue if m.id and not is_translated(m)]


def is_translated(message: Any) -> bool:
    strings = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    return bool(strings) and all(strings) and "fuzzy" not in message.flags
