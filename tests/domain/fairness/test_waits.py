"""We say that somebody waits longer only when that is sure."""

import pytest

from gebuur.domain.fairness import Reading, Wait, compare


def test_a_wait_that_is_surely_longer_is_called_longer_and_the_other_way_round_shorter() -> None:
    slow, fast = Wait(12, 10, 14), Wait(4, 3, 5)
    there, back = compare(slow, fast), compare(fast, slow)
    assert (there.reading, back.reading) == (Reading.LONGER, Reading.SHORTER)
    assert there.ratio == pytest.approx(3)
    assert back.ratio == pytest.approx(1 / 3)
    assert there.lower == pytest.approx(1 / (back.upper or 1))


def test_a_wide_band_is_no_difference() -> None:
    assert compare(Wait(8, 2, 20), Wait(4, 3, 5)).reading is Reading.ALIKE


@pytest.mark.parametrize("unsure", [Wait(None, None, None), Wait(8, 3, None), Wait(8, None, 9)])
def test_without_a_whole_band_nothing_is_said(unsure: Wait) -> None:
    assert compare(unsure, Wait(4, 3, 5)).reading is Reading.UNKNOWN
    assert compare(Wait(4, 3, 5), unsure).ratio is None


def test_somebody_on_the_same_day_can_be_compared() -> None:
    assert compare(Wait(0, 0, 1), Wait(6, 5, 7)).reading is Reading.SHORTER
