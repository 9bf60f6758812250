"""Ties within and between streets: ours against networkx and igraph, on the same towns in the same run.

`python benchmarks/streets.py [--people 1000,10000,100000] [--tasks build,measure,...] [--rounds 3] [--seed 1]`

A town has streets of about 33 people, 8.4 ties each: 70 % within the street, 25 % to the next one, 5 % anywhere.
Every measure of every party runs in a process of its own, one thread, the fastest of the rounds counts. Printed are CPU
milliseconds, how many times ours fits in theirs (below 1: they are faster), the peak memory that the measure adds to
the network that is already there, and the largest difference between the answers. `measure` is the density of every
street and E-I of the town; `pivots` is betweenness from 256 of the people, with the mean standard error that ours
states. A dash: not asked, because it would take many minutes. Fails when answers differ.

The peers are installed by hash from `benchmarks/streets-peers.txt` into a folder of their own under the cache folder of
the user, never into ours: igraph is GPL.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np

HERE = Path(__file__).resolve().parent
SRC = HERE.parent / "src"
PARTIES = ("ours", "networkx", "igraph")
TASKS = ("build", "measure", "constraint", "exact", "pivots")
MOST = {
    ("ours", "exact"): 10_000, ("igraph", "exact"): 10_000, ("networkx", "exact"): 1_000,
    ("networkx", "pivots"): 10_000,
}  # fmt: skip
"""Larger towns than this are not asked of a party."""
GOALS = {("measure", "networkx"): 20, ("measure", "igraph"): 1, ("constraint", "igraph"): 1 / 3}
PIVOTS, SAME = 256, 1e-9
STREET, TIES, WITHIN, NEXT_STREET = 33, 8.4, 0.7, 0.25
QUICK = 0.2


def main() -> int:
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("--people", default="1000,10000,100000")
    reader.add_argument("--tasks", default=",".join(TASKS))
    reader.add_argument("--rounds", type=int, default=3)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    wishes = reader.parse_args()
    sys.path[:0] = [str(HERE.parent), str(SRC)]
    if wishes.run:
        party, task, room = wishes.run
        print(json.dumps(_run(party, task, room, wishes.rounds)))
        return 0
    from benchmarks.peers import peers_python

    python, tasks = peers_python("streets"), wishes.tasks.split(",")
    heads = ("ours", "networkx", "times", "igraph", "times", "ours", "networkx", "igraph", "apart")
    print(f"{'':>20}{'CPU milliseconds':^49}{'megabytes':>19}")
    print(f"{'people':>8} {'what':<11}" + "".join(f"{head:>10}" for head in heads), flush=True)
    is_same = True
    for people in (int(size) for size in wishes.people.split(",")):
        with tempfile.TemporaryDirectory() as room:
            np.savez(Path(room) / "town.npz", **make_town(people, wishes.seed))
            for task in (task for task in TASKS if task in tasks):
                is_same &= _line(people, task, room, python, wishes.rounds)
    return 0 if is_same else 1


def make_town(people: int, seed: int) -> dict[str, Any]:
    """Draw a town: who lives where, and ties that each stand there once."""
    rng = np.random.default_rng(seed)
    streets, count = people // STREET, int(people * TIES / 2)
    home = np.arange(people) % streets
    tails = rng.integers(0, people, count)
    kind = rng.random(count)
    step = np.where(kind < WITHIN, 0, rng.choice([-1, 1], count))
    there = (home[tails] + step) % streets
    most = (people - 1 - there) // streets + 1
    heads = there + streets * (rng.random(count) * most).astype(np.int64)
    heads = np.where(kind < WITHIN + NEXT_STREET, heads, rng.integers(0, people, count))
    low, high = np.minimum(tails, heads), np.maximum(tails, heads)
    code = np.unique((low * people + high)[low != high])
    weights = rng.integers(1, 6, code.size).astype(float)
    return {"home": home, "tails": code // people, "heads": code % people, "weights": weights}


def _line(people: int, task: str, room: str, python: Path | None, rounds: int) -> bool:
    found: dict[str, dict[str, Any]] = {}
    for party in PARTIES:
        if people > MOST.get((party, task), people) or (party != "ours" and python is None):
            continue
        mine = sys.executable if party == "ours" else str(python)
        words = [mine, __file__, "--run", party, task, room, "--rounds", str(rounds)]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
        found[party] = json.loads(done.stdout)
    if "ours" not in found:
        return True
    ours = found["ours"]
    row = f"{people:>8} {task:<11}{ours['ms']:>10.2f}"
    for party in PARTIES[1:]:
        took = found.get(party, {}).get("ms")
        row += f"{took:>10.1f}{took / ours['ms']:>9.1f}x" if took else f"{'-':>10}{'-':>10}"
    row += "".join(f"{found[p]['MB']:>10.1f}" if p in found else f"{'-':>10}" for p in PARTIES)
    apart = _apart(room, task, [party for party in PARTIES[1:] if party in found])
    print(row + f"{apart:>10.0e}" + _aims(task, found) + ours["note"], flush=True)
    return apart <= SAME


def _apart(room: str, task: str, others: list[str]) -> float:
    """How far the answers of the others lie from ours at most."""
    if task == "build":
        return 0.0
    ours = np.load(Path(room) / f"{task}-ours.npy")
    found = [0.0]
    for party in others:
        theirs = np.load(Path(room) / f"{task}-{party}.npy")
        assert (np.isnan(ours) == np.isnan(theirs)).all()
        found.append(float(np.nanmax(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)))))
    return max(found)


def _aims(task: str, found: dict[str, dict[str, Any]]) -> str:
    said = ""
    for party in PARTIES[1:]:
        goal = GOALS.get((task, party))
        if goal and party in found:
            met = found[party]["ms"] / found["ours"]["ms"] >= goal
            said += f"  {party} {goal:.2g}x: {'met' if met else 'NOT MET'}"
    if task == "constraint" and "networkx" in found:
        met = found["ours"]["MB"] <= found["networkx"]["MB"] / 10
        said += f"  a tenth of the memory: {'met' if met else 'NOT MET'}"
    return said


def _run(party: str, task: str, room: str, rounds: int) -> dict[str, Any]:
    """One measure of one party: time, memory, and the answer on the disk."""
    with np.load(Path(room) / "town.npz") as file:
        town = dict(file)
    build, measures = {"ours": ours, "networkx": _networkx, "igraph": _igraph}[party](town)
    if task == "build":
        ms, added, _ = timed(build, rounds)
        return {"ms": ms, "MB": added, "note": ""}
    network = build()
    ms, added, answer = timed(lambda: measures[task](network), rounds)
    note = ""
    if isinstance(answer, tuple):
        answer, error = answer
        note = f"  mean value {answer.mean():.1e}, stated error {error.mean():.1e}"
    np.save(Path(room) / f"{task}-{party}.npy", np.asarray(answer, dtype=float))
    return {"ms": ms, "MB": added, "note": note}


def timed(work: Callable[[], Any], rounds: int) -> tuple[float, float, Any]:
    """CPU milliseconds of the fastest round, and the megabytes that the first one took at most."""
    before = _memory("VmRSS")
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    began = time.process_time()
    answer = work()
    best = time.process_time() - began
    added = _memory("VmHWM") - before
    for _ in range(rounds - 1 if best < QUICK * 50 else 0):
        times, began = 0, time.process_time()
        while time.process_time() - began < QUICK or not times:
            work()
            times += 1
        best = min(best, (time.process_time() - began) / times)
    return best * 1000, max(added, 0.0), answer


def _memory(what: str) -> float:
    """Megabytes, as Linux counts them."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(what):
            return int(line.split()[1]) / 1024
    return 0.0


def _pivots(people: int) -> Any:
    """The same pivots for everybody."""
    return np.sort(np.random.default_rng(0).choice(people, min(PIVOTS, people), replace=False))


def ours(town: dict[str, Any]) -> tuple[Callable[[], Any], dict[str, Callable[[Any], Any]]]:
    from gebuur.domain.streets import Network, betweenness, constraint, measure

    names = [str(number) for number in range(town["home"].size)]
    columns = {
        "weights": town["weights"], "groups": [f"{street:06}" for street in town["home"].tolist()],
    }  # fmt: skip

    def build() -> Any:
        return Network.from_columns(names, town["tails"], town["heads"], **columns)

    def measures(network: Any) -> Any:
        found = measure(network)
        return [*found.density.tolist(), found.ei]

    def pivots(network: Any) -> Any:
        found = betweenness(network, pivots=PIVOTS, seed=0)
        return found.values, found.std_err

    return build, {
        "measure": measures, "constraint": constraint, "pivots": pivots,
        "exact": lambda network: betweenness(network).values,
    }  # fmt: skip


def _networkx(town: dict[str, Any]) -> tuple[Callable[[], Any], dict[str, Callable[[Any], Any]]]:
    import networkx as nx

    home = town["home"].tolist()
    streets = [np.flatnonzero(town["home"] == one).tolist() for one in range(max(home) + 1)]
    ties = list(zip(*(town[name].tolist() for name in ("tails", "heads", "weights")), strict=True))

    def build() -> Any:
        graph = nx.Graph()
        graph.add_nodes_from(range(len(home)))
        graph.add_weighted_edges_from(ties)
        return graph

    def measures(graph: Any) -> Any:
        within = sum(home[a] == home[b] for a, b in graph.edges())
        every = graph.number_of_edges()
        return [*(nx.density(graph.subgraph(one)) for one in streets), (every - 2 * within) / every]

    def pivots(graph: Any) -> Any:
        n, total = len(graph), dict.fromkeys(graph, 0.0)
        for pivot in _pivots(n).tolist():
            parts = nx.algorithms.centrality.betweenness
            order, before, ways, _ = parts._single_source_shortest_path_basic(graph, pivot)  # noqa: SLF001 - our pivots
            total, _ = parts._accumulate_basic(total, order, before, ways, pivot)  # noqa: SLF001 - our pivots
        scale = n / min(PIVOTS, n) / ((n - 1) * (n - 2))
        return [total[one] * scale for one in range(n)]

    def exact(graph: Any) -> Any:
        return list(nx.betweenness_centrality(graph).values())

    def constraint(graph: Any) -> Any:
        return list(nx.constraint(graph, weight="weight").values())

    return build, {"measure": measures, "constraint": constraint, "pivots": pivots, "exact": exact}


def _igraph(town: dict[str, Any]) -> tuple[Callable[[], Any], dict[str, Callable[[Any], Any]]]:
    import igraph  # type: ignore[import-not-found]  # it has its own environment

    home = town["home"].tolist()
    n = len(home)
    ties = np.stack([town["tails"], town["heads"]], axis=1)

    def build() -> Any:
        return igraph.Graph(n=n, edges=ties, edge_attrs={"weight": town["weights"].tolist()})

    def measures(graph: Any) -> Any:
        streets = igraph.VertexClustering(graph, home)
        across, every = sum(streets.crossing()), graph.ecount()
        return [*(one.density() for one in streets.subgraphs()), (2 * across - every) / every]

    def pivots(graph: Any) -> Any:
        some = _pivots(n).tolist()
        ways = np.array(graph.betweenness(directed=False, sources=some))
        # Undirected, igraph counts each way from a pivot as half a pair.
        return ways * 2 * n / len(some) / ((n - 1) * (n - 2))

    def exact(graph: Any) -> Any:
        return np.array(graph.betweenness(directed=False)) * 2 / ((n - 1) * (n - 2))

    def constraint(graph: Any) -> Any:
        return graph.constraint(weights="weight")

    return build, {"measure": measures, "constraint": constraint, "pivots": pivots, "exact": exact}


if __name__ == "__main__":
    sys.exit(main())
