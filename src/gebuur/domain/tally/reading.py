"""Elections from .pb files, the format in which cities publish participatory budgets (Pabulib)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, islice
from math import lcm
from operator import itemgetter

import numpy as np

from gebuur.domain.tally.ballots import MOST_POINTS, Twice, check_projects, gather
from gebuur.domain.tally.model import MOST_MONEY, Ballots, Election, Ints, Kind, NotUsable, Project
from gebuur.domain.tally.sections import SHOWN, Table, find_tables

NUMBER = re.compile(r"\d{1,15}([.,]\d{1,9})?")
KINDS = {kind.value: kind for kind in Kind} | {"scoring": Kind.CUMULATIVE}
MOST_PROJECTS = 10_000
Words = str | tuple[str, str]
"""What stands on a ballot: its marks, or its marks and points."""
ROWS = 500
AT_ONCE = 50_000
"""So many ballots are taken apart at a time, which bounds the memory."""


def read_election(text: str) -> Election:
    r"""Read an election from the text of a .pb file.

    Cells may be quoted, numbers may have a decimal comma, ids are texts. Approvals, choose-1, cumulative (and
    scoring, the same to us) and ordinal ballots are read. What is odd but can be counted is told in `notes`.

    Parameters
    ----------
    text : str
        The whole file.

    Returns
    -------
    Election
        Projects in the order of the file, all its facts kept.

    Raises
    ------
    NotUsable
        A missing section, column or cell, a number that is none, an id that is twice or nowhere; with the line.

    Examples
    --------
    >>> pb = "META\nkey;value\nbudget;500\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;300,50\n"
    >>> read_election(pb + "VOTES\nvoter_id;vote\n7;1\n8;\n").projects[0].cost
    Fraction(601, 2)
    >>> read_election(pb + "VOTES\nvoter_id;vote\n7;2\n")
    Traceback (most recent call last):
    gebuur.domain.tally.model.NotUsable: line 10: the ballot names '2', which is not a project.
    """
    tables = find_tables(text)
    facts, lines = _facts(tables["META"])
    kind = _kind(facts, lines)
    budget = _number(facts, lines, "budget")
    projects = _projects(tables["PROJECTS"])
    check_projects(projects, budget)
    ballots, notes = _ballots(tables["VOTES"], kind, projects)
    notes += _miscounts(facts, projects, ballots)
    return Election(tuple(projects), budget, kind, ballots, facts, tuple(notes))


def _facts(table: Table) -> tuple[dict[str, str], dict[str, int]]:
    facts, lines = {}, {}
    for line, row in islice(table.numbered(), 1, None):
        key = row[0].strip()
        facts[key] = row[1].strip() if len(row) > 1 else ""
        lines[key] = line
    return facts, lines


def _kind(facts: dict[str, str], lines: dict[str, int]) -> Kind:
    if "vote_type" not in facts:
        raise NotUsable("META does not name vote_type.")
    kind = KINDS.get(facts["vote_type"].lower())
    if kind is None:
        known = ", ".join(KINDS)
        problem = f"vote_type is {facts['vote_type'][:SHOWN]!r}; it must be one of {known}."
        raise NotUsable(problem, lines["vote_type"])
    return kind


def _number(facts: dict[str, str], lines: dict[str, int], name: str) -> Fraction:
    if name not in facts:
        raise NotUsable(f"META does not name {name}.")
    value = _amount(facts[name])
    if not value:
        raise NotUsable(f"{name} is {facts[name][:SHOWN]!r}; it must be above zero.", lines[name])
    return value


def _amount(words: str) -> Fraction | None:
    """A number without a sign, with a decimal point or comma; None when it is none or far too large."""
    if not NUMBER.fullmatch(words):
        return None
    value = Fraction(words.replace(",", "."))
    return value if value <= MOST_MONEY else None


def _columns(table: Table, head: list[str], *names: str) -> list[int]:
    told = [one.strip() for one in head]
    for name in names:
        if name not in told:
            problem = f"{table.name} has no column {name}."
            raise NotUsable(problem, table.line + 1)
    return [told.index(name) for name in names]


def _projects(table: Table) -> list[Project]:
    rows = table.numbered()
    head = next(rows, None)
    if head is None:
        raise NotUsable("PROJECTS is empty.", table.line)
    keys = [one.strip() for one in head[1]]
    named, priced = _columns(table, keys, "project_id", "cost")
    projects: list[Project] = []
    seen: dict[str, int] = {}
    for line, row in rows:
        if len(row) <= max(named, priced) or not row[named].strip():
            raise NotUsable("the project has no id or no cost.", line)
        name, cost = row[named].strip(), _amount(row[priced].strip())
        if not cost:
            told = f"the cost of project {name[:SHOWN]!r} is {row[priced].strip()[:SHOWN]!r}"
            raise NotUsable(f"{told}; it must be above zero.", line)
        if seen.setdefault(name, line) != line:
            told = f"the project {name[:SHOWN]!r} stands on line {seen[name]} too."
            raise NotUsable(told, line)
        facts = dict(zip(keys, map(str.strip, row), strict=False))
        projects.append(Project(name, cost, facts.get("name", ""), facts))
        if len(projects) > MOST_PROJECTS:
            raise NotUsable(f"there are more than {MOST_PROJECTS} projects.", line)
    if not projects:
        raise NotUsable("there are no projects.", table.line)
    return projects


def _ballots(table: Table, kind: Kind, projects: Sequence[Project]) -> tuple[Ballots, list[str]]:
    rows = table.rows()
    head = next(rows, None)
    if head is None:
        raise NotUsable("VOTES is empty.", table.line)
    (marked,) = _columns(table, head, "vote")
    valued = _columns(table, head, "points")[0] if kind is Kind.CUMULATIVE else None
    told, notes = _told(table, rows, head, marked, valued)
    if not told:
        raise NotUsable("there are no ballots.", table.line)
    words = list(told)
    weight = np.fromiter(told.values(), np.int64, len(told))
    del told
    reader = _Reader(table, marked, valued, {one.id: at for at, one in enumerate(projects)})
    lengths, project = reader.marks(words)
    value, scale = reader.values(words, lengths, kind)
    try:
        counted = gather(
            kind, lengths, (project, value), weight, projects=len(projects), scale=scale
        )
    except Twice as twice:
        name = projects[twice.project].id
        reader.refuse(words[twice.ballot], f"names {name[:SHOWN]!r} more than one time.")
        raise
    return counted, notes


def _told(
    table: Table, rows: Iterator[list[str]], head: list[str], marked: int, valued: int | None
) -> tuple[Counter[Words], list[str]]:
    """What ballots say, as it stands there, and how many say just that."""
    names = [one.strip() for one in head]
    voter = names.index("voter_id") if "voter_id" in names else marked
    words = itemgetter(marked) if valued is None else itemgetter(marked, valued)
    told: Counter[Words] = Counter()
    voters: list[str] = []
    at = 1
    while some := list(islice(rows, ROWS)):
        try:
            told.update(map(words, some))
            voters.extend(map(itemgetter(voter), some))
        except IndexError:
            last = max(marked, valued or 0, voter)
            short = next(place for place, row in enumerate(some, at) if len(row) <= last)
            raise NotUsable("the ballot has too few cells.", table.line_of(short)) from None
        at += len(some)
    again = len(voters) - len(set(voters)) if "voter_id" in names else 0
    notes = [f"{again} ballots carry a voter_id that another ballot has too."] if again else []
    return told, notes


@dataclass(frozen=True)
class _Reader:
    """Takes ballots apart; goes back to the file only to name a line."""

    table: Table
    marked: int
    valued: int | None
    number: dict[str, int]

    def refuse(self, words: Words, problem: str) -> None:
        """Name the first line on which a ballot says just this."""
        for at, row in enumerate(self.table.rows()):
            mine = row[self.marked] if self.valued is None else (row[self.marked], row[self.valued])
            if at and mine == words:
                raise NotUsable(f"the ballot {problem}", self.table.line_of(at))

    def marks(self, words: Sequence[Words]) -> tuple[Ints, Ints]:
        """How many marks each ballot has, and the numbers of the projects."""
        votes = [one if isinstance(one, str) else one[0] for one in words]
        lengths = np.fromiter(
            (one.count(",") + 1 if one.strip() else 0 for one in votes), np.int64, len(votes)
        )
        parts = []
        for since in range(0, len(votes), AT_ONCE):
            names = ",".join(one for one in votes[since : since + AT_ONCE] if one.strip()).split(
                ","
            )
            if names == [""]:
                continue
            try:
                found = np.fromiter(map(self.number.__getitem__, names), np.int64, len(names))
            except KeyError:
                found = self._with_care(words, votes, since)
            parts.append(found)
        return lengths, np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def _with_care(self, words: Sequence[Words], votes: Sequence[str], since: int) -> Ints:
        """The same, when something is not spelled as a project is."""
        found: list[int] = []
        for at in range(since, min(since + AT_ONCE, len(votes))):
            for name in votes[at].split(",") if votes[at].strip() else ():
                mine = self.number.get(name.strip())
                if mine is None:
                    shown = name.strip()[:SHOWN]
                    self.refuse(words[at], f"names {shown!r}, which is not a project.")
                else:
                    found.append(mine)
        return np.array(found, np.int64)

    def values(self, words: Sequence[Words], lengths: Ints, kind: Kind) -> tuple[Ints, int]:
        """What every mark counts for, and the scale of the points."""
        if kind is Kind.ORDINAL:
            ends = np.repeat(np.cumsum(lengths), lengths)
            return ends - np.arange(len(ends)), 1
        if kind is not Kind.CUMULATIVE:
            return np.ones(int(lengths.sum()), np.int64), 1
        told = [one[1].split(",") if lengths[at] else [] for at, one in enumerate(words)]
        known: dict[str, Fraction] = {}
        for at, points in enumerate(told):
            if len(points) != lengths[at]:
                self.refuse(words[at], f"has {lengths[at]} marks and {len(points)} points.")
            for one in points:
                if one not in known:
                    value = _amount(one.strip())
                    if not value or value > MOST_POINTS:
                        self.refuse(words[at], f"gives {one.strip()[:SHOWN]!r} points.")
                    known[one] = value or Fraction(0)
        scale = lcm(*(one.denominator for one in known.values()))
        whole = {one: int(value * scale) for one, value in known.items()}
        flat: Iterable[str] = chain.from_iterable(told)
        return np.fromiter(map(whole.__getitem__, flat), np.int64), scale


def _miscounts(facts: dict[str, str], projects: Sequence[Project], ballots: Ballots) -> list[str]:
    """Where the file counts otherwise than we do."""
    notes: list[str] = []
    there = {"num_projects": len(projects), "num_votes": int(ballots.weight.sum())}
    notes += [
        f"{name} is {facts[name][:SHOWN]}, but there are {count}."
        for name, count in there.items()
        if facts.get(name, str(count)) != str(count)
    ]
    weight = np.repeat(ballots.weight, np.diff(ballots.starts))
    votes = np.zeros(len(projects), np.int64)
    np.add.at(votes, ballots.project, weight)
    if facts["vote_type"].lower() == Kind.CHOOSE_ONE and (np.diff(ballots.starts) > 1).any():
        notes.append("Some ballots name more than one project, though vote_type is choose-1.")
    odd = [
        project.id
        for project, count in zip(projects, votes.tolist(), strict=True)
        if project.facts.get("votes", str(count)) != str(count)
    ]
    if odd:
        notes.append(f"votes of project {odd[0]!r} is not what its ballots say ({len(odd)} such).")
    return notes
