"""Real elections: the four that cities counted with equal shares come out as the cities announced."""

from fractions import Fraction

import pytest

from gebuur.domain.tally import Completion, Rule, Stop, Wishes, tally, verify
from tests.domain.tally.cast import real

ADD1 = Wishes(completion=Completion.ADD1)


@pytest.mark.parametrize(
    ("name", "winners", "cost", "steps"),
    [
        ("Netherlands_Assen_2024", 9, 76_700, 843),
        ("Netherlands_Assen_2025", 13, 94_837, 336),
        ("Poland_Swiecie_2023", 17, None, 242),
        ("Poland_Wieliczka_2023_Green_Budget", 30, 995_079, 164),
    ],
)
def test_official_winners_come_out(name: str, winners: int, cost: int | None, steps: int) -> None:
    election = real(name)
    result = tally(election, ADD1)
    official = {one.id for one in election.projects if one.facts["selected"] == "1"}
    assert set(result.winners) == official
    assert (len(result.winners), result.steps) == (winners, steps)
    assert cost is None or result.cost == cost


def test_result_of_a_real_election_stands_a_plain_recount() -> None:
    for name in ("Netherlands_Assen_2024", "Netherlands_Amsterdam_522"):
        election = real(name)
        for rule in Rule:
            verify(tally(election, Wishes(rule)), election)


def test_other_stop_gives_other_winners_in_wieliczka() -> None:
    """So the rule has to be written down before the vote: the city went on until the next step would overspend."""
    election = real("Poland_Wieliczka_2023_Green_Budget")
    result = tally(election, Wishes(completion=Completion.ADD1, stop=Stop.EXHAUSTIVE))
    assert [len(result.winners), result.cost] == [31, 984_579]


def test_assen_could_have_filled_up_what_was_left() -> None:
    result = tally(real("Netherlands_Assen_2024"))
    assert [result.cost, result.winners[-1]] == [88_700, "7"]
    assert result.share == Fraction(42703, 21)


def test_unanimous_project_in_warsaw_wins() -> None:
    name = "Poland_Warszawa_2019_RadiowoWolka_WeglowaPlacowkaHuta"
    for completion in Completion:
        assert tally(real(name), Wishes(completion=completion)).winners == ("946",)


def test_amsterdam_and_toulouse_can_be_counted() -> None:
    """Eighteen marks on a ballot; points; 199 projects of which each has few supporters."""
    many = tally(real("Netherlands_Amsterdam_252"), ADD1)
    assert (many.steps, len(many.winners)) == (10, 35)
    points = tally(real("France_Toulouse_2019"), ADD1)
    assert (points.utility, points.steps, len(points.winners)) == ("points", 737, 20)


def test_ninety_thousand_ballots_are_counted_by_votes_as_the_city_did() -> None:
    election = real("Poland_Lodz_2022")
    assert election.voters == 90_494
    greedy = tally(election, Wishes(Rule.GREEDY))
    assert greedy.winners[0] == "L010"
    assert greedy.cost <= election.budget
    assert tally(election, ADD1).steps == 58
