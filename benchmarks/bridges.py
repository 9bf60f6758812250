"""Bridges between streets: the gain of every pair against reckoning the network anew, and the best ten.

`python benchmarks/bridges.py [--seed 1]`

The towns are those of `benchmarks/streets.py`. Reckoning anew is timed for 40 pairs and multiplied for the rest.
Printed are CPU times, how far the two answers lie apart, and how good 1, 3, 5 and 10 chosen bridges are proved to be.
"""

import argparse
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent / "src"))
from benchmarks.streets import make_town, ours, timed  # noqa: E402 - the way to it is laid just above


def main() -> int:
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("--seed", type=int, default=1)
    seed = reader.parse_args().seed
    from gebuur.domain.streets import between_groups, bridges, every_gain
    from gebuur.domain.streets.distance import laplacian_of

    print(
        f"\n{'streets':>8}{'pairs':>9}{'all ms':>9}{'anew s':>9}{'times':>10}{'apart':>9}{'ten ms':>9}"
        "  at least so good, with 1, 3, 5, 10 bridges"
    )
    for people in (990, 3_300, 10_000, 33_000):
        build, _ = ours(make_town(people, seed))
        places = between_groups(build())
        n = places.n
        ms, _, gains = timed(partial(every_gain, places), 3)
        plain = laplacian_of(places)
        before, anew, apart = total(plain), 0.0, 0.0
        for a, b in np.random.default_rng(seed).choice(n, (40, 2)).tolist():
            if a == b:
                continue
            tie = np.zeros(n)
            tie[[a, b]] = 1, -1
            began = time.process_time()
            gain = before - total(plain + np.outer(tie, tie))
            anew += (time.process_time() - began) / 40
            apart = max(apart, abs(gain / gains[a, b] - 1))
        pairs = n * (n - 1) // 2
        began = time.process_time()
        shares = [bridges(places, 10).share]
        ten = (time.process_time() - began) * 1000
        shares = [bridges(places, k).share for k in (1, 3, 5)] + shares
        times = anew * pairs * 1000 / ms
        print(
            f"{n:>8}{pairs:>9,}{ms:>9.1f}{anew * pairs:>9.0f}{times:>9,.0f}x{apart:>9.0e}{ten:>9.0f}  "
            + ", ".join(f"{share:.1%}" for share in shares if share is not None),
            flush=True,
        )
    return 0


def total(laplacian: Any) -> float:
    """The sum of all effective distances, from the eigenvalues."""
    n = len(laplacian)
    return n * float((1 / np.linalg.eigvalsh(laplacian)[1:]).sum())


if __name__ == "__main__":
    sys.exit(main())
