"""Columns of names and numbers: what cannot be is refused, and every tie stands there once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Input = npt.ArrayLike

HEAVIEST = 1e12
"""No weight is above this, nor below 1 / this: sums and squares must stay numbers."""


class NotUsable(ValueError):
    """A network that no honest caller can mean; the message says what is wrong.

    Attributes
    ----------
    row : int
        Number of the first wrong tie or name, counted from 0; -1 when it is about all of them.
    """

    def __init__(self, problem: str, row: int = -1) -> None:
        super().__init__(problem)
        self.row = row


def look_at_names(names: Sequence[str]) -> None:
    """Refuse names when there are none, or one stands there twice."""
    if not names:
        raise NotUsable("There is nobody in the network.")
    if len(set(names)) < len(names):
        first = {name: row for row, name in reversed(list(enumerate(names)))}
        row = next(row for row, name in enumerate(names) if first[name] < row)
        raise NotUsable(f"The name {names[row]!r} stands there twice.", row)


def in_order(groups: Sequence[str]) -> tuple[tuple[str, ...], Counts]:
    """Return the names that occur, rising, and which of them each one is."""
    labels = sorted(set(groups))
    place = {label: number for number, label in enumerate(labels)}
    return tuple(labels), np.array([place[group] for group in groups], dtype=np.int64)


def ends_of(tails: Input, heads: Input, n: int) -> tuple[Counts, Counts]:
    """Read the two ends of each tie, and refuse what cannot be."""
    both = []
    for column in (np.asarray(tails), np.asarray(heads)):
        if column.ndim != 1 or (column.size and column.dtype.kind not in "iu"):
            raise NotUsable("The ends of the ties must be columns of whole numbers.")
        wrong = (column < 0) | (column >= n)
        _refuse(wrong, "The end of a tie is nobody in the network.")
        both.append(column.astype(np.int64, copy=False))
    if both[0].size != both[1].size:
        raise NotUsable("Every tie must have two ends.")
    _refuse(both[0] == both[1], "Somebody is tied to herself.")
    return both[0], both[1]


def weights_of(weights: Input | None, size: int) -> Numbers | None:
    """Read the weights, and refuse what cannot be."""
    if weights is None:
        return None
    try:
        column = np.asarray(weights, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise NotUsable("The weights must be numbers.") from error
    if column.shape != (size,):
        raise NotUsable("There must be as many weights as ties.")
    _refuse(~np.isfinite(column), "The weight is no number.")
    _refuse(column <= 0, "The weight is not above 0.")
    _refuse((column < 1 / HEAVIEST) | (column > HEAVIEST), "The weight is too small or too large.")
    return column


def _refuse(wrong: Flags, problem: str) -> None:
    if wrong.any():
        raise NotUsable(problem, int(np.argmax(wrong)))


def each_once(
    tails: Counts, heads: Counts, weights: Numbers | None, n: int, *, is_directed: bool
) -> tuple[Counts, Counts, Numbers]:
    """Every tie once, sorted. Equal ties are added up from the lightest on: the order they came in is nothing."""
    if not is_directed:
        tails, heads = np.minimum(tails, heads), np.maximum(tails, heads)
    code = tails * n + heads
    if weights is None:
        code.sort()
        code = code[_first(code)]
        return code // n, code % n, np.ones(code.size)
    order = np.lexsort((weights, code))
    code = code[order]
    first = np.flatnonzero(_first(code))
    total = np.add.reduceat(weights[order], first) if first.size else np.zeros(0)
    code = code[first]
    return code // n, code % n, total


def added_up(at: Counts, values: Numbers, size: int) -> Numbers:
    """Add up `values` per place from 0 to `size` - 1."""
    return np.bincount(at, values, minlength=size).astype(np.float64, copy=False)


def _first(ordered: Counts) -> Flags:
    """Where a sorted column holds another value than just before."""
    is_first = np.ones(ordered.size, dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return is_first
