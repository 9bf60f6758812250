"""In which week people leave, counted by hand."""

import pytest

from gebuur.domain.survival import NotUsable, kaplan_meier, weekly_hazard


def test_of_those_who_began_a_week_some_left_in_it() -> None:
    hazard = weekly_hazard(None, [0.2, 1.0, 1.5, 3.0, 3.0], [1, 0, 1, 1, 0])
    assert hazard.weeks.tolist() == [0, 1, 2, 3]
    assert hazard.at_risk.tolist() == [5, 3, 2, 1]
    assert hazard.left.tolist() == [1, 1, 0, 1]
    assert hazard.rate.tolist() == [0.2, pytest.approx(1 / 3), 0, 1]


def test_a_week_that_is_not_over_counts_nobody_who_is_with_us_still() -> None:
    hazard = weekly_hazard(None, [0.9, 0.5], [0, 1])
    assert (hazard.at_risk.tolist(), hazard.left.tolist()) == ([1], [1])


def test_whoever_was_known_later_counts_from_her_first_whole_week() -> None:
    hazard = weekly_hazard([2.5, 0, 0.5], [5.0, 4.5, 0.9], [1, 0, 1])
    assert hazard.at_risk.tolist() == [1, 1, 1, 2, 1, 1]
    assert hazard.left.tolist() == [0, 0, 0, 0, 0, 1]


def test_the_hazards_together_are_the_curve_when_nobody_is_lost_within_a_week() -> None:
    exits, events = [0, 0, 1, 2, 2, 4, 4, 5, 6, 6], [1, 1, 1, 1, 1, 1, 0, 0, 1, 0]
    hazard = weekly_hazard(
        None, [e + (0.5 if d else 1) for e, d in zip(exits, events, strict=True)], events
    )
    stays = 1.0
    curve = kaplan_meier(exits, events)
    for week, rate in zip(hazard.weeks.tolist(), hazard.rate.tolist(), strict=True):
        stays *= 1 - rate
        assert stays == pytest.approx(curve.at(week).s)


def test_a_week_in_which_nobody_left_is_not_a_sure_week() -> None:
    hazard = weekly_hazard(None, [1, 1, 1, 1, 1], [0] * 5)
    assert hazard.rate.tolist() == [0]
    assert hazard.upper[0] == pytest.approx(0.4345, abs=1e-4)  # Wilson, 0 of 5


def test_nobody_was_seen_for_a_whole_week() -> None:
    hazard = weekly_hazard(None, [0.5, 0.7], [0, 0])
    assert hazard.weeks.size == 0


def test_a_gap_in_which_nobody_was_counted_says_that_it_knows_nothing() -> None:
    hazard = weekly_hazard([0, 3], [1.5, 4.2], [1, 1])
    assert hazard.at_risk.tolist() == [1, 1, 0, 1, 1]
    assert (hazard.rate[2], hazard.lower[2], hazard.upper[2]) == (0, 0, 1)


def test_rubbish_is_refused() -> None:
    with pytest.raises(NotUsable):
        weekly_hazard(None, [1, -1], [1, 1])
    with pytest.raises(NotUsable, match="in weeks"):
        weekly_hazard(None, [1, 1e12], [1, 1])
    with pytest.raises(ValueError, match="between 0 and 1"):
        weekly_hazard(None, [1], [1], level=2)
