"""The sections of a .pb file: tables with cells parted by semicolons, quoted where need be."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from gebuur.domain.tally.model import NotUsable

SECTIONS = ("META", "PROJECTS", "VOTES")
HEADING = re.compile(r"^[ \t]*(META|PROJECTS|VOTES)[ \t;]*\r?$", re.IGNORECASE | re.MULTILINE)
SHOWN = 40
"""So much of a wrong word is repeated in a refusal."""


@dataclass(frozen=True)
class Table:
    """One section.

    Attributes
    ----------
    name : str
        Of the section.
    line : int
        On which its heading stands, counted from 1.
    text : str
        What stands under the heading.
    """

    name: str
    line: int
    text: str

    def numbered(self) -> Iterator[tuple[int, list[str]]]:
        """Every filled row with the line on which it begins, the names of the columns first."""
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=";")
        begins = self.line + 1
        try:
            for row in reader:
                if row and (len(row) > 1 or row[0].strip()):
                    yield begins, row
                begins = self.line + reader.line_num + 1
        except csv.Error as error:
            problem = f"this cannot be read ({error})."
            raise NotUsable(problem, self.line + reader.line_num) from None

    def rows(self) -> Iterator[list[str]]:
        """The same without the lines."""
        return map(itemgetter(1), self.numbered())

    def line_of(self, wanted: int) -> int:
        """On which line of the file a row begins, the names of the columns being row 0."""
        return next(islice(self.numbered(), wanted, None))[0]


def find_tables(text: str) -> dict[str, Table]:
    """Find the three sections of a .pb file, in any order, each once.

    Raises
    ------
    NotUsable
        No text, something before the first section, a section that is missing or there twice.
    """
    text = text.removeprefix("\ufeff")
    found = [(match.group(1).upper(), match) for match in HEADING.finditer(text)]
    if not found or text[: found[0][1].start()].strip(" \r\n;"):
        shown = text.lstrip(" \r\n").split("\n", 1)[0].strip()[:SHOWN]
        told = f"it begins with {shown!r}" if shown else "there is nothing in it"
        raise NotUsable(f"a .pb file begins with META; {told}.", 1)
    tables, line, at = {}, 1, 0
    ends = [match.start() for _name, match in found[1:]] + [len(text)]
    for (name, match), end in zip(found, ends, strict=True):
        line, at = line + text.count("\n", at, match.start()), match.start()
        if name in tables:
            raise NotUsable(f"the section {name} stands here for the second time.", line)
        tables[name] = Table(name, line, text[match.end() + 1 : end])
    for name in SECTIONS:
        if name not in tables:
            raise NotUsable(f"There is no section {name}.")
    return tables
