"""Whether groups leave alike."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain.survival import NotUsable, chi2_tail, log_rank
from tests.domain.survival.test_curve import CAME_BACK, WEEKS

PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
LIVES = st.lists(
    st.tuples(st.integers(0, 9), st.booleans(), st.sampled_from("ab"), st.integers(-4, 3)),
    min_size=2,
    max_size=25,
)


def test_the_textbook_comparison_comes_out() -> None:
    groups = ["medicine"] * 21 + ["placebo"] * 21
    test = log_rank(WEEKS + PLACEBO, CAME_BACK + [1] * 21, groups)
    assert test is not None
    assert round(test.chi2, 3) == 16.793
    assert (test.df, test.names, test.observed) == (1, ("medicine", "placebo"), (9, 21))
    assert [round(e, 2) for e in test.expected] == [19.25, 10.75]
    assert test.p == pytest.approx(4.17e-5, rel=1e-2)


def by_hand(lives: list[tuple[int, bool, str, int]]) -> Fraction | None:
    """The statistic of two groups, time by time, in exact fractions."""
    apart, spread = Fraction(0), Fraction(0)
    for t in sorted({t for t, left, _group, _entry in lives if left}):
        here = [one for one in lives if one[3] < t <= one[0]]
        mine = [one for one in here if one[2] == "a"]
        gone = sum(left and at == t for at, left, _group, _entry in here)
        n, share = len(here), Fraction(len(mine), len(here))
        apart += sum(left and at == t for at, left, _group, _entry in mine) - gone * share
        if n > 1:
            spread += gone * share * (1 - share) * Fraction(n - gone, n - 1)
    return apart * apart / spread if spread else None


@given(LIVES, st.sampled_from([1, 1 / 7]))
def test_it_is_what_a_patient_person_works_out(
    drawn: list[tuple[int, bool, str, int]], scale: float
) -> None:
    """With late entry and without, counted and sorted."""
    lives = [(t + 1, left, group, max(0, min(entry, t))) for t, left, group, entry in drawn]
    exits, events, groups, entries = zip(*lives, strict=True)
    test = log_rank(
        [t * scale for t in exits], events, groups, entries=[t * scale for t in entries]
    )
    expected = by_hand(lives)
    if expected is None:
        assert test is None
    else:
        assert test is not None
        assert test.chi2 == pytest.approx(float(expected), abs=1e-9)


def test_groups_that_are_alike_do_not_differ() -> None:
    test = log_rank([1, 2, 3] * 3, [1, 1, 0] * 3, [1] * 3 + [2] * 3 + [3] * 3)
    assert test is not None
    assert (round(test.chi2, 9), test.df, round(test.p, 6)) == (0, 2, 1)


def test_one_group_is_nothing_to_compare() -> None:
    assert log_rank([1, 2], [1, 1], ["a", "a"]) is None


def test_groups_that_were_never_there_together_are_not_compared() -> None:
    assert log_rank([2, 3, 8, 9], [1, 1, 1, 1], list("aabb"), entries=[0, 0, 5, 5]) is None


def test_a_group_that_nobody_met_adds_no_degree_of_freedom() -> None:
    """C was gone before anybody left."""
    test = log_rank([1, 5, 6, 7, 8], [0, 1, 1, 1, 0], list("cabab"))
    assert test is not None
    assert test.df == 1
    assert (test.names, test.observed[2]) == (("a", "b", "c"), 0)


def test_every_life_needs_a_group() -> None:
    with pytest.raises(NotUsable):
        log_rank([1, 2], [1, 1], ["a"])
    with pytest.raises(NotUsable, match="201 groups"):
        log_rank([1] * 201, [1] * 201, list(range(201)))


@pytest.mark.parametrize(
    ("x", "df", "p"),
    [(3.841459, 1, 0.05), (11.344867, 3, 0.01), (13.276704, 4, 0.01), (29.588298, 10, 0.001)],
)
def test_the_printed_tables_of_chi_square_come_out(x: float, df: int, p: float) -> None:
    assert chi2_tail(x, df) == pytest.approx(p, rel=1e-5)


def test_chi_square_far_out_is_small_but_not_nothing() -> None:
    assert 0 < chi2_tail(900, 1) < 1e-190
    assert chi2_tail(0, 5) == 1
    with pytest.raises(ValueError, match="df"):
        chi2_tail(1, 0)
    assert math.isclose(chi2_tail(7, 2), math.exp(-3.5))
