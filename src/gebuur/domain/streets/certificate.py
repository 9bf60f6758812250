"""How good any choice of ties could be at most: a bound from ties that may be cut in pieces."""

import numpy as np

from gebuur.domain.streets.columns import Counts, Numbers

MOST_ROUNDS = 40
MOST_WORK = 4e9
"""Rounds times the third power of the places: a second or so, then the bound stands as it is."""
CLOSE = 1e-4
SAFE = 1e-9
"""The bound is lowered by this part of what was there: rounding must not make it too good."""


def lower_bound(laplacian: Numbers, chosen: Counts) -> float:
    """Reckon a total below which no choice of so many new ties can bring the effective distances.

    Ties may be cut in pieces of any size, at most one whole tie per pair. Among those choices the best total
    is found by walking downhill, and at each step the slope bounds what any choice can reach.

    Parameters
    ----------
    laplacian : array of float, shape (places, places)
        Of places that all hang together, before the ties.
    chosen : array of int, shape (k, 2)
        The ties of some good choice; the walk begins there. No pair twice.

    Returns
    -------
    float
        No more than the total of every choice of k pairs.

    Notes
    -----
    The Kirchhoff index is convex in the weights (Ghosh, Boyd and Saberi 2008), so its tangent lies below
    it. Frank and Wolfe (1956) gives the steps; the length of each comes from the curvature at its start.

    Examples
    --------
    A row of four places: 10 in all. One tie between the two ends makes a ring: 5. None does better.

    >>> row = np.array([[1.0, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 1]])
    >>> 0 < lower_bound(row, np.array([[0, 3]])) <= 5
    True
    """
    n, k = len(laplacian), len(chosen)
    even = np.full((n, n), 1 / n)
    pieces = np.zeros((n, n))
    pieces[chosen[:, 0], chosen[:, 1]] = pieces[chosen[:, 1], chosen[:, 0]] = 1.0
    first, best = 0.0, 0.0
    for turn in range(max(4, min(MOST_ROUNDS, int(MOST_WORK / n**3)))):
        inverse = np.linalg.inv(laplacian + _laplacian(pieces) + even) - even
        total = n * float(np.trace(inverse))
        first = first or total
        slope = _slope(inverse)
        goal = _steepest(slope, k)
        ahead = n * float(((goal - pieces) * slope).sum()) / 2
        best = max(best, total - ahead)
        if ahead <= CLOSE * total:
            break
        pieces += _length(inverse, _laplacian(goal - pieces), turn) * (goal - pieces)
    return best - SAFE * first


def _laplacian(ties: Numbers) -> Numbers:
    return np.diag(ties.sum(axis=0)) - ties


def _slope(inverse: Numbers) -> Numbers:
    """How fast the total falls, divided by n, when a tie between two places begins to grow."""
    square = inverse @ inverse
    diagonal = np.diag(square)
    return diagonal[:, None] + diagonal - 2 * square


def _steepest(slope: Numbers, k: int) -> Numbers:
    """Return the k pairs with the steepest slope, as whole ties."""
    rows, columns = np.triu_indices(len(slope), 1)
    steep = slope[rows, columns]
    best = np.argpartition(-steep, k - 1)[:k]
    goal = np.zeros_like(slope)
    goal[rows[best], columns[best]] = goal[columns[best], rows[best]] = 1.0
    return goal


def _length(inverse: Numbers, direction: Numbers, turn: int) -> float:
    """How far to go: to the bottom of the parabola that fits here, never further than all the way."""
    bend = inverse @ direction @ inverse
    down = float(np.trace(bend))
    curve = 2 * float(((bend @ direction) * inverse).sum())
    return min(1.0, max(down / curve, 0.0)) if curve > 0 else 2 / (turn + 2)
