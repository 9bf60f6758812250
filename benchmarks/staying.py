"""Who stays? Half a year in a made-up town under seven ways of dividing, and what happens when we assume wrongly.

`python benchmarks/staying.py [--seeds 20]`

THE HAZARDS ARE ASSUMED: nobody measured how waiting and being full every week make volunteers stop. Prints the
table of `gebuur simulate`, the goals with what was reached, how far people walk at equal retention for every strength
of the equity penalty, and the sensitivity: hazards halved and doubled, three and six times the requests. Every way
plays in the same towns with the same luck; differences are paired. Exits 1 when a goal is missed.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from gebuur.domain.matching import Policy  # noqa: E402 - found on the path above
from gebuur.domain.matching.simulation import (  # noqa: E402 - found on the path above
    EQUITY_PENALTY,
    Hazards,
    Line,
    Size,
    Way,
    after_penalty,
    all_at_once,
    compare,
    simulate,
)
from gebuur.web.management.commands.simulate import as_table  # noqa: E402 - as above

KEPT, WALKED = 0.20, 1 / 3
PENALTIES = (250, 500, 1_000, EQUITY_PENALTY, 3_000)
SHARES = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45, 0.65, 1.0)
SETTINGS = (
    ("as assumed", 1.0, 1),
    ("hazards halved", 0.5, 1),
    ("hazards doubled", 2.0, 1),
    ("3 times the requests", 1.0, 3),
    ("6 times the requests", 1.0, 6),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=20, help="towns for the table and the goals")
    seeds = parser.parse_args().seeds
    began = time.process_time()
    report = simulate(seeds=seeds)
    print("\n".join(as_table(report)), end="\n\n", flush=True)
    lines = {line.way: line for line in report.lines}
    met = _tell_goals(lines, max(2, seeds // 2))
    _tell_sensitivity(max(2, seeds // 2))
    print(f"\n{time.process_time() - began:.0f} s of one core")
    return 0 if met else 1


def _tell_goals(lines: dict[str, Line], seeds: int) -> bool:
    """The three promises; every one for the hand-set bonus, which is the default."""
    ours, nearest = lines[Way.OURS], lines[Way.NEAREST]
    lost, theirs = ours.measures["lost"].mean, nearest.measures["lost"].mean
    saved = _tell_equity(seeds)
    print("\ngoals, for ours with the hand-set bonus")
    return all(
        [
            _goal("volunteers after 26 weeks against nearest-first", ours.more_active.mean, KEPT),
            _goal("requests lost: fewer than nearest-first or as many", theirs - lost, 0.0),
            _goal("walking saved at equal retention, against equity", saved, WALKED),
        ]
    )


def _goal(what: str, reached: float, goal: float) -> bool:
    is_met = reached >= goal
    print(f"  {what:<52} {reached:+8.2%}  goal {goal:+7.2%}  {'met' if is_met else 'NOT met'}")
    return is_met


def _tell_equity(seeds: int) -> float:
    """How far people walk under each equity penalty, and under ours scaled to keep as many; the saving."""
    numbers = range(1, seeds + 1)
    size, hazards = Size(), Hazards()
    scaled = {f"{share:.2f}": all_at_once(_scaled(share)) for share in SHARES}
    curve = sorted(map(_point, compare(scaled, size=size, hazards=hazards, seeds=numbers)))
    penalties = {f"{metres:,}": after_penalty(metres) for metres in PENALTIES}
    print(f"walking at equal retention ({seeds} towns): equity penalty against ours, bonus scaled")
    saved = 0.0
    for line in compare(penalties, size=size, hazards=hazards, seeds=numbers):
        active, metres = _point(line)
        ours = _metres_at(curve, active)
        part = 1 - ours / metres if ours else 0.0
        told = f"ours {ours:6.0f} m  {part:+.0%} saved" if ours else "ours cannot keep as many"
        print(f"  penalty {line.way:>6} m  active {active:6.0f}  {metres:6.0f} m  {told}")
        saved = part if line.way == f"{EQUITY_PENALTY:,}" else saved
    return saved


def _scaled(share: float) -> Policy:
    """Our policy with the turn bonus and load steps so many times as large."""
    plain = Policy()
    return Policy(
        new_curve=tuple(round(share * plain.turn_bonus(week, None)) for week in range(9)),
        wait_curve=tuple(round(share * plain.turn_bonus(week, week)) for week in range(17)),
        load_steps=tuple(round(share * step) for step in plain.load_steps),
    )


def _point(line: Line) -> tuple[float, float]:
    return line.measures["active"].mean, line.measures["metres"].mean


def _metres_at(curve: Sequence[tuple[float, float]], active: float) -> float:
    """Along the straight line between the two nearest strengths; 0 above the strongest."""
    for (low, near), (high, far) in pairwise(curve):
        if low <= active <= high:
            return near + (far - near) * (active - low) / max(1e-9, high - low)
    return curve[0][1] if active < curve[0][0] else 0.0


def _tell_sensitivity(seeds: int) -> None:
    print(
        f"\nif we assume wrongly ({seeds} towns): volunteers at the end against nearest-first, 95 %"
    )
    print(f"  {'':<22}" + "".join(f"{way:>22}" for way in list(Way)[1:]))
    for name, factor, times in SETTINGS:
        size, hazards = Size(requests=Size().requests * times), Hazards().times(factor)
        report = simulate(size=size, hazards=hazards, seeds=seeds)
        told = "".join(f"{_kept(line):>22}" for line in report.lines[1:])
        print(f"  {name:<22}{told}", flush=True)
        lost = "".join(f"{line.measures['lost'].mean:>21.1%} " for line in report.lines[1:])
        base = report.lines[0].measures["lost"].mean
        print(f"  {f'  lost (nearest {base:.1%})':<22}{lost}", flush=True)


def _kept(line: Line) -> str:
    return f"{line.more_active.mean:+.1%} +- {line.more_active.half or 0:.1%}"


if __name__ == "__main__":
    raise SystemExit(main())
