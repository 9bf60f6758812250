"""Lives from a table that somebody made elsewhere: CSV in the usual spellings."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gebuur.domain.survival.logrank import MOST_GROUPS

NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d{1,3})?")
LEFT = {"1", "1.0", "1,0", "true", "yes", "ja", "waar"}
STAYED = {"0", "0.0", "0,0", "false", "no", "nee", "onwaar"}
AS_IN_R = {"1": False, "1.0": False, "1,0": False, "2": True, "2.0": True, "2,0": True}
FEWEST_AS_IN_R = 20
"""In a shorter file a 2 among the 1s is a mistake sooner than R's way of writing."""
SHOWN = 40


class Unreadable(ValueError):
    """The table cannot be used; the message is one line that names the line and the column."""


@dataclass(frozen=True)
class Lives:
    """The columns of a table, ready for `kaplan_meier` and `log_rank`."""

    exits: list[float]
    events: list[bool]
    entries: list[float] | None
    groups: list[str] | None
    notes: list[str]


class _Cell(NamedTuple):
    line: int
    words: str


def read_lives(
    text: str, *, time: str, event: str, group: str | None = None, entry: str | None = None
) -> Lives:
    r"""Read lives from the text of a CSV file.

    Columns are parted by ``,``, ``;``, tab or ``|``, whichever the first line has most of. Numbers may have a
    decimal comma. An event is 1/0, true/false, yes/no, ja/nee or waar/onwaar. A column of 1s and 2s without any
    0, in a file of at least 20 lives, is read as R does: 2 left, 1 stayed; then a note says so.

    Parameters
    ----------
    text : str
        The whole file.
    time, event, group, entry : str
        Names of the columns, as they stand in the first line.

    Returns
    -------
    Lives
        In the order of the file; empty lines are passed over.

    Raises
    ------
    Unreadable
        Nothing in it, a column that is not there or is there twice, an empty cell, a word where a number must
        be, a time below zero, an entry that is not before its time, an event that is neither.

    Examples
    --------
    >>> read_lives("weken;gestopt\n2,5;ja\n9;nee\n", time="weken", event="gestopt").exits
    [2.5, 9.0]
    """
    rows = _rows(text)
    head = next(rows, None)
    if head is None:
        raise Unreadable("There is nothing in the file.")
    names = [time, event, *(name for name in (group, entry) if name is not None)]
    places = {name: _place(head[1], name) for name in names}
    table = list(rows)
    if not table:
        raise Unreadable("There are no lives under the names of the columns.")

    def column(name: str) -> list[_Cell]:
        return [_cell(line, row, name, places[name]) for line, row in table]

    exits = _numbers(column(time), time)
    events, notes = _events(column(event), event)
    entries = None if entry is None else _numbers(column(entry), entry)
    for (line, _row), since, until in zip(table, entries or (), exits, strict=False):
        if since >= until:
            raise Unreadable(
                f"line {line}, column {entry}: {since:g} is not before the time {until:g}."
            )
    groups = None if group is None else _groups(column(group), group)
    return Lives(exits, events, entries, groups, notes)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every filled line with its number in the file."""
    head = next((line for line in text.splitlines() if line.strip(" ;,\t|")), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=head.count))
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as error:
        raise Unreadable(f"line {reader.line_num}: this is no CSV ({error}).") from error


def _place(head: list[str], name: str) -> int:
    names = [one.strip() for one in head]
    found = [place for place, one in enumerate(names) if one == name.strip()]
    if len(found) == 1:
        return found[0]
    if found:
        raise Unreadable(f"line 1: the column {name} stands there {len(found)} times.")
    there = ", ".join(names)[:200]
    raise Unreadable(f"line 1: there is no column {name}. There are: {there}.")


def _cell(line: int, row: list[str], name: str, place: int) -> _Cell:
    words = row[place].strip() if place < len(row) else ""
    if not words:
        raise Unreadable(f"line {line}, column {name}: the cell is empty.")
    return _Cell(line, words)


def _groups(cells: list[_Cell], name: str) -> list[str]:
    groups = [cell.words for cell in cells]
    count = len(set(groups))
    if count > MOST_GROUPS:
        raise Unreadable(
            f"column {name}: there are {count} groups; at most {MOST_GROUPS} can be compared."
        )
    return groups


def _numbers(cells: list[_Cell], name: str) -> list[float]:
    found, sign = [], ""
    for line, words in cells:
        if not NUMBER.fullmatch(words):
            raise Unreadable(f"line {line}, column {name}: {words[:SHOWN]!r} is no number.")
        mine = "," if "," in words else "." if "." in words else ""
        if mine and sign and mine != sign:
            raise Unreadable(
                f"line {line}, column {name}: {words!r} has another decimal sign than the lines above."
            )
        sign = sign or mine
        value = float(words.replace(",", "."))
        if value < 0:
            raise Unreadable(f"line {line}, column {name}: {words[:SHOWN]} is below zero.")
        if value == float("inf"):
            raise Unreadable(f"line {line}, column {name}: {words[:SHOWN]} is too large.")
        found.append(value)
    return found


def _events(cells: list[_Cell], name: str) -> tuple[list[bool], list[str]]:
    told = [(line, words.casefold()) for line, words in cells]
    kinds = {words for _line, words in told}
    if (
        kinds <= AS_IN_R.keys()
        and len(told) >= FEWEST_AS_IN_R
        and len({AS_IN_R[k] for k in kinds}) > 1
    ):
        note = f"column {name} holds 1 and 2: read as in R, 2 left and 1 stayed."
        return [AS_IN_R[words] for _line, words in told], [note]
    for (line, words), cell in zip(told, cells, strict=True):
        if words not in LEFT and words not in STAYED:
            raise Unreadable(
                f"line {line}, column {name}: {cell.words[:SHOWN]!r} is neither 1 (left) nor 0 (stayed)."
            )
    return [words in LEFT for _line, words in told], []
