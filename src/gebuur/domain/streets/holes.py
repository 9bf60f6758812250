"""How far one's neighbours already know one another: the constraint of Burt."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from gebuur.domain.streets.columns import Counts, Numbers, added_up
from gebuur.domain.streets.model import Arcs, Network

A_LOAD = 1 << 18
"""So many pairs of neighbours are looked at together: a few megabytes."""


def constraint(network: Network, *, is_weighted: bool = True) -> Numbers:
    r"""Reckon for every node how far its ties all lead back to the same people.

    With ``p[i, j]`` the share of i's ties that goes to j (there and back added up), the constraint of i is

    .. math:: \sum_{j} \Bigl(p_{ij} + \sum_{q} p_{iq} p_{qj}\Bigr)^2

    over the neighbours j of i, q being whom i and j both know. High: everybody one knows knows each other.
    Low: one stands between people who do not.

    Parameters
    ----------
    network : Network
        Directed ties count in both directions. Groups play no part.
    is_weighted : bool
        False: every tie weighs 1, and in a directed network one that goes there and back weighs 2.

    Returns
    -------
    array of float, shape (nodes,)
        NaN for who has no ties: the measure is not defined there, and neither 0 nor 1 would be true.

    Notes
    -----
    Burt (1992), *Structural Holes*; the values are those of networkx and igraph. Triangles are found once,
    from the end with fewest ties, in loads of a fixed size: time grows with the pairs of neighbours, memory
    with the ties.

    Examples
    --------
    Bo knows An and Cem, who do not know each other; Dora knows nobody.

    >>> home = {"An": "Kerk", "Bo": "Kerk", "Cem": "Dok", "Dora": "Dok"}
    >>> constraint(Network.of([("An", "Bo"), ("Bo", "Cem")], home)).tolist()
    [1.0, 0.5, 1.0, nan]
    """
    if not is_weighted:
        network = replace(network, weights=np.ones(network.weights.size))
    whole = network.undirected()
    n, tails, heads, weights = whole.n, whole.tails, whole.heads, whole.weights
    total = added_up(tails, weights, n) + added_up(heads, weights, n)
    forth, back = weights / total[tails], weights / total[heads]
    forth_by, back_by = _through_others(whole, forth, back)
    forth_by += forth
    back_by += back
    found = added_up(tails, forth_by**2, n) + added_up(heads, back_by**2, n)
    found[total == 0] = np.nan
    return found


def _through_others(network: Network, forth: Numbers, back: Numbers) -> tuple[Numbers, Numbers]:
    """Add up, for each tie and direction, what runs between its two ends through somebody both know."""
    n, size = network.n, network.tails.size
    degree = np.bincount(network.tails, minlength=n) + np.bincount(network.heads, minlength=n)
    rank = np.empty(n, dtype=np.int64)
    rank[np.argsort(degree, kind="stable")] = np.arange(n)
    low, high = rank[network.tails], rank[network.heads]
    swapped = low > high
    low, high = np.where(swapped, high, low), np.where(swapped, low, high)
    code = low * n + high
    order = np.argsort(code)
    code, low, high = code[order], low[order], high[order]
    up, down = (
        np.where(swapped, back, forth)[order],
        np.where(swapped, forth, back)[order],
    )
    up_by, down_by = np.zeros(size), np.zeros(size)
    starts = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(low, minlength=n), out=starts[1:])
    for one, two, three in _triangles(Arcs(starts, high), low, code):
        # one: low to middle, two: low to high, three: middle to high.
        for by, tie, first, second in (
            (up_by, one, up[two], down[three]),
            (down_by, one, up[three], down[two]),
            (up_by, two, up[one], up[three]),
            (down_by, two, down[three], down[one]),
            (up_by, three, down[one], up[two]),
            (down_by, three, down[two], up[one]),
        ):
            np.add.at(by, tie, first * second)
    forth_by, back_by = np.empty(size), np.empty(size)
    forth_by[order] = np.where(swapped[order], down_by, up_by)
    back_by[order] = np.where(swapped[order], up_by, down_by)
    return forth_by, back_by


def _triangles(arcs: Arcs, low: Counts, code: Counts) -> Iterator[tuple[Counts, Counts, Counts]]:
    """Give the three ties of every triangle, as places in the sorted list of ties.

    Every tie (low, middle) is laid beside the later ties (low, high) of the same low end; the triangle is
    there when (middle, high) is a tie.
    """
    n, size = arcs.starts.size - 1, code.size
    later = arcs.starts[low + 1] - np.arange(size) - 1
    reach = np.cumsum(later)
    begin, whole = 0, int(reach[-1]) if size else 0
    for last in np.searchsorted(reach, np.arange(A_LOAD, whole + A_LOAD, A_LOAD)).tolist():
        end = min(last + 1, size)
        count = later[begin:end]
        one = np.repeat(np.arange(begin, end), count)
        step = np.arange(one.size) - np.repeat(np.cumsum(count) - count, count)
        two = one + 1 + step
        wish = arcs.to[one] * n + arcs.to[two]
        three = np.minimum(np.searchsorted(code, wish), size - 1)
        closed = code[three] == wish
        yield one[closed], two[closed], three[closed]
        begin = end
