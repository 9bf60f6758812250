"""Elections to .pb files."""

import csv
import io
from collections.abc import Iterable, Sequence
from fractions import Fraction

from gebuur.domain.tally.model import Election, Kind


def decimal(value: Fraction) -> str:
    """A number as a plain decimal; exact, since money and points come with at most nine places.

    Raises
    ------
    ValueError
        The number has no end in decimals.

    Examples
    --------
    >>> decimal(Fraction(601, 2)), decimal(Fraction(300))
    ('300.5', '300')
    """
    places = 0
    while (value * 10**places).denominator > 1:
        places += 1
        if places > MOST_PLACES:
            raise ValueError(f"{value} has no end in decimals.")
    digits = str(int(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


MOST_PLACES = 30


def write_election(election: Election, *, selected: Iterable[str] | None = None) -> str:
    """Write an election as the text of a .pb file; `read_election` gives the same election back.

    Voters get new numbers in the order in which equal ballots stand together, so the file does not tell in which order
    people voted.

    Parameters
    ----------
    election : Election
        Money and points with an end in decimals.
    selected : iterable of str, optional
        Ids of the winners, for the column ``selected``.

    Examples
    --------
    >>> from gebuur.domain.tally import Project, make_election
    >>> pb = write_election(make_election([Project("1", Fraction(300))], 500, [["1"], []]), selected=["1"])
    >>> pb.splitlines()[-3:]
    ['voter_id;vote', '1;', '2;1']
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";", lineterminator="\n")
    facts = dict(election.facts) | {
        "num_projects": str(len(election.projects)),
        "num_votes": str(election.voters),
        "budget": decimal(election.budget),
        "vote_type": election.facts.get("vote_type", election.kind.value),
    }
    rows.writerows([["META"], ["key", "value"], *facts.items(), ["PROJECTS"]])
    rows.writerows(_projects(election, None if selected is None else set(selected)))
    rows.writerow(["VOTES"])
    points = election.kind is Kind.CUMULATIVE
    rows.writerow(["voter_id", "vote", "points"] if points else ["voter_id", "vote"])
    voter = 0
    for cells, times in sorted(_votes(election)):
        for _ in range(times):
            voter += 1
            rows.writerow([voter, *cells])
    return out.getvalue()


def _projects(election: Election, selected: set[str] | None) -> list[list[str]]:
    rest = [
        key
        for key in dict.fromkeys(key for one in election.projects for key in one.facts)
        if key not in {"project_id", "cost", "name", "selected"}
    ]
    told = selected is not None or any("selected" in one.facts for one in election.projects)
    head = ["project_id", "cost", "name", *(["selected"] if told else []), *rest]
    rows = [head]
    for one in election.projects:
        won = one.facts.get("selected", "") if selected is None else str(int(one.id in selected))
        cells = [one.id, decimal(one.cost), one.name, *([won] if told else [])]
        rows.append(cells + [one.facts.get(key, "") for key in rest])
    return rows


def _votes(election: Election) -> list[tuple[list[str], int]]:
    ballots, ids = election.ballots, [one.id for one in election.projects]
    starts, project = ballots.starts.tolist(), ballots.project.tolist()
    value, weight = ballots.value.tolist(), ballots.weight.tolist()
    votes = []
    for at, times in enumerate(weight):
        marks = list(range(starts[at], starts[at + 1]))
        votes.append((_cells(election, [(ids[project[m]], value[m]) for m in marks]), times))
    return votes


def _cells(election: Election, marks: Sequence[tuple[str, int]]) -> list[str]:
    if election.kind is Kind.ORDINAL:
        marks = sorted(marks, key=lambda mark: -mark[1])
    names = ",".join(name for name, _value in marks)
    if election.kind is not Kind.CUMULATIVE:
        return [names]
    scale = election.ballots.scale
    return [names, ",".join(decimal(Fraction(value, scale)) for _name, value in marks)]
