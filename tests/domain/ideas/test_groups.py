"""Alike ideas stand together, whatever machine counts, and no idea is lost or twice."""

import random
from itertools import combinations

import pytest

from gebuur.domain.ideas import clusters, groups

WALL = (
    "Moestuin achter de refter",
    "Bank aan de bushalte",
    "Speelstraat in juli",
    "Groentetuin met de buurt",
    "Meer bloembakken",
    "Zitbank bij de bushalte van de Molenstraat",
    "Trager verkeer in de Molenstraat",
    "Een moestuin voor iedereen",
    "Bloembakken in de Weverstraat",
)


def test_a_wall_of_ideas_falls_apart_in_what_is_about_the_same() -> None:
    skip = groups.SAYS_LITTLE | {"molenstraat", "weverstraat"}
    assert clusters(WALL, skip=skip) == ((0, 7), (1, 5), (2,), (3,), (4, 8), (6,))


def test_a_street_that_two_ideas_share_joins_them_unless_it_is_left_out() -> None:
    two = ("Bomen in de Molenstraat", "Molenstraat trager")
    assert clusters(two) == ((0, 1),)
    assert clusters(two, skip={"molenstraat"}) == ((0,), (1,))


@pytest.mark.parametrize("texts", [(), ("",), ("", "!"), ("een", "de"), ("Bank",)])
def test_what_says_nothing_stands_alone(texts: tuple[str, ...]) -> None:
    assert clusters(texts) == tuple((at,) for at in range(len(texts)))


def test_of_equally_alike_ideas_the_earliest_go_first() -> None:
    assert clusters(["bank tuin", "tuin", "bank"], least=0.6) == ((0, 1), (2,))


def slowly(texts: list[str], least: float) -> tuple[tuple[int, ...], ...]:
    """The same rule, written as it is told: all pairs, every time."""
    near = groups._likeness_of_all([groups._telling(text, ()) for text in texts])
    found: list[tuple[int, ...]] = [(at,) for at in range(len(texts))]
    while len(found) > 1:
        pairs = [
            (
                -sum(int(near[a, b]) for a in one for b in other) / (10**6 * len(one) * len(other)),
                one,
                other,
            )
            for one, other in combinations(found, 2)
        ]
        best, one, other = min(pairs, key=lambda pair: (pair[0], pair[1][0], pair[2][0]))
        if -best < least:
            break
        found = sorted({*found, tuple(sorted(one + other))} - {one, other})
    return tuple(found)


def test_the_quick_way_gives_what_the_plain_rule_gives() -> None:
    dice = random.Random(7)  # noqa: S311 - for examples
    words = ["bank", "tuin", "straat", "licht", "plein", "koffie", "boeken", "bomen", "water"]
    for _turn in range(40):
        texts = [
            " ".join(dice.choices(words, k=dice.randint(1, 3))) for _n in range(dice.randint(2, 12))
        ]
        for least in (0.2, 0.5):
            assert clusters(texts, skip=(), least=least) == slowly(texts, least)
