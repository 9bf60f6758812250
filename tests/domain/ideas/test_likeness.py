"""Ideas that say nearly the same."""

import pytest

from gebuur.domain.ideas import alike, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [("", "Bank"), ("!!", "??"), ("ab", "ab"), ("Moestuin", "Trager verkeer")],
)
def test_nothing_in_common_is_zero(one: str, other: str) -> None:
    assert likeness(one, other) == 0


def test_likeness_is_the_same_both_ways_and_whole_for_itself() -> None:
    one, other = "Zitbank aan de bushalte", "Bánk bij de BUSHALTE!"
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert likeness(other, "bank bij de bushalte") == pytest.approx(1)
    assert 0.5 < likeness(one, other) < 1
    assert likeness("حديقة مشتركة", "حديقة مشتركة للجيران") > 0.5


def test_the_nearest_comes_first_and_equals_keep_their_order() -> None:
    others = ["Speelstraat", "Een speelstraat in juli", "speelstraat", "Moestuin"]
    assert alike("Speelstraat", others) == (0, 2, 1)
