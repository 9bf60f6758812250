"""Elections to count: made up in a line, or real ones where they are at hand."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from gebuur.domain.tally import Election, Kind, Project, make_election, read_election

REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "budgets"
Ballot = Sequence[str] | Mapping[str, int | Fraction]


def vote(
    budget: int | Fraction,
    costs: Mapping[str, int | Fraction],
    ballots: Iterable[Ballot],
    kind: Kind = Kind.APPROVAL,
) -> Election:
    """An election; ballots on which letters are projects can be written as one word."""
    projects = [Project(name, Fraction(cost)) for name, cost in costs.items()]
    return make_election(projects, budget, ballots, kind)


def real(name: str) -> Election:
    """A real election; the test is skipped where these files are not."""
    path = REAL / f"{name}.pb"
    if not path.exists():
        pytest.skip("The real elections of ../shared/data/budgets are not here.")
    return read_election(path.read_text(encoding="utf-8-sig"))
