"""How far one's neighbours already know one another: the constraint of Burt."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from gebuur.domain.streets.columns import Counts, Numbers, added_up
from gebuur.domain.streets.model import Network

A_LOAD = 1 << 14
"""So many pairs of neighbours are looked at together: about a megabyte."""


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
    whole = network.undirected() if is_weighted else _unweighted(network).undirected()
    n = whole.n
    degree = np.bincount(whole.tails, minlength=n) + np.bincount(whole.heads, minlength=n)
    rank = np.empty(n, dtype=np.int64)
    rank[np.argsort(degree, kind="stable")] = np.arange(n)
    # From here on a node is its rank, and a tie goes up: from its low to its high end.
    low, high = rank[whole.tails], rank[whole.heads]
    code = np.minimum(low, high) * n + np.maximum(low, high)
    order = np.argsort(code)
    code, weights = code[order], whole.weights[order]
    low, high = code // n, code % n
    del order
    total = added_up(low, weights, n) + added_up(high, weights, n)
    up, down = weights / total[low], weights / total[high]
    del weights
    up_by, down_by = up.copy(), down.copy()
    for one, two, three in _triangles(low, high, code, n):
        # one: low to middle, two: low to high, three: middle to high.
        np.add.at(up_by, one, up[two] * down[three])
        np.add.at(down_by, one, up[three] * down[two])
        np.add.at(up_by, two, up[one] * up[three])
        np.add.at(down_by, two, down[three] * down[one])
        np.add.at(up_by, three, down[one] * up[two])
        np.add.at(down_by, three, down[two] * up[one])
    np.square(up_by, out=up_by)
    np.square(down_by, out=down_by)
    found = added_up(low, up_by, n) + added_up(high, down_by, n)
    found[total == 0] = np.nan
    return found[rank]


def _unweighted(network: Network) -> Network:
    return replace(network, weights=np.ones(network.weights.size))


def _triangles(
    low: Counts, high: Counts, code: Counts, n: int
) -> Iterator[tuple[Counts, Counts, Counts]]:
    """Give the three ties of every triangle, as places in the sorted list of ties.

    Every tie (low, middle) is laid beside the later ties (low, high) of the same low end; the triangle is
    there when (middle, high) is a tie.
    """
    if not code.size:
        return
    after = np.cumsum(np.bincount(low, minlength=n))
    reach = np.cumsum(after[low] - np.arange(1, code.size + 1))
    loads = np.searchsorted(reach, np.arange(A_LOAD, int(reach[-1]) + A_LOAD, A_LOAD)).tolist()
    del reach
    begin = 0
    for last in loads:
        end = min(last + 1, code.size)
        count = after[low[begin:end]] - np.arange(begin + 1, end + 1)
        one = np.repeat(np.arange(begin, end), count)
        step = np.arange(1, one.size + 1) - np.repeat(np.cumsum(count) - count, count)
        two = one + step
        wish = high[one] * n + high[two]
        three = np.minimum(np.searchsorted(code, wish), code.size - 1)
        closed = code[three] == wish
        yield one[closed], two[closed], three[closed]
        begin = end
