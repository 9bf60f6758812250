"""Reads a workbook, in a process of its own: `tables.py` runs this file and gives it the bytes.

A file of a thousand bytes can claim a cell in the last corner of a sheet. The reader believes it and asks for the
memory of all cells before; who does not get memory there takes down the process, and that must not be the one in
which neighbours read their pages. What is said back is a list of lines, or the word for what is wrong.
"""

import contextlib
import datetime as dt
import io
import json
import resource
import sys
import zipfile
from collections.abc import Sequence

import python_calamine

MOST_LINES, MOST_CELLS_BESIDE, MOST_LETTERS, MOST_IN_ALL = 10_001, 1_000, 1_000, 20_000_000
MOST_UNPACKED = 60 * 1024 * 1024
MEMORY, SECONDS = 512 * 1024 * 1024, 20


def main() -> None:
    """Read what comes in; whatever goes wrong means that there is no sheet."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    with contextlib.suppress(ValueError, OSError):  # macOS keeps no account of it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    json.dump(_lines(sys.stdin.buffer.read()), sys.stdout)


def _lines(raw: bytes) -> list[list[str]] | str:
    """The lines of the first sheet with something in it; of a formula its last result."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
            return "long"
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
    for name in range(len(book.sheet_names)):
        sheet = book.get_sheet_by_index(name)
        if sheet.width > MOST_CELLS_BESIDE:
            return "wide"
        if sheet.height:
            return _filled(sheet.to_python(skip_empty_area=False, nrows=MOST_LINES))
    return []


def _filled(cells: Sequence[Sequence[object]]) -> list[list[str]] | str:
    """The lines without the empty cells at the end: a sheet is as wide as its widest line."""
    lines, letters = list[list[str]](), 0
    for row in cells:
        line = [_text(cell) for cell in row]
        while line and not line[-1]:
            line.pop()
        letters += sum(map(len, line))
        if letters > MOST_IN_ALL:
            return "long"
        lines.append(line)
    return lines


def _text(cell: object) -> str:
    """What stands in a cell, as its owner reads it: 12 and not 12.0, a day and not a moment."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)[:MOST_LETTERS]


if __name__ == "__main__":
    main()
