"""Many starts side by side: each gives what it gives alone, and two of them tell the truth of all between them."""

from fractions import Fraction
from random import Random

import pytest

from gebuur.domain.tally import Election, Kind, Utility, Wishes
from gebuur.domain.tally.board import Board, set_up
from gebuur.domain.tally.bounds import run_columns
from gebuur.domain.tally.columns import Column, in_order, same_between
from gebuur.domain.tally.exact import run_exactly
from tests.domain.tally.cast import vote

NAMES = "abcdef"


def street(seed: int) -> Election:
    """Few neighbours who like much, so that many projects have as many votes; two are wanted by the same people."""
    chance = Random(seed)  # noqa: S311 - the same elections every time
    costs = {name: chance.choice((400, 500, chance.randint(50, 900))) for name in NAMES}
    costs["b"] = costs["a"]
    marks = ["".join(chance.sample("acdef", chance.randint(1, 5))) for _neighbour in range(12)]
    if seed % 3:
        return vote(chance.randint(300, 2_500), costs, [one.replace("a", "ab") for one in marks])
    points = [{name: chance.randint(1, 3) for name in one} for one in marks]
    return vote(chance.randint(300, 2_500), costs, points, Kind.CUMULATIVE)


def alone(board: Board, start: Fraction) -> list[int]:
    return [one.project for one in run_exactly(board, start / board.voters)]


def side_by_side(board: Board) -> list[Column]:
    """Every fourth start first; those between learn from the next one above."""
    starts = [board.budget + 2 * step * board.voters for step in range(21)]
    far = run_columns(board, starts[::4], keep=True)
    near = [start for start in starts if start not in starts[::4]]
    above = [next(one for one in far if one.start > start) for start in near]
    return sorted([*far, *run_columns(board, near, above)], key=lambda one: one.start)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("utility", [None, Utility.CARDINALITY])
def test_many_starts_tell_what_each_gives_alone(seed: int, utility: Utility | None) -> None:
    board = set_up(street(seed), Wishes(utility=utility))
    columns = [one for one in side_by_side(board) if not one.is_undecided]
    for column in columns:
        assert in_order(board, column).winners == alone(board, Fraction(column.start))
    for low, high in zip(columns, columns[5:], strict=False):
        if same_between(board, low, high):
            for part in range(1, 8):
                start = low.start + Fraction((high.start - low.start) * part, 8)
                assert sorted(alone(board, start)) == sorted(low.winners)


def test_everybody_pays_in_full_at_first_and_ties_are_told() -> None:
    """All ten like three things of 20 euro, two of them a fourth; nobody runs out, so no price depends on the start."""
    board = set_up(vote(200, dict.fromkeys("abcd", 20), ["abc"] * 8 + ["abcd"] * 2), Wishes())
    low, high = run_columns(board, [board.budget, board.budget + 500 * board.voters])
    assert low.winners == high.winners == alone(board, Fraction(low.start))
    assert same_between(board, low, high)
