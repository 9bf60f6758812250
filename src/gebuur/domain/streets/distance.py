"""How far places are from each other when every way between them counts: the effective distance."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from gebuur.domain.streets.columns import Counts, NotUsable, Numbers, added_up
from gebuur.domain.streets.cuts import components
from gebuur.domain.streets.model import Network, between_groups

MOST_PLACES = 1_500
"""Work grows with the third power of the places, memory with the second."""
WIDEST = 1e6
"""When one tie weighs so many times another, distances are no longer exact to the digits we print."""


@dataclass(eq=False)
class Ground:
    """Places as they lie, ready to reckon with.

    Attributes
    ----------
    part : array of int, shape (places,)
        Which part that hangs together each place is in.
    size : array of float, shape (places,)
        How many places that part has.
    inverse : array of float, shape (places, places)
        Pseudo-inverse of the Laplacian; 0 between parts.
    square : array of float, shape (places, places)
        `inverse` times itself.
    far : float
        What a pair that cannot reach each other counts for: the number of places, times the longest tie
        (1 / its weight, and at least 1). Two places that do reach each other are nearer than that.
    """

    part: Counts
    size: Numbers
    inverse: Numbers
    square: Numbers
    far: float

    @classmethod
    def of(cls, laplacian: Numbers, part: Counts, far: float) -> Self:
        """Reckon with a Laplacian whose parts are known."""
        size = np.bincount(part)[part].astype(np.float64)
        even = np.where(part[:, None] == part, 1 / size, 0.0)
        inverse = np.linalg.inv(laplacian + even) - even
        inverse = (inverse + inverse.T) / 2
        return cls(part, size, inverse, inverse @ inverse, far)

    @property
    def unreachable(self) -> int:
        """How many pairs of places cannot reach each other."""
        n = self.part.size
        sizes = np.bincount(self.part)
        return n * (n - 1) // 2 - int((sizes * (sizes - 1) // 2).sum())

    def distances(self) -> Numbers:
        """Return the effective distance of every pair; infinite between parts."""
        apart = _spread(self.inverse)
        apart[self.part[:, None] != self.part] = np.inf
        return apart

    def total(self) -> float:
        """Add up the effective distances of all pairs; who cannot reach each other counts as `far`."""
        return float(self.size @ np.diag(self.inverse)) + self.far * self.unreachable

    def gains(self) -> Numbers:
        """Return by how much one more tie of weight 1 would lower `total`, for every pair."""
        same = self.part[:, None] == self.part
        gain = self.size[:, None] * _spread(self.square)
        gain /= 1 + _spread(self.inverse)
        if not same.all():
            spread = self.size * np.diag(self.inverse) + self._trace()
            new = self.size[:, None] * self.size
            walk = spread[:, None] * self.size
            np.copyto(gain, new * (self.far - 1) - walk - walk.T, where=~same)
        np.fill_diagonal(gain, 0.0)
        return np.maximum(gain, 0.0)

    def _trace(self) -> Numbers:
        """The trace of each place's own part."""
        diagonal = np.diag(self.inverse)
        return added_up(self.part, diagonal, self.part.size)[self.part]

    def tie(self, a: int, b: int) -> None:
        """Put one more tie of weight 1 between two places of the same part."""
        reach = self.inverse[:, a] - self.inverse[:, b]
        bent = self.square[:, a] - self.square[:, b]
        scale = 1 + reach[a] - reach[b]
        both = np.outer(bent, reach)
        self.square += np.outer(reach, reach * (reach @ reach / scale**2)) - (both + both.T) / scale
        self.inverse -= np.outer(reach, reach / scale)


def laplacian_of(places: Network) -> Numbers:
    """Return the weighted Laplacian: the sum of a place's weights on the diagonal, minus each tie beside it."""
    ties = np.zeros((places.n, places.n))
    ties[places.tails, places.heads] = places.weights
    ties += ties.T
    return np.diag(ties.sum(axis=0)) - ties


def ground_of(places: Network) -> Ground:
    """Read the places of a network of groups.

    Raises
    ------
    NotUsable
        When there are more than 1,500 of them, or a tie weighs more than 10^6 times another.
    """
    if places.n > MOST_PLACES:
        raise NotUsable(
            f"There are {places.n} groups; bridges can be reckoned for at most {MOST_PLACES}."
        )
    lightest = places.weights.min(initial=np.inf)
    if places.weights.max(initial=0.0) > WIDEST * lightest:
        raise NotUsable("The weights lie too far apart to reckon distances with.")
    longest = float((1 / places.weights).max(initial=1.0))
    return Ground.of(laplacian_of(places), components(places), places.n * longest)


def effective_distance(network: Network) -> Numbers:
    """Reckon how far every two groups are from each other when all ways between them count.

    A tie of weight w is 1/w long. Ways one after another add up; ways beside each other shorten: two
    equal ways are half as far. (It is the resistance of a net of wires.)

    Returns
    -------
    array of float, shape (groups, groups)
        In the order of `Network.groups`; infinite for groups that cannot reach each other.

    Raises
    ------
    NotUsable
        When there are more than 1,500 groups.

    Notes
    -----
    Klein and Randic (1993). The sum over all pairs is the Kirchhoff index.

    Examples
    --------
    In a triangle of single ties there is a way of 1 and a way of 2: together 2/3.

    >>> triangle = Network.of([("Dok", "Kerk"), ("Kerk", "Markt"), ("Dok", "Markt")])
    >>> effective_distance(triangle)[0].round(4).tolist()
    [0.0, 0.6667, 0.6667]
    """
    return ground_of(between_groups(network)).distances()


def _spread(matrix: Numbers) -> Numbers:
    """``m[i, i] + m[j, j] - 2 m[i, j]`` for every pair."""
    diagonal = np.diag(matrix)
    return diagonal[:, None] + diagonal - 2 * matrix
