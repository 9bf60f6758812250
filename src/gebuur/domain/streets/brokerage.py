"""Which groups stand between others. Groups and places, never persons."""

from typing import NamedTuple

import numpy as np

from gebuur.domain.streets.columns import added_up
from gebuur.domain.streets.cuts import pairs_cut
from gebuur.domain.streets.model import Network, between_groups
from gebuur.domain.streets.paths import betweenness

MOST_EXACT = 2_000
"""With more groups than this, the share of ways comes from pivots."""
PIVOTS = 256


class Broker(NamedTuple):
    """A group that stands between others.

    Attributes
    ----------
    group : str
        Its name.
    share : float
        The mean, over all pairs of other groups, of the share of their shortest ways that lead along it.
    std_err : float
        Standard error of `share`; 0 when everything was reckoned.
    cuts : int
        Pairs of other groups that no longer reach each other when it goes.
    joins : int
        With how many groups it has ties.
    weight : float
        What all its ties with other groups weigh together.
    """

    group: str
    share: float
    std_err: float
    cuts: int
    joins: int
    weight: float


def brokers(network: Network, *, seed: int = 0) -> list[Broker]:
    """Find the groups on which others depend to reach each other.

    Only groups are named: the network is first made one of groups (`between_groups`), and a way is a row of
    groups of which each has ties with the next. Where every node is a group of its own, the nodes are the
    places.

    Parameters
    ----------
    network : Network
        Nodes with their groups. Directions are left aside.
    seed : int
        For the draw of pivots, with more than 2,000 groups.

    Returns
    -------
    list of Broker
        Groups with a share above 0: most pairs cut first, then the largest share, then the lowest name.

    Notes
    -----
    A place others depend on is a place with a load: a reason to ask how it is there, not to ask for more.

    Examples
    --------
    >>> home = {"An": "Kerk", "Bo": "Markt", "Cem": "Markt", "Dora": "Dok"}
    >>> brokers(Network.of([("An", "Bo"), ("Cem", "Dora")], home))
    [Broker(group='Markt', share=1.0, std_err=0.0, cuts=1, joins=2, weight=2.0)]
    """
    places = between_groups(network)
    ways = betweenness(places, pivots=PIVOTS if places.n > MOST_EXACT else None, seed=seed)
    ends = np.concatenate([places.tails, places.heads])
    columns = (
        ways.values,
        ways.std_err,
        pairs_cut(places),
        np.bincount(ends, minlength=places.n),
        added_up(ends, np.concatenate([places.weights] * 2), places.n),
    )
    rows = zip(places.names, *(column.tolist() for column in columns), strict=True)
    found = [Broker(*row) for row in rows]
    return sorted((one for one in found if one.share > 0), key=_rank)


def _rank(one: Broker) -> tuple[float, float, str]:
    return -one.cuts, -round(one.share, 12), one.group
