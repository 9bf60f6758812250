"""A division with its prices: what it costs, what the prices prove, and how to bring them to their right height."""

from dataclasses import dataclass

import numpy as np

from gebuur.domain.matching.crowd import Ints
from gebuur.domain.matching.market import NEVER, NOBODY, Market

SWEEPS = 100
"""Prices that are not right after so often are no proof that the division is the best one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who does what, and the prices that prove it.

    Attributes
    ----------
    helper : array of int, shape (requests,)
        Who does it, or `NOBODY`.
    worth : array of int, shape (requests,)
        What the whole division costs less without this request.
    extra : array of int, shape (volunteers,)
        What her next task saves the others above what her first one costs; zero or more.
    """

    helper: Ints
    worth: Ints
    extra: Ints


def lower_prices(market: Market, outcome: Outcome) -> Outcome:
    """Bring every price down as far as the proof allows, so that each number means something.

    Afterwards the worth of a request is exactly what the division would cost less without it, and whoever
    has a task can give one up at her price.
    """
    tasks = _tasks(market, outcome)
    busy = tasks > 0
    extra, worth = outcome.extra.copy(), outcome.worth.copy()
    lower = np.where(busy, extra - market.climb(tasks - 1), 0)
    asking = np.repeat(np.arange(len(worth)), np.diff(market.starts))
    above = market.base + extra[market.helper] - worth[asking]
    moves = np.flatnonzero(above < lower[market.helper])
    asking, helper, above = asking[moves], market.helper[moves], above[moves]
    while True:
        fall = np.append(lower, 0)[outcome.helper]  # The last one is for `NOBODY`.
        before = lower.copy()
        np.minimum.at(lower, helper, fall[asking] + above)
        if np.array_equal(before, lower):
            return Outcome(outcome.helper, worth - fall, extra - lower)


def lower_bound(market: Market, outcome: Outcome) -> int:
    """What no division can be cheaper than, as these prices prove."""
    bound = int(outcome.worth.sum())
    for tasks in range(int(market.crowd.room.max(initial=0))):
        gain = outcome.extra - market.climb(np.full(len(outcome.extra), tasks))
        bound -= int(np.maximum(gain, 0)[market.crowd.room > tasks].sum())
    return bound


def cost_of_all(market: Market, outcome: Outcome) -> int:
    """What the division costs: all pairs, load steps and turns, and all penalties."""
    cost = int(market.penalty[outcome.helper == NOBODY].sum()) + int(_bases(market, outcome).sum())
    tasks = _tasks(market, outcome)
    for before in range(int(tasks.max(initial=0))):
        cost += int(market.climb(np.full(len(tasks), before))[tasks > before].sum())
    return cost


def gap_of(market: Market, outcome: Outcome) -> int:
    """How much better a division could be at most, as the prices prove; 0 when this is the best one."""
    return cost_of_all(market, outcome) - lower_bound(market, outcome)


def worth_at(market: Market, extra: Ints) -> Ints:
    """The most that every request may be worth at these prices: its penalty, or its cheapest helper."""
    worth, able = market.penalty.copy(), np.flatnonzero(np.diff(market.starts))
    if able.size:
        total = market.base + extra[market.helper]
        worth[able] = np.minimum(worth[able], np.minimum.reduceat(total, market.starts[able]))
    return worth


def tighten(market: Market, outcome: Outcome) -> Outcome:
    """Find prices that prove the division, starting from prices that nearly do.

    A price is at most what would send one of hers elsewhere, and at most what her next place costs. They only fall;
    so they are the highest prices that could prove it, or prove less when something better exists.
    """
    tasks, served = _tasks(market, outcome), outcome.helper >= 0
    next_one = np.where(tasks < market.crowd.room, market.climb(tasks), NEVER)
    place, bases = outcome.helper[served], _bases(market, outcome)
    extra = np.where(market.crowd.room > 0, np.minimum(outcome.extra + 1, next_one), 0)
    for _ in range(SWEEPS):
        before = extra.copy()
        np.minimum.at(extra, place, worth_at(market, extra)[served] - bases)
        if np.array_equal(before, extra):
            break
    extra = np.maximum(extra, 0)
    return Outcome(outcome.helper, worth_at(market, extra), extra)


def _tasks(market: Market, outcome: Outcome) -> Ints:
    """How many tasks everybody has."""
    return np.bincount(outcome.helper[outcome.helper >= 0], minlength=len(market.bonus))


def _bases(market: Market, outcome: Outcome) -> Ints:
    """For every request that is served, in their order, what it costs as a first task."""
    asking = np.repeat(np.arange(len(market.penalty)), np.diff(market.starts))
    bases: Ints = market.base[outcome.helper[asking] == market.helper]
    return bases
