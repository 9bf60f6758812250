"""What always holds, whatever the network."""

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gebuur.domain.streets import (
    Network,
    betweenness,
    bridges,
    brokers,
    components,
    constraint,
    effective_distance,
    every_gain,
    measure,
    pairs_cut,
)
from gebuur.domain.streets.certificate import lower_bound
from gebuur.domain.streets.distance import laplacian_of
from gebuur.domain.streets.exact import best_total

NAMES = "abcdefgh"
HOMES = st.fixed_dictionaries({name: st.sampled_from(["Dok", "Kerk", "Markt"]) for name in NAMES})
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] != p[1])
TIES = st.lists(st.tuples(PAIRS, st.sampled_from([0.5, 1.0, 3.0])), max_size=16)
ALONE = {name: name for name in NAMES}


def network_of(
    ties: list[tuple[tuple[str, str], float]], homes: dict[str, str], *, is_directed: bool = False
) -> Network:
    return Network.of([(*pair, weight) for pair, weight in ties], homes, is_directed=is_directed)


def graph_of(network: Network) -> nx.Graph:
    graph = nx.DiGraph() if network.is_directed else nx.Graph()
    graph.add_nodes_from(range(network.n))
    columns = (network.tails.tolist(), network.heads.tolist(), network.weights.tolist())
    graph.add_weighted_edges_from(zip(*columns, strict=True))
    return graph


def total(network: Network, *more: tuple[int, int]) -> float:
    graph = graph_of(network)
    for a, b in more:
        weight = graph.get_edge_data(a, b, {"weight": 0})["weight"]
        graph.add_edge(a, b, weight=weight + 1)
    laplacian = np.diag([graph.degree(n, "weight") for n in graph]) - nx.to_numpy_array(graph)
    values = np.sort(np.linalg.eigvalsh(laplacian))[1:]
    return float(network.n * (1 / values).sum())


@settings(max_examples=30, deadline=None)
@given(TIES, HOMES, st.booleans())
def test_ties_are_counted_as_networkx_counts_them(
    ties: list[tuple[tuple[str, str], float]],
    homes: dict[str, str],
    is_directed: bool,  # noqa: FBT001 - drawn
) -> None:
    network = network_of(ties, homes, is_directed=is_directed)
    graph, found = graph_of(network), measure(network)
    for group in found.per_group():
        members = [n for n, name in enumerate(network.names) if homes[name] == group.name]
        inside = graph.subgraph(members)
        assert (group.members, group.internal) == (len(members), inside.number_of_edges())
        assert group.density == nx.density(inside)
        touching = sum((a in members) + (b in members) for a, b in graph.edges)
        assert group.external == touching - 2 * group.internal
    assert found.within + found.across == graph.number_of_edges()
    assert sum(pair.ties for pair in found.between()) == found.across
    assert found.isolated == nx.number_of_isolates(graph)


@settings(max_examples=30, deadline=None)
@given(TIES, st.booleans(), st.booleans())
def test_ways_and_constraint_are_those_of_networkx(
    ties: list[tuple[tuple[str, str], float]],
    is_directed: bool,  # noqa: FBT001 - drawn
    is_weighted: bool,  # noqa: FBT001 - drawn
) -> None:
    network = network_of(ties, ALONE, is_directed=is_directed)
    graph = graph_of(network)
    expected = nx.betweenness_centrality(graph)
    assert betweenness(network).values.tolist() == pytest.approx([expected[n] for n in graph])
    held = constraint(network, is_weighted=is_weighted)
    weight = "weight" if is_weighted else None
    for n in graph:
        around = set(nx.all_neighbors(graph, n))
        expected_here = sum(nx.local_constraint(graph, n, q, weight) for q in around)
        assert held[n] == pytest.approx(expected_here if around else np.nan, nan_ok=True)


@settings(max_examples=30, deadline=None)
@given(TIES)
def test_what_falls_apart_is_what_falls_apart(ties: list[tuple[tuple[str, str], float]]) -> None:
    network = network_of(ties, ALONE)
    graph, cut = graph_of(network), pairs_cut(network)
    parts = components(network)
    assert {frozenset(np.flatnonzero(parts == part).tolist()) for part in set(parts.tolist())} == {
        frozenset(part) for part in nx.connected_components(graph)
    }
    for n in graph:
        rest = graph.subgraph(set(graph) - {n})
        gone = len(nx.node_connected_component(graph, n)) - 1
        assert cut[n] == reachable(graph) - gone - reachable(rest)
        assert (cut[n] > 0) == (n in set(nx.articulation_points(graph)))


def reachable(graph: nx.Graph) -> int:
    return sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(graph))


@settings(max_examples=30, deadline=None)
@given(TIES, HOMES, st.randoms(use_true_random=False))
def test_the_order_in_which_things_were_told_is_nothing(
    ties: list[tuple[tuple[str, str], float]], homes: dict[str, str], chance: "st.DrawFn"
) -> None:
    turned = [(pair[::-1], weight) for pair, weight in ties]
    chance.shuffle(turned)  # type: ignore[attr-defined]  # a random.Random, which hypothesis does not name
    names = sorted(homes, reverse=True)
    one, two = network_of(ties, homes), network_of(turned, {name: homes[name] for name in names})
    assert list(measure(one).per_group()) == list(measure(two).per_group())
    assert list(measure(one).between()) == list(measure(two).between())
    assert brokers(one) == brokers(two)
    assert bridges(one) == bridges(two)


@settings(max_examples=30, deadline=None)
@given(TIES)
def test_every_bridge_gains_exactly_what_reckoning_anew_says(
    ties: list[tuple[tuple[str, str], float]],
) -> None:
    ring = [((a, b), 1.0) for a, b in itertools.pairwise(NAMES)]
    network = network_of([*ring, *ties], ALONE)
    before, gains = total(network), every_gain(network)
    assert before == pytest.approx(effective_distance(network).sum() / 2)
    assert (gains >= 0).all()
    for a, b in itertools.combinations(range(network.n), 2):
        assert gains[a, b] == gains[b, a]
        assert before - total(network, (a, b)) == pytest.approx(gains[a, b])


@settings(max_examples=30, deadline=None)
@given(TIES, st.integers(0, 4))
def test_bridges_add_up_and_never_do_harm(
    ties: list[tuple[tuple[str, str], float]], k: int
) -> None:
    network = network_of(ties, ALONE)
    found = bridges(network, k)
    assert len(found.ties) == k
    assert len({(tie.a, tie.b) for tie in found.ties}) == k
    assert all(tie.gain >= 0 and tie.a < tie.b for tie in found.ties)
    assert found.before - sum(tie.gain for tie in found.ties) == pytest.approx(found.after)
    joins = sum(tie.joins for tie in found.ties)
    assert found.unreachable_before - joins == found.unreachable_after
    assert np.where(np.isinf(apart := effective_distance(network)), 0, apart).max() < found.far


@settings(max_examples=20, deadline=None)
@given(TIES, st.integers(2, 3))
def test_the_certificate_never_promises_too_much(
    ties: list[tuple[tuple[str, str], float]], k: int
) -> None:
    """Against every choice of two or three ties, reckoned anew."""
    ring = [((a, b), 1.0) for a, b in itertools.pairwise(NAMES[:6])]
    small = [(pair, weight) for pair, weight in ties if set(pair) <= set(NAMES[:6])]
    network = network_of([*ring, *small], {name: name for name in NAMES[:6]})
    pairs = list(itertools.combinations(range(6), 2))
    best = min(total(network, *some) for some in itertools.combinations(pairs, k))
    found = bridges(network, k)
    assert found.bound == pytest.approx(best)
    assert found.share is not None
    assert found.share == pytest.approx((found.before - found.after) / (found.before - best))
    assert best_total(laplacian_of(network), k) == pytest.approx(best)
    chosen = np.array(
        [[network.names.index(tie.a), network.names.index(tie.b)] for tie in found.ties]
    )
    assert 0 < lower_bound(laplacian_of(network), chosen) <= best * (1 + 1e-12)


@settings(max_examples=30, deadline=None)
@given(TIES, st.integers(1, 3))
def test_no_other_ties_join_more(ties: list[tuple[tuple[str, str], float]], k: int) -> None:
    network = network_of(ties, ALONE)
    found = bridges(network, k)
    graph = graph_of(network)
    sizes = sorted((len(part) for part in nx.connected_components(graph)), reverse=True)
    merged = [sum(sizes[: k + 1]), *sizes[k + 1 :]]
    most = sum(size * (size - 1) // 2 for size in merged)
    assert found.unreachable_after == network.n * (network.n - 1) // 2 - most
