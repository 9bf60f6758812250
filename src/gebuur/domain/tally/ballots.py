"""From marks as people made them to ballots that can be counted: equal ones once, marks in one order."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import lcm

import numpy as np

from gebuur.domain.tally.model import (
    MOST_MONEY,
    Ballots,
    Election,
    Ints,
    Kind,
    NotUsable,
    Project,
)

FEW = 200_000
"""So many different ballots are looked at for the same marks in another order; more would cost more than it saves."""
Marks = Sequence[str] | Mapping[str, int | Fraction]
MOST_POINTS = 10**9


class Twice(Exception):
    """A ballot that names a project twice; its number and the number of the project."""

    def __init__(self, ballot: int, project: int) -> None:
        super().__init__(ballot, project)
        self.ballot, self.project = ballot, project


def make_election(
    projects: Iterable[Project],
    budget: int | Fraction,
    ballots: Iterable[Marks],
    kind: Kind = Kind.APPROVAL,
) -> Election:
    """Put an election together from plain values.

    Parameters
    ----------
    projects : iterable of Project
        Each id once.
    budget : int or Fraction
        Above zero.
    ballots : iterable
        One per person: ids; for `Kind.ORDINAL` the first choice first; for `Kind.CUMULATIVE` a mapping from id to
        points above zero. An id that stands twice on an approval counts once.
    kind : Kind
        What the ballots hold.

    Raises
    ------
    NotUsable
        No projects or ballots, an id twice, a cost or budget that is not above zero, a ballot with an id that is
        not a project's, or with points that are not above zero.

    Examples
    --------
    >>> bench = Project("bench", Fraction(300))
    >>> make_election([bench], 500, [["bench"], ["bench"], []]).voters
    3
    """
    known = tuple(projects)
    check_projects(known, Fraction(budget))
    number = {project.id: at for at, project in enumerate(known)}
    rows: list[list[int]] = []
    points: list[Fraction] = []
    for at, marks in enumerate(ballots):
        if unknown := [one for one in marks if one not in number]:
            raise NotUsable(f"Ballot {at + 1} names {unknown[0]!r}, which is not a project.")
        rows.append([number[one] for one in marks])
        points += (
            map(Fraction, marks.values())
            if isinstance(marks, Mapping)
            else [Fraction(len(marks) - place) for place in range(len(marks))]
        )
    if not rows:
        raise NotUsable("There are no ballots.")
    if any(not 0 < one <= MOST_POINTS for one in points):
        raise NotUsable("The points on a ballot must be above zero.")
    scale = lcm(*(one.denominator for one in points)) if points else 1
    lengths = np.fromiter(map(len, rows), np.int64)
    marked = np.fromiter((one for row in rows for one in row), np.int64)
    one_each = np.ones(len(rows), np.int64)
    value = np.fromiter((int(one * scale) for one in points), np.int64)
    try:
        counted = gather(kind, lengths, (marked, value), one_each, projects=len(known), scale=scale)
    except Twice as twice:
        problem = f"Ballot {twice.ballot + 1} names {known[twice.project].id!r} more than one time."
        raise NotUsable(problem) from None
    return Election(known, Fraction(budget), kind, counted)


def check_projects(projects: Sequence[Project], budget: Fraction) -> None:
    """Refuse what no count can mean.

    Raises
    ------
    NotUsable
        See `make_election`.
    """
    if not 0 < budget <= MOST_MONEY:
        raise NotUsable("The budget must be above zero and below a million times a billion.")
    if not projects:
        raise NotUsable("There are no projects.")
    for project in projects:
        if not 0 < project.cost <= MOST_MONEY:
            raise NotUsable(f"The cost of project {project.id!r} must be above zero.")
    if len({project.id for project in projects}) < len(projects):
        raise NotUsable("Two projects have the same id.")


def gather(
    kind: Kind,
    lengths: Ints,
    marks: tuple[Ints, Ints],
    weight: Ints,
    *,
    projects: int,
    scale: int = 1,
) -> Ballots:
    """Sort the marks within each ballot and put equal ballots together.

    Raises
    ------
    Twice
        A ballot with points or a ranking names a project twice. On an approval that counts once.
    """
    project, value = marks
    ballot = np.repeat(np.arange(len(lengths)), lengths)
    key = ballot * projects + project
    if kind in {Kind.APPROVAL, Kind.CHOOSE_ONE}:
        value = np.ones(len(key), np.int64)
        if (key[1:] <= key[:-1]).any():
            key.sort()
            key = key[np.append(True, key[1:] > key[:-1])]
            ballot, project, value = key // projects, key % projects, value[: len(key)]
    elif (key[1:] <= key[:-1]).any():
        order = np.argsort(key, kind="stable")
        key, value = key[order], value[order]
        ballot, project = ballot[order], project[order]
        again = np.flatnonzero(key[1:] == key[:-1])
        if again.size:
            raise Twice(int(ballot[again[0]]), int(project[again[0]]))
    starts = np.searchsorted(ballot, np.arange(len(lengths) + 1))
    whole = Ballots(starts, project, value, weight, scale)
    return _merged(whole) if len(lengths) <= FEW else whole


def _merged(ballots: Ballots) -> Ballots:
    """The same ballots, equal ones once."""
    both = np.stack([ballots.project, ballots.value], axis=1)
    raw, size = both.tobytes(), both.itemsize * 2
    cuts = (ballots.starts * size).tolist()
    seen: dict[bytes, int] = {}
    first: list[int] = []
    to = np.empty(len(ballots.weight), np.int64)
    for at, (begin, end) in enumerate(pairwise(cuts)):
        to[at] = place = seen.setdefault(raw[begin:end], len(seen))
        if place == len(first):
            first.append(at)
    if len(first) == len(to):
        return ballots
    weight = np.zeros(len(first), np.int64)
    np.add.at(weight, to, ballots.weight)
    kept = np.zeros(len(to), np.bool_)
    kept[first] = True
    lengths = np.diff(ballots.starts)
    marks = np.repeat(kept, lengths)
    starts = np.concatenate([[0], np.cumsum(lengths[first])])
    return Ballots(starts, ballots.project[marks], ballots.value[marks], weight, ballots.scale)
