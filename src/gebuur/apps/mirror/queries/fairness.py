"""How long people wait for somebody, by language and by street. Everybody counts once."""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Min

from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.care.queries.board import areas_of
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.domain.disclosure import gather, protect
from gebuur.domain.fairness import Difference, Wait, compare
from gebuur.domain.survival import kaplan_meier

WINDOW = dt.timedelta(weeks=26)
FEWEST = 5
SOON, LATER = 14, 30
REST = ""
"""The row of everybody whose group is too small to stand alone."""


@dataclass(frozen=True)
class Asked:
    """Somebody who asked, with her first question of the last half year: how long until somebody said yes."""

    language: str
    area: str
    days: float
    age: float
    has_somebody: bool

    def had_within(self, days: int) -> bool:
        return self.has_somebody and self.days <= days


@dataclass(frozen=True)
class Share:
    """How many had somebody within so many days, of how many; None where it would point at a person.

    Where `had` is hidden, `nearly` says `none` or `all` when it is less than five away from that.
    """

    had: int | None
    whole: int | None
    nearly: str = ""


@dataclass(frozen=True)
class Group:
    """One row: who, how many people, how many had somebody soon, and the days within which half of them had."""

    name: str
    people: int
    soon: Share
    later: Share
    days: float | None
    difference: Difference | None


def list_asked(place: Neighbourhood, *, now: dt.datetime) -> list[Asked]:
    """Everybody who asked something in the last half year, once."""
    areas = areas_of(place)
    rows = (
        HelpRequest.objects.filter(neighbourhood=place, created_at__gt=now - WINDOW)
        .exclude(state=State.DRAFT)
        .annotate(met_at=Min("matches__made_at"))
        .select_related("seeker")
        .only(
            "created_at", "closed_at", "seeker__languages", "seeker__language", "seeker__street_id"
        )
        .order_by("created_at", "pk")
    )
    first: dict[uuid.UUID, HelpRequest] = {}
    for row in rows:
        if row.seeker_id is not None:
            first.setdefault(row.seeker_id, row)
    return [_asked(row, areas, now) for row in first.values()]


def _asked(row: HelpRequest, areas: dict[str, str], now: dt.datetime) -> Asked:
    seeker = row.seeker
    assert seeker is not None  # noqa: S101 - the list holds requests with a seeker only
    met_at: dt.datetime | None = row.met_at  # type: ignore[attr-defined]  # annotated above
    seen_until = met_at or row.closed_at or now
    return Asked(
        language=(seeker.languages or [seeker.language])[0],
        area=areas.get(str(seeker.street_id), REST),
        days=max(0.0, (seen_until - row.created_at) / dt.timedelta(days=1)),
        age=(now - row.created_at) / dt.timedelta(days=1),
        has_somebody=met_at is not None,
    )


def by_language(asked: Sequence[Asked]) -> list[Group]:
    """The same by the first language of who asked."""
    return _groups(asked, lambda one: one.language)


def by_area(asked: Sequence[Asked]) -> list[Group]:
    """The same by street; small streets stand with a neighbouring one."""
    return _groups(asked, lambda one: one.area)


def _groups(asked: Sequence[Asked], key: Callable[[Asked], str]) -> list[Group]:
    members: dict[str, list[Asked]] = {}
    for one in asked:
        members.setdefault(key(one), []).append(one)
    nameless = members.pop(REST, [])
    sizes = {name: len(people) for name, people in sorted(members.items())}
    alone, rest = gather(sizes | ({REST: len(nameless)} if nameless else {}), minimum=FEWEST)
    if REST in alone:
        alone, rest = [name for name in alone if name != REST], [*rest, REST]
    members[REST] = nameless
    rows = {name: members[name] for name in sorted(alone, key=lambda one: (-sizes[one], one))}
    if rest:
        rows[REST] = [one for name in rest for one in members[name]]
    soon, later = _shares(rows, SOON), _shares(rows, LATER)
    return [_group(name, rows, soon[name], later[name]) for name in rows]


def _group(name: str, rows: dict[str, list[Asked]], soon: Share, later: Share) -> Group:
    people = rows[name]
    others = [one for other, them in rows.items() if other != name for one in them]
    wait = _wait(people)
    difference = compare(wait, _wait(others)) if others else None
    return Group(name, len(people), soon, later, wait.median, difference)


def _shares(rows: dict[str, list[Asked]], days: int) -> dict[str, Share]:
    """Had somebody within so many days, of those who asked that long ago; what was not is protected as well."""
    old = {name: [one for one in people if one.age >= days] for name, people in rows.items()}
    had = {name: sum(one.had_within(days) for one in people) for name, people in old.items()}
    whole = protect({name: len(people) for name, people in old.items()}, minimum=FEWEST)
    yes = protect(had, minimum=FEWEST)
    no = protect({name: len(old[name]) - had[name] for name in rows}, minimum=FEWEST)
    return {name: _share(yes[name], no[name], whole[name], had[name]) for name in rows}


def _share(yes: int | None, no: int | None, whole: int | None, had: int) -> Share:
    if whole is None:
        return Share(None, None)
    if yes is not None and no is not None:
        return Share(yes, whole)
    few, many = had < FEWEST, whole - had < FEWEST
    return Share(None, whole, "" if few == many else "none" if few else "all")


def _wait(people: Sequence[Asked]) -> Wait:
    """Half of them, with its band; nothing when fewer than five had somebody."""
    if sum(one.has_somebody for one in people) < FEWEST:
        return Wait(None, None, None)
    curve = kaplan_meier([one.days for one in people], [one.has_somebody for one in people])
    return Wait(curve.median, *curve.median_ci)
