"""Ways to divide one week's requests: how it goes without software, how others do it, how we do it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from gebuur.domain.matching.assign import divide
from gebuur.domain.matching.crowd import Crowd, Ints
from gebuur.domain.matching.market import NOBODY, Market, sort_pairs
from gebuur.domain.matching.model import Policy
from gebuur.domain.matching.simulation.hazards import NEVER_MATCHED

EQUITY_PENALTY = 1_500
_NEAREST = Policy(load_steps=(0,), new_bonus=0, new_bonus_per_week=0, wait_bonus_per_week=0)


class Way(StrEnum):
    """How the requests of a week are given out.

    `NEAREST`: whoever asks first gets the nearest who fits. `FIRST`: whoever asks first gets the one who came first,
    down the list of volunteers, until somebody fits. `SHORTEST`: as few metres as possible for all
    together, whoever's turn it is. `EQUITY`: whoever asks first gets the nearest, after a penalty for every
    task somebody did in the last eight weeks. `GREEDY`: our costs and turn bonus, one request after the other.
    `OURS`: our costs and turn bonus, the best division of all at once. `DERIVED`: the same, with the turn
    bonus derived from how people drop out.
    """

    NEAREST = "nearest"
    FIRST = "first-come"
    SHORTEST = "shortest"
    EQUITY = "equity"
    GREEDY = "greedy"
    OURS = "ours"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Week:
    """What is known when a week is divided.

    Attributes
    ----------
    crowd : Crowd
        Everybody; her `room` is what she can take this week, 0 for who is not there.
    starts, helper, cost, metres : array of int
        The possible pairs of request ``i``, first come first, are ``starts[i]`` up to ``starts[i + 1]``:
        which volunteer, what the pair costs by the rules of matching, how far it is.
    days : array of int, shape (requests,)
        How long each request waits.
    signup, last, recent : array of int, shape (volunteers,)
        Full weeks since sign-up, since the last match or `NEVER_MATCHED`; tasks in the last eight weeks.
    """

    crowd: Crowd
    starts: Ints
    helper: Ints
    cost: Ints
    metres: Ints
    days: Ints
    signup: Ints
    last: Ints
    recent: Ints


Divide = Callable[[Week], Ints]
"""Gives for every request the place of a volunteer, or `NOBODY`."""
OnTop = Callable[[Ints, Ints], Ints]
"""What these volunteers cost on top of the pair, when they have so many tasks this week already."""


def nearest(week: Week) -> Ints:
    """First come, the nearest who fits and has room."""
    return _one_by_one(week, week.metres, _nothing_more)


def first_come(week: Week) -> Ints:
    """First come, the first on the list of volunteers who fits and has room: the oldest sign-up."""
    return _one_by_one(week, -week.signup[week.helper], _nothing_more)


def _nothing_more(helper: Ints, _had: Ints) -> Ints:
    return np.zeros_like(helper)


def after_penalty(penalty: int) -> Divide:
    """First come, the nearest; every task of the last eight weeks counts as so many metres."""

    def give(week: Week) -> Ints:
        return _one_by_one(
            week, week.metres, lambda helper, had: penalty * (week.recent[helper] + had)
        )

    return give


def one_by_one(policy: Policy) -> Divide:
    """First come, the lowest of our prices at that moment."""
    steps = np.array(policy.load_steps, np.int64)

    def give(week: Week) -> Ints:
        bonus = _bonus(week, policy)

        def on_top(helper: Ints, had: Ints) -> Ints:
            step = steps[np.minimum(had, len(steps) - 1)]
            return step - np.where(had == 0, bonus[helper], 0)

        return _one_by_one(week, week.cost, on_top)

    return give


def all_at_once(policy: Policy) -> Divide:
    """Our prices, the best division of the whole week: the engine of `propose`."""
    return lambda week: _best(week, week.cost, policy)


def shortest(week: Week) -> Ints:
    """As few metres as can be for as many requests as can be."""
    return _best(week, week.metres, _NEAREST)


def _bonus(week: Week, policy: Policy) -> Ints:
    """Everybody's turn bonus, looked up once per number of weeks."""
    longest = int(max(week.signup.max(), week.last.max(), 0)) + 1
    new = np.array([policy.turn_bonus(weeks, None) for weeks in range(longest)], np.int64)
    wait = np.array([policy.turn_bonus(weeks, weeks) for weeks in range(longest)], np.int64)
    never = week.last == NEVER_MATCHED
    return np.where(never, new[np.maximum(week.signup, 0)], wait[week.last])


def _one_by_one(week: Week, cost: Ints, on_top: OnTop) -> Ints:
    """Give each request in turn to whom it costs least then; ties by id."""
    room, tasks = week.crowd.room.copy(), np.zeros_like(week.crowd.room)
    given = np.full(len(week.days), NOBODY, np.int64)
    for request in range(len(given)):
        run = slice(week.starts[request], week.starts[request + 1])
        helper = week.helper[run]
        open_to = room[helper] > 0
        helper = helper[open_to]
        if not helper.size:
            continue
        price = cost[run][open_to] + on_top(helper, tasks[helper])
        cheapest = helper[price == price.min()]
        place = int(cheapest[week.crowd.rank[cheapest].argmin()])
        given[request] = place
        room[place] -= 1
        tasks[place] += 1
    return given


def _best(week: Week, cost: Ints, policy: Policy) -> Ints:
    """Divide the whole week exactly."""
    bonus = _bonus(week, policy)
    asking = np.repeat(np.arange(len(week.days)), np.diff(week.starts))
    base = cost + policy.load_step(0) - bonus[week.helper]
    order = sort_pairs(asking, base, week.crowd.rank[week.helper])
    waited = np.minimum(week.days, policy.unserved_days)
    market = Market(
        crowd=week.crowd,
        policy=policy,
        starts=week.starts,
        helper=week.helper[order],
        cost=cost[order],
        base=base[order],
        penalty=policy.unserved + policy.unserved_per_day * waited,
        bonus=bonus,
    )
    return divide(market).helper
