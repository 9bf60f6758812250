"""Ties counted so that no single person moves what is printed of them."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gebuur.domain import streets as ties
from gebuur.domain.ownership import quarter_of, steady

Key = uuid.UUID
Pair = tuple[Key, Key]
MARKS = (5, 50, 500)
"""At least so many: far apart, so that one busy helper seldom makes the difference."""


@dataclass(frozen=True)
class Ends:
    """Ties that stay within a street and those that leave it, and each person's part in both."""

    within: int
    between: int
    parts: list[tuple[int, int]]

    @property
    def shown(self) -> tuple[int | None, int | None, int | None]:
        """Within, between, and the quarter that leaves: each only when no person moves it."""
        counts = [(self.within - a, self.between - b) for a, b in [(0, 0), *self.parts]]
        return (
            steady(mark(within) for within, _between in counts),
            steady(mark(between) for _within, between in counts),
            steady(quarter_of(b, a + b) if a + b else None for a, b in counts)
            if len(self.parts) >= MARKS[0]
            else None,
        )


def steady_ties(bonds: Iterable[Pair], home: Mapping[Key, Key]) -> dict[Key | None, Ends]:
    """Ties of each street, and of all together under None, with what each person adds to them."""
    known = list(bonds)
    if not known:
        return {None: Ends(0, 0, [])}
    network = ties.Network.of(
        [(str(a), str(b)) for a, b in known],
        {str(who): str(street) for who, street in home.items()},
    )
    parts: dict[Key | None, dict[Key, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for a, b in known:
        leaves = int(home[a] != home[b])
        for person in (a, b):
            for street in {home[a], home[b], None}:
                parts[street][person][leaves] += 1
    found = ties.measure(network)
    each: dict[Key | None, tuple[int, int]] = {
        uuid.UUID(one.name): (one.internal, one.external) for one in found.per_group()
    }
    each[None] = found.within, found.across
    return {
        street: Ends(*counts, [(a, b) for a, b in parts[street].values()])
        for street, counts in each.items()
    }


def mark(number: int) -> int | None:
    return max((mark for mark in MARKS if mark <= number), default=None)


def steady_pairs(bonds: Iterable[Pair], home: Mapping[Key, Key]) -> dict[Pair, int]:
    """Ties between two streets that come out the same without any one person."""
    whole: Counter[Pair] = Counter()
    of: dict[Pair, Counter[Key]] = defaultdict(Counter)
    for person, other in bonds:
        a, b = sorted((home[person], home[other]))
        if a != b:
            whole[a, b] += 1
            of[a, b].update((person, other))
    return steady_marks(whole, of)


def steady_marks(
    whole: Mapping[Pair, int], of: Mapping[Pair, Mapping[Key, int]]
) -> dict[Pair, int]:
    shown = {
        way: steady(mark(count - part) for part in (0, *of[way].values()))
        for way, count in whole.items()
    }
    return {way: count for way, count in shown.items() if count is not None}
