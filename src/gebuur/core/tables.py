"""Tables that somebody made elsewhere: CSV in the usual spellings, and XLSX."""

import csv
import io
import json
import subprocess
import sys

from gebuur.core import sheets
from gebuur.core.errors import RuleBroken

MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 5_000, 60, 300
PATIENCE = 40
XLSX = b"PK\x03\x04"


class TableUnreadable(RuleBroken):
    """The file is no table that we can read; `why` is a word for the form."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def read_table(raw: bytes) -> list[list[str]]:
    """Read the lines of a file as they stand in it: line 1 is the first of the list, an empty line is [].

    The first filled line is the head, whose columns every other line gets. Nothing in a cell is ever executed.
    """
    rows = [row if any(row) else [] for row in (_sheet(raw) if raw.startswith(XLSX) else _csv(raw))]
    while rows and not rows[-1]:
        rows.pop()
    filled = [row for row in rows if row]
    if len(filled) < 2:  # noqa: PLR2004 - a head and one row
        raise TableUnreadable("empty")
    if len(filled) > MOST_ROWS + 1 or len(rows) > 2 * MOST_ROWS:
        raise TableUnreadable("long")
    width = max(len(row) for row in filled)
    if width > MOST_COLUMNS:
        raise TableUnreadable("wide")
    return [(row + [""] * width)[:width] if row else [] for row in rows]


def _sheet(raw: bytes) -> list[list[str]]:
    """The lines of a workbook, read beside us: see `sheets.py`."""
    command = [sys.executable, "-P", sheets.__file__]
    try:
        told = subprocess.run(  # noqa: S603 - our own file, and no word of theirs on the line
            command,
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
        said = json.loads(told.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise TableUnreadable("broken") from error
    if isinstance(said, str):
        raise TableUnreadable(said)
    return [_cut([_text(cell) for cell in row]) for row in said]


def _cut(row: list[str]) -> list[str]:
    """Without the empty cells at the end: a line is as wide as what stands in it."""
    while row and not row[-1]:
        row.pop()
    return row


def _text(cell: str) -> str:
    return " ".join(cell.replace("\0", "").replace("\xad", "").split())[:MOST_LETTERS]


def _csv(raw: bytes) -> list[list[str]]:
    if b"\0" in raw:
        raise TableUnreadable("broken")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    head = next((line for line in text.splitlines() if line.strip(" ;,\t")), "")
    delimiter = max(";,\t|", key=head.count)
    lines: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            cells = _cut([_text(cell) for cell in row])
            if cells and reader.line_num > 2 * MOST_ROWS:
                raise TableUnreadable("long")
            if cells:
                # Lines before it are empty, or its own: a cell may hold a line break.
                lines += [[] for _gap in range(reader.line_num - len(lines) - 1)]
                lines.append(cells)
    except csv.Error as error:
        raise TableUnreadable("broken") from error
    return lines
