"""Who stays: by the month in which people began, by what happened first, before and after a change."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.utils import timezone

from gebuur.apps.mirror.models import Change
from gebuur.apps.mirror.queries.helpers import A_DAY, Helper
from gebuur.domain.disclosure import merge_small_areas, protect
from gebuur.domain.survival import (
    Curve,
    Life,
    LogRank,
    Within,
    at_landmark,
    first_within,
    kaplan_meier,
    log_rank,
)

FEWEST = 5
MONTHS = 12
LANDMARK = 14
HORIZONS = (14, 30, 60)


@dataclass(frozen=True)
class Cohort:
    """People who began in the same month, or in months that are together large enough to be shown.

    `known` is how many days ago the last of them began: so long all of them could be followed.
    """

    first: dt.date
    last: dt.date
    curve: Curve
    known: float


@dataclass(frozen=True)
class Comparison:
    """Two groups beside each other; None for a group of fewer than five."""

    one: Curve | None
    other: Curve | None
    test: LogRank | None


@dataclass(frozen=True)
class FirstTimes:
    """After so many days: of `whole` people, how many were asked, had a first task, waited, or left without one.

    A number that would show a few people is None.
    """

    days: int
    whole: int
    asked: int | None
    had: int | None
    waiting: int | None
    gone: int | None


def list_cohorts(helpers: Iterable[Helper], *, now: dt.datetime) -> list[Cohort]:
    """Those of the last twelve months, newest first; a month with few people stands with the month beside it."""
    months: dict[str, list[Helper]] = {}
    for helper in helpers:
        if now - helper.began <= dt.timedelta(days=31 * MONTHS):
            month = timezone.localdate(helper.began).replace(day=1).isoformat()
            months.setdefault(month, []).append(helper)
    beside = {one: [other] for one, other in pairwise(sorted(months))}
    sizes = {month: len(people) for month, people in months.items()}
    groups: dict[str, list[str]] = {}
    for month, group in merge_small_areas(sizes, beside, minimum=FEWEST).items():
        if group is not None:
            groups.setdefault(group, []).append(month)
    return [_cohort(those, months, now) for those in reversed(groups.values())]


def _cohort(group: list[str], months: dict[str, list[Helper]], now: dt.datetime) -> Cohort:
    people = [helper for month in group for helper in months[month]]
    first, last = (dt.date.fromisoformat(month) for month in (group[0], group[-1]))
    known = min(helper.known(now) for helper in people)
    return Cohort(first, last, _curve([helper.life for helper in people]), known)


def compare_first_weeks(helpers: Iterable[Helper]) -> Comparison:
    """Those whom we asked within two weeks and those whom we did not, followed from then on."""
    split = at_landmark(((one.life, one.asked) for one in helpers), day=LANDMARK)
    return _compare(split.had, split.had_not)


def compare_change(helpers: Iterable[Helper], change: Change) -> Comparison:
    """Those who began since the change, and those who began before it, followed until that day."""
    day = timezone.make_aware(dt.datetime.combine(change.on, dt.time()))
    since, before = [], []
    for helper in helpers:
        until = (day - helper.began) / A_DAY
        if until <= 0:
            since.append(helper.life)
        else:
            stayed = min(helper.life.exit, until)
            before.append(Life(0.0, stayed, helper.life.left and helper.life.exit <= until))
    return _compare(since, before)


def count_first_times(helpers: Iterable[Helper], *, now: dt.datetime) -> list[FirstTimes]:
    """How soon we asked people and they had a first task; only where at least five began so long ago."""
    people = list(helpers)
    known = [helper.known(now) for helper in people]
    asked, had = (
        first_within([(one.life, getattr(one, what)) for one in people], known, horizons=HORIZONS)
        for what in ("asked", "first_task")
    )
    return [_shown(*pair) for pair in zip(asked, had, strict=True) if pair[0].whole >= FEWEST]


def _shown(asked: Within, had: Within) -> FirstTimes:
    contact = protect({"asked": asked.had, "not": asked.whole - asked.had}, minimum=FEWEST)
    task = protect({"had": had.had, "waiting": had.waiting, "gone": had.gone}, minimum=FEWEST)
    return FirstTimes(had.days, had.whole, contact["asked"], **task)


def _compare(one: list[Life], other: list[Life]) -> Comparison:
    if min(len(one), len(other)) < FEWEST:
        first, second = (_curve(lives) if len(lives) >= FEWEST else None for lives in (one, other))
        return Comparison(first, second, None)
    both = [*one, *other]
    groups = [0] * len(one) + [1] * len(other)
    test = log_rank([life.exit for life in both], [life.left for life in both], groups)
    return Comparison(_curve(one), _curve(other), test)


def _curve(lives: list[Life]) -> Curve:
    return kaplan_meier([life.exit for life in lives], [life.left for life in lives])
