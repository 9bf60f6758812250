"""Compare ways of dividing over many towns: means, how sure they are, and what each way changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from gebuur.domain.matching.model import NotUsable, Policy
from gebuur.domain.matching.simulation.hazards import Hazards
from gebuur.domain.matching.simulation.run import Outcome, play
from gebuur.domain.matching.simulation.town import Size, make_town
from gebuur.domain.matching.simulation.ways import (
    EQUITY_PENALTY,
    Divide,
    Way,
    after_penalty,
    all_at_once,
    first_come,
    nearest,
    one_by_one,
    shortest,
)
from gebuur.domain.matching.turn import Turn, derive_turn

WORTH = 6_000
MOST_SEEDS = 200
MOST_REQUESTS_PER_VOLUNTEER = 2
_DEFAULT_SIZE, _DEFAULT_HAZARDS = Size(), Hazards()
# Student's t, 97.5 %, for 1 to 30 degrees of freedom; beyond that 1.96 is 2 % too small at most.
_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
MEASURES: Mapping[str, Callable[[Outcome], float]] = {
    "active_early": lambda end: end.active_early,
    "active": lambda end: end.active,
    "in_time": lambda end: end.in_time / max(1, end.newcomers),
    "gini": lambda end: end.gini,
    "metres": lambda end: end.metres / max(1, end.matches),
    "lost": lambda end: end.lost / max(1, end.ended),
}
"""What is reported, per town: volunteers there after 8 weeks and at the end, share of newcomers with a first
task within two weeks, Gini of load, metres per match, share of requests lost."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over towns, and half the width of its 95 % interval; None from one town alone."""

    mean: float
    half: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """One way of dividing.

    Attributes
    ----------
    way : str
        Its name.
    measures : dict of str to Estimate
        As `MEASURES`.
    more_active : Estimate
        Volunteers there at the end against nearest-first in the same towns: 0.20 is 20 in 100 more.
    """

    way: str
    measures: Mapping[str, Estimate]
    more_active: Estimate


@dataclass(frozen=True, slots=True)
class Report:
    """The comparison.

    Attributes
    ----------
    size : Size
        Of every town.
    seeds : tuple of int
        One town each.
    lines : tuple of Line
        In the order that was asked.
    turn : Turn or None
        The derived turn bonus, when it was asked for.
    """

    size: Size
    seeds: tuple[int, ...]
    lines: tuple[Line, ...]
    turn: Turn | None


def simulate(
    ways: Sequence[Way] = tuple(Way),
    *,
    size: Size = _DEFAULT_SIZE,
    hazards: Hazards = _DEFAULT_HAZARDS,
    seeds: int = 10,
    first_seed: int = 1,
) -> Report:
    """Play the same towns under every way; nearest-first is always played along, to compare with.

    Parameters
    ----------
    ways : sequence of Way
        Which to report.
    size : Size
        Of the towns.
    hazards : Hazards
        How easily people stop. Assumed, not measured.
    seeds, first_seed : int
        How many towns, and the number of the first.

    Returns
    -------
    Report
        The same arguments give the same report.

    Raises
    ------
    NotUsable
        For no towns or too many, a seed below zero.
    TooFew
        When hardly anybody ever stops by these hazards, and a turn bonus is to be derived.

    Examples
    --------
    >>> small = Size(volunteers=60, requests=20, weeks=8)
    >>> report = simulate([Way.NEAREST, Way.OURS], size=small, seeds=2)
    >>> [line.way for line in report.lines], report.lines[0].more_active.mean
    (['nearest', 'ours'], 0.0)
    """
    if not 1 <= seeds <= MOST_SEEDS:
        raise NotUsable("seeds", f"must be 1 to {MOST_SEEDS}, not {seeds:,}.")
    if first_seed < 0:
        raise NotUsable("seed", f"must not be below zero, but is {first_seed!r}.")
    turn = learn_turn(size, hazards, seed=first_seed) if Way.DERIVED in ways else None
    asked = {str(way): _divide(way, turn) for way in ways}
    numbers = tuple(range(first_seed, first_seed + seeds))
    lines = compare(asked, size=size, hazards=hazards, seeds=numbers)
    return Report(size=size, seeds=numbers, lines=lines, turn=turn)


def compare(
    ways: Mapping[str, Divide], *, size: Size, hazards: Hazards, seeds: Sequence[int]
) -> tuple[Line, ...]:
    """Play any ways by name in the same towns, each against nearest-first."""
    base: list[Outcome] = []
    ends: dict[str, list[Outcome]] = {name: [] for name in ways}
    for seed in seeds:
        town = make_town(size, seed=seed)
        base.append(play(town, nearest, hazards))
        for name, divide in ways.items():
            ends[name].append(base[-1] if divide is nearest else play(town, divide, hazards))
    return tuple(_line(name, played, base) for name, played in ends.items())


def learn_turn(size: Size, hazards: Hazards, *, seed: int, metres: int = WORTH) -> Turn:
    """Derive the turn bonus as a neighbourhood would: from 26 weeks of nearest-first, in another town.

    That town has 1,000 volunteers and as many requests for each of them, at most two: small ones learn too.
    """
    per_volunteer = min(size.requests / size.volunteers, MOST_REQUESTS_PER_VOLUNTEER)
    history = Size(volunteers=1_000, requests=max(1, round(1_000 * per_volunteer)))
    end = play(make_town(history, seed=seed + MOST_SEEDS), nearest, hazards)
    return derive_turn(end.new_leaving, end.matched_leaving, metres=metres)


def with_turn(turn: Turn) -> Policy:
    """Our policy, with a derived turn bonus."""
    return Policy(new_curve=turn.new_curve, wait_curve=turn.wait_curve)


def estimate(values: Sequence[float]) -> Estimate:
    """Mean, and half its 95 % interval by Student's t.

    Examples
    --------
    >>> estimate([1.0, 2.0, 3.0]).mean, round(estimate([1.0, 2.0, 3.0]).half, 3)
    (2.0, 2.484)
    """
    if len(values) == 1:
        return Estimate(values[0], None)
    t = _T[len(values) - 2] if len(values) - 2 < len(_T) else 1.96
    return Estimate(fmean(values), t * stdev(values) / sqrt(len(values)))


def _divide(way: Way, turn: Turn | None) -> Divide:
    known: dict[Way, Divide] = {
        Way.NEAREST: nearest,
        Way.FIRST: first_come,
        Way.SHORTEST: shortest,
        Way.EQUITY: after_penalty(EQUITY_PENALTY),
        Way.GREEDY: one_by_one(Policy()),
        Way.OURS: all_at_once(Policy()),
    }
    if turn is not None:
        known[Way.DERIVED] = all_at_once(with_turn(turn))
    return known[way]


def _line(name: str, played: Sequence[Outcome], base: Sequence[Outcome]) -> Line:
    more = [end.active / max(1, other.active) - 1 for end, other in zip(played, base, strict=True)]
    measures = {key: estimate([read(end) for end in played]) for key, read in MEASURES.items()}
    return Line(way=name, measures=measures, more_active=estimate(more))
