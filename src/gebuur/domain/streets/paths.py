"""On how many shortest ways between others somebody lies: betweenness, whole or from a sample of pivots."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gebuur.domain.streets.columns import Counts, Flags, NotUsable, Numbers
from gebuur.domain.streets.model import Arcs, Network

A_LOAD = 1 << 17
"""So many steps are kept at a time: as many as stay near the processor."""
FEWEST_PIVOTS = 2


@dataclass(frozen=True, eq=False)
class Betweenness:
    """Share of the shortest ways between two others that lead along a node.

    Attributes
    ----------
    values : array of float, shape (nodes,)
        From 0 to 1: the mean, over all pairs of two others, of the share of their shortest ways that lead
        along this node. A pair that cannot reach each other gives 0. With pivots an estimate.
    std_err : array of float, shape (nodes,)
        Standard error of each value; 0 when everything was reckoned.
    pivots : int
        From how many nodes the ways were followed; all of them: exact.
    is_exact : bool
        Whether that were all of them.
    """

    values: Numbers
    std_err: Numbers
    pivots: int
    is_exact: bool


class _Level(NamedTuple):
    """One step outwards: where it began, which beginning each way came from, and where it ended."""

    begins: Counts
    came_from: Counts
    ends: Counts


def betweenness(network: Network, *, pivots: int | None = None, seed: int = 0) -> Betweenness:
    """Reckon on which share of the shortest ways between others each node lies.

    Every tie is one step, whatever its weight.

    Parameters
    ----------
    network : Network
        Directed: ways follow the direction of the ties.
    pivots : int, optional
        Follow the ways from so many nodes only, drawn without putting back. Left out, or as many as there
        are nodes: from all of them, which takes a time of nodes times ties.
    seed : int
        Decides the draw. The same seed gives the same pivots.

    Returns
    -------
    Betweenness
        With networkx' ``normalized=True`` the same values; networkx' own ``k`` draws other pivots.

    Raises
    ------
    NotUsable
        When `pivots` is below 2: one pivot says nothing about its own error.

    Notes
    -----
    Brandes (2001), many starting points at once. The estimate from pivots (Brandes and Pich 2007) is n/k
    times what they add up to; it has no bias. Its standard error comes from the spread between the pivots,
    with the correction for a finite population, ``n sqrt((1 - k/n) s2 / k)``. It is itself an estimate: where
    few pivots saw a node, it is rough.

    Examples
    --------
    >>> betweenness(Network.of([("An", "Bo"), ("Bo", "Cem")])).values.tolist()
    [0.0, 1.0, 0.0]
    """
    n = network.n
    if pivots is not None and pivots < FEWEST_PIVOTS:
        raise NotUsable(f"There must be at least {FEWEST_PIVOTS} pivots, not {pivots}.")
    arcs = network.arcs()
    if pivots is None or pivots >= n:
        sources, is_exact = np.arange(n), True
    else:
        sources = np.sort(np.random.default_rng(seed).choice(n, pivots, replace=False))
        is_exact = False
    total, squares = np.zeros(n), np.zeros(n)
    at_once = max(1, A_LOAD // max(arcs.to.size, n, 1))
    for begin in range(0, sources.size, at_once):
        part = _carried(arcs, sources[begin : begin + at_once], n)
        total += part.sum(axis=0)
        squares += (part * part).sum(axis=0)
    scale = 1 / ((n - 1) * (n - 2)) if n > FEWEST_PIVOTS else 0.0
    k = sources.size
    if is_exact:
        return Betweenness(total * scale, np.zeros(n), k, is_exact=True)
    spread = np.maximum(squares - total * total / k, 0.0) / (k - 1)
    error = n * np.sqrt((1 - k / n) * spread / k)
    return Betweenness(total * (n / k) * scale, error * scale, k, is_exact=False)


def _carried(arcs: Arcs, sources: Counts, n: int) -> Numbers:
    """What each node carries for each source: a row per source, a column per node."""
    rows = sources.size
    at = np.arange(rows) * n + sources
    is_new = np.ones(rows * n, dtype=np.bool_)
    ways, place = np.zeros(rows * n), np.zeros(rows * n, dtype=np.int64)
    is_new[at], ways[at] = False, 1.0
    levels = []
    while at.size:
        level = _step(arcs, at, is_new, n)
        levels.append(level)
        order = np.arange(level.ends.size)
        place[level.ends] = order  # of all who arrive at one place, the last stands for it
        first = place[level.ends]
        came = np.bincount(first, ways[at][level.came_from], minlength=order.size)
        keep = first == order
        at = level.ends[keep]
        ways[at] = came[keep]
        is_new[at] = False
    carried = np.zeros(rows * n)
    for level in reversed(levels):
        share = (1 + carried[level.ends]) / ways[level.ends]
        passed = np.bincount(level.came_from, share, minlength=level.begins.size)
        carried[level.begins] = passed * ways[level.begins]
    carried[np.arange(rows) * n + sources] = 0.0
    return carried.reshape(rows, n)


def _step(arcs: Arcs, at: Counts, is_new: Flags, n: int) -> _Level:
    """From every place, all ties to places that nobody has reached yet."""
    node = at % n
    count = arcs.starts[node + 1] - arcs.starts[node]
    came_from = np.repeat(np.arange(at.size), count)
    step = np.arange(came_from.size) - np.repeat(np.cumsum(count) - count, count)
    to = arcs.to[arcs.starts[node][came_from] + step]
    ends = (at - node)[came_from] + to
    fresh = is_new[ends]
    return _Level(at, came_from[fresh], ends[fresh])
