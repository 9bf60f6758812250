"""Ties within and between streets, counted by hand."""

import math

import numpy as np
import pytest

from gebuur.domain.streets import Network, NotUsable, betweenness, brokers, constraint, measure

HOME = {"An": "Kerk", "Bo": "Kerk", "Cem": "Kerk", "Dora": "Dok", "Els": "Dok", "Fatma": "Markt"}
TIES = [("An", "Bo"), ("Bo", "Cem"), ("Cem", "Dora"), ("An", "Dora"), ("Dora", "Els")]


def test_each_street_has_its_ties_within_and_between() -> None:
    found = measure(Network.of(TIES, HOME))
    assert [tuple(group) for group in found.per_group()] == [
        ("Dok", 2, 1, 2, 1.0, pytest.approx(1 / 3)),
        ("Kerk", 3, 2, 2, pytest.approx(2 / 3), 0.0),
        ("Markt", 1, 0, 0, 0.0, None),
    ]
    assert [tuple(pair) for pair in found.between()] == [("Dok", "Kerk", 2, 2.0)]
    assert (found.within, found.across, found.isolated, found.ei) == (3, 2, 1, -0.2)


def test_help_that_goes_one_way_is_told_apart() -> None:
    ties = [
        ("An", "Bo"),
        ("Bo", "An"),
        (
            "Dora",
            "Cem",
        ),
        ("Cem", "Els"),
        ("Els", "Cem"),
    ]
    found = measure(Network.of(ties, HOME, is_directed=True))
    assert [tuple(pair) for pair in found.between()] == [
        ("Dok", "Kerk", 2, 2.0),
        ("Kerk", "Dok", 1, 1.0),
    ]
    kerk = next(group for group in found.per_group() if group.name == "Kerk")
    assert (kerk.internal, kerk.external) == (2, 3)
    assert kerk.density == pytest.approx(2 / 6)


def test_where_nobody_has_a_tie_there_is_no_index() -> None:
    found = measure(Network.of([], HOME))
    assert (found.ei, found.isolated, list(found.between())) == (None, 6, [])


def test_many_groups_are_counted_like_few() -> None:
    names = [f"{number:04}" for number in range(1100)]
    network = Network.from_columns(names, range(1099), range(1, 1100), weights=range(1, 1100))
    found = measure(network)
    assert (found.within, found.across, found.ei) == (0, 1099, 1.0)
    assert list(found.between())[1] == ("0001", "0002", 1, 2.0)


def test_who_has_no_ties_has_no_constraint() -> None:
    found = constraint(Network.of(TIES, HOME))
    assert math.isnan(found[5])
    assert not any(math.isnan(one) for one in found[:5])


def test_in_a_closed_circle_everybody_is_constrained_alike() -> None:
    triangle = Network.of([("An", "Bo"), ("Bo", "Cem"), ("An", "Cem")])
    assert constraint(triangle).tolist() == pytest.approx([2 * (1 / 2 + 1 / 4) ** 2] * 3)


def test_many_triangles_are_found_in_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [str(number) for number in range(12)]
    ends = [(a, b) for a in range(12) for b in range(a) if (a + b) % 5]
    network = Network.from_columns(names, *zip(*ends, strict=True))
    whole = constraint(network)
    monkeypatch.setattr("gebuur.domain.streets.holes.A_LOAD", 3)
    assert constraint(network).tolist() == pytest.approx(whole.tolist())


def test_ways_can_be_followed_in_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network.of(TIES, HOME)
    whole = betweenness(network)
    assert (whole.is_exact, whole.pivots, whole.std_err.tolist()) == (True, 6, [0.0] * 6)
    monkeypatch.setattr("gebuur.domain.streets.paths.A_LOAD", 1)
    assert betweenness(network).values.tolist() == pytest.approx(whole.values.tolist())


def test_pivots_say_how_far_off_they_may_be() -> None:
    """Over many draws the estimate is right on average, and its stated error is the real one."""
    names = [str(number) for number in range(40)]
    ends = [(number, (number * 7 + step) % 40) for number in range(40) for step in (1, 3)]
    tails, heads = zip(*(pair for pair in ends if pair[0] != pair[1]), strict=True)
    network = Network.from_columns(names, tails, heads)
    truth = betweenness(network).values
    draws = [betweenness(network, pivots=12, seed=seed) for seed in range(300)]
    off = np.array([draw.values - truth for draw in draws])
    stated = np.array([draw.std_err for draw in draws])
    assert np.abs(off.mean(axis=0)).max() < 0.15 * truth.max()
    assert (stated**2).sum() / (off**2).sum() == pytest.approx(1, abs=0.1)
    again = betweenness(network, pivots=12, seed=5)
    assert again.values.tolist() == draws[5].values.tolist()
    assert (again.pivots, again.is_exact) == (12, False)


def test_one_pivot_is_refused_and_too_many_are_all() -> None:
    network = Network.of(TIES, HOME)
    with pytest.raises(NotUsable, match="at least 2"):
        betweenness(network, pivots=1)
    assert betweenness(network, pivots=60).is_exact


def test_two_people_have_nobody_between_them() -> None:
    assert betweenness(Network.of([("An", "Bo")])).values.tolist() == [0, 0]


def test_a_street_between_others_is_named_with_what_hangs_on_it() -> None:
    streets = Network.of(
        [("Dok", "Kerk", 2), ("Kerk", "Markt", 3), ("Markt", "Veld", 1), ("Markt", "Wal", 1)]
    )
    found = brokers(streets)
    assert [(one.group, one.cuts, one.joins, one.weight) for one in found] == [
        ("Markt", 5, 3, 5.0),
        ("Kerk", 3, 2, 5.0),
    ]
    assert [one.share for one in found] == pytest.approx([5 / 6, 1 / 2])


def test_no_street_is_named_where_nobody_depends_on_one() -> None:
    triangle = [("Dok", "Kerk"), ("Kerk", "Markt"), ("Dok", "Markt")]
    assert brokers(Network.of(triangle)) == []


def test_with_very_many_streets_the_shares_are_an_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gebuur.domain.streets.brokerage.MOST_EXACT", 5)
    monkeypatch.setattr("gebuur.domain.streets.brokerage.PIVOTS", 6)
    row = Network.from_columns([str(n) for n in range(9)], range(8), range(1, 9))
    found = brokers(row)
    assert {one.group for one in found} <= set("1234567")
    assert any(one.std_err > 0 for one in found)
    assert next(one.cuts for one in found if one.group == "4") == 16
