"""The turn bonus that a neighbourhood's own departures suggest."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gebuur.domain.matching import Leaving, NotUsable, Policy, TooFew, derive_turn
from gebuur.domain.matching.turn import AHEAD, FEWEST_LEFT, FEWEST_PEOPLE, HIGHEST, LONGEST

AFTER_A_TASK = Leaving(people=90, at_risk=[500, 400, 300, 200], left=[5, 4, 3, 2])


def waiting(*left: int) -> Leaving:
    return Leaving(people=100, at_risk=[100] * len(left), left=left)


def test_who_leaves_sooner_while_waiting_gets_a_higher_bonus_every_week() -> None:
    turn = derive_turn(waiting(1, 3, 6, 10, 15), AFTER_A_TASK, metres=6000)
    assert turn.new_curve == tuple(sorted(turn.new_curve))
    assert turn.new_curve[0] < turn.new_curve[-1]


def test_the_bonus_is_the_departures_avoided_in_twelve_weeks_times_their_worth() -> None:
    turn = derive_turn(waiting(10, 10), AFTER_A_TASK, metres=1000)
    assert turn.new_curve == (round(1000 * (0.99**AHEAD - 0.90**AHEAD)),) * 2


def test_twice_the_metres_make_twice_the_bonus() -> None:
    once = derive_turn(waiting(2, 4, 8), AFTER_A_TASK, metres=1000).new_curve
    twice = derive_turn(waiting(2, 4, 8), AFTER_A_TASK, metres=2000).new_curve
    assert [abs(b - 2 * a) <= 1 for a, b in zip(once, twice, strict=True)] == [True] * 3


def test_when_waiting_harms_nobody_nobody_gets_a_bonus() -> None:
    turn = derive_turn(waiting(1, 1, 1), AFTER_A_TASK, metres=6000)
    assert (turn.new_curve, turn.wait_curve) == ((0, 0, 0), (0, 0, 0, 0))


def test_who_stays_longer_without_a_task_than_after_one_gets_no_penalty() -> None:
    tiring = Leaving(people=90, at_risk=[100], left=[30])
    assert derive_turn(waiting(1, 1), tiring, metres=6000).new_curve == (0, 0)


def test_a_whim_of_small_numbers_takes_nobodys_turn_away() -> None:
    turn = derive_turn(waiting(8, 0, 9, 1), AFTER_A_TASK, metres=6000)
    assert turn.new_curve == tuple(sorted(turn.new_curve))


def test_a_week_with_nobody_says_what_the_week_before_said() -> None:
    assert Leaving(people=9, at_risk=[10, 0, 10], left=[1, 0, 2]).rates() == (0.1, 0.1, 0.2)


def test_no_curve_grows_beyond_its_cap_or_half_a_year() -> None:
    turn = derive_turn(waiting(*[90] * 40), AFTER_A_TASK, metres=50_000)
    assert (len(turn.new_curve), max(turn.new_curve)) == (LONGEST, HIGHEST)


@pytest.mark.parametrize(
    ("new", "matched", "what"),
    [
        (Leaving(people=FEWEST_PEOPLE - 1, at_risk=[60], left=[20]), AFTER_A_TASK, "new"),
        (
            waiting(20),
            Leaving(people=FEWEST_PEOPLE - 1, at_risk=[300], left=[20]),
            "matched",
        ),
        (waiting(FEWEST_LEFT - 1), Leaving(people=90, at_risk=[500], left=[0]), "left"),
        (
            Leaving(people=0, at_risk=[], left=[]),
            Leaving(people=0, at_risk=[], left=[]),
            "new",
        ),
    ],
)
def test_too_few_people_teach_nothing_and_it_says_of_whom(
    new: Leaving, matched: Leaving, what: str
) -> None:
    with pytest.raises(TooFew) as refused:
        derive_turn(new, matched, metres=6000)
    assert refused.value.what == what
    assert refused.value.seen < refused.value.needed


def test_just_enough_people_teach_something() -> None:
    new = Leaving(people=FEWEST_PEOPLE, at_risk=[FEWEST_PEOPLE], left=[FEWEST_LEFT])
    matched = Leaving(people=FEWEST_PEOPLE, at_risk=[FEWEST_PEOPLE], left=[0])
    assert derive_turn(new, matched, metres=100).left == FEWEST_LEFT


@pytest.mark.parametrize(
    "facts",
    [
        {"at_risk": [10, 5], "left": [1]},
        {"at_risk": [10], "left": [11]},
        {"at_risk": [10], "left": [-1]},
        {"at_risk": [10], "left": [1], "people": -1},
    ],
)
def test_counts_that_cannot_be_are_refused(facts: dict[str, list[int]]) -> None:
    with pytest.raises(NotUsable):
        Leaving(**({"people": 10} | facts))  # type: ignore[arg-type]  # that is what is tried


@pytest.mark.parametrize("wish", [{"metres": -1}, {"metres": 1, "highest": -1}])
def test_a_negative_worth_is_refused(wish: dict[str, int]) -> None:
    with pytest.raises(NotUsable):
        derive_turn(waiting(20), AFTER_A_TASK, **wish)


def drawn(dice: np.random.Generator) -> Leaving:
    weeks = dice.integers(1, 300, int(dice.integers(1, 40)))
    return Leaving(people=50, at_risk=weeks.tolist(), left=dice.integers(0, weeks + 1).tolist())


@given(st.integers(0, 1_000_000), st.integers(0, 20_000))
def test_any_derived_bonus_is_one_that_the_engine_takes(seed: int, metres: int) -> None:
    dice = np.random.default_rng(seed)
    new, matched = drawn(dice), drawn(dice)
    assume(sum(new.left) + sum(matched.left) >= FEWEST_LEFT)
    turn = derive_turn(new, matched, metres=metres)
    for curve in (turn.new_curve, turn.wait_curve):
        assert list(curve) == sorted(curve)
        assert all(0 <= bonus <= min(metres, HIGHEST) for bonus in curve)
    policy = Policy(new_curve=turn.new_curve, wait_curve=turn.wait_curve)
    assert policy.turn_bonus(1_000, None) == turn.new_curve[-1]


@given(st.integers(0, 1_000_000))
def test_smoothing_moves_departures_between_weeks_and_loses_none(seed: int) -> None:
    leaving = drawn(np.random.default_rng(seed))
    rates = leaving.rates()
    assert list(rates) == sorted(rates)
    expected = sum(there * rate for there, rate in zip(leaving.at_risk, rates, strict=True))
    assert expected == pytest.approx(sum(leaving.left))
