"""The best choice of new ties, found by reckoning every one: when there are few enough of them."""

from itertools import chain, combinations, islice
from math import comb

import numpy as np

from gebuur.domain.streets.columns import Numbers

MOST_CHOICES = 100_000
MOST_PAIRS = 1_000
A_LOAD = 1 << 17
"""So many numbers of the systems are held at a time, times a few."""


def can_try_all(places: int, k: int) -> bool:
    """Tell whether all choices of k new ties between so many places can be reckoned one by one."""
    pairs = places * (places - 1) // 2
    return pairs <= MOST_PAIRS and comb(pairs, k) <= MOST_CHOICES


def best_total(laplacian: Numbers, k: int) -> float:
    """Reckon the lowest sum of effective distances that k new ties can reach, by trying every choice.

    Parameters
    ----------
    laplacian : array of float, shape (places, places)
        Of places that all hang together, before the ties.
    k : int
        How many different pairs get one more tie of weight 1; at least 1.

    Notes
    -----
    With B the ties as columns, P the pseudo-inverse and n places, k ties together lower the sum by
    ``n tr((I + B' P B)^-1 B' P P B)`` (Woodbury 1950): a system of k equations for each choice.

    Examples
    --------
    A row of four places: one tie between the two ends makes a ring, from 10 to 5.

    >>> row = np.array([[1.0, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 1]])
    >>> round(best_total(row, 1), 6)
    5.0
    """
    n = len(laplacian)
    inverse = np.linalg.inv(laplacian + 1 / n) - 1 / n
    rows, columns = np.triu_indices(n, 1)
    reach = inverse[rows] - inverse[columns]
    near, bent = reach[:, rows] - reach[:, columns], reach @ reach.T
    choices, most = combinations(range(rows.size), k), 0.0
    while load := list(islice(choices, max(1, A_LOAD // (k * k)))):
        some = np.fromiter(chain.from_iterable(load), dtype=np.int64).reshape(-1, k)
        at = some[:, :, None], some[:, None, :]
        gain = np.linalg.solve(np.eye(k) + near[at], bent[at])
        most = max(most, float(np.trace(gain, axis1=1, axis2=2).max()))
    return n * (float(np.trace(inverse)) - most)
