"""From what is known of a person to one life: a pause is not leaving, and silence must be stated."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

A_DAY = dt.timedelta(days=1)


class Life(NamedTuple):
    """Time with us in days since the beginning: seen from `entry` until `exit`; `left` when she left then."""

    entry: float
    exit: float
    left: bool


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of one person.

    Parameters
    ----------
    began : datetime
        When she offered something for the first time. Coming back later is the same life.
    known_since : datetime, optional
        From when on we would have seen her leave, when that is later than `began`.
    stopped : datetime, optional
        When she said that she stops; None while she takes part.
    unanswered_since : datetime, optional
        The first question of ours since her last answer that got none; None when none is open. Who was
        never asked has none: then we were silent, not she.
    pauses : sequence of (datetime, datetime)
        Times for which she asked to be left in peace.
    """

    began: dt.datetime
    known_since: dt.datetime | None = None
    stopped: dt.datetime | None = None
    unanswered_since: dt.datetime | None = None
    pauses: Sequence[tuple[dt.datetime, dt.datetime]] = ()


def life_of(facts: Facts, *, now: dt.datetime, silent_after: int | None = None) -> Life | None:
    """Turn what is known of a person into one life.

    She left when she said so. A pause is not leaving. Silence is leaving only when a length for it was
    stated: then she left on the day on which a question of ours had been open for so many days, and days
    on which she paused are not among them. Earlier than that day nobody could know; so until then she counts.

    Parameters
    ----------
    facts : Facts
        What is known.
    now : datetime
        The moment of looking; nothing later is known.
    silent_after : int, optional
        Days after which an unanswered question means that somebody left. None: silence is never leaving.

    Returns
    -------
    Life or None
        None when she was not seen for any time: she begins after `now`, or left before she was known.

    Raises
    ------
    ValueError
        When `silent_after` is below one day, or a pause ends before it begins.

    Examples
    --------
    Asked in the second week and silent since, but she paused for ten days.

    >>> day = lambda n: dt.datetime(2026, 9, n, tzinfo=dt.UTC)
    >>> facts = Facts(began=day(1), unanswered_since=day(8), pauses=[(day(10), day(20))])
    >>> life_of(facts, now=day(28))
    Life(entry=0.0, exit=27.0, left=False)
    >>> life_of(facts, now=day(28), silent_after=7)
    Life(entry=0.0, exit=24.0, left=True)
    """
    if silent_after is not None and silent_after < 1:
        raise ValueError(f"silent_after must be one day or more, but is {silent_after!r}.")
    ends = [end for end in (facts.stopped, _silent_since(facts, silent_after)) if end is not None]
    end = min(ends, default=None)
    left = end is not None and end <= now
    until = end if end is not None and left else now
    seen = max(facts.began, facts.known_since or facts.began)
    if until <= seen and not (left and seen == facts.began):
        return None
    entry, exit_ = ((moment - facts.began) / A_DAY for moment in (seen, max(until, facts.began)))
    return Life(entry, exit_, left)


def _silent_since(facts: Facts, days: int | None) -> dt.datetime | None:
    """When the stated silence was complete; the clock stands still during a pause."""
    if days is None or facts.unanswered_since is None:
        return None
    end = facts.unanswered_since + dt.timedelta(days=days)
    for start, finish in sorted(facts.pauses):
        if finish < start:
            raise ValueError("A pause ends before it begins.")
        if start < end:
            end += max(dt.timedelta(), finish - max(start, facts.unanswered_since))
    return end


class Landmark(NamedTuple):
    """Those who were with us at the landmark, by what had happened by then; time runs anew from there."""

    had: list[Life]
    had_not: list[Life]


def at_landmark(lives: Iterable[tuple[Life, float | None]], *, day: float) -> Landmark:
    """Split people by what had happened to them until a day, and follow them from that day on.

    Without a landmark the comparison cheats: who was asked in her tenth week stayed for ten weeks, or
    she could not have been asked then (immortal time). So only those who were still with us at the landmark
    are compared, by what was known then; what happens later moves nobody to the other group.

    Parameters
    ----------
    lives : iterable of (Life, float or None)
        Each life with the day, since the beginning, on which the thing happened to her; None: never.
    day : float
        The landmark, in days since the beginning; the thing counts when it happened on that day or before.

    Examples
    --------
    The second left on day 3 and tells nothing; the third was asked only on day 30.

    >>> lives = [(Life(0, 50, True), 5), (Life(0, 3, True), None), (Life(0, 40, False), 30)]
    >>> at_landmark(lives, day=14)
    Landmark(had=[Life(entry=0.0, exit=36, left=True)], had_not=[Life(entry=0.0, exit=26, left=False)])
    """
    split = Landmark([], [])
    for life, happened in lives:
        if life.exit > day:
            mine = split.had if happened is not None and happened <= day else split.had_not
            mine.append(Life(max(0.0, life.entry - day), life.exit - day, life.left))
    return split


class Within(NamedTuple):
    """Of `whole` people who began at least `days` ago: how many had it by then, waited still, or had left."""

    days: int
    whole: int
    had: int
    waiting: int
    gone: int


def first_within(
    lives: Iterable[tuple[Life, float | None]],
    known: Iterable[float],
    *,
    horizons: Sequence[int] = (14, 30, 60),
) -> list[Within]:
    """Count to how many something had happened within so many days after they began.

    Only those who began long enough ago are counted, whether they stayed or not: so nobody is missing from
    the whole because she gave up waiting.

    Parameters
    ----------
    lives : iterable of (Life, float or None)
        Each life with the day of the first time; None: never.
    known : iterable of float
        For each of them, how many days ago she began.
    horizons : sequence of int
        After how many days to look.

    Examples
    --------
    >>> lives = [(Life(0, 40, False), 3), (Life(0, 9, True), None), (Life(0, 20, False), None)]
    >>> first_within(lives, [40, 40, 20], horizons=(14, 30))
    [Within(days=14, whole=3, had=1, waiting=1, gone=1), Within(days=30, whole=2, had=1, waiting=0, gone=1)]
    """
    people = list(zip(lives, known, strict=True))
    return [_within(people, days) for days in horizons]


def _within(people: list[tuple[tuple[Life, float | None], float]], days: int) -> Within:
    whole = [one for one, since in people if since >= days]
    had = sum(first is not None and first <= days for _life, first in whole)
    gone = sum(
        life.left and life.exit <= days and (first is None or first > days) for life, first in whole
    )
    return Within(days, len(whole), had, len(whole) - had - gone, gone)
