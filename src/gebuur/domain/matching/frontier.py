"""What each further first task costs in metres: the exact price of fairness."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from gebuur.domain.matching.assign import divide
from gebuur.domain.matching.market import NOBODY, Market, open_market, sort_pairs
from gebuur.domain.matching.model import NotUsable, Policy, Request, Volunteer

MOST_PAIRS = 60_000
"""More possible pairs than this are too many to draw a frontier within seconds."""
MUST = 100_000_000
ABOVE_ALL = 10_000_000
_DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """The cheapest division that gives so many people their first task.

    Attributes
    ----------
    first_tasks : int
        How many volunteers who never had a match get one.
    metres : int
        What all pairs together cost, load steps included and turn bonuses left out.
    more : int
        Metre equivalents above the point before it; never falling. 0 for the first point.
    """

    first_tasks: int
    metres: int
    more: int


@dataclass(frozen=True, slots=True)
class _Line:
    """The best division when a first task is worth `bonus`: ``metres - bonus * firsts`` is its value."""

    bonus: int
    firsts: int
    metres: int

    def at(self, bonus: int) -> int:
        return self.metres - bonus * self.firsts


def frontier(
    requests: Sequence[Request], volunteers: Sequence[Volunteer], policy: Policy = _DEFAULT
) -> tuple[FrontierPoint, ...]:
    """Tell for every reachable number of first tasks the fewest metres that reach it.

    The requests that `propose` can serve are all served at every point; those it cannot are left out. The
    first point is the cheapest division without any turn bonus, the last one has as many first tasks as
    can be. Exact at every point: the metres are convex in the number of first tasks and bend at whole
    bonuses only, so the divisions at those bonuses give all points between.

    Raises
    ------
    NotUsable
        When there are more than `MOST_PAIRS` possible pairs, or an id stands in a list twice.

    Examples
    --------
    >>> ask = Request(id="r", task="walk", x=0, y=0, first_language="nl")
    >>> def neighbour(id, metres, weeks):
    ...     return Volunteer(
    ...         id=id, tasks=frozenset({"walk"}), x=metres, y=0, radius=1000,
    ...         languages=frozenset({"nl"}), weeks_since_last_match=weeks,
    ...     )
    >>> frontier([ask], [neighbour("joris", 20, 1), neighbour("emine", 230, None)])
    (FrontierPoint(first_tasks=0, metres=20, more=0), FrontierPoint(first_tasks=1, metres=230, more=210))
    """
    market = open_market(requests, volunteers, policy)
    if market.helper.size > MOST_PAIRS:
        raise NotUsable("frontier:", f"{market.helper.size} possible pairs, at most {MOST_PAIRS}.")
    must = np.where(divide(market).helper == NOBODY, -MUST, MUST)
    market = replace(market, penalty=must)
    lines = _lines(market)
    points: list[FrontierPoint] = []
    for firsts in range(lines[0].firsts, max(line.firsts for line in lines) + 1):
        metres = max(line.at(line.bonus) + line.bonus * firsts for line in lines)
        more = metres - points[-1].metres if points else 0
        points.append(FrontierPoint(firsts, metres, more))
    return tuple(points)


def _lines(market: Market) -> list[_Line]:
    """Divisions at enough bonuses to know the best one at every bonus; the lowest first."""
    lines = [_solve(market, 0), _solve(market, ABOVE_ALL)]
    between = [(lines[0], lines[1])]
    while between:
        low, high = between.pop()
        straight = low.at(high.bonus) == high.at(high.bonus) or high.at(low.bonus) == low.at(
            low.bonus
        )
        if straight or high.bonus - low.bonus <= 1:
            continue
        meet = (high.metres - low.metres) // (high.firsts - low.firsts)
        middle = _solve(market, min(max(meet, low.bonus + 1), high.bonus - 1))
        lines.append(middle)
        between += [(low, middle), (middle, high)]
    return lines


def _solve(market: Market, bonus: int) -> _Line:
    """Divide with this bonus for a first task ever, and none for others."""
    is_new = np.array([v.weeks_since_last_match is None for v in market.crowd.volunteers], np.bool_)
    asking = np.repeat(np.arange(len(market.penalty)), np.diff(market.starts))
    bonuses = np.where(is_new, bonus, 0)
    base = market.cost + market.policy.load_step(0) - bonuses[market.helper]
    order = sort_pairs(asking, base, market.crowd.rank[market.helper])
    priced = replace(
        market,
        bonus=bonuses,
        base=base[order],
        helper=market.helper[order],
        cost=market.cost[order],
    )
    helper = divide(priced).helper
    tasks = np.bincount(helper[helper != NOBODY], minlength=len(bonuses))
    steps = [market.policy.load_step(done) for done in range(int(tasks.max(initial=0)))]
    metres = int(priced.cost[helper[asking] == priced.helper].sum())
    metres += sum(step * int((tasks > done).sum()) for done, step in enumerate(steps))
    return _Line(bonus, int((is_new & (tasks > 0)).sum()), metres)
