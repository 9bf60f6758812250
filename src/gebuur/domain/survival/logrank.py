"""Whether groups leave alike: the log-rank test for any number of groups."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from gebuur.domain.survival.counting import tally
from gebuur.domain.survival.model import Counts, Input, LogRank, NotUsable, Numbers, look_at

MOST_GROUPS = 200
MOST_CODES = 1_000
NOTHING = 1e-9
"""A spread this small beside the whole is rounding: the departures of all groups together never differ."""


def log_rank(
    exits: Input, events: Input, groups: Sequence[Any] | Input, *, entries: Input | None = None
) -> LogRank | None:
    """Compare how groups leave, over the whole time.

    At every time at which somebody leaves, the departures are shared out over the groups as if all were
    alike; the differences between what was seen and what was shared out add up to one number.

    Parameters
    ----------
    exits, events, entries : array_like
        As in `kaplan_meier`.
    groups : sequence
        The group of each life: words or numbers that can be put in order.

    Returns
    -------
    LogRank or None
        None when there is nothing to compare: one group, or groups of which no two were ever counted
        at a time at which somebody left.

    Raises
    ------
    NotUsable
        As `look_at`, when there are not as many groups as times, and when there are more than 200 groups.

    Notes
    -----
    Mantel (1966), Peto and Peto (1972); ties by the hypergeometric variance, as R's ``survdiff``. Groups that
    were never counted when somebody left do not raise `df`.

    Examples
    --------
    Weeks in which two groups left; nobody is with us still.

    >>> test = log_rank([1, 2, 3, 4, 5, 6], [1] * 6, ["a", "a", "a", "b", "b", "b"])
    >>> (round(test.chi2, 3), test.df, round(test.p, 4))
    (5.052, 1, 0.0246)
    """
    seen = look_at(exits, events, entries)
    names, codes = _coded(groups)
    if codes.shape != seen.exit.shape:
        raise NotUsable("There must be as many groups as times.")
    if len(names) > MOST_GROUPS:
        raise NotUsable(f"There are {len(names)} groups; at most {MOST_GROUPS} can be compared.")
    counted = tally(seen, codes, len(names))
    left = counted.left.sum(axis=1)
    moments = left > 0
    at_risk, left = counted.at_risk[moments], left[moments]
    everybody = at_risk.sum(axis=1)
    share = at_risk / everybody[:, None]
    expected = left @ share
    found = _distance(counted.left.sum(axis=0) - expected, _variance(share, left, everybody))
    if found is None:
        return None
    chi2, df = found
    return LogRank(
        chi2=chi2,
        df=df,
        p=chi2_tail(chi2, df),
        names=names,
        n=tuple(np.bincount(codes, minlength=len(names)).tolist()),
        observed=tuple(counted.left.sum(axis=0).tolist()),
        expected=tuple(expected.tolist()),
    )


def _coded(groups: Sequence[Any] | Input) -> tuple[tuple[object, ...], Counts]:
    """Return the groups in order, and the number of the group of each life."""
    column = np.asarray(groups)
    if column.dtype.kind in "iub":
        return _counted(column)
    told = column.tolist()
    ordered = sorted(set(told))
    number = {name: code for code, name in enumerate(ordered)}
    return tuple(ordered), np.fromiter((number[one] for one in told), np.int64, len(told))


def _counted(column: Counts) -> tuple[tuple[object, ...], Counts]:
    """Do the same for whole numbers; codes that are in use from 0 on are taken as they are."""
    if column.size and column.min() >= 0 and column.max() < MOST_CODES:
        in_use = np.bincount(column) > 0
        if in_use.all():
            return tuple(range(in_use.size)), column.astype(np.int64, copy=False)
    names, codes = np.unique(column, return_inverse=True)
    return tuple(names.tolist()), codes


def _variance(share: Numbers, left: Counts, everybody: Counts) -> Numbers:
    """Add up the hypergeometric covariance of the departures per group."""
    stayed, others = everybody - left, np.maximum(everybody - 1, 1)
    weight = left * (stayed / others)
    weighted = share * weight[:, None]
    variance: Numbers = np.diag(weighted.sum(axis=0)) - weighted.T @ share
    return variance


def _distance(apart: Numbers, variance: Numbers) -> tuple[float, int] | None:
    """Return the statistic and its degrees of freedom; None when no two groups ever met."""
    scale = float(np.trace(variance))
    if scale <= 0:
        return None
    spread, along = np.linalg.eigh(variance)
    kept = spread > NOTHING * scale
    return float(np.sum((along.T @ apart)[kept] ** 2 / spread[kept])), int(kept.sum())


def chi2_tail(x: float, df: int) -> float:
    """Return the chance that a chi-square with `df` whole degrees of freedom is `x` or more.

    In closed form: a Poisson sum for even `df`, the normal tail plus such a sum for odd `df`
    (Abramowitz and Stegun 26.4.4 and 26.4.5).

    Raises
    ------
    ValueError
        When `df` is below one or `x` below zero.

    Examples
    --------
    >>> round(chi2_tail(3.841458820694124, 1), 6), round(chi2_tail(5.991464547107979, 2), 6)
    (0.05, 0.05)
    """
    if df < 1 or x < 0:
        raise ValueError(f"df must be one or more and x zero or more, not {df!r} and {x!r}.")
    half, odd = x / 2, df % 2
    power = 0.5 if odd else 0.0
    term = math.exp(-half) * (math.sqrt(half) / math.gamma(1.5) if odd else 1.0)
    total = math.erfc(math.sqrt(half)) if odd else 0.0
    for _ in range(df // 2):
        total += term
        power += 1
        term *= half / power
    return min(total, 1.0)
