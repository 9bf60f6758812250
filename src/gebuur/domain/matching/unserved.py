"""Why a request stays without a helper, counted over everybody."""

from collections.abc import Iterator

import numpy as np

from gebuur.domain.matching.crowd import Crowd, Ints
from gebuur.domain.matching.market import Market
from gebuur.domain.matching.proposal import WHY, Unserved, Why
from gebuur.domain.matching.rules import Misfit


def explain_unserved(market: Market, places: Ints) -> Iterator[Unserved]:
    """Say for each of these requests what stands in the way.

    The rules are tried in the order of `Misfit`; the last one that stopped somebody is the reason, as in
    `why_nobody`. When somebody fits after all, others needed them more: ``ALL_FULL``.
    """
    crowd = market.crowd
    ticked = _ticked(crowd) if places.size else {}
    for place in places.tolist():
        request = crowd.requests[place]
        misfits, fits = _count(crowd, place, ticked.get(request.task, _NONE))
        why = Why.ALL_FULL if fits else WHY[next(reversed(misfits), Misfit.TASK_NOT_TICKED)]
        yield Unserved(request.id, int(market.penalty[place]), why, misfits)


_NONE = np.zeros(0, np.int64)


def _ticked(crowd: Crowd) -> dict[str, Ints]:
    """For every task who ticked it, those without room too."""
    found: dict[str, list[int]] = {}
    for place, volunteer in enumerate(crowd.volunteers):
        for task in volunteer.tasks:
            found.setdefault(task, []).append(place)
    return {task: np.array(places, np.int64) for task, places in found.items()}


def _count(crowd: Crowd, place: int, helping: Ints) -> tuple[dict[Misfit, int], int]:
    """How many stop at which rule, and how many fit."""
    misfits = {Misfit.TASK_NOT_TICKED: len(crowd.volunteers) - len(helping)}
    for rule, test in (
        (Misfit.NO_SHARED_LANGUAGE, crowd.share_language),
        (Misfit.NO_SHARED_SLOT, crowd.share_slot),
        (Misfit.LACKS_SKILL, crowd.has_skills),
        (Misfit.TOO_FAR, crowd.is_near),
        (Misfit.NOT_TOGETHER, crowd.may_meet),
        (Misfit.FILE_INCOMPLETE, crowd.has_file),
        (Misfit.PAUSED, crowd.is_here),
        (Misfit.FULL, crowd.has_room),
        (Misfit.NOT_CLEARED, crowd.is_cleared),
    ):
        kept = test(np.full(len(helping), place), helping)
        misfits[rule] = len(helping) - int(kept.sum())
        helping = helping[kept]
    return {rule: count for rule, count in misfits.items() if count}, len(helping)
