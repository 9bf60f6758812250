"""The curve, its band and its median, against figures worked out by hand and printed in textbooks."""

import math

import pytest

from gebuur.domain.survival import NotUsable, kaplan_meier

# Freireich and others (1963): weeks of remission under 6-mercaptopurine; printed in every textbook.
WEEKS = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
CAME_BACK = [1] * 9 + [0] * 12


def test_the_textbook_curve_comes_out() -> None:
    curve = kaplan_meier(WEEKS, CAME_BACK)
    steps = [step for step in curve.steps() if step.events]
    assert [step.t for step in steps] == [6, 7, 10, 13, 16, 22, 23]
    assert [step.at_risk for step in steps] == [21, 17, 15, 12, 11, 7, 6]
    shares = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    assert [round(step.s, 4) for step in steps] == shares
    errors = [round(float(e), 4) for e, d in zip(curve.std_err, curve.left, strict=True) if d]
    assert errors == [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    assert curve.median == 23


def test_whoever_is_last_seen_on_a_day_counts_until_that_day() -> None:
    """Departures come before those who were last seen at the same time."""
    curve = kaplan_meier([5, 5, 5], [1, 0, 0])
    assert curve.at(5).s == pytest.approx(2 / 3)


def test_the_band_of_each_kind_stands_around_the_curve() -> None:
    for band in ("log-log", "log", "plain"):
        for step in kaplan_meier(WEEKS, CAME_BACK, band=band).steps():
            assert 0 <= step.lower <= step.s <= step.upper <= 1
    plain = kaplan_meier(WEEKS, CAME_BACK, band="plain").at(10)
    assert plain.upper - plain.s == pytest.approx(1.959964 * 0.0963, abs=1e-4)
    logarithmic = kaplan_meier(WEEKS, CAME_BACK, band="log").at(10)
    assert logarithmic.lower == pytest.approx(
        0.752941 * math.exp(-1.959964 * 0.096350 / 0.752941), abs=1e-4
    )


def test_when_everybody_left_the_curve_and_its_band_are_nothing() -> None:
    last = list(kaplan_meier([1, 2], [1, 1]).steps())[-1]
    assert (last.s, last.lower, last.upper) == (0, 0, 0)


def test_when_nobody_left_there_is_no_median() -> None:
    curve = kaplan_meier([3, 4, 8], [0, 0, 0])
    assert (curve.median, curve.median_ci, curve.events) == (None, (None, None), 0)
    assert {step.s for step in curve.steps()} == {1.0}


def test_exactly_one_half_is_the_median_however_it_was_reckoned() -> None:
    """A product of fractions that is one half on paper may be a little more in the machine."""
    for n in range(2, 200, 2):
        assert kaplan_meier(range(1, n + 1), [1] * n).median == n / 2


def test_whoever_was_known_later_does_not_look_immortal() -> None:
    """Old hands who came along in week 10 say nothing about the first ten weeks."""
    exits, events, entries = [2, 4, 6, 20, 22], [1, 1, 1, 0, 1], [0, 0, 0, 10, 10]
    with_care = kaplan_meier(exits, events, entries=entries)
    assert [int(n) for n in with_care.at_risk] == [3, 2, 1, 2, 1]
    careless = kaplan_meier(exits, events)
    assert careless.at(6).s == pytest.approx(2 / 5)
    assert with_care.at(6).s == 0


def test_who_is_first_seen_at_a_time_is_not_yet_counted_at_it() -> None:
    curve = kaplan_meier([3, 9], [1, 1], entries=[0, 3])
    assert [int(n) for n in curve.at_risk] == [1, 1]


def test_the_curve_can_be_read_between_its_steps() -> None:
    curve = kaplan_meier([2, 3, 6, 6, 9], [1, 0, 1, 0, 0])
    assert curve.at(0).at_risk == 5
    assert (curve.at(4).s, curve.at(4).at_risk, curve.at(4).events) == (0.8, 3, 1)
    assert curve.at(50).at_risk == 0


def test_days_in_fractions_give_the_same_as_whole_ones() -> None:
    """Small whole numbers are counted, all others are sorted: the curve is the same."""
    whole = kaplan_meier(WEEKS, CAME_BACK)
    stretched = kaplan_meier([w / 7 for w in WEEKS], CAME_BACK)
    assert stretched.survival.tolist() == whole.survival.tolist()
    assert stretched.at_risk.tolist() == whole.at_risk.tolist()
    assert stretched.times * 7 == pytest.approx(whole.times)


@pytest.mark.parametrize(
    ("exits", "events", "entries", "row"),
    [
        ([], [], None, -1),
        ([1, 2], [1], None, -1),
        ([1, -2], [1, 1], None, 1),
        ([1, math.nan], [1, 1], None, 1),
        ([math.inf, 1], [1, 1], None, 0),
        ([1, 2, 3], [0, 1, 2], None, 2),
        ([1, 2], [1, math.nan], None, 1),
        ([4, 2], [1, 1], [1, 2], 1),
        ([4, 2], [1, 1], [-1, 0], 0),
        ([4, 2], [1, 1], [1], -1),
        (["a", "b"], [1, 1], None, -1),
        ([[1, 2]], [[1, 1]], None, -1),
    ],
)
def test_what_cannot_be_is_refused_with_its_row(
    exits: list[float], events: list[float], entries: list[float] | None, row: int
) -> None:
    with pytest.raises(NotUsable) as refused:
        kaplan_meier(exits, events, entries=entries)
    assert refused.value.row == row


def test_a_band_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="log-log, log, plain"):
        kaplan_meier([1], [1], band="wide")
    with pytest.raises(ValueError, match="between 0 and 1"):
        kaplan_meier([1], [1], level=95)
