"""Reading along in a story: who can be found in it goes, what may lead to somebody is pointed out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain.disclosure import read_along, replace_pointers
from gebuur.domain.disclosure.personal import Kind

NAMES, STREETS = {"rosa", "zoe", "hondt", "roos", "godelieve"}, {"Dam", "Korte Vlasstraat"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rosa kwam niet.", ["Rosa"]),
        ("Het is Rosa's fiets, en Godelieves hond.", ["Rosa's", "Godelieves"]),
        ("We zagen ZOË en D’Hondt.", ["ZOË", "D’Hondt"]),
        ("Ze ging naar mevrouw Van den Onbekende.", ["mevrouw Van den Onbekende"]),
        ("Bel (0475) 12 34 56 of +32 9 000 00 42.", ["(0475) 12 34 56", "+32 9 000 00 42"]),
        ("Mail iemand@buurt.example.", ["iemand@buurt.example"]),
        ("In de korte vlasstraat 12b, en in de Molenstraat 4.", ["korte vlasstraat 12b", "Molenstraat 4"]),
        ("Naar Amsterdam, of op de Dam.", ["Dam"]),
        ("Op 3/5/1948, 3 mei 1948, 1948-05-03 of 12.05.48.", ["3/5/1948", "3 mei 1948", "1948-05-03", "12.05.48"]),
        ("Ze is geboren in 1948.", ["1948"]),
        ("Nummer 48.05.03-123.45 en BE68 5390 0754 7034.", ["48.05.03-123.45", "BE68 5390 0754 7034"]),
        ("In 2026 kwamen er 15 mensen, van 9 tot 12.30 uur, voor 3 000 euro. Op 3 mei ook.", []),
        ("Een buur belde. De straat hielp. Mevrouw was moe.", []),
    ],
)  # fmt: skip
def test_whom_a_stranger_could_find(text: str, found: list[str]) -> None:
    assert [one.words for one in read_along(text, names=NAMES, streets=STREETS).pointers] == found


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Hij heeft dementie en Kanker. Als het regent, blijft hij thuis.", ("dementie", "Kanker")),
        ("We reden naar Kortrijk. Daarna reed OCMW mee.", ("Kortrijk",)),
        ("Toen belde godelieve met een roos.", ("godelieve", "roos")),
        ("“Kom maar,” zei ze. Morgen weer.", ()),
    ],
)
def test_what_may_lead_to_somebody_is_only_pointed_out(text: str, doubts: tuple[str, ...]) -> None:
    seen = read_along(text, names=NAMES, streets=STREETS)
    assert (seen.pointers, seen.doubts) == ((), doubts)


@given(st.text(alphabet=st.sampled_from("RosaZë vdn0479+/.@(4)-\n\0"), max_size=80))
def test_after_other_words_nobody_is_left(text: str) -> None:
    seen = read_along(text, names=NAMES, streets=STREETS)
    by = {kind: ["iets"] for kind in Kind}
    said = replace_pointers(text, seen.pointers, by=by)
    assert len(said) == len(text) + sum(4 - len(one.words) for one in seen.pointers)
    assert all(text[one.start : one.end] == one.words for one in seen.pointers)
