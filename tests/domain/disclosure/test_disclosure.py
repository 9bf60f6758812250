"""Small numbers stay hidden and small streets get no name of their own."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain.disclosure import NotAnArea, merge_small_areas, rounded, show_count, suppress

AREAS = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 30), max_size=10)


@st.composite
def maps(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, list[str]]]:
    areas = draw(AREAS)
    if not areas:
        return areas, {}
    some = st.sampled_from(sorted(areas))
    return areas, draw(st.dictionaries(some, st.lists(some, max_size=4)))


def test_counts_below_the_minimum_stay_hidden() -> None:
    assert [show_count(n) for n in (0, 1, 4, 5, 6)] == [None, None, None, 5, 6]
    assert show_count(9, minimum=10) is None
    assert suppress({"b": 12, "a": 2, "c": 0}) == {"b": 12, "a": None, "c": None}
    assert [rounded(n) for n in (4, 5, 9, 10)] == [None, 5, 5, 10]


@pytest.mark.parametrize(("n", "minimum"), [(-1, 5), (3, 0)])
def test_impossible_counts_are_refused(n: int, minimum: int) -> None:
    with pytest.raises(ValueError, match="must"):
        show_count(n, minimum=minimum)


def test_one_person_who_joins_a_small_group_moves_nothing() -> None:
    assert {show_count(n) for n in range(5)} == {None}
    assert {rounded(n) for n in range(10, 15)} == {10}


def test_small_street_joins_its_smallest_neighbour() -> None:
    areas = {"a": 40, "b": 3, "c": 12}
    assert merge_small_areas(areas, {"b": ["a", "c"]}) == {"a": "a", "b": "b", "c": "b"}


def test_equal_neighbours_are_chosen_by_id() -> None:
    areas = {"a": 3, "b": 12, "c": 12}
    assert merge_small_areas(areas, {"a": ["c", "b"]}) == {"a": "a", "b": "a", "c": "c"}


def test_equally_small_streets_go_by_id_whatever_the_order() -> None:
    areas = {"c": 5, "b": 5, "a": 5, "d": 5}
    row = {"a": ["b"], "b": ["c"], "c": ["d"]}
    assert merge_small_areas(areas, row) == {"a": "a", "b": "a", "c": "c", "d": "c"}


def test_large_streets_keep_their_own_name() -> None:
    areas = {"a": 10, "b": 10}
    assert merge_small_areas(areas, {"a": ["b"]}) == {"a": "a", "b": "b"}


def test_lonely_small_street_gets_no_name() -> None:
    assert merge_small_areas({"a": 9}, {}) == {"a": None}
    assert merge_small_areas({"a": 4, "b": 5, "c": 20}, {"a": ["b"]}) == {
        "a": None,
        "b": None,
        "c": "c",
    }


@pytest.mark.parametrize(
    ("areas", "neighbours"), [({"a": -1}, {}), ({"a": 1}, {"a": ["x"]}), ({"a": 1}, {"x": ["a"]})]
)
def test_contradicting_map_is_refused(
    areas: dict[str, int], neighbours: dict[str, list[str]]
) -> None:
    with pytest.raises(NotAnArea, match="area"):
        merge_small_areas(areas, neighbours)


@given(maps(), st.integers(1, 25))
def test_every_named_group_is_large_enough_and_bears_its_lowest_id(
    streets: tuple[dict[str, int], dict[str, list[str]]], minimum: int
) -> None:
    areas, neighbours = streets
    groups = merge_small_areas(areas, neighbours, minimum=minimum)
    assert set(groups) == set(areas)
    for name in {group for group in groups.values() if group}:
        members = [area for area, group in groups.items() if group == name]
        assert sum(areas[area] for area in members) >= minimum
        assert name == min(members)
    assert all(groups[area] for area in areas if areas[area] >= minimum)


@given(maps(), st.randoms(use_true_random=False))
def test_order_and_direction_of_the_map_play_no_part(
    streets: tuple[dict[str, int], dict[str, list[str]]], random: Random
) -> None:
    areas, neighbours = streets
    keys = list(areas)
    random.shuffle(keys)
    turned: dict[str, list[str]] = {area: [] for area in areas}
    for area, others in neighbours.items():
        for other in others:
            turned[other].append(area)
    shuffled = {key: areas[key] for key in keys}
    assert merge_small_areas(areas, neighbours) == merge_small_areas(shuffled, turned)


@given(maps())
def test_merging_what_is_merged_changes_nothing(
    streets: tuple[dict[str, int], dict[str, list[str]]],
) -> None:
    areas, neighbours = streets
    groups = merge_small_areas(areas, neighbours)
    sizes: dict[str, int] = {}
    for area, group in groups.items():
        if group:
            sizes[group] = sizes.get(group, 0) + areas[area]
    assert merge_small_areas(sizes, {}) == {group: group for group in sizes}
