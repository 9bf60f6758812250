"""What goes in: people or places, the group each belongs to, and the ties between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, Self

import numpy as np

from gebuur.domain.streets.columns import (
    Counts,
    Input,
    NotUsable,
    Numbers,
    each_once,
    ends_of,
    in_order,
    look_at_names,
    weights_of,
)

A_TIE = 2
"""A tie without a weight is two names."""


class Arcs(NamedTuple):
    """Who is reached from whom: the neighbours of `v` are ``to[starts[v] : starts[v + 1]]``, rising."""

    starts: Counts
    to: Counts


@dataclass(frozen=True, eq=False)
class Network:
    """Nodes, the group of each, and ties that stand there once.

    Make one with `Network.of` (names) or `Network.from_columns` (numbers); both refuse what cannot be.

    Attributes
    ----------
    names : tuple of str
        The nodes, each name once, in the order in which they came.
    groups : tuple of str
        The groups that have a member, in rising order of their names. Where a rule says "the lowest
        name", it means this order.
    member_of : array of int, shape (nodes,)
        Which of `groups` each node belongs to.
    tails, heads : array of int, shape (ties,)
        The ends of each tie, as numbers of nodes. Undirected: ``tails < heads``. Sorted by tail, then head.
    weights : array of float, shape (ties,)
        How strong each tie is, above 0.
    is_directed : bool
        True when "a gave to b" and "b gave to a" are two ties.
    """

    names: tuple[str, ...]
    groups: tuple[str, ...]
    member_of: Counts
    tails: Counts
    heads: Counts
    weights: Numbers
    is_directed: bool = False

    @property
    def n(self) -> int:
        """How many nodes there are."""
        return len(self.names)

    @classmethod
    def of(
        cls,
        ties: Iterable[tuple[str, str] | tuple[str, str, float]],
        groups: Mapping[str, str] | None = None,
        *,
        is_directed: bool = False,
    ) -> Self:
        """Make a network out of names.

        Parameters
        ----------
        ties : iterable of (name, name) or (name, name, weight)
            All of one kind. What happens with a tie that is named twice stands at `from_columns`.
        groups : mapping of name to group, optional
            Every node, also who has no ties. Left out: the nodes are those that ties name, in rising
            order, and each is a group of its own.
        is_directed : bool
            Whether giver and receiver are told apart.

        Raises
        ------
        NotUsable
            A tie with somebody who has no group, and whatever `from_columns` refuses.

        Examples
        --------
        >>> network = Network.of([("An", "Bo"), ("Bo", "Cem")], {"An": "Kerk", "Bo": "Kerk", "Cem": "Dok"})
        >>> network.groups, network.member_of.tolist()
        (('Dok', 'Kerk'), [1, 1, 0])
        """
        listed = list(ties)
        ends = [(tie[0], tie[1]) for tie in listed]
        names = sorted({*chain.from_iterable(ends)}) if groups is None else list(groups)
        place = {name: number for number, name in enumerate(names)}
        for row, pair in enumerate(ends):
            for end in pair:
                if end not in place:
                    raise NotUsable(f"{end!r} has a tie but no group.", row)
        weights = [float(tie[A_TIE]) for tie in listed if len(tie) > A_TIE]
        return cls.from_columns(
            names,
            [place[tie[0]] for tie in listed],
            [place[tie[1]] for tie in listed],
            weights=weights or None,
            groups=None if groups is None else list(groups.values()),
            is_directed=is_directed,
        )

    @classmethod
    def from_columns(
        cls,
        names: Sequence[str],
        tails: Input,
        heads: Input,
        *,
        weights: Input | None = None,
        groups: Sequence[str] | None = None,
        is_directed: bool = False,
    ) -> Self:
        """Make a network out of columns of numbers.

        A tie that is named twice is **one** tie. With `weights` theirs are added up; without, every tie
        weighs 1 however often it is named. Undirected, a-b and b-a are the same tie.

        Parameters
        ----------
        names : sequence of str, length nodes
            Each once.
        tails, heads : array_like of int, length ties
            The two ends, as places in `names` counted from 0.
        weights : array_like of float, optional
            Above 0, in any unit: times helped, hours.
        groups : sequence of str, optional
            The group of each node; left out: every node is a group of its own.
        is_directed : bool
            Whether a tie goes from tail to head only.

        Raises
        ------
        NotUsable
            No nodes, a name twice, columns of different length, an end that is no node, somebody tied to
            herself, a weight that is no number, not above 0, or beyond 10^12 or 10^-12.

        Examples
        --------
        >>> network = Network.from_columns(["An", "Bo"], [0, 1], [1, 0], weights=[2, 3])
        >>> network.tails.tolist(), network.heads.tolist(), network.weights.tolist()
        ([0], [1], [5.0])
        """
        look_at_names(names)
        if groups is not None and len(groups) != len(names):
            raise NotUsable("There must be as many groups as names.")
        labels, member_of = in_order(names if groups is None else groups)
        ends = ends_of(tails, heads, len(names))
        weight = weights_of(weights, ends[0].size)
        once = each_once(*ends, weight, len(names), is_directed=is_directed)
        return cls(tuple(names), labels, member_of, *once, is_directed)

    def arcs(self) -> Arcs:
        """Return who is reached from whom; undirected ties are walked both ways."""
        if self.is_directed:
            return _arcs(self.tails, self.heads, self.n)
        both = (np.concatenate([self.tails, self.heads]), np.concatenate([self.heads, self.tails]))
        return _arcs(*both, self.n)

    def undirected(self) -> "Network":
        """Return the same ties without a direction; there and back become one, their weights added up."""
        if not self.is_directed:
            return self
        once = each_once(self.tails, self.heads, self.weights, self.n, is_directed=False)
        return Network(self.names, self.groups, self.member_of, *once)


def between_groups(network: Network) -> Network:
    """Make the network of the groups: one node per group, one tie per pair of groups that has any.

    The weight of a tie is the sum of the weights between the two groups, in either direction; ties within
    a group go. The network of groups of a network of groups is itself.

    Examples
    --------
    >>> home = {"An": "Kerk", "Bo": "Kerk", "Cem": "Dok", "Dora": "Dok"}
    >>> streets = between_groups(Network.of([("An", "Bo"), ("Bo", "Cem"), ("An", "Dora")], home))
    >>> streets.names, streets.weights.tolist()
    (('Dok', 'Kerk'), [2.0])
    """
    size = len(network.groups)
    tails, heads = network.member_of[network.tails], network.member_of[network.heads]
    across = tails != heads
    once = each_once(tails[across], heads[across], network.weights[across], size, is_directed=False)
    return Network(network.groups, network.groups, np.arange(size), *once)


def _arcs(tails: Counts, heads: Counts, n: int) -> Arcs:
    code = np.sort(tails * n + heads)
    starts = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(tails, minlength=n), out=starts[1:])
    return Arcs(starts, code % n)
