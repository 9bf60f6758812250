"""Why a request stays without a helper, counted over everybody."""

from collections.abc import Callable, Iterator

import numpy as np

from gebuur.domain.matching.crowd import Crowd, Flags, Ints
from gebuur.domain.matching.market import Market, spread
from gebuur.domain.matching.proposal import WHY, Unserved, Why
from gebuur.domain.matching.rules import Misfit


def explain_unserved(market: Market, places: Ints) -> Iterator[Unserved]:
    """Say for each of these requests what stands in the way.

    The rules are tried in the order of `Misfit`; the last one that stopped somebody is the reason, as in
    `why_nobody`. When somebody fits after all, others needed them more: ``ALL_FULL``.
    """
    crowd = market.crowd
    stopped = _count(crowd, places) if places.size else np.zeros((len(_RULES), 0), np.int64)
    for column, place in enumerate(places.tolist()):
        counts = dict(zip(_RULES, stopped[:, column].tolist(), strict=True))
        fits = counts.pop(None)
        misfits = {rule: count for rule, count in counts.items() if rule and count}
        why = Why.ALL_FULL if fits else WHY[next(reversed(misfits), Misfit.TASK_NOT_TICKED)]
        yield Unserved(crowd.requests[place].id, int(market.penalty[place]), why, misfits)


def _tests(crowd: Crowd) -> tuple[Callable[[Ints, Ints], Flags], ...]:
    """One test for every rule but the first, in their order."""
    return (
        crowd.share_language, crowd.share_slot, crowd.has_skills, crowd.is_near, crowd.may_meet,
        crowd.has_file, crowd.is_here, crowd.has_room, crowd.is_cleared,
    )  # fmt: skip


_RULES = (*Misfit, None)
"""The rows of a count: who stops at which rule, and who fits."""


def _count(crowd: Crowd, places: Ints) -> Ints:
    """How many stop at which rule, and how many fit: one column per request."""
    columns, stopped = len(places), np.zeros((len(_RULES), len(places)), np.int64)
    tasks = sorted({crowd.requests[place].task for place in places.tolist()})
    ticked = [
        np.array([at for at, one in enumerate(crowd.volunteers) if task in one.tasks], np.int64)
        for task in tasks
    ]
    ends = np.cumsum([len(who) for who in ticked])
    number = np.array([tasks.index(crowd.requests[place].task) for place in places.tolist()])
    last = ends[number]
    first = last - np.array([len(who) for who in ticked])[number]
    stopped[0] = len(crowd.volunteers) - (last - first)
    for column, helping in spread(np.arange(columns), np.concatenate(ticked), first, last):
        asking, other = column, helping
        for row, test in enumerate(_tests(crowd), start=1):
            kept = test(places[asking], other)
            stopped[row] += np.bincount(asking[~kept], minlength=columns)
            asking, other = asking[kept], other[kept]
        stopped[-1] += np.bincount(asking, minlength=columns)
    return stopped
