"""Who stays, reckoned by us and by lifelines on the same lives in the same run.

`python benchmarks/survival.py [--peer PYTHON] [--lives 1000,100000,1000000] [--rounds 5]`

Without `--peer` lifelines 0.30.3 is installed in an environment of its own, in a temporary folder; it is no
library of ours. Whole weeks (1-104) and times in fractions; a third is with us still; two groups. Prints, per size
and kind of time, the CPU milliseconds of the median round, how many times faster we are, and the largest
difference between the two answers. Fails when the answers differ by more than 1e-9.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

PEER = "lifelines==0.30.3"
SRC = Path(__file__).resolve().parents[1] / "src"
SEED = 20_261_128
SAME = 1e-9
A_ROUND = 20_000_000  # nanoseconds of CPU; short work is repeated until then
GOALS = {
    ("curve", "weeks"): {1_000: 50, 100_000: 15, 1_000_000: 6},
    ("test", "weeks"): {1_000: 100, 1_000_000: 11},
}


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    reader.add_argument("--peer", help="a Python that has lifelines, numpy and pandas")
    reader.add_argument("--lives", default="1000,100000,1000000")
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--race", action="store_true", help=argparse.SUPPRESS)
    wishes = reader.parse_args()
    sizes = [int(size) for size in wishes.lives.split(",")]
    if wishes.race:
        print(
            json.dumps([_race(n, kind, wishes.rounds) for n in sizes for kind in ("weeks", "days")])
        )
        return 0
    with tempfile.TemporaryDirectory() as folder:
        python = wishes.peer or _install(Path(folder))
        command = [
            python,
            __file__,
            "--race",
            "--lives",
            wishes.lives,
            "--rounds",
            str(wishes.rounds),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1] if done.stderr else "The race failed.")
        return 1
    return _print(json.loads(done.stdout))


def _install(folder: Path) -> str:
    venv.create(folder / "peer", with_pip=True)
    python = str(folder / "peer" / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", PEER], check=True)
    return python


def _race(n: int, kind: str, rounds: int) -> dict[str, Any]:
    """One size, inside the peer's environment: our module knows numpy only, so it runs there as well."""
    import warnings

    import numpy as np

    warnings.simplefilter("ignore")
    sys.path.insert(0, str(SRC))
    from lifelines import KaplanMeierFitter  # type: ignore[import-not-found]  # it has its own environment
    from lifelines.statistics import multivariate_logrank_test  # type: ignore[import-not-found]

    from gebuur.domain.survival import kaplan_meier, log_rank

    rng = np.random.default_rng(SEED)
    groups = rng.integers(0, 2, n)
    exits = np.minimum(rng.exponential(30 + 15 * groups, n) + 0.01, 103.9)
    if kind == "weeks":
        exits = np.ceil(exits)
    events = rng.random(n) > 1 / 3
    ours, curve = _cpu(lambda: kaplan_meier(exits, events), rounds)
    theirs, fitted = _cpu(lambda: KaplanMeierFitter().fit(exits, events), rounds)
    our_test, test = _cpu(lambda: log_rank(exits, events, groups), rounds)
    their_test, tested = _cpu(lambda: multivariate_logrank_test(exits, groups, events), rounds)
    shares = fitted.survival_function_.iloc[1:, 0].to_numpy()
    band = fitted.confidence_interval_.to_numpy()[1:]
    apart = max(
        float(np.abs(shares - curve.survival).max()),
        float(np.abs(band - np.stack([curve.lower, curve.upper], axis=1)).max()),
    )
    assert test is not None
    return {
        "n": n,
        "kind": kind,
        "curve": (ours, theirs, apart),
        "test": (our_test, their_test, abs(test.chi2 / tested.test_statistic - 1)),
    }


def _cpu(work: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    """CPU milliseconds of the median round, after one round to warm up."""
    answer, spent = work(), []
    for _ in range(rounds):
        times = 0
        begin = time.process_time_ns()
        while (passed := time.process_time_ns() - begin) < A_ROUND or not times:
            answer = work()
            times += 1
        spent.append(passed / times / 1e6)
    return median(spent), answer


def _print(rows: list[dict[str, Any]]) -> int:
    print(
        f"{'lives':>10} {'times':<7}{'what':<18}{'ours ms':>10}{'lifelines':>11}{'faster':>9}{'goal':>7}{'apart':>10}"
    )
    worst = 0.0
    for row in rows:
        for what, words in (("curve", "curve and band"), ("test", "log-rank")):
            ours, theirs, apart = row[what]
            worst = max(worst, apart)
            goal = GOALS.get((what, row["kind"]), {}).get(row["n"])
            print(
                f"{row['n']:>10,} {row['kind']:<7}{words:<18}{ours:>10.3f}{theirs:>11.1f}{theirs / ours:>8.1f}x"
                f"{f'{goal}x' if goal else '':>7}{apart:>10.1e}"
            )
    print("the same answers" if worst <= SAME else f"DIFFERENT ANSWERS: {worst}")
    return 0 if worst <= SAME else 1


if __name__ == "__main__":
    sys.exit(main())
