"""A network from tables that somebody made elsewhere: one with ties, and one with who belongs where."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gebuur.domain.streets.columns import HEAVIEST
from gebuur.domain.streets.model import Network

FROM = ("from", "van", "source", "i")
TO = ("to", "naar", "target", "j")
WEIGHT = ("weight", "gewicht", "value")
IDS = ("id", "node", "name", "naam")
NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d{1,3})?")
SHOWN = 40
BLANK = " ;,\t|\r\n"
"""A line of nothing but these is empty, as an emptied sheet leaves them."""


class Unreadable(ValueError):
    """A table cannot be used; the message is one line that names the table, the line and the column."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """What the columns are called; None: the usual names are tried in turn.

    Attributes
    ----------
    tail, head : str or None
        The two ends of a tie: ``from``, ``van``, ``source`` or ``i``; ``to``, ``naar``, ``target`` or ``j``.
    weight : str or None
        How strong it is: ``weight``, ``gewicht`` or ``value``; without such a column every tie weighs 1.
    node : str or None
        The name of a node in the table of nodes: ``id``, ``node``, ``name`` or ``naam``.
    group : str or None
        Its group; None: every node is a group of its own.
    """

    tail: str | None = None
    head: str | None = None
    weight: str | None = None
    node: str | None = None
    group: str | None = None


@dataclass(frozen=True)
class Told:
    """What the tables tell.

    Attributes
    ----------
    network : Network
        Nodes in the order of their table; without one, in rising order of names.
    notes : tuple of str
        What the reader had to decide, in sentences.
    """

    network: Network
    notes: tuple[str, ...]


@dataclass
class _Table:
    """The rows of one table, read one by one."""

    name: str
    text: str
    head: list[str] = field(init=False)
    rows: Iterator[tuple[int, list[str]]] = field(init=False)

    def __post_init__(self) -> None:
        self.rows = self._read()
        first = next(self.rows, None) if self.text.strip(BLANK) else None
        if first is None:
            raise Unreadable(f"{self.name}: there is nothing in the file.")
        self.head = [one.strip() for one in first[1]]

    def _read(self) -> Iterator[tuple[int, list[str]]]:
        start = next((line for line in io.StringIO(self.text) if line.strip(BLANK)), "")
        sign = max(",;\t|", key=start.count)
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=sign)
        try:
            for row in reader:
                if any(cell.strip(BLANK) for cell in row):
                    yield reader.line_num, row
        except csv.Error as error:
            raise Unreadable(
                f"{self.name}, line {reader.line_num}: this is no CSV ({error})."
            ) from error

    def at(self, line: int, column: int) -> str:
        return f"{self.name}, line {line}, column {self.head[column]}"

    def place(self, name: str | None, usual: tuple[str, ...]) -> int:
        """Where a column stands that must be there."""
        found = self.find(name, usual)
        if found is None:
            there = _plain(", ".join(one[:SHOWN] for one in self.head)[:200])
            wish = name or " or ".join(usual)
            raise Unreadable(f"{self.name}, line 1: there is no column {wish}. There are: {there}.")
        return found

    def find(self, name: str | None, usual: tuple[str, ...]) -> int | None:
        """Where a column stands, under its own name or the first usual one."""
        for wish in usual if name is None else (name.strip(),):
            count = self.head.count(wish)
            if count > 1:
                raise Unreadable(
                    f"{self.name}, line 1: the column {wish} stands there {count} times."
                )
            if count:
                return self.head.index(wish)
        return None

    def cell(self, line: int, row: list[str], place: int) -> str:
        words = row[place].strip() if place < len(row) else ""
        if not words:
            raise Unreadable(f"{self.at(line, place)}: the cell is empty.")
        return words


def read_network(
    ties: str,
    nodes: str | None = None,
    *,
    columns: Columns | None = None,
    is_directed: bool = False,
    without_loops: bool = False,
) -> Told:
    r"""Read a network from the text of one or two CSV files.

    Columns are parted by ``,``, ``;``, tab or ``|``, whichever the first line has most of; weights may have a
    decimal comma. What happens with a tie that stands there twice is written at `Network.from_columns`.

    Parameters
    ----------
    ties, nodes : str
        The whole files. Without `nodes` the nodes are those that have ties, each a group of its own.
    columns : Columns, optional
        What the columns are called.
    is_directed : bool
        Whether a tie goes from its first end to its second only.
    without_loops : bool
        Leave out lines that tie somebody to herself. Otherwise such a line is refused.

    Returns
    -------
    Told
        The network, and what was decided on the way.

    Raises
    ------
    Unreadable
        Nothing in a file, a column that is not there or is there twice, an empty cell, a node that stands
        there twice or is in no table, somebody tied to herself, a weight that is no number or not above 0.

    Examples
    --------
    >>> told = read_network("van;naar\nAn;Bo\nBo;An\n", "naam;straat\nAn;Kerk\nBo;Dok\n",
    ...     columns=Columns(group="straat"))
    >>> told.network.groups, told.network.tails.size, told.notes
    (('Dok', 'Kerk'), 1, ('1 line names a tie that stands above as well; each tie counts once.',))
    """
    columns = columns or Columns()
    home = None if nodes is None else _homes(_Table("nodes", nodes), columns)
    read = _Ties(_Table("ties", ties), columns, home, without_loops=without_loops)
    read.through()
    names, groups = list(read.place), None if home is None else list(home.values())
    tails, heads = read.tails, read.heads
    if not names:
        raise Unreadable("ties: there are no ties under the names of the columns, and no nodes.")
    if home is None:
        names = sorted(names)
        order = {name: number for number, name in enumerate(names)}
        at = [order[name] for name in read.place]
        tails, heads = [at[tail] for tail in tails], [at[head] for head in heads]
    network = Network.from_columns(
        names, tails, heads, weights=read.weights, groups=groups, is_directed=is_directed
    )
    return Told(network, tuple(read.notes(network)))


def _plain(words: str) -> str:
    """Put a question mark for what no terminal should get to see."""
    return "".join(sign if sign.isprintable() else "?" for sign in words)


def _homes(table: _Table, columns: Columns) -> dict[str, str]:
    """The group of each node, in the order of the table."""
    node = table.place(columns.node, IDS)
    group = node if columns.group is None else table.place(columns.group, ())
    homes: dict[str, str] = {}
    for line, row in table.rows:
        name = table.cell(line, row, node)
        if name in homes:
            raise Unreadable(f"{table.at(line, node)}: {name[:SHOWN]!r} stands there twice.")
        homes[name] = table.cell(line, row, group)
    if not homes:
        raise Unreadable("nodes: there are no nodes under the names of the columns.")
    return homes


class _Ties:
    """The table of ties, on its way to columns of numbers."""

    def __init__(
        self, table: _Table, columns: Columns, home: dict[str, str] | None, *, without_loops: bool
    ) -> None:
        self.table, self.without_loops = table, without_loops
        self.tail, self.head = table.place(columns.tail, FROM), table.place(columns.head, TO)
        self.weight = (
            table.find(None, WEIGHT)
            if columns.weight is None
            else table.place(columns.weight, WEIGHT)
        )
        self.is_closed = home is not None
        self.place = {name: number for number, name in enumerate(home or ())}
        self.tails: list[int] = []
        self.heads: list[int] = []
        self.weights: list[float] | None = None if self.weight is None else []
        self.sign = ""
        self.loops = 0

    def through(self) -> None:
        """Read every line."""
        for line, row in self.table.rows:
            tail, head = self._end(line, row, self.tail), self._end(line, row, self.head)
            if tail == head:
                self._loop(line)
                continue
            self.tails.append(tail)
            self.heads.append(head)
            if self.weights is not None and self.weight is not None:
                self.weights.append(self._number(line, row, self.weight))

    def notes(self, network: Network) -> Iterator[str]:
        """Say what was decided on the way."""
        again = len(self.tails) - network.tails.size
        what = "each tie counts once" + ("" if self.weights is None else " and weighs their sum")
        if again == 1:
            yield f"1 line names a tie that stands above as well; {what}."
        elif again:
            yield f"{again} lines name a tie that stands above as well; {what}."
        if self.loops:
            yield f"{self.loops} {'line ties' if self.loops == 1 else 'lines tie'} somebody to herself: left out."

    def _end(self, line: int, row: list[str], column: int) -> int:
        name = self.table.cell(line, row, column)
        found = self.place.get(name)
        if found is not None:
            return found
        if self.is_closed:
            raise Unreadable(
                f"{self.table.at(line, column)}: {name[:SHOWN]!r} is not in the table of nodes."
            )
        return self.place.setdefault(name, len(self.place))

    def _loop(self, line: int) -> None:
        if not self.without_loops:
            raise Unreadable(
                f"{self.table.name}, line {line}: somebody is tied to herself."
                " Take the line out, or leave out all such lines with --without-loops."
            )
        self.loops += 1

    def _number(self, line: int, row: list[str], column: int) -> float:
        words = self.table.cell(line, row, column)
        where, shown = self.table.at(line, column), words[:SHOWN]
        if not NUMBER.fullmatch(words):
            raise Unreadable(f"{where}: {shown!r} is no number.")
        mine = "," if "," in words else "." if "." in words else ""
        if mine and self.sign and mine != self.sign:
            raise Unreadable(f"{where}: {shown!r} has another decimal sign than the lines above.")
        self.sign = self.sign or mine
        value = float(words.replace(",", "."))
        if value <= 0:
            raise Unreadable(f"{where}: {shown} is not above 0.")
        if not 1 / HEAVIEST <= value <= HEAVIEST:
            raise Unreadable(f"{where}: {shown} is too small or too large.")
        return value
