"""Made-up elections in .pb form, up to a million ballots: clustered tastes, prices over three orders of magnitude."""

import io
import random
from dataclasses import dataclass

import numpy as np

QUARTERS = 12


@dataclass(frozen=True)
class Size:
    """How large a made-up election is."""

    voters: int
    projects: int
    budget: int


SIZES = {
    "street": Size(200, 20, 25_000),
    "quarter": Size(1_000, 40, 100_000),
    "town": Size(10_000, 100, 1_000_000),
    "city": Size(100_000, 200, 5_000_000),
    "million": Size(1_000_000, 300, 20_000_000),
}


def make_file(size: Size, *, seed: int) -> str:
    """The text of a .pb file: each voter marks one to eight projects, mostly of her own quarter."""
    rng, chance = np.random.default_rng(seed), random.Random(seed)
    mean = size.budget / 20
    costs = [
        max(50, round(chance.lognormvariate(0, 0.9) * mean / 50) * 50) for _ in range(size.projects)
    ]
    costs = [min(cost, size.budget) for cost in costs]
    quarter = rng.integers(0, QUARTERS, size.projects)
    liked = rng.lognormal(0, 0.8, size.projects)
    out = io.StringIO()
    out.write(f"META\nkey;value\nbudget;{size.budget}\nvote_type;approval\n")
    out.write(
        f"num_projects;{size.projects}\nnum_votes;{size.voters}\nPROJECTS\nproject_id;cost;name\n"
    )
    out.writelines(f"P{at};{cost};Project {at}\n" for at, cost in enumerate(costs))
    out.write("VOTES\nvoter_id;vote;age\n")
    home = rng.integers(0, QUARTERS, size.voters)
    many = rng.integers(1, 9, size.voters)
    for where in range(QUARTERS):
        weight = liked * np.where(quarter == where, 8.0, 1.0)
        lines = np.flatnonzero(home == where)
        picks = rng.choice(size.projects, (len(lines), 8), p=weight / weight.sum())
        ages = rng.integers(16, 95, len(lines))
        for line, row, age in zip(lines.tolist(), picks.tolist(), ages.tolist(), strict=True):
            names = ",".join(f"P{one}" for one in dict.fromkeys(row[: many[line]]))
            out.write(f"{line};{names};{age}\n")
    return out.getvalue()
