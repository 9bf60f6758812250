"""All possible pairs of many requests and many volunteers at once.

The same rules and costs as `rules.misfit` and `cost.cost_of`, for a whole week's requests in one go: a grid finds
who lives near enough, masks of bits say who shares a language or a part of the week.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from gebuur.domain.matching.crowd import Crowd, Floats, Ints, runs
from gebuur.domain.matching.model import Policy, Request, Volunteer
from gebuur.domain.matching.reading import read_crowd

SMALLEST_REACH = 500
CELLS = 3
"""So many cells of the grid, side by side, are just wider than anybody's reach."""
AT_ONCE = 2_000_000
LARGEST = 1 << 62
NEVER = 1 << 60
NOBODY = -1
EVERYBODY = slice(None)


@dataclass(frozen=True, slots=True)
class Market:
    """Who could do what, at what cost.

    Attributes
    ----------
    crowd : Crowd
        The people, in the order of all places below.
    policy : Policy
        The numbers.
    starts : array of int, shape (requests + 1,)
        The pairs of request ``i`` are ``starts[i]`` up to ``starts[i + 1]``.
    helper, cost : array of int, shape (pairs,)
        Of every pair: which volunteer, and what the pair itself costs in metre equivalents.
    base : array of int, shape (pairs,)
        What it costs when it is the volunteer's first task; rising within a request, ties by id.
    penalty : array of int, shape (requests,)
        What it costs to leave a request unserved.
    bonus : array of int, shape (volunteers,)
        Turn bonus.
    """

    crowd: Crowd
    policy: Policy
    starts: Ints
    helper: Ints
    cost: Ints
    base: Ints
    penalty: Ints
    bonus: Ints

    def climb(self, tasks: Ints, who: Ints | slice = EVERYBODY) -> Ints:
        """What the next task of each volunteer costs above her first one, when she has `tasks` already."""
        steps = np.array(self.policy.load_steps, np.int64)
        later = steps[np.clip(tasks, 0, len(steps) - 1)] - steps[0] + self.bonus[who]
        climb: Ints = np.where(tasks > 0, later, 0)
        return climb


def open_market(
    requests: Sequence[Request], volunteers: Sequence[Volunteer], policy: Policy
) -> Market:
    """Find every possible pair and its cost."""
    crowd = read_crowd(requests, volunteers)
    found = [_fitting(crowd, *pairs) for pairs in _near(crowd)]
    none = np.zeros(0, np.int64)
    asking = np.concatenate([none, *(pair[0] for pair in found)])
    helping = np.concatenate([none, *(pair[1] for pair in found)])
    bonus = _bonus(crowd, policy)
    cost = _cost(crowd, asking, helping, policy)
    base = cost + policy.load_step(0) - bonus[helping]
    order = sort_pairs(asking, base, crowd.rank[helping])
    waited = np.array([min(r.waiting_days, policy.unserved_days) for r in crowd.requests], np.int64)
    return Market(
        crowd=crowd,
        policy=policy,
        starts=np.searchsorted(asking[order], np.arange(len(crowd.requests) + 1)).astype(np.int64),
        helper=helping[order],
        cost=cost[order],
        base=base[order],
        penalty=policy.unserved + policy.unserved_per_day * waited,
        bonus=bonus,
    )


def sort_pairs(asking: Ints, base: Ints, rank: Ints) -> Ints:
    """Sort by request, then base, then id: as one number when that fits, which is much faster."""
    if not asking.size:
        return asking
    lowest, ranks = base.min(), rank.max() + 1
    bases = base.max() - lowest + 1
    if int(asking.max() + 1) * int(bases) * int(ranks) < LARGEST:
        return np.argsort((asking * bases + base - lowest) * ranks + rank)
    order: Ints = np.lexsort((rank, base, asking))
    return order


def _near(crowd: Crowd) -> Iterator[tuple[Ints, Ints]]:
    """Pairs that share a task and may live near enough: some too many, never one too few."""
    if not crowd.tick_task.size:
        return
    yield from _by_phone(crowd, np.flatnonzero(crowd.phone & (crowd.task >= 0)))
    at_home = np.flatnonzero(~crowd.phone & (crowd.task >= 0))
    if not at_home.size:
        return
    # People of like reach share a grid: one who goes far does not widen every cell.
    reach = np.maximum(crowd.radius[crowd.tick_volunteer], SMALLEST_REACH)
    kind = np.ceil(np.log2(reach / SMALLEST_REACH)).astype(np.int64)
    for one in np.unique(kind):
        ticks = np.flatnonzero(kind == one)
        yield from _in_grid(crowd, at_home, ticks, cell=(float(reach[ticks].max()) + 1) / CELLS)


def _by_phone(crowd: Crowd, asking: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Everybody who ticked the task: distance says nothing."""
    order = np.argsort(crowd.tick_task, kind="stable")
    tasks = crowd.tick_task[order]
    first = np.searchsorted(tasks, crowd.task[asking], "left")
    last = np.searchsorted(tasks, crowd.task[asking], "right")
    yield from spread(asking, crowd.tick_volunteer[order], first, last)


def _in_grid(
    crowd: Crowd, asking: Ints, ticks: Ints, *, cell: float
) -> Iterator[tuple[Ints, Ints]]:
    """Pairs in the same cell or in one that is at most `CELLS` columns and rows away."""
    helping = crowd.tick_volunteer[ticks]
    left = min(crowd.asks.x.min(), crowd.helps.x.min())
    low = min(crowd.asks.y.min(), crowd.helps.y.min())
    wide = int((max(crowd.asks.x.max(), crowd.helps.x.max()) - left) // cell) + 2 * CELLS + 1
    tall = int((max(crowd.asks.y.max(), crowd.helps.y.max()) - low) // cell) + 2 * CELLS + 1

    def number(task: Ints, x: Floats, y: Floats) -> Ints:
        """Cells are numbered so that those above each other follow each other."""
        column = ((x - left) // cell).astype(np.int64) + CELLS
        row = ((y - low) // cell).astype(np.int64) + CELLS
        cell_number: Ints = (task * wide + column) * tall + row
        return cell_number

    cells = number(crowd.tick_task[ticks], crowd.helps.x[helping], crowd.helps.y[helping])
    order = np.argsort(cells, kind="stable")
    asked = number(crowd.task[asking], crowd.asks.x[asking], crowd.asks.y[asking])
    columns = range(-CELLS * tall, (CELLS + 1) * tall, tall)
    middle = np.concatenate([asked + aside for aside in columns])
    first = np.searchsorted(cells[order], middle - CELLS, "left")
    last = np.searchsorted(cells[order], middle + CELLS, "right")
    yield from spread(np.tile(asking, len(columns)), helping[order], first, last)


def spread(asking: Ints, helping: Ints, first: Ints, last: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Every request with its run of volunteers, in parts that fit in memory."""
    counts = last - first
    part = np.cumsum(counts) // AT_ONCE
    for one in np.unique(part[counts > 0]):
        here = np.flatnonzero((part == one) & (counts > 0))
        yield np.repeat(asking[here], counts[here]), helping[runs(first[here], counts[here])]


def _fitting(crowd: Crowd, asking: Ints, helping: Ints) -> tuple[Ints, Ints]:
    """Only the pairs that break no rule; the cheap rules that turn most away come first."""
    rules = (
        crowd.share_slot, crowd.is_near, crowd.share_language, crowd.has_skills, crowd.may_meet,
        crowd.is_cleared,
    )  # fmt: skip
    for rule in rules:
        kept = np.flatnonzero(rule(asking, helping))
        asking, helping = asking[kept], helping[kept]
    return asking, helping


def _bonus(crowd: Crowd, policy: Policy) -> Ints:
    """Everybody's turn bonus, worked out once for all who wait equally long."""
    weeks = [(v.weeks_since_signup, v.weeks_since_last_match) for v in crowd.volunteers]
    bonus = {one: policy.turn_bonus(*one) for one in set(weeks)}
    return np.fromiter(map(bonus.__getitem__, weeks), np.int64)


def _cost(crowd: Crowd, asking: Ints, helping: Ints, policy: Policy) -> Ints:
    """What each pair costs, as `cost_of` says it."""
    single = crowd.shared_slots(asking, helping) == 1
    cost = crowd.distance(asking, helping)
    cost += np.where(crowd.share_first(asking, helping), 0, policy.first_language_penalty)
    cost += np.where(single, policy.single_slot_penalty, 0)
    cost -= np.where(crowd.is_known(asking, helping), policy.known_bonus, 0)
    return cost
