"""How many are counted and how many leave at each time.

Small whole numbers are counted into cells; all other times are sorted.
"""

from dataclasses import dataclass

import numpy as np

from gebuur.domain.survival.model import Column, Counts, Flags, Numbers, Seen

MOST_CELLS = 1 << 22
CELLS_PER_LIFE = 8
FEW_CELLS = 4_096


@dataclass(frozen=True)
class Tally:
    """Counts per time and group: `at_risk` and `left` have a row per time and a column per group."""

    times: Numbers
    at_risk: Counts
    left: Counts


def tally(seen: Seen, codes: Counts | None = None, groups: int = 1) -> Tally:
    """Count lives per time and group.

    At a time, whoever leaves is counted before whoever is last seen; whoever is first seen at that very
    time is not counted yet.

    Parameters
    ----------
    seen : Seen
        The lives.
    codes : array of int, optional
        The group of each life, from 0 to `groups` - 1.
    groups : int
        How many groups there are.
    """
    whole = _small_whole(seen.exit, groups)
    found = (
        _by_sorting(seen, codes, groups)
        if whole is None
        else _by_counting(whole, seen.event, codes, groups)
    )
    if seen.entry is not None:
        _take_away_who_comes_later(found, seen.entry, codes, groups)
    return found


def _small_whole(exits: Column, groups: int) -> Counts | None:
    """Return the times as whole numbers when counting them is cheaper than sorting them."""
    most = exits.max()
    cells = (float(most) + 1) * 2 * groups
    if cells > max(FEW_CELLS, min(MOST_CELLS, CELLS_PER_LIFE * exits.size)):
        return None
    whole = exits.astype(np.int64)
    return whole if exits.dtype.kind in "iu" or np.array_equal(whole, exits) else None


def _by_counting(whole: Counts, event: Flags, codes: Counts | None, groups: int) -> Tally:
    cell = whole * groups
    if codes is not None:
        cell += codes
    cell += cell
    cell += event
    height = int(whole.max()) + 1
    counted = np.bincount(cell, minlength=height * 2 * groups).reshape(height, groups, 2)
    gone = counted.sum(axis=2)
    times = np.flatnonzero(gone.any(axis=1))
    at_risk = np.cumsum(gone[::-1], axis=0)[::-1]
    return Tally(times.astype(np.float64), at_risk[times], counted[times, :, 1])


def _by_sorting(seen: Seen, codes: Counts | None, groups: int) -> Tally:
    ordered = np.sort(seen.exit)
    starts = _starts(ordered)
    times = ordered[starts].astype(np.float64)
    if codes is None:
        at_risk = (seen.n - starts)[:, None]
        return Tally(times, at_risk, _how_many(np.sort(seen.exit[seen.event]), times)[:, None])
    columns = []
    for group in range(groups):
        mine = codes == group
        exits = np.sort(seen.exit[mine])
        risk = exits.size - np.searchsorted(exits, times, side="left")
        columns.append((risk, _how_many(np.sort(seen.exit[mine & seen.event]), times)))
    risks, lefts = (np.stack(one, axis=1) for one in zip(*columns, strict=True))
    return Tally(times, risks, lefts)


def _starts(ordered: Column) -> Counts:
    """Where each different value begins in a sorted column."""
    is_new = np.empty(ordered.size, dtype=np.bool_)
    is_new[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return np.flatnonzero(is_new)


def _how_many(ordered: Column, times: Numbers) -> Counts:
    """How often each of `times` stands in a sorted column that holds nothing else."""
    found = np.zeros(times.size, dtype=np.int64)
    starts = _starts(ordered)
    found[np.searchsorted(times, ordered[starts])] = np.diff(starts, append=ordered.size)
    return found


def _take_away_who_comes_later(
    found: Tally, entry: Numbers, codes: Counts | None, groups: int
) -> None:
    for group in range(groups):
        mine = np.sort(entry if codes is None else entry[codes == group])
        found.at_risk[:, group] -= mine.size - np.searchsorted(mine, found.times, side="left")
