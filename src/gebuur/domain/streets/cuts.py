"""What falls apart when one goes: pairs of others that then no longer reach each other."""

import numpy as np

from gebuur.domain.streets.columns import Counts
from gebuur.domain.streets.model import Network


def components(network: Network) -> Counts:
    """Number the parts of a network that hang together, in the order of their first node.

    Returns
    -------
    array of int, shape (nodes,)
        The part of each node; directions are left aside.

    Examples
    --------
    >>> components(Network.of([("An", "Bo"), ("Cem", "Dora")])).tolist()
    [0, 0, 1, 1]
    """
    part = np.arange(network.n)
    while True:
        lowest = part.copy()
        np.minimum.at(lowest, network.tails, part[network.heads])
        np.minimum.at(lowest, network.heads, part[network.tails])
        np.minimum.at(lowest, part, lowest.copy())
        lowest = lowest[lowest]
        if np.array_equal(lowest, part):
            break
        part = lowest
    return np.unique(part, return_inverse=True)[1]


def pairs_cut(network: Network) -> Counts:
    """Count, for every node, the pairs of others that only reach each other through it.

    Returns
    -------
    array of int, shape (nodes,)
        0: nobody loses anybody when this node goes. Directions are left aside.

    Notes
    -----
    Hopcroft and Tarjan (1973): one walk through the network; time grows with the ties.

    Examples
    --------
    >>> pairs_cut(Network.of([("An", "Bo"), ("Bo", "Cem"), ("Bo", "Dora")])).tolist()
    [0, 3, 0, 0]
    """
    walk = _Walk(network)
    for root in range(network.n):
        if walk.found[root] < 0:
            walk.through(root)
    return np.array(walk.cut, dtype=np.int64)


class _Walk:
    """A walk in depth that remembers how far back each branch reaches."""

    def __init__(self, network: Network) -> None:
        n, arcs = network.n, network.undirected().arcs()
        self.starts, self.to = arcs.starts.tolist(), arcs.to.tolist()
        self.next_arc = self.starts[:n]
        self.found, self.back, self.came_from = [-1] * n, [0] * n, [-1] * n
        self.size, self.cut, self.off = [1] * n, [0] * n, [0] * n
        self.clock = 0
        self.seen: list[int] = []

    def through(self, root: int) -> None:
        """Walk through the part of `root`, and count for each of its nodes what it cuts."""
        self.seen = []
        self._arrive(root, -1)
        node = root
        while node >= 0:
            if self.next_arc[node] == self.starts[node + 1]:
                self._leave(node)
                node = self.came_from[node]
                continue
            other = self.to[self.next_arc[node]]
            self.next_arc[node] += 1
            if self.found[other] < 0:
                self._arrive(other, node)
                node = other
            elif other != self.came_from[node]:
                self.back[node] = min(self.back[node], self.found[other])
        for node in self.seen:  # off: everybody in branches that hang on this node alone
            rest = len(self.seen) - 1 - self.off[node]
            self.cut[node] += rest * self.off[node]

    def _arrive(self, node: int, came_from: int) -> None:
        self.found[node] = self.back[node] = self.clock
        self.came_from[node] = came_from
        self.clock += 1
        self.seen.append(node)

    def _leave(self, node: int) -> None:
        above = self.came_from[node]
        if above < 0:
            return
        self.size[above] += self.size[node]
        self.back[above] = min(self.back[above], self.back[node])
        if self.back[node] >= self.found[above]:
            self.cut[above] += self.off[above] * self.size[node]
            self.off[above] += self.size[node]
