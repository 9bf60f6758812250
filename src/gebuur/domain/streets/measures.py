"""How ties run: within a group (bonding), between groups (bridging)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gebuur.domain.streets.columns import Counts, Numbers, added_up
from gebuur.domain.streets.model import Network

MOST_CELLS = 1 << 20
"""So many pairs of groups are counted in a table; with more of them the ties are sorted."""


class Group(NamedTuple):
    """One row of `Measures`: a group as plain values; `ei` is None when it has no ties."""

    name: str
    members: int
    internal: int
    external: int
    density: float
    ei: float | None


class Between(NamedTuple):
    """How many ties run between two groups, and what they weigh together."""

    a: str
    b: str
    ties: int
    weight: float


@dataclass(frozen=True, eq=False)
class Measures:
    """Ties within and between groups.

    Attributes
    ----------
    groups : tuple of str
        The names, rising.
    members, internal, external : array of int, shape (groups,)
        Nodes; ties with both ends in the group; ties with exactly one.
    density : array of float, shape (groups,)
        Share of the possible ties within the group that are there; 0 for a group of one.
    ei : float or None
        Over all ties: (between groups - within) / all. From -1 (everybody keeps to their own group) to 1
        (nobody does); None when there are no ties.
    within, across : int
        Ties within any group; ties between two groups, each counted once.
    isolated : int
        Nodes without any tie. They count as members, and so lower the density.
    pairs : array of int, shape (pairs of groups with ties, 2)
        Numbers of the two groups, sorted. Undirected: the lower one first. Directed: giver, receiver.
    ties : array of int, shape (pairs,)
        How many ties run between them.
    weight : array of float, shape (pairs,)
        The sum of their weights.
    """

    groups: tuple[str, ...]
    members: Counts
    internal: Counts
    external: Counts
    density: Numbers
    ei: float | None
    within: int
    across: int
    isolated: int
    pairs: Counts
    ties: Counts
    weight: Numbers

    def per_group(self) -> Iterator[Group]:
        """Give every group as plain values, in rising order of names."""
        columns = (self.members, self.internal, self.external, self.density)
        rows = zip(self.groups, *(column.tolist() for column in columns), strict=True)
        for name, members, internal, external, density in rows:
            yield Group(name, members, internal, external, density, _ei(internal, external))

    def between(self) -> Iterator[Between]:
        """Give every pair of groups that has ties; directed: `a` gave to `b`."""
        ends = self.pairs.tolist()
        for (a, b), ties, weight in zip(
            ends, self.ties.tolist(), self.weight.tolist(), strict=True
        ):
            yield Between(self.groups[a], self.groups[b], ties, weight)


def measure(network: Network) -> Measures:
    """Count ties within and between the groups.

    Every tie counts once whatever its weight; weights are only added up per pair of groups.

    Parameters
    ----------
    network : Network
        Nodes with their groups. In a directed one "a gave to b" and "b gave to a" are two ties, and a
        group has twice as many possible ones.

    Returns
    -------
    Measures
        Groups and pairs of groups in rising order of names.

    Notes
    -----
    The density of a group equals the density of its induced subgraph: with ``m`` ties among ``n`` members
    ``2m / (n (n - 1))``, or ``m / (n (n - 1))`` when directed. The E-I index is that of Krackhardt and
    Stern (1988). It says how ties run, not whether that is good: a street of many with few neighbours around
    gets a low one by its size alone, so compare a street with itself over time sooner than with another.

    Examples
    --------
    >>> home = {"An": "Kerk", "Bo": "Kerk", "Cem": "Dok", "Dora": "Dok"}
    >>> found = measure(Network.of([("An", "Bo"), ("Bo", "Cem"), ("An", "Dora")], home))
    >>> for group in found.per_group():
    ...     print(group.name, group.members, group.internal, group.external, group.density, group.ei)
    Dok 2 0 2 0.0 1.0
    Kerk 2 1 2 1.0 0.3333333333333333
    >>> [tuple(row) for row in found.between()], round(found.ei, 3)
    ([('Dok', 'Kerk', 2, 2.0)], 0.333)
    """
    size = len(network.groups)
    tails, heads = network.member_of[network.tails], network.member_of[network.heads]
    is_within = tails == heads
    is_across = ~is_within
    from_group, to_group = tails[is_across], heads[is_across]
    members = np.bincount(network.member_of, minlength=size)
    internal = np.bincount(tails[is_within], minlength=size)
    external = np.bincount(from_group, minlength=size) + np.bincount(to_group, minlength=size)
    possible = members * (members - 1)
    if not network.is_directed:
        possible //= 2
        from_group, to_group = np.minimum(from_group, to_group), np.maximum(from_group, to_group)
    pairs, ties, weight = _count_pairs(
        from_group * size + to_group, network.weights[is_across], size
    )
    across, within = from_group.size, int(internal.sum())
    return Measures(
        groups=network.groups,
        members=members,
        internal=internal,
        external=external,
        density=np.divide(internal, possible, out=np.zeros(size), where=possible > 0),
        ei=_ei(within, across),
        within=within,
        across=across,
        isolated=_isolated(network),
        pairs=pairs,
        ties=ties,
        weight=weight,
    )


def _ei(internal: int, external: int) -> float | None:
    return (external - internal) / (external + internal) if external + internal else None


def _isolated(network: Network) -> int:
    has_tie = np.zeros(network.n, dtype=np.bool_)
    has_tie[network.tails] = True
    has_tie[network.heads] = True
    return network.n - int(np.count_nonzero(has_tie))


def _count_pairs(code: Counts, weights: Numbers, size: int) -> tuple[Counts, Counts, Numbers]:
    """Count how often each pair of groups stands there, and what its ties weigh together."""
    if size * size <= MOST_CELLS:
        ties = np.bincount(code, minlength=1)
        found = np.flatnonzero(ties)
        total = added_up(code, weights, 1)[found]
        ties = ties[found]
    else:
        found, place, ties = np.unique(code, return_inverse=True, return_counts=True)
        total = added_up(place, weights, found.size)
    return np.stack([found // size, found % size], axis=1), ties, total
