"""How ties run within and between streets: bonding, bridging, brokers, and what one more bridge would do.

The prose page is ``docs/algorithms/streets.md``.
"""

from gebuur.domain.streets.bridging import Bridge, Bridges, bridges, every_gain
from gebuur.domain.streets.brokerage import Broker, brokers
from gebuur.domain.streets.certificate import lower_bound
from gebuur.domain.streets.columns import NotUsable
from gebuur.domain.streets.cuts import components, pairs_cut
from gebuur.domain.streets.distance import MOST_PLACES, effective_distance
from gebuur.domain.streets.holes import constraint
from gebuur.domain.streets.measures import Between, Group, Measures, measure
from gebuur.domain.streets.model import Network, between_groups
from gebuur.domain.streets.paths import Betweenness, betweenness
from gebuur.domain.streets.reading import Columns, Told, Unreadable, read_network

__all__ = [
    "MOST_PLACES",
    "Between",
    "Betweenness",
    "Bridge",
    "Bridges",
    "Broker",
    "Columns",
    "Group",
    "Measures",
    "Network",
    "NotUsable",
    "Told",
    "Unreadable",
    "between_groups",
    "betweenness",
    "bridges",
    "brokers",
    "components",
    "constraint",
    "effective_distance",
    "every_gain",
    "lower_bound",
    "measure",
    "pairs_cut",
    "read_network",
]
