"""Shapes that need the order in which ballots came in: blocks, copies, bursts and codes in a row."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gebuur.domain.fraud.model import Ballot, Finding, Shape

Ints = npt.NDArray[np.int64]

LEAST = 50
"""So many the same, one after the other. Honest piles of paper reach 40."""
ODDS = 6
"""And so rare: less than once in a million votes with the same ballots in any order."""
COPIED, VARIED = 10, 6
"""So many entries come back in the same order, with so many different ballots among them."""
MINUTES, CROWD, TIMES, AROUND = 10, 40, 4, 9
IN_A_ROW = 12


def numbered(values: Sequence[object]) -> tuple[Ints, list[object]]:
    """Give every different value a number, in the order in which they first appear."""
    known: dict[object, int] = {}
    numbers = [known.setdefault(value, len(known)) for value in values]
    return np.array(numbers, dtype=np.int64), list(known)


def find_block(shape: Shape, values: Sequence[object]) -> Finding | None:
    """Find the longest unbroken row of one value, when it is longer than chance and honest piles make it.

    Ties go to the row that comes first. An empty value is not known and never forms a row; where fewer than
    `LEAST` others are left there is nothing to compare with.
    """
    ids, names = numbered(values)
    if len(ids) < LEAST:
        return None
    ends = np.concatenate(([-1], np.flatnonzero(np.diff(ids)), [len(ids) - 1]))
    runs = np.diff(ends)
    starts = ends[:-1] + 1
    known = np.array([names[value] not in ("", ()) for value in ids[starts]])
    at = int(np.where(known, runs, 0).argmax())
    run, value = int(runs[at]), int(ids[starts[at]])
    elsewhere = int((ids == value).sum()) - run
    is_long = known[at] and LEAST <= run <= len(ids) - LEAST
    if not is_long or not _is_rare(run, elsewhere, len(ids)):
        return None
    others = np.delete(runs, at)[ids[np.delete(starts, at)] == value]
    return Finding(shape, run, int(starts[at]) + 1, int(others.max(initial=0)), _said(names[value]))


def _is_rare(run: int, elsewhere: int, everybody: int) -> bool:
    """Whether so long a row comes up less than once in ten to the power of `ODDS` votes, at any place."""
    share = (elsewhere + 1) / (everybody - run + 2)
    return bool(-run * np.log10(share) - np.log10(everybody) >= ODDS)


def find_copy(ballots: Sequence[Ballot]) -> Finding | None:
    """Find the longest stretch of different ballots that comes back in the same order: a pile typed twice.

    Ties go to the stretch that comes back first.
    """
    ids, _names = numbered(ballots)
    if len(ids) < 2 * COPIED:
        return None
    starts = np.lib.stride_tricks.sliding_window_view(ids, COPIED)
    different = 1 + np.count_nonzero(np.diff(np.sort(starts, axis=1), axis=1), axis=1)
    seen: dict[bytes, int] = {}
    longest = (0, 0, 0)
    lengths: dict[int, int] = {}
    for again in np.flatnonzero(different >= VARIED):
        before = seen.setdefault(starts[again].tobytes(), int(again))
        if again - before < COPIED:
            continue
        lengths[int(again)] = lengths.get(int(again) - 1, COPIED - 1) + 1
        longest = max(longest, (lengths[int(again)], -int(again), before))
    if not longest[0]:
        return None
    first = -longest[1] + COPIED - longest[0] + 1
    return Finding(Shape.COPY, longest[0], first, longest[2] + COPIED - longest[0] + 1, "")


def find_burst(minutes: Sequence[int]) -> Finding | None:
    """Find the ten minutes with far more ballots than the hour and a half on both sides of it."""
    if not minutes:
        return None
    spans = np.array(minutes, dtype=np.int64) // MINUTES
    counts = np.bincount(spans - spans.min())
    wide = np.concatenate((np.zeros(AROUND), counts, np.zeros(AROUND)))
    around = np.lib.stride_tricks.sliding_window_view(wide, 2 * AROUND + 1)
    usual = np.median(around, axis=1)
    over = counts - (CROWD + TIMES * usual)
    peak = int(over.argmax())
    if over[peak] < 0:
        return None
    first = int((spans - spans.min() == peak).argmax()) + 1
    return Finding(Shape.BURST, int(counts[peak]), first, round(float(usual[peak])), "")


def find_codes(codes: Sequence[int]) -> Finding | None:
    """Find the longest row of codes that were used as they came out of the printer, up or down."""
    if len(codes) < IN_A_ROW:
        return None
    steps = np.diff(np.array(codes, dtype=np.int64))
    longest, first = 1, 0
    for step in (1, -1):
        ends = np.concatenate(([-1], np.flatnonzero(steps != step), [len(steps)]))
        runs = np.diff(ends)
        at = int(runs.argmax())
        if runs[at] > longest:
            longest, first = int(runs[at]), int(ends[at]) + 2
    return Finding(Shape.CODES, longest, first, 2, "") if longest >= IN_A_ROW else None


def _said(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
