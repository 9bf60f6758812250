"""The figures of a picture as a table, for the page and for a file: one source, so both hide the same."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True)
class Table:
    """A caption, the heads of the columns, and rows of words of which the first is the row's own head.

    With `is_words` the cells are sentences and names, not numbers that stand under each other.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    is_words: bool = False

    @property
    def labelled(self) -> list[list[tuple[str, str]]]:
        """The rows again, each cell with the head of its column: for a table that becomes cards."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]

    def as_csv(self) -> bytes:
        """The same for a spreadsheet, as a Belgian Excel opens it: UTF-8 with a mark, semicolons, no formulas."""
        file = io.StringIO()
        file.write(BYTE_ORDER_MARK)
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerows([_safe(cell) for cell in row] for row in (self.head, *self.rows))
        return file.getvalue().encode()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell
