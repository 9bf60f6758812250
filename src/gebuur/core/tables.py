"""Tables that somebody made elsewhere: CSV in the usual spellings, and XLSX."""

import csv
import io
import zipfile

import python_calamine

from gebuur.core.errors import RuleBroken

MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 5_000, 60, 300
MOST_UNPACKED = 60 * 1024 * 1024
XLSX = b"PK\x03\x04"


class TableUnreadable(RuleBroken):
    """The file is no table that we can read; `why` is a word for the form."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def read_table(raw: bytes) -> list[list[str]]:
    """Read the rows of a file, the head first; empty rows are left out. Nothing in a cell is ever executed."""
    rows = _sheet(raw) if raw.startswith(XLSX) else _csv(raw)
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or len(rows[0]) > MOST_COLUMNS:  # noqa: PLR2004 - a head and one row
        raise TableUnreadable("empty")
    if len(rows) > MOST_ROWS + 1:
        raise TableUnreadable("long")
    width = len(rows[0])
    return [(row + [""] * width)[:width] for row in rows]


def _sheet(raw: bytes) -> list[list[str]]:
    try:
        if (
            sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(raw)).infolist())
            > MOST_UNPACKED
        ):
            raise TableUnreadable("long")
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        cells = book.get_sheet_by_index(0).to_python(nrows=MOST_ROWS + 2)
    except TableUnreadable:
        raise
    except Exception as error:  # the reader has its own zoo of errors, all of which mean: no sheet
        raise TableUnreadable("broken") from error
    return [[_text(cell) for cell in row] for row in cells]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()[:MOST_LETTERS]


def _csv(raw: bytes) -> list[list[str]]:
    if b"\0" in raw:
        raise TableUnreadable("broken")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    try:
        return [
            [cell.strip()[:MOST_LETTERS] for cell in row]
            for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise TableUnreadable("broken") from error
