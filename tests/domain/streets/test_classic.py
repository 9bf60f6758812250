"""The classic networks of the field, against networkx: every value, both directed and not."""

import csv
import io
import itertools
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from gebuur.domain.streets import Columns, betweenness, constraint, measure, read_network

CLASSIC = Path(__file__).resolve().parents[4] / "shared" / "data" / "networks"
GROUP = {
    "ht": "dept",
    "law": "office",
    "knecht": "gender",
    "s50": "smoke",
    "physicians": "city",
    "southern": "type",
}
OURS = "from,to,weight\n1,2,2\n2,3,1\n1,3,4\n3,4,1\n4,5,3\n5,6,1\n4,6,2\n6,7,1\n2,1,1\n8,7,2\n"
PATIENCE = 2_000
"""Of each network networkx reckons the constraint of some nodes; all of them takes it half a minute."""


def sets() -> list[object]:
    found: list[object] = [pytest.param("our own", OURS, None, id="our own")]
    for file in sorted(CLASSIC.glob("*_edges.csv")):
        name = file.name.removesuffix("_edges.csv")
        nodes = file.with_name(f"{name}_nodes.csv")
        told = nodes.read_text() if nodes.exists() else None
        found.append(pytest.param(name, file.read_text(), told, id=name))
    if len(found) == 1:
        why = pytest.mark.skip(
            reason="the classic networks of ../shared/data/networks are not here"
        )
        found.append(pytest.param("", "", None, marks=why, id="classic networks"))
    return found


def graph_of(edges: str, nodes: list[str], *, is_directed: bool) -> nx.Graph:
    """Make networkx' own graph from the same lines, weights added up."""
    graph = nx.DiGraph() if is_directed else nx.Graph()
    graph.add_nodes_from(nodes)
    for row in csv.DictReader(io.StringIO(edges)):
        ends, weight = (row["from"], row["to"]), float(row.get("weight", 1))
        if ends[0] != ends[1]:
            before = graph.get_edge_data(*ends, {"weight": 0})["weight"]
            graph.add_edge(*ends, weight=before + weight if "weight" in row else 1)
    return graph


def few_of(graph: nx.Graph) -> list[str]:
    """Choose nodes all over a network, one at least, and no more than networkx can do in no time."""
    work = 0.0
    some: list[str] = []
    mean = graph.number_of_edges() / len(graph)
    for one in [one for one in graph if len(graph[one])][:: max(1, len(graph) // 8)]:
        work += graph.degree(one) ** 2 * mean
        if not some or work < PATIENCE:
            some.append(one)
    return some


def dense_constraint(graph: nx.Graph, weight: str | None) -> "np.typing.NDArray[np.float64]":
    """Burt's sum as it is printed, with whole matrices."""
    ties = nx.to_numpy_array(graph, weight=weight)
    ties += ties.T
    with np.errstate(invalid="ignore"):
        share = ties / ties.sum(axis=1, keepdims=True)
    known = np.nan_to_num(share)
    found: np.typing.NDArray[np.float64] = ((share + known @ known) ** 2 * (ties > 0)).sum(axis=1)
    return found


@pytest.mark.parametrize("is_directed", [False, True], ids=["undirected", "directed"])
@pytest.mark.parametrize(("name", "edges", "nodes"), sets())
def test_a_classic_network_has_the_values_of_networkx(
    name: str,
    edges: str,
    nodes: str | None,
    is_directed: bool,  # noqa: FBT001 - a row of the table
) -> None:
    column = GROUP.get(name.split("_", maxsplit=1)[0])
    if column is None:
        ends = itertools.chain.from_iterable(
            (row["from"], row["to"]) for row in csv.DictReader(io.StringIO(edges))
        )
        listed = sorted(set(ends), key=int)
        nodes = "id,third\n" + "".join(f"{one},{int(one) % 3}\n" for one in listed)
        column = "third"
    told = read_network(
        edges, nodes, columns=Columns(group=column), is_directed=is_directed, without_loops=True
    )
    network = told.network
    graph = graph_of(edges, list(network.names), is_directed=is_directed)
    home = {
        name: network.groups[at] for name, at in zip(network.names, network.member_of, strict=True)
    }
    found = measure(network)
    internal = external = 0
    for group in found.per_group():
        inside = graph.subgraph(one for one in graph if home[one] == group.name)
        assert group.density == nx.density(inside)
        assert group.internal == inside.number_of_edges()
        out = len(list(nx.edge_boundary(graph, inside)))
        came = len(list(nx.edge_boundary(graph, set(graph) - set(inside)))) if is_directed else 0
        assert group.external == out + came
        internal, external = internal + group.internal, external + group.external
    assert found.ei == (external / 2 - internal) / (external / 2 + internal)
    ways = nx.betweenness_centrality(graph)
    assert betweenness(network).values == pytest.approx(
        np.array([ways[one] for one in graph]), abs=1e-12
    )
    some = few_of(graph)
    for weight in ("weight", None):
        held = constraint(network, is_weighted=weight is not None)
        assert held == pytest.approx(dense_constraint(graph, weight), abs=1e-12, nan_ok=True)
        assert all(np.isnan(held[at]) for at, one in enumerate(graph) if not graph.degree(one))
        ours = dict(zip(network.names, held.tolist(), strict=True))
        expected = nx.constraint(graph, nodes=some, weight=weight)
        assert {one: ours[one] for one in some} == pytest.approx(expected, abs=1e-12)
