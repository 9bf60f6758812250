"""Answers that come in one by one and must not be traced by when they came: mixed, and shown in batches."""

from collections.abc import Mapping, MutableSequence, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

STEP = 5
"""How many answers become visible together at least."""

Columns = dict[str, list[str]]
Answer = TypeVar("Answer")


class Chance(Protocol):
    """Where chance comes from: `random.SystemRandom()` in earnest, `random.Random(seed)` in a test."""

    def shuffle(self, x: MutableSequence[str], /) -> None:
        """Put a list in any order."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The answers of one round, question by question, in no order.

    Attributes
    ----------
    waiting, shown : dict of str to list of str
        Per question what may not be seen yet and what may. The lists of two questions are mixed apart: what
        one person said to the first cannot be laid beside what she said to the second.
    """

    waiting: Columns = field(default_factory=dict)
    shown: Columns = field(default_factory=dict)

    @property
    def arrived(self) -> int:
        """How many sheets came in."""
        return _height(self.waiting) + _height(self.shown)

    @property
    def seen(self) -> int:
        """How many of them may be seen."""
        return _height(self.shown)


def may_show(
    arrived: int, *, minimum: int = STEP, step: int = STEP, is_closed: bool = False
) -> int:
    """Decide how many of the answers may be seen.

    As long as answers come in, the last `step` stay behind, and what is seen grows by `step` at a time. So
    nobody sees what the newest answer changed, and when the round closes what was kept behind is again
    `step` or more: everything may be shown then, and nobody's voice is lost.

    Parameters
    ----------
    arrived : int
        How many came in.
    minimum : int
        Below this many nothing is ever shown.
    step : int
        By how many at once what is seen may grow.
    is_closed : bool
        Whether no more can come.

    Returns
    -------
    int
        How many may be seen. Two numbers that follow each other in one round are equal or differ by
        `step` or more.

    Raises
    ------
    ValueError
        When `arrived` is below zero, or `minimum` or `step` below one.

    Examples
    --------
    >>> [may_show(n) for n in (4, 5, 9, 10, 14, 15)]
    [0, 0, 0, 5, 5, 10]
    >>> may_show(4, is_closed=True), may_show(7, is_closed=True), may_show(14, is_closed=True)
    (0, 7, 14)
    >>> may_show(14, minimum=10), may_show(15, minimum=10), may_show(9, minimum=10, is_closed=True)
    (0, 10, 0)
    """
    if arrived < 0:
        raise ValueError(f"arrived must not be below zero, but is {arrived!r}.")
    if minimum < 1 or step < 1:
        raise ValueError(f"minimum and step must be one or more, but are {minimum!r} and {step!r}.")
    if is_closed:
        return arrived if arrived >= minimum else 0
    whole = (arrived - step) // step * step
    return whole if whole >= minimum else 0


def release(
    waiting: Sequence[Answer], *, is_closed: bool, is_small_room: bool = False
) -> tuple[list[Answer], list[Answer]]:
    """Decide which answers to one question of a live room may be shown now.

    Parameters
    ----------
    waiting : sequence
        Answers not shown yet, shuffled by the caller.
    is_closed : bool
        Nobody is expected any more: the question was closed, or everybody in the room has answered.
    is_small_room : bool
        Fewer than five people are in the room and were told so before they wrote; then the end shows all there is.

    Returns
    -------
    tuple of list and list
        What may be shown now, and what goes on waiting.

    Examples
    --------
    >>> shown, waiting = release(list("abcdefghij"), is_closed=False)
    >>> len(shown), len(waiting)
    (5, 5)
    >>> release(list("abc"), is_closed=True)
    ([], ['a', 'b', 'c'])
    >>> release(list("abc"), is_closed=True, is_small_room=True)
    (['a', 'b', 'c'], [])
    """
    minimum = 1 if is_small_room and is_closed else STEP
    count = may_show(len(waiting), minimum=minimum, is_closed=is_closed)
    return list(waiting[:count]), list(waiting[count:])


def put_in(pool: Pool, sheet: Mapping[str, str], *, minimum: int = STEP, chance: Chance) -> Pool:
    """Mix one sheet into the pool, and show a batch when it is time.

    Parameters
    ----------
    pool : Pool
        What came in before. Every sheet of a pool answers the same questions.
    sheet : mapping of str to str
        What somebody said to each question; an empty string for no answer.
    minimum : int
        See `may_show`.
    chance : Chance
        Mixes every question by itself.

    Returns
    -------
    Pool
        A new pool. Which of the waiting answers are shown is left to chance as well.

    Raises
    ------
    ValueError
        When the sheet answers other questions than the pool.

    Examples
    --------
    >>> import random
    >>> pool = Pool()
    >>> for _ in range(10):
    ...     pool = put_in(pool, {"promise": "yes"}, chance=random.Random(1))
    >>> pool.arrived, pool.seen
    (10, 5)
    """
    questions = set(pool.waiting) | set(pool.shown)
    if questions and questions != set(sheet):
        raise ValueError(f"the sheet answers {sorted(sheet)}, the pool holds {sorted(questions)}.")
    waiting = {name: [*pool.waiting.get(name, ()), said] for name, said in sheet.items()}
    mixed = Pool({name: _mixed(some, chance) for name, some in waiting.items()}, pool.shown)
    return _show(mixed, may_show(mixed.arrived, minimum=minimum), chance)


def close_pool(pool: Pool, *, minimum: int = STEP, chance: Chance) -> Pool:
    """Show everything when there is enough of it; nothing comes after this.

    Examples
    --------
    >>> import random
    >>> one = put_in(Pool(), {"promise": "no"}, chance=random.Random(1))
    >>> close_pool(one, chance=random.Random(1)).seen
    0
    """
    return _show(pool, may_show(pool.arrived, minimum=minimum, is_closed=True), chance)


def _show(pool: Pool, count: int, chance: Chance) -> Pool:
    """Move as many waiting answers as it takes to see `count`."""
    more = count - pool.seen
    if more <= 0:
        return pool
    shown = {
        name: _mixed([*pool.shown.get(name, ()), *some[:more]], chance)
        for name, some in pool.waiting.items()
    }
    return Pool({name: some[more:] for name, some in pool.waiting.items()}, shown)


def _mixed(answers: Sequence[str], chance: Chance) -> list[str]:
    mixed = list(answers)
    chance.shuffle(mixed)
    return mixed


def _height(columns: Columns) -> int:
    return len(next(iter(columns.values()), ()))
