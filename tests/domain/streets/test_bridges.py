"""What one more bridge would do, against reckoning everything anew."""

import itertools

import numpy as np
import pytest

from gebuur.domain.streets import Network, NotUsable, bridges, effective_distance, every_gain
from gebuur.domain.streets.certificate import lower_bound
from gebuur.domain.streets.distance import laplacian_of

ROW = [("Dok", "Kerk"), ("Kerk", "Markt"), ("Markt", "Veld"), ("Veld", "Wal")]


def total(network: Network) -> float:
    return float(effective_distance(network).sum() / 2)


def with_ties(network: Network, *pairs: tuple[str, str]) -> Network:
    names = network.names
    columns = (network.tails.tolist(), network.heads.tolist(), network.weights.tolist())
    ties = [(names[a], names[b], w) for a, b, w in zip(*columns, strict=True)]
    return Network.of([*ties, *((*pair, 1.0) for pair in pairs)], {name: name for name in names})


def test_distances_are_those_of_wires() -> None:
    apart = effective_distance(Network.of([("Dok", "Kerk", 2), ("Kerk", "Markt", 4)]))
    assert apart.tolist() == [
        pytest.approx([0, 0.5, 0.75]), pytest.approx([0.5, 0, 0.25]), pytest.approx([0.75, 0.25, 0]),
    ]  # fmt: skip
    square = Network.of([("a", "b"), ("b", "c"), ("c", "d"), ("a", "d")])
    assert effective_distance(square)[0].tolist() == pytest.approx([0, 0.75, 1, 0.75])


def test_who_cannot_reach_each_other_is_infinitely_far() -> None:
    apart = effective_distance(Network.of([("a", "b"), ("c", "d")]))
    assert apart[0].tolist() == [0, pytest.approx(1), np.inf, np.inf]


def test_a_row_of_streets_is_best_closed_to_a_ring() -> None:
    found = bridges(Network.of(ROW), 1)
    assert [(tie.a, tie.b, tie.joins, tie.weight) for tie in found.ties] == [("Dok", "Wal", 0, 0)]
    assert [found.before, found.after] == pytest.approx([20, 10])
    assert (found.share, found.unreachable_before) == (1.0, 0)


def test_streets_that_hang_apart_are_joined_first() -> None:
    apart = Network.of([("a", "b"), ("b", "c"), ("d", "e"), ("e", "f"), ("g", "h")])
    found = bridges(apart, 3)
    assert [(tie.a, tie.b, tie.joins) for tie in found.ties[:2]] == [("b", "e", 9), ("b", "g", 12)]
    assert (found.unreachable_before, found.unreachable_after) == (21, 0)
    assert found.ties[2].joins == 0
    assert found.before - found.after == pytest.approx(sum(tie.gain for tie in found.ties))
    assert found.after == pytest.approx(
        total(with_ties(apart, *((tie.a, tie.b) for tie in found.ties)))
    )


def test_joining_says_what_it_cannot_prove() -> None:
    found = bridges(Network.of([("a", "b"), ("c", "d"), ("e", "f")]), 1)
    assert (found.bound, found.share) == (None, None)
    assert (found.unreachable_before, found.unreachable_after) == (12, 8)


def test_streets_without_any_tie_are_joined_by_lowest_name() -> None:
    alone = Network.from_columns(["c", "a", "b"], [], [])
    found = bridges(alone, 5)
    assert [(tie.a, tie.b) for tie in found.ties] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_equal_gains_go_by_lowest_name() -> None:
    ring = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("a", "f")]
    for names in itertools.islice(itertools.permutations("abcdef"), 0, 720, 71):
        turned = dict(zip("abcdef", names, strict=True))
        found = bridges(Network.of([(turned[a], turned[b]) for a, b in ring]), 1)
        across = sorted(
            tuple(sorted((turned[a], turned[b]))) for a, b in (("a", "d"), ("b", "e"), ("c", "f"))
        )
        assert (found.ties[0].a, found.ties[0].b) == across[0]


def test_one_street_alone_needs_no_bridge() -> None:
    found = bridges(Network.from_columns(["a"], [], []), 3)
    assert (found.ties, found.before, found.after, found.share) == ((), 0, 0, None)


def test_people_are_first_put_in_their_streets() -> None:
    home = {"An": "Kerk", "Bo": "Kerk", "Cem": "Dok", "Dora": "Markt"}
    ties = [("An", "Bo"), ("An", "Cem"), ("Bo", "Cem"), ("An", "Dora")]
    found = bridges(Network.of(ties, home), 2)
    assert [(tie.a, tie.b) for tie in found.ties] == [("Dok", "Markt"), ("Kerk", "Markt")]
    assert found.before == pytest.approx(0.5 + 1 + 1.5)


def test_what_is_too_much_or_too_uneven_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotUsable, match="cannot be -1 bridges"):
        bridges(Network.of(ROW), -1)
    with pytest.raises(NotUsable, match="too far apart"):
        bridges(Network.of([("a", "b", 1e-6), ("b", "c", 1e6)]), 1)
    monkeypatch.setattr("gebuur.domain.streets.distance.MOST_PLACES", 4)
    with pytest.raises(NotUsable, match="There are 5 groups"):
        every_gain(Network.of(ROW))


def test_a_large_choice_is_bounded_from_below() -> None:
    """With 40 streets and 5 bridges not every choice can be tried: the bound takes over."""
    names = [f"{number:02}" for number in range(40)]
    ends = [(number, (number + step) % 40) for number in range(40) for step in (1, 7)]
    network = Network.from_columns(names, *zip(*ends, strict=True))
    found = bridges(network, 5)
    assert found.bound is not None
    assert found.share is not None
    assert found.bound < found.after < found.before
    assert 0.7 < found.share < 1
    assert found.share == pytest.approx((found.before - found.after) / (found.before - found.bound))


def test_ties_between_all_pairs_leave_no_other_choice() -> None:
    found = bridges(Network.of(ROW), 99)
    assert (len(found.ties), found.share) == (10, 1.0)


def test_the_bound_lies_below_every_single_tie() -> None:
    row = Network.of(ROW)
    after = [total(with_ties(row, pair)) for pair in itertools.combinations(row.names, 2)]
    assert lower_bound(laplacian_of(row), np.array([[0, 1]])) <= min(after)
