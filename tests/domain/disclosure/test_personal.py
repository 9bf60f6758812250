"""What points to a person is found, and replaced without touching the rest."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain.disclosure import Kind, find_pointers, replace_pointers

NAMES, STREETS = {"Rosa", "Özlem", "Van", "Peeters"}, {"Vlasstraat", "Korte Vlasstraat"}
BY = {kind: ["iets"] for kind in Kind}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rosa kwam.", ["Rosa"]),
        ("rosa rozen", []),
        ("Özlem en rosa", ["Özlem"]),
        ("Bel +32 475 12 34 56 of 09/000.00.42", ["+32 475 12 34 56", "09/000.00.42"]),
        ("In 2026 waren er 12 vragen, 3 000 euro", []),
        ("mail rosa.maes@buurt.example, dank", ["rosa.maes@buurt.example"]),
        ("Korte Vlasstraat 12b en vlasstraat", ["Korte Vlasstraat 12b", "vlasstraat"]),
        ("Rosamunde zong", []),
        ("", []),
    ],
)
def test_what_points_to_a_person_is_found(text: str, found: list[str]) -> None:
    assert [one.words for one in find_pointers(text, names=NAMES, streets=STREETS)] == found


@given(st.text(alphabet=st.sampled_from("RosaVlt rs0479+/.@4\n"), max_size=80))
def test_pointers_stand_in_order_and_nothing_is_left_to_find(text: str) -> None:
    found = find_pointers(text, names=NAMES, streets=STREETS)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end] == one.words for one in found)
    kept = replace_pointers(text, found, by=BY)
    assert len(kept) == len(text) + sum(4 - len(one.words) for one in found)


def test_the_same_words_get_the_same_other_words() -> None:
    text = "Rosa zag Özlem. Rosa lachte, Van ook."
    found = find_pointers(text, names=NAMES, streets=STREETS)
    said = replace_pointers(text, found, by=BY | {Kind.NAME: ["een buur", "een ander"]})
    assert said == "Een buur zag een ander. Een buur lachte, een ander ook."
