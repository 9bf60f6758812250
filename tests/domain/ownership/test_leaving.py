"""Somebody leaves or joins: what is printed with her is also true without her.

The same is asked of real networks, whose ties are read as acts. Beside it stands the plain percentage, which does move.
"""

import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gebuur.domain.ownership import (
    VERBS,
    Act,
    Row,
    Side,
    at_least,
    count_row,
    count_rows,
    half_of,
    quarter_of,
    row_of,
    side_of,
)

NETWORKS = Path(__file__).resolve().parents[4] / "shared/data/networks"
DAY = dt.date(2026, 11, 2)
LINES = st.tuples(
    st.sampled_from(["decided", "decided", "did", "refused"]),
    st.sampled_from(["neighbour", "neighbour", "volunteer", "group", "professional", "authority"]),
    st.sampled_from(["", *(f"p{n}" for n in range(14))]),
)
MANY = st.lists(LINES, min_size=20, max_size=70).map(
    lambda lines: [Act(verb, kind, DAY, who=who) for verb, kind, who in lines]
)
# A busy machine is no reason to fail.
patiently = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
shortly = settings(patiently, max_examples=30)
FEW = st.lists(LINES, min_size=1, max_size=12)


def people_in(acts: Sequence[Act]) -> list[str]:
    return sorted({act.who for act in acts if side_of(act.kind) is Side.NEIGHBOURS})


def without(acts: Sequence[Act], who: str) -> list[Act]:
    """The same place, if this neighbour had never been there."""
    return [act for act in acts if act.who != who or side_of(act.kind) is not Side.NEIGHBOURS]


def figures(row: Row) -> dict[str, object]:
    """Every figure of a row that is printed, by name."""
    shares = [*row.sides.items(), *row.kinds.items()]
    told = {f"{name} quarter": share.quarter for name, share in shares}
    told |= {f"{name} half": share.half for name, share in shares}  # type: ignore[misc]  # words beside numbers
    told |= {"low": row.chance.low, "high": row.chance.high, "acts": row.acts, "people": row.people}
    told["by service"] = row.by_service
    return {name: figure for name, figure in told.items() if figure is not None}


def is_same(one: Row, other: Row) -> bool:
    """Whether every figure that both print is the same."""
    here, there = figures(one), figures(other)
    return all(here[name] == there[name] for name in here.keys() & there.keys())


def is_true(row: Row, acts: Sequence[Act]) -> bool:
    """Whether what a row prints is true of these acts, counted in the plainest way."""
    own = [act for act in acts if row_of(act.verb) == row.verb]
    sides = [side_of(act.kind) for act in own]
    neighbours = {act.who for act in own if side_of(act.kind) is Side.NEIGHBOURS}
    shares = [(share, sides.count(side)) for side, share in row.sides.items()]
    shares += [(share, sum(act.kind == kind for act in own)) for kind, share in row.kinds.items()]
    return (
        all(share.quarter in {None, quarter_of(count, len(own))} for share, count in shares if own)
        and all(share.half in {None, half_of(count, len(own))} for share, count in shares)
        and row.acts in {None, at_least(len(own))}
        and row.people in {None, at_least(len(neighbours))}
        and row.by_service == at_least(sides.count(Side.SERVICE))
    )


@patiently
@given(MANY)
def test_what_is_printed_is_true_with_and_without_anybody(acts: list[Act]) -> None:
    for row in count_rows(acts).values():
        assert is_true(row, acts)
        assert all(is_true(row, without(acts, who)) for who in people_in(acts))


@patiently
@given(MANY)
def test_no_figure_is_another_one_when_somebody_leaves(acts: list[Act]) -> None:
    here = count_rows(acts)
    for who in people_in(acts):
        there = count_rows(without(acts, who))
        assert all(is_same(here[verb], there[verb]) for verb in VERBS)


@patiently
@given(MANY, FEW)
def test_no_figure_is_another_one_when_somebody_joins(
    acts: list[Act], more: list[tuple[str, str, str]]
) -> None:
    joins = [Act(verb, "volunteer", DAY, who="new") for verb, _kind, _who in more]
    here, there = count_rows(acts), count_rows([*acts, *joins])
    assert all(is_same(here[verb], there[verb]) for verb in VERBS)


def test_the_made_up_places_do_show_something() -> None:
    """Otherwise the laws above would hold for want of figures."""
    shown = []

    @settings(shortly, database=None, derandomize=True)
    @given(MANY)
    def play(acts: list[Act]) -> None:
        shown.append(count_rows(acts)["decided"].is_shown)

    play()
    assert sum(shown) > len(shown) / 3


@shortly
@given(MANY)
def test_the_order_of_acts_changes_nothing(acts: list[Act]) -> None:
    mixed = sorted(acts, key=lambda act: (act.who, act.kind, act.verb))
    assert count_rows(mixed) == count_rows(acts)


def rows_of_networks() -> Iterator[tuple[str, list[Act]]]:
    """Every tie is an act of who it comes from; one node of ten works for the service. Verbs go by whom it is to."""
    for file in sorted(NETWORKS.glob("*_edges.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            ties = [(row["from"], row["to"]) for row in csv.DictReader(lines)]
        nodes = sorted({node for tie in ties for node in tie})
        office = set(nodes[::10])
        for row, verb in enumerate(VERBS):
            told = [one for one, to in ties if nodes.index(to) % len(VERBS) == row]
            yield (
                verb,
                [
                    Act(verb, "professional" if one in office else "neighbour", DAY, who=one)
                    for one in told
                ],
            )


@pytest.mark.skipif(
    not NETWORKS.is_dir(), reason="the real networks of ../shared/data/networks are not here"
)
def test_in_real_networks_one_person_leaves_and_no_figure_is_another_one() -> None:
    shown = same = moved = 0
    for verb, acts in rows_of_networks():
        here = count_row(verb, acts)
        if not here.is_shown:
            continue
        for who, alike in leavers(acts):
            rest = without(acts, who)
            there = count_row(verb, rest)
            assert is_same(here, there)
            assert is_true(here, rest)
            shown += alike
            same += alike * (here.neighbours == there.neighbours)
            moved += alike * (percentage(acts) != percentage(rest))
    assert shown > 4_000
    assert same >= 0.8 * shown, f"as much is shown for {same} of {shown}"
    # The control: the plain percentage, as most dashboards print it, gives most people away.
    assert moved >= 0.7 * shown, f"{moved} of {shown}"


@pytest.mark.skipif(
    not NETWORKS.is_dir(), reason="the real networks of ../shared/data/networks are not here"
)
def test_in_real_networks_the_nearest_quarter_alone_would_flip() -> None:
    """The control: without the second look, at everybody's absence, even a coarse share contradicts itself."""
    flips = 0
    for _verb, acts in rows_of_networks():
        for who, alike in leavers(acts):
            flips += alike * (quarter(acts) != quarter(without(acts, who)))
    assert flips > 300


def leavers(acts: Sequence[Act]) -> Iterator[tuple[str, int]]:
    """Everybody who may leave. Those with as many acts leave the same behind, so one stands for them."""
    own = Counter(act.who for act in acts if side_of(act.kind) is Side.NEIGHBOURS)
    for number, alike in Counter(own.values()).items():
        yield next(who for who, count in own.items() if count == number), alike


def counted(acts: Sequence[Act]) -> tuple[int, int]:
    return sum(side_of(act.kind) is Side.NEIGHBOURS for act in acts), len(acts)


def percentage(acts: Sequence[Act]) -> float:
    """To one place behind the comma."""
    own, whole = counted(acts)
    return round(100 * own / whole, 1) if whole else -1


def quarter(acts: Sequence[Act]) -> int:
    own, whole = counted(acts)
    return quarter_of(own, whole) if whole else -1
