"""A network is read as it was meant, and what cannot be meant is refused."""

import math
from typing import Any

import pytest

from gebuur.domain.streets import Network, NotUsable, between_groups

HOME = {"An": "Kerk", "Bo": "Kerk", "Cem": "Dok", "Dora": "Dok", "Els": "Markt"}


def ties_of(network: Network) -> list[tuple[str, str, float]]:
    columns = (network.tails.tolist(), network.heads.tolist(), network.weights.tolist())
    return [(network.names[a], network.names[b], w) for a, b, w in zip(*columns, strict=True)]


def test_a_tie_that_is_told_twice_is_one_tie() -> None:
    network = Network.of([("Bo", "An"), ("An", "Bo"), ("An", "Bo"), ("An", "Cem")], HOME)
    assert ties_of(network) == [("An", "Bo", 1), ("An", "Cem", 1)]


def test_what_ties_weigh_is_added_up() -> None:
    network = Network.of([("Bo", "An", 2), ("An", "Bo", 0.5)], HOME)
    assert ties_of(network) == [("An", "Bo", 2.5)]


def test_giver_and_receiver_can_be_told_apart() -> None:
    both = [("Bo", "An", 2.0), ("An", "Bo", 3.0)]
    network = Network.of(both, HOME, is_directed=True)
    assert ties_of(network) == [("An", "Bo", 3), ("Bo", "An", 2)]
    assert ties_of(network.undirected()) == [("An", "Bo", 5)]


def test_without_groups_everybody_stands_alone() -> None:
    network = Network.of([("Cem", "Bo"), ("An", "Cem")])
    assert network.names == network.groups == ("An", "Bo", "Cem")


def test_groups_have_ties_when_their_people_have() -> None:
    found = between_groups(
        Network.of([("An", "Bo", 9), ("An", "Cem", 1), ("Dora", "Bo", 2), ("Els", "An", 4)], HOME)
    )
    assert found.names == ("Dok", "Kerk", "Markt")
    assert ties_of(found) == [("Dok", "Kerk", 3), ("Kerk", "Markt", 4)]
    assert ties_of(between_groups(found)) == ties_of(found)


def test_people_without_a_tie_are_a_network_as_well() -> None:
    assert ties_of(Network.of([], HOME)) == []


@pytest.mark.parametrize(
    ("ties", "said", "row"),
    [
        ([("An", "Bo"), ("An", "An")], "tied to herself", 1),
        ([("An", "Bo"), ("An", "Zoë")], "'Zoë' has a tie but no group", 1),
        ([("An", "Bo", 1.0), ("An", "Cem", math.nan)], "no number", 1),
        ([("An", "Bo", math.inf)], "no number", 0),
        ([("An", "Bo", 0.0)], "not above 0", 0),
        ([("An", "Bo", 2.0), ("Bo", "Cem", -1.0)], "not above 0", 1),
        ([("An", "Bo", 1e13)], "too small or too large", 0),
        ([("An", "Bo", 1e-13)], "too small or too large", 0),
        ([("An", "Bo", 1.0), ("An", "Cem")], "as many weights as ties", -1),
    ],
)
def test_a_tie_that_cannot_be_is_refused_with_its_row(
    ties: list[tuple[str, str]], said: str, row: int
) -> None:
    with pytest.raises(NotUsable, match=said) as refused:
        Network.of(ties, HOME)
    assert refused.value.row == row


@pytest.mark.parametrize(
    ("columns", "said", "row"),
    [
        (([], [], []), "nobody", -1),
        ((["An", "Bo", "An"], [], []), "'An' stands there twice", 2),
        ((["An", "Bo"], [0], [2]), "nobody in the network", 0),
        ((["An", "Bo"], [0, 0], [1, -1]), "nobody in the network", 1),
        ((["An", "Bo"], [0, 1], [1]), "two ends", -1),
        ((["An", "Bo"], [0.5], [1]), "whole numbers", -1),
        ((["An", "Bo"], [[0]], [[1]]), "whole numbers", -1),
        ((["An", "Bo"], ["An"], ["Bo"]), "whole numbers", -1),
    ],
)
def test_columns_that_cannot_be_are_refused(columns: Any, said: str, row: int) -> None:
    with pytest.raises(NotUsable, match=said) as refused:
        Network.from_columns(*columns)
    assert refused.value.row == row


def test_columns_of_another_length_or_kind_are_refused() -> None:
    with pytest.raises(NotUsable, match="as many groups"):
        Network.from_columns(["An", "Bo"], [0], [1], groups=["Kerk"])
    with pytest.raises(NotUsable, match="must be numbers"):
        Network.from_columns(["An", "Bo"], [0], [1], weights=["much"])
