"""In which week people leave: the hazard per week, with its counts."""

from statistics import NormalDist

import numpy as np

from gebuur.domain.survival.model import Counts, Hazard, Input, NotUsable, Numbers, look_at

MOST_WEEKS = 10_000


def weekly_hazard(
    entries: Input | None, exits: Input, events: Input, *, level: float = 0.95
) -> Hazard:
    """Reckon, for every week since the beginning, which share of those then with us left in it.

    A week counts a person who was seen from its first moment and either left in it or was seen to its
    end. So the last, unfinished week of somebody who is with us still counts nowhere, nor does the first,
    half-seen week of somebody who was known later, unless she left later on.

    Parameters
    ----------
    entries, exits : array_like of float
        **Weeks** since the beginning, as in `kaplan_meier`; `entries` None: seen from the beginning.
        Week 0 runs from 0 up to, not including, 1.
    events : array_like of bool or 0/1
        True where the person left.
    level : float
        How often the interval holds the truth.

    Returns
    -------
    Hazard
        One row per week, from week 0 to the last one that counts anybody.

    Raises
    ------
    NotUsable
        As `look_at`, and when a time is more than 10,000 weeks: then it is not in weeks.
    ValueError
        When `level` does not lie between 0 and 1.

    Notes
    -----
    Interval by Wilson (1927): it stays between 0 and 1 and does not shrink to nothing when nobody left.

    Examples
    --------
    Four volunteers: two left in their first week, one in her third, one is with us still after 2.5 weeks.

    >>> hazard = weekly_hazard(None, [0.5, 0.9, 2.2, 2.5], [1, 1, 1, 0])
    >>> hazard.at_risk.tolist(), hazard.left.tolist()
    ([4, 2, 1], [2, 0, 1])
    """
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, but is {level!r}.")
    seen = look_at(exits, events, entries)
    if seen.exit.max() > MOST_WEEKS:
        raise NotUsable(
            f"The time must be in weeks, at most {MOST_WEEKS}.", int(seen.exit.argmax())
        )
    first = 0 if seen.entry is None else np.ceil(seen.entry).astype(np.int64)
    after = (
        np.floor(seen.exit).astype(np.int64) + seen.event
    )  # the first week that no longer counts
    counts = after > first
    started = np.broadcast_to(first, after.shape)[counts]
    height = int(after.max(initial=0))
    begun = np.bincount(started, minlength=height + 1)
    done = np.bincount(after[counts], minlength=height + 1)
    at_risk = np.cumsum(begun - done)[:height]
    left = np.bincount(after[counts & seen.event] - 1, minlength=height)[:height]
    rate = np.divide(left, at_risk, out=np.zeros(height), where=at_risk > 0)
    lower, upper = _wilson(rate, at_risk, NormalDist().inv_cdf((1 + level) / 2))
    return Hazard(np.arange(height), at_risk, left, rate, lower, upper)


def _wilson(rate: Numbers, at_risk: Counts, z: float) -> tuple[Numbers, Numbers]:
    n = np.maximum(at_risk, 1)
    middle = rate + z * z / (2 * n)
    half = z * np.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    nobody = at_risk == 0
    lower = np.where(nobody, 0.0, np.maximum((middle - half) / scale, 0.0))
    upper = np.where(nobody, 1.0, np.minimum((middle + half) / scale, 1.0))
    return lower, upper
