"""Which new ties between groups would bring the whole nearest together."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gebuur.domain.streets.certificate import lower_bound
from gebuur.domain.streets.columns import NotUsable, Numbers
from gebuur.domain.streets.distance import Ground, ground_of, laplacian_of
from gebuur.domain.streets.exact import best_total, can_try_all
from gebuur.domain.streets.model import Network, between_groups

ALIKE = 1e-9
"""Gains that differ by a smaller part than this are alike: then the lowest names go first."""


class Bridge(NamedTuple):
    """One new tie between two groups.

    Attributes
    ----------
    a, b : str
        The groups, the lower name first.
    gain : float
        By how much it lowers the sum of all effective distances, after the bridges before it.
    joins : int
        Pairs of groups that could not reach each other and now do; 0 when all could.
    weight : float
        What the ties between the two weigh already; 0 when they have none.
    """

    a: str
    b: str
    gain: float
    joins: int
    weight: float


@dataclass(frozen=True)
class Bridges:
    """The chosen ties, and how good any other choice could be at most.

    Attributes
    ----------
    ties : tuple of Bridge
        In the order in which they were chosen.
    before, after : float
        The sum of the effective distances over all pairs of groups. A pair that cannot reach each other
        counts as `far`. The gains add up to the difference.
    far : float
        Groups, times the longest tie (1 / its weight, at least 1): further than any pair that has a way.
    unreachable_before, unreachable_after : int
        Pairs of groups that cannot reach each other. No choice of so many ties leaves fewer of them.
    bound : float or None
        For the ties chosen once all hangs together: no choice of so many ties from there brings the sum
        below this. None when no tie was left for that.
    share : float or None
        What these ties gain, as a part of what the best choice could gain at most: at least so good they are.
        1 when it is certain that nothing is better.
    """

    ties: tuple[Bridge, ...]
    before: float
    after: float
    far: float
    unreachable_before: int
    unreachable_after: int
    bound: float | None
    share: float | None


class _Search:
    """The places, the ties chosen so far, and which pairs are still to be had."""

    def __init__(self, places: Network) -> None:
        self.places = places
        self.laplacian = laplacian_of(places)
        self.weights = np.abs(self.laplacian)
        self.ground = ground_of(places)
        self.is_open = np.triu(np.ones((places.n, places.n), dtype=np.bool_), 1)
        self.chosen: list[tuple[int, int]] = []

    def next_tie(self) -> Bridge:
        """Choose the best pair now, and tie it."""
        ground = self.ground
        gains = np.where(self.is_open, ground.gains(), -1.0)
        joins = 0
        if ground.unreachable:
            sizes = ground.size[:, None] * ground.size
            new = np.where(self.is_open & (ground.part[:, None] != ground.part), sizes, 0.0)
            joins = int(new.max())
            gains[new < joins] = -1.0
        best = float(gains.max())
        a, b = divmod(int(np.argmax(gains >= best * (1 - ALIKE))), self.places.n)
        bridge = Bridge(
            self.places.names[a],
            self.places.names[b],
            float(gains[a, b]),
            joins,
            float(self.weights[a, b]),
        )
        self._tie(a, b)
        return bridge

    def _tie(self, a: int, b: int) -> None:
        self.is_open[a, b] = False
        self.chosen.append((a, b))
        self.laplacian[[a, b], [a, b]] += 1
        self.laplacian[[a, b], [b, a]] -= 1
        ground = self.ground
        if ground.part[a] == ground.part[b]:
            ground.tie(a, b)
        else:
            part = np.where(ground.part == ground.part[b], ground.part[a], ground.part)
            self.ground = Ground.of(self.laplacian, part, ground.far)


def every_gain(network: Network) -> Numbers:
    """Reckon for **every** pair of groups what one more tie of weight 1 between them would gain.

    Returns
    -------
    array of float, shape (groups, groups)
        In the order of `Network.groups`; symmetric, 0 on the diagonal, never below 0. See `Bridge.gain`.

    Raises
    ------
    NotUsable
        When there are more than 1,500 groups.

    Notes
    -----
    Exact for each pair, with one inversion for all: a tie between i and j in a part of n groups lowers the
    sum by ``n |P (e_i - e_j)|^2 / (1 + R_ij)``, where P is the pseudo-inverse of the Laplacian and R the
    effective distance (Sherman and Morrison 1950).

    Examples
    --------
    >>> row = Network.of([("Dok", "Kerk"), ("Kerk", "Markt")])
    >>> every_gain(row).round(4).tolist()
    [[0.0, 1.0, 2.0], [1.0, 0.0, 1.0], [2.0, 1.0, 0.0]]
    """
    return ground_of(between_groups(network)).gains()


def bridges(network: Network, k: int = 3) -> Bridges:
    """Choose up to k new ties between groups that bring the whole nearest together.

    One by one, each time the best of all pairs; no pair is chosen twice, but two groups that have ties
    may get one more. While the groups fall apart into parts, the ties first join parts: those that let most
    pairs of groups reach each other, and of these the one that keeps the sum of distances smallest. After
    that, each tie is the one that lowers the sum most.

    Parameters
    ----------
    network : Network
        First made one of groups (`between_groups`): a tie there is as long as 1 / its weight. A bridge
        is one more tie of weight 1. Directions are left aside.
    k : int
        How many; fewer come back when there are no more pairs.

    Returns
    -------
    Bridges
        The ties in order, with gains and the certificate.

    Raises
    ------
    NotUsable
        When k is below 0, or there are more than 1,500 groups.

    Notes
    -----
    Tie rule: gains that are equal to one part in 10^9 count as equal; then the pair with the lowest
    first name goes first, then the lowest second name. The certificate for one tie is exact, since all pairs
    were reckoned; for more ties too, when there are at most 100,000 choices (`best_total`). Otherwise it comes
    from `lower_bound`, and the truth lies between.

    The pairs that gain most are, as a rule, the most lonely groups. That is what the measure means, and no reason
    by itself: whether two streets want a bridge only they can say.

    Examples
    --------
    >>> row = Network.of([("Dok", "Kerk"), ("Kerk", "Markt")])
    >>> found = bridges(row, 1)
    >>> [(tie.a, tie.b, round(tie.gain, 3)) for tie in found.ties], round(found.after, 3), found.share
    ([('Dok', 'Markt', 2.0)], 2.0, 1.0)
    """
    if k < 0:
        raise NotUsable(f"There cannot be {k} bridges.")
    search = _Search(between_groups(network))
    k = min(k, int(search.is_open.sum()))
    before, parted = search.ground.total(), search.ground.unreachable
    ties: list[Bridge] = []
    while len(ties) < k and search.ground.unreachable:
        ties.append(search.next_tie())
    joined, middle, whole = len(ties), search.ground.total(), search.laplacian.copy()
    while len(ties) < k:
        ties.append(search.next_tie())
    after = search.ground.total()
    bound = _bound(whole, search.chosen[joined:], after)
    return Bridges(
        ties=tuple(ties),
        before=before,
        after=after,
        far=search.ground.far,
        unreachable_before=parted,
        unreachable_after=search.ground.unreachable,
        bound=bound,
        share=None if bound is None else _share(middle, after, bound),
    )


def _bound(whole: Numbers, chosen: list[tuple[int, int]], after: float) -> float | None:
    """Bound what any choice reaches: exactly where all were tried, else from below."""
    if not chosen:
        return None
    if len(chosen) == 1:
        return after
    if can_try_all(len(whole), len(chosen)):
        best = best_total(whole, len(chosen))
        return best if best < after * (1 - ALIKE) else after
    return min(after, lower_bound(whole, np.array(chosen)))


def _share(middle: float, after: float, bound: float) -> float:
    return (middle - after) / (middle - bound) if middle > bound else 1.0
