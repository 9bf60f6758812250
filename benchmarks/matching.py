"""The weekly division against OR-Tools' min-cost flow and SciPy's sparse matching, on the same weeks in one run.

`python benchmarks/matching.py [--sizes quarter,town,city,eighth,...,flanders,crisis-0.8,...] [--rounds 3] [--seed 1]`

Prints, per size, CPU seconds of one thread: `build` (people to possible pairs), `solve` (with the prices down to their
lowest), `proof` (bound, and that no pair breaks it), the `whole` of `propose` with reasons and alternatives, the first
three `per M`, a million possible pairs (from `eighth` to `flanders` people live equally close together: what grows with
the pairs stays level there), the peak memory of these three, how many stay unserved, the certified `gap` in metres, and
for each peer the time from the same arrays of pairs to its answer, at the best of two sizes of the penalty. The fastest
of all rounds counts, ours and theirs take turns; a dash means not done within five minutes. `same` says whether all
came to the same objective, and so to as many unserved. The peers are installed by hash from
`benchmarks/matching-peers.txt` into a folder of their own under the cache folder of the user, never into ours.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]
PEERS = ("ortools", "scipy")
SMALLER = 900_000
"""So much is taken off every penalty for the peer's second try: what is left still outweighs every walk."""
PATIENCE = 300
FACTS = ("requests", "helpers", "pairs")
TIMES = ("build", "solve", "proof", "whole")
ANSWER = ("MB", "unserved", "gap")
SCIPY_MOST = 500_000
"""With more pairs SciPy is only asked at the smaller penalty, which is the faster one for it."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    usual = "quarter,town,city,eighth,fourth,half,flanders,crisis-0.8,crisis-1.1,crisis-1.6"
    parser.add_argument("--sizes", default=usual)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ours", help=argparse.SUPPRESS)
    parser.add_argument("--peer", nargs=2, help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.ours:
        return _ours(wishes.ours, wishes.seed)
    if wishes.peer:
        return _peer(*wishes.peer)
    from benchmarks.peers import peers_python

    python = peers_python("matching")
    print(f"{'size':<11}", *(f"{head:>9}" for head in (*FACTS, *TIMES, "per M", *ANSWER)), end="")
    print("   ortools  ratio     scipy  ratio  same", flush=True)
    same = [_line(size, wishes, python) for size in wishes.sizes.split(",")]
    return 0 if all(same) else 1


def _line(size: str, wishes: argparse.Namespace, python: Path | None) -> bool:
    with tempfile.TemporaryDirectory() as room:
        best: dict[str, Any] = {}
        for _ in range(wishes.rounds):
            ours = _run(
                Path(sys.executable), "--ours", f"{size}:{room}", "--seed", str(wishes.seed)
            )
            _keep(best, ours, TIMES)
            for peer in PEERS if python else ():
                _keep(best, _ask_peer(python or Path(), peer, room), (peer,))
    row = f"{size:<11} " + " ".join(f"{best[fact]:>9}" for fact in FACTS)
    row += "".join(f" {best[part]:>9.3f}" for part in TIMES)
    row += f" {sum(best[part] for part in TIMES[:3]) * 1e6 / best['pairs']:>9.3f}"
    row += "".join(f" {best[part]:>9.0f}" for part in ANSWER)
    for peer in PEERS:
        took = best.get(peer)
        row += f"{took:>10.3f}{took / best['solve']:>6.1f}x" if took else "         -      -"
    told = {best[key] for key in best if key.startswith("objective")}
    print(row, "  yes" if len(told) == 1 and best["holds"] else "   NO", flush=True)
    return len(told) == 1


def _keep(best: dict[str, Any], found: dict[str, Any], times: tuple[str, ...]) -> None:
    """The fastest time of each kind; everything else as it is."""
    for key, value in found.items():
        is_time = key in times and value is not None and best.get(key) is not None
        best[key] = min(best[key], value) if is_time else value


def _ask_peer(python: Path, peer: str, room: str) -> dict[str, Any]:
    """Its best time; None when it is not done within `PATIENCE` seconds."""
    try:
        return _run(python, "--peer", peer, room)
    except subprocess.TimeoutExpired:
        return {peer: None}


def _run(python: Path, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [python, __file__, *words], check=True, capture_output=True, text=True, timeout=PATIENCE
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _ours(wish: str, seed: int) -> int:
    from benchmarks.instances import CRISIS, PARTS, SIZES, make_week
    from gebuur.domain.matching import Policy, propose
    from gebuur.domain.matching.market import open_market
    from gebuur.domain.matching.outcome import lower_bound
    from gebuur.domain.matching.propose import find_division

    size, _, room = wish.partition(":")
    requests, helpers = (SIZES | PARTS | CRISIS)[size]
    week = make_week(size, requests, helpers, seed=seed)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    clock = [time.process_time()]
    market = open_market(week.requests, week.volunteers, Policy())
    clock.append(time.process_time())
    found = find_division(market)
    clock.append(time.process_time())
    bound = lower_bound(market, found)
    asking = np.repeat(np.arange(requests), np.diff(market.starts))
    holds = bool((found.worth[asking] <= market.base + found.extra[market.helper]).all())
    clock.append(time.process_time())
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    objective = _hand_over(market, found.helper, asking, Path(room) / "pairs.npz")
    parts = dict(zip(TIMES, np.diff(clock).tolist(), strict=False))
    began = time.process_time()
    propose(week.requests, week.volunteers)
    parts["whole"] = time.process_time() - began
    answer = {"MB": memory, "unserved": int((found.helper < 0).sum()), "gap": objective - bound}
    facts = dict(zip(FACTS, (requests, helpers, len(asking)), strict=True)) | answer
    print(json.dumps(parts | facts | {"holds": holds, "objective": objective}))
    return 0


def _hand_over(market: Any, helper: Any, asking: Any, path: Path) -> int:
    """Write the pairs down for the peers; what our division costs, added up anew."""
    room, helpers = market.crowd.room, len(market.bonus)
    ladder = [market.climb(np.full(helpers, done)) for done in range(int(room.max(initial=0)))]
    steps = np.array(ladder).reshape(len(ladder), helpers)
    np.savez(
        path, asking=asking, helper=market.helper, base=market.base, penalty=market.penalty,
        room=room, ladder=steps,
    )  # fmt: skip
    tasks = np.bincount(helper[helper >= 0], minlength=helpers)
    cost = market.penalty[helper < 0].sum() + market.base[helper[asking] == market.helper].sum()
    return int(cost + steps[np.arange(len(ladder))[:, None] < tasks].sum())


def _peer(name: str, room: str) -> int:
    """One peer at both sizes of the penalty; its best time, and its optimum in our penalties."""
    with np.load(Path(room) / "pairs.npz") as file:
        arrays = dict(file)
    tries = [SMALLER] if name == "scipy" and len(arrays["asking"]) > SCIPY_MOST else [0, SMALLER]
    best, objective = float("inf"), None
    for less in tries:
        solve = _ortools if name == "ortools" else _scipy
        took, cost, unserved = solve(arrays | {"penalty": arrays["penalty"] - less})
        best, objective = min(best, took), cost + less * unserved
    print(json.dumps({name: best, f"objective {name}": objective}))
    return 0


def _ortools(week: dict[str, Any]) -> tuple[float, int, int]:
    from ortools.graph.python import (  # type: ignore[import-not-found, unused-ignore] # not ours
        min_cost_flow,
    )

    requests, helpers = len(week["penalty"]), len(week["room"])
    began = time.process_time()
    flow = min_cost_flow.SimpleMinCostFlow()
    sink = requests + helpers
    steps, places = np.nonzero(np.arange(len(week["ladder"]))[:, None] < week["room"])
    tails = np.concatenate([week["asking"], np.arange(requests), requests + places])
    heads = np.concatenate([requests + week["helper"], np.full(requests + len(places), sink)])
    costs = np.concatenate([week["base"], week["penalty"], week["ladder"][steps, places]])
    flow.add_arcs_with_capacity_and_unit_cost(tails, heads, np.ones(len(tails), np.int64), costs)
    supply = np.append(np.ones(requests, np.int64), -requests)
    flow.set_nodes_supplies(np.append(np.arange(requests), sink), supply)
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError
    took = time.process_time() - began
    first = len(week["asking"])
    unserved = sum(flow.flow(arc) for arc in range(first, first + requests))
    return took, int(flow.optimal_cost()), int(unserved)


def _scipy(week: dict[str, Any]) -> tuple[float, int, int]:
    from scipy.sparse import csr_array  # type: ignore[import-untyped, import-not-found, unused-ignore] # not ours
    from scipy.sparse.csgraph import (  # type: ignore[import-untyped, import-not-found, unused-ignore] # not ours
        min_weight_full_bipartite_matching,
    )

    requests = len(week["penalty"])
    began = time.process_time()
    first = np.concatenate([[0], np.cumsum(week["room"])])
    copies = week["room"][week["helper"]]
    pair = np.repeat(np.arange(len(copies)), copies)
    step = np.arange(len(pair)) - np.repeat(np.cumsum(copies) - copies, copies)
    helper = week["helper"][pair]
    costs = np.concatenate([week["base"][pair] + week["ladder"][step, helper], week["penalty"]])
    rows = np.concatenate([week["asking"][pair], np.arange(requests)])
    columns = np.concatenate([first[helper] + step, first[-1] + np.arange(requests)])
    shift = 1 - int(costs.min())
    whole = csr_array((costs + shift, (rows, columns)), shape=(requests, int(first[-1]) + requests))
    asking, place = min_weight_full_bipartite_matching(whole)
    took = time.process_time() - began
    cost = int(whole[asking, place].sum()) - shift * requests
    return took, cost, int((place >= first[-1]).sum())


if __name__ == "__main__":
    sys.exit(main())
