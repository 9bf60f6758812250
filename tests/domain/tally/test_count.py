"""Who wins, worked out by hand; and where well-known programs go wrong."""

from fractions import Fraction

import pytest

from gebuur.domain.tally import (
    By,
    Completion,
    Kind,
    NotUsable,
    Rule,
    Stop,
    Utility,
    Why,
    Wishes,
    draw,
    tally,
    verify,
)
from tests.domain.tally.cast import vote

NONE = Wishes(completion=Completion.NONE)


def test_three_streets_get_something_where_most_votes_gives_one_street_all() -> None:
    """Ten neighbours, 100 euro: six of them want a road, four want a garden."""
    neighbours = vote(
        100, {"road": 60, "lamp": 40, "garden": 40}, [["road", "lamp"]] * 6 + [["garden"]] * 4
    )
    assert tally(neighbours, Wishes(Rule.GREEDY)).winners == ("lamp", "road")
    assert tally(neighbours, NONE).winners == ("lamp", "garden")


def test_rounds_tell_what_each_pays() -> None:
    """Share 10. The lamp costs its three supporters 5 each; then two have 5 left for the bench, one has 10."""
    neighbours = vote(
        40, {"lamp": 15, "bench": 18}, [["lamp", "bench"]] * 2 + [["lamp"], ["bench"]]
    )
    first, second = tally(neighbours, NONE).rounds
    assert (first.project, second.project) == ("lamp", "bench")
    assert [first.payment, first.effective_votes, first.left] == [5, 3, 25]
    assert [second.payment, second.left] == [8, 7]
    assert second.effective_votes == Fraction(18, 8)
    assert second.by is By.SHARES


def test_who_has_less_than_the_payment_gives_all_she_has() -> None:
    result = tally(vote(30, {"a": 12, "b": 13}, ["ab", "ab", "b"]), NONE)
    assert [(one.project, one.payment) for one in result.rounds] == [
        ("b", Fraction(4333333, 1000000))
    ]
    result = tally(vote(30, {"a": 6, "b": 24}, ["ab", "b", "b"]), NONE)
    assert [one.project for one in result.rounds] == ["b"]


def test_shares_grow_by_one_until_the_next_step_overspends() -> None:
    neighbours = vote(10, {"a": 6, "b": 5}, ["a", "b"])
    assert tally(neighbours, NONE).winners == ("b",)
    grown = tally(neighbours, Wishes(completion=Completion.ADD1))
    assert [grown.winners, grown.share, grown.steps] == [("b",), 5, 0]
    lonely = tally(vote(10, {"a": 8}, ["a", ""]), Wishes(completion=Completion.ADD1))
    assert [lonely.winners, lonely.share, lonely.steps] == [("a",), 8, 3]


def test_shares_need_not_be_whole() -> None:
    result = tally(vote(10, {"a": 7}, ["a", "a", ""]), Wishes(completion=Completion.ADD1))
    assert (result.share, result.steps) == (Fraction(13, 3), 1)


def test_exhaustive_stop_ends_sooner_than_overspend_stop() -> None:
    """After two steps nothing fits any more; only after six would the hall win too and overspend."""
    neighbours = vote(20, {"a": 6, "b": 9, "c": 20}, ["a", "b", "b", "c", "c"])
    sooner = tally(neighbours, Wishes(completion=Completion.ADD1, stop=Stop.EXHAUSTIVE))
    later = tally(neighbours, Wishes(completion=Completion.ADD1, stop=Stop.OVERSPEND))
    assert (sooner.steps, later.steps) == (2, 5)
    assert sooner.winners == later.winners == ("b", "a")


def test_what_is_left_goes_to_most_votes_only_when_asked() -> None:
    neighbours = vote(20, {"a": 9, "b": 11, "c": 2}, ["a", "a", "b", "c"])
    assert tally(neighbours, Wishes(completion=Completion.NONE)).winners == ("a", "c")
    filled = tally(neighbours, Wishes(completion=Completion.GREEDY))
    assert filled.winners == ("a", "c")
    assert filled.losers[0].why is Why.DOES_NOT_FIT
    filled = tally(
        vote(20, {"a": 9, "b": 11}, ["a", "a", "b", ""]), Wishes(completion=Completion.GREEDY)
    )
    assert [one.by for one in filled.rounds] == [By.SHARES, By.VOTES]


def test_unanimous_project_that_costs_just_the_budget_wins() -> None:
    """With 142 floats of 200000 / 142 the sum falls short by a hair, and programs that use them refuse it."""
    everybody = vote(200_000, {"pitch": 200_000}, [["pitch"]] * 142)
    assert sum([200_000 / 142] * 142) < 200_000
    for completion in Completion:
        assert tally(everybody, Wishes(completion=completion)).winners == ("pitch",)


def test_when_everything_fits_everything_that_somebody_wants_wins() -> None:
    few = vote(100, {"a": 60, "b": 30, "c": 5}, ["a", "a", "a", "b", ""])
    assert tally(few, NONE).winners == ("a",)
    assert tally(few, Wishes(completion=Completion.ADD1)).winners == ("a", "b")
    assert [(one.project, one.why) for one in tally(few).losers] == [("c", Why.NO_VOTES)]


def test_nobody_votes_for_anything() -> None:
    for rule in Rule:
        result = tally(vote(10, {"a": 1}, ["", ""]), Wishes(rule))
        assert [result.winners, result.cost, result.rounds] == [(), 0, ()]


def test_ties_go_to_the_lowest_cost_then_most_votes_then_the_lot() -> None:
    cheap = vote(10, {"a": 6, "b": 5}, ["ab", "ab"])
    assert tally(cheap, NONE).winners == ("b",)
    by_money = Wishes(utility=Utility.CARDINALITY, completion=Completion.NONE)
    liked = vote(12, {"a": 6, "b": 6}, ["ab", "ab", "b", ""])
    assert tally(liked, by_money).winners[0] == "b"
    lot = vote(10, {"a": 10, "b": 10}, ["ab", "ab"])
    winners = {seed: tally(lot, Wishes(seed=seed)).winners[0] for seed in map(str, range(20))}
    assert set(winners.values()) == {"a", "b"}
    assert all(draw(seed, one) < draw(seed, "ab".replace(one, "")) for seed, one in winners.items())


def test_lot_does_not_depend_on_the_order_of_the_list() -> None:
    one = vote(10, {"a": 10, "b": 10}, ["ab"])
    other = vote(10, {"b": 10, "a": 10}, ["ba"])
    for seed in map(str, range(9)):
        assert tally(one, Wishes(seed=seed)).winners == tally(other, Wishes(seed=seed)).winners


def test_cardinality_likes_many_cheap_projects() -> None:
    """Three like a hall of 90; two of them like three benches of 20 as well."""
    neighbours = vote(90, {"h": 90, "x": 20, "y": 20, "z": 20}, ["hxyz", "hxyz", "h"])
    assert tally(neighbours, NONE).winners == ("h",)
    by_money = Wishes(utility=Utility.CARDINALITY, completion=Completion.NONE)
    assert sorted(tally(neighbours, by_money).winners) == ["x", "y", "z"]


def test_points_pay_in_proportion() -> None:
    neighbours = vote(20, {"a": 9}, [{"a": 2}, {"a": 1}], Kind.CUMULATIVE)
    (only,) = tally(neighbours).rounds
    assert only.payment == 3
    assert tally(neighbours).utility is Utility.POINTS


def test_points_may_have_decimals() -> None:
    half = vote(20, {"a": 9}, [{"a": Fraction(1, 2)}, {"a": Fraction(1, 4)}], Kind.CUMULATIVE)
    assert tally(half).winners == ("a",)
    verify(tally(half), half, every_step=True)


def test_rankings_count_from_the_bottom() -> None:
    """First of three: 3 points; a single name: 1. Nobody's only choice is worth nothing."""
    neighbours = vote(30, {"a": 10, "b": 10, "c": 10}, ["abc", "a", "c"], Kind.ORDINAL)
    result = tally(neighbours, Wishes(Rule.GREEDY))
    assert result.utility is Utility.BORDA
    assert result.winners[0] == "a"


def test_points_and_rankings_can_be_counted_as_plain_marks() -> None:
    neighbours = vote(10, {"a": 10, "b": 10}, [{"a": 9}, {"b": 1}, {"b": 1}], Kind.CUMULATIVE)
    assert tally(neighbours, Wishes(Rule.GREEDY)).winners == ("a",)
    assert tally(neighbours, Wishes(Rule.GREEDY, Utility.COST)).winners == ("b",)


@pytest.mark.parametrize("utility", [Utility.POINTS, Utility.BORDA])
def test_utility_that_the_ballots_do_not_hold_is_refused(utility: Utility) -> None:
    with pytest.raises(NotUsable, match=f"The utility {utility} needs"):
        tally(vote(10, {"a": 1}, ["a"]), Wishes(utility=utility))


@pytest.mark.parametrize(
    ("budget", "costs", "ballots", "told"),
    [
        (0, {"a": 1}, ["a"], "budget must be above zero"),
        (10, {}, [""], "no projects"),
        (10, {"a": 0}, ["a"], "cost of project 'a' must be above zero"),
        (10, {"a": 1}, [], "no ballots"),
        (10, {"a": 1}, ["ax"], "Ballot 1 names 'x'"),
    ],
)
def test_what_no_count_can_mean_is_refused(
    budget: int, costs: dict[str, int], ballots: list[str], told: str
) -> None:
    with pytest.raises(NotUsable, match=told):
        vote(budget, costs, ballots)


def test_points_must_be_above_zero_and_a_name_stands_once() -> None:
    with pytest.raises(NotUsable, match="points on a ballot"):
        vote(10, {"a": 1}, [{"a": 0}], Kind.CUMULATIVE)
    with pytest.raises(NotUsable, match="Ballot 2 names 'a' more than one time"):
        vote(10, {"a": 1}, ["a", "aa"], Kind.ORDINAL)
    assert tally(vote(10, {"a": 1}, ["aa"])).rounds[0].votes == 1


def test_growing_by_cents_and_growing_for_ever_end_soon() -> None:
    """Two lonely neighbours among ten: their projects cost a billion each, the shares begin far below."""
    dear = vote(1_900_000_000, {"a": 10**9, "b": 10**9}, ["a", "b", *[""] * 8])
    result = tally(dear, Wishes(completion=Completion.ADD1))
    assert (result.winners, result.steps) == ((), 10**9 - 190_000_000 - 1)
    fits = vote(2_000_000_000, {"a": 10**9, "b": 10**9}, ["a", "b", *[""] * 8])
    assert tally(fits).steps == 800_000_000


def test_amounts_too_large_for_64_bits_are_counted_exactly() -> None:
    huge = 10**15
    third = vote(
        Fraction(huge), {"a": Fraction(huge, 3), "b": Fraction(2 * huge, 3)}, ["a", "b", "b"]
    )
    assert sorted(tally(third, NONE).winners) == ["a", "b"]
