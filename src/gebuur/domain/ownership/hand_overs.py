"""Stepping back: which initiatives were handed over to their neighbours, and which should have been."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gebuur.domain.ownership.model import Act, Promise

SOON = dt.timedelta(weeks=4)
HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True)
class HandOvers:
    """Initiatives, not people.

    Attributes
    ----------
    done : int
        How many were handed over in the period.
    due, coming : tuple of Promise
        Support whose last day has passed without a hand-over, and whose last day comes within four weeks; the
        earliest first.
    """

    done: int
    due: tuple[Promise, ...]
    coming: tuple[Promise, ...]


def hand_overs(
    acts: Iterable[Act], promised: Sequence[Promise], *, since: dt.date, today: dt.date
) -> HandOvers:
    """Lay hand-overs that were done beside those that were promised.

    Parameters
    ----------
    acts : iterable of Act
        Acts on initiatives, also those before the period: a promise may be older.
    promised : sequence of Promise
        With the day until which the service supports.
    since, today : datetime.date
        The period, both days included.

    Returns
    -------
    HandOvers
        An initiative that was handed over since its support began is neither due nor coming.

    Examples
    --------
    >>> day = dt.date(2026, 11, 28)
    >>> old, new = (Promise(name, name, since=dt.date(2026, 1, 1), until=dt.date(2026, 11, 1)) for name in "ab")
    >>> found = hand_overs([Act("handed_over", "professional", day, thing="a")], [old, new],
    ...                    since=dt.date(2026, 9, 1), today=day)
    >>> found.done, [one.name for one in found.due], found.coming
    (1, ['b'], ())
    """
    last: dict[str, dt.date] = {}
    for act in acts:
        if act.verb == HANDED_OVER and act.thing and act.on <= today:
            last[act.thing] = max(act.on, last.get(act.thing, act.on))
    done = sum(1 for on in last.values() if on >= since)
    open_ones = sorted(
        (one for one in promised if one.until and not _is_handed(one, last)),
        key=lambda one: (one.until or today, one.name, one.thing),
    )
    due = tuple(one for one in open_ones if one.until and one.until < today)
    coming = tuple(one for one in open_ones if one.until and today <= one.until <= today + SOON)
    return HandOvers(done, due, coming)


def _is_handed(promise: Promise, last: dict[str, dt.date]) -> bool:
    on = last.get(promise.thing)
    return on is not None and (promise.since is None or on >= promise.since)
