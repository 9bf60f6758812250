"""Who stays: the curve of Kaplan and Meier, with a band and the median."""

from statistics import NormalDist

import numpy as np

from gebuur.domain.survival.counting import tally
from gebuur.domain.survival.model import CLOSE, HALF, Counts, Curve, Input, Numbers, look_at

BANDS = ("log-log", "log", "plain")


def kaplan_meier(
    exits: Input,
    events: Input,
    *,
    entries: Input | None = None,
    band: str = "log-log",
    level: float = 0.95,
) -> Curve:
    """Reckon which share stays how long.

    Whoever is with us still says "at least so long" and counts until then. At one and the same time,
    departures come before people who were last seen. Whoever was first seen later (`entries`) counts
    only from then on: otherwise those who stayed long enough to be seen would look immortal.

    Parameters
    ----------
    exits : array_like of float
        Time from the beginning until leaving or until last seen; any unit, 0 or more.
    events : array_like of bool or 0/1
        True where the person left, false where she is with us still.
    entries : array_like of float, optional
        Time from the beginning until first seen; below its exit. Left out: seen from the beginning.
    band : {'log-log', 'log', 'plain'}
        Scale on which the pointwise band is made. On ``log-log`` it stays between 0 and 1 by itself and
        holds best for small groups. Where nobody is left the curve is 0 and so is its band.
    level : float
        How often such a band holds the truth at one time.

    Returns
    -------
    Curve
        Rows, band, median and counts.

    Raises
    ------
    NotUsable
        As `look_at`.
    ValueError
        When `band` or `level` does not exist.

    Notes
    -----
    Kaplan and Meier (1958), variance by Greenwood (1926), median interval by Brookmeyer and Crowley (1982).
    The median is the first time at which no more than half stay. R's ``survfit`` gives the middle of the
    flat piece where the curve is exactly one half; we give its beginning, as most textbooks do.

    Examples
    --------
    Five volunteers: two left after 2 and 6 weeks, three are with us still since 3, 6 and 9 weeks.

    >>> curve = kaplan_meier([2, 3, 6, 6, 9], [1, 0, 1, 0, 0])
    >>> [(step.t, step.at_risk, step.events, round(step.s, 3)) for step in curve.steps()]
    [(0.0, 5, 0, 1.0), (2.0, 5, 1, 0.8), (3.0, 4, 0, 0.8), (6.0, 3, 1, 0.533), (9.0, 1, 0, 0.533)]
    >>> curve.median is None
    True
    """
    if band not in BANDS:
        raise ValueError(f"band must be one of {', '.join(BANDS)}, not {band!r}.")
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, but is {level!r}.")
    seen = look_at(exits, events, entries)
    counted = tally(seen)
    at_risk, left = counted.at_risk[:, 0], counted.left[:, 0]
    survival, relative = _product(at_risk, left)
    z = NormalDist().inv_cdf((1 + level) / 2)
    lower, upper = _band(survival, relative, z, band)
    return Curve(
        n=seen.n,
        events=int(left.sum()),
        times=counted.times,
        at_risk=at_risk,
        left=left,
        survival=survival,
        std_err=survival * relative,
        lower=lower,
        upper=upper,
        median=_first_half(counted.times, survival),
        median_ci=(_first_half(counted.times, lower), _first_half(counted.times, upper)),
        band=band,
    )


def _product(at_risk: Counts, left: Counts) -> tuple[Numbers, Numbers]:
    """Return the share that stays, and Greenwood's standard error as a part of it; 0 once nobody is left."""
    stayed = at_risk - left
    survival = np.cumprod(np.divide(stayed, at_risk, out=np.ones(left.size), where=at_risk > 0))
    terms = np.zeros(left.size)
    np.divide(left, at_risk * stayed.astype(np.float64), out=terms, where=stayed > 0)
    relative = np.sqrt(np.cumsum(terms))
    relative[survival == 0] = 0.0
    return survival, relative


def _band(survival: Numbers, relative: Numbers, z: float, scale: str) -> tuple[Numbers, Numbers]:
    if scale == "plain":
        half = z * survival * relative
        return np.maximum(survival - half, 0.0), np.minimum(survival + half, 1.0)
    if scale == "log":
        factor = np.exp(z * relative)
        return survival / factor, np.minimum(survival * factor, 1.0)
    inside = (survival > 0) & (survival < 1)
    logs = np.log(survival, out=np.full(survival.size, -1.0), where=inside)
    power = np.exp(z * relative / logs)  # logs are below zero: a power below one, the upper bound
    return survival ** (1 / power), survival**power


def _first_half(times: Numbers, share: Numbers) -> float | None:
    """Return the first time at which no more than one half is reached."""
    reached = share <= HALF + CLOSE
    return float(times[np.argmax(reached)]) if reached.any() else None
