"""Whom we miss: what is asked and still open, against who is there with room. Look here before you print a flyer."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from gebuur.apps.boundaries.models import Task
from gebuur.apps.care.queries.board import areas_of
from gebuur.apps.care.queries.market import Market, living_offers, open_questions, read_market
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.domain import matching
from gebuur.domain.disclosure import show_count

FIRST = "nl"


@dataclass(frozen=True)
class Need:
    """What is asked in one task and one language: how many wait, how long at most, and who is there.

    `there` counts people with room who chose the task and speak the language, `nobody` the questions that
    fit nobody at all now, `speakers` everybody with room who speaks the language.
    """

    task: Task
    language: str
    asked: int
    longest: int
    there: int
    nobody: int
    speakers: int

    @property
    def key(self) -> str:
        return f"{self.task.key}:{self.language}"

    @property
    def is_short(self) -> bool:
        """Whether there are fewer people than questions, or a question that fits nobody."""
        return self.there < self.asked or bool(self.nobody)


@dataclass(frozen=True)
class Row:
    """How many questions wait under one heading, the longest wait in days, and how many people are there."""

    name: str
    asked: int
    longest: int
    there: int


@dataclass(frozen=True)
class Demand:
    """Everything that is open in a neighbourhood, in three ways."""

    needs: list[Need]
    languages: list[Row]
    areas: list[Row]
    asked: int
    with_room: int

    @property
    def short(self) -> list[Need]:
        """What we miss people for, the most missed first."""
        return [need for need in self.needs if need.is_short]


def demand_of(place: Neighbourhood, *, now: dt.datetime) -> Demand:
    """Count what waits against who is there, with a fixed number of queries."""
    market = read_market(
        place, requests=open_questions(place), offers=living_offers(place), now=now
    )
    free = [one for one in market.volunteers.values() if _has_room(one)]
    return Demand(
        needs=_needs(market, free),
        languages=_by_language(market, free),
        areas=_by_area(market, free, areas=areas_of(place)),
        asked=len(market.asked),
        with_room=len(free),
    )


def as_needs(demand: Demand, keys: list[str]) -> list[dict[str, object]]:
    """Chosen needs as a flyer keeps them: a count below five does not go on paper."""
    chosen = {need.key: need for need in demand.needs}
    return [
        {
            "task": chosen[key].task.key,
            "language": "" if chosen[key].language == FIRST else chosen[key].language,
            "count": show_count(chosen[key].asked),
        }
        for key in keys
        if key in chosen
    ]


def _has_room(one: matching.Volunteer) -> bool:
    return one.capacity > 0 and not one.paused and one.file_complete


def _needs(market: Market, free: list[matching.Volunteer]) -> list[Need]:
    by_task: defaultdict[str, list[matching.Volunteer]] = defaultdict(list)
    for one in free:
        for task in one.tasks:
            by_task[task].append(one)
    speakers = Counter(language for one in free for language in one.languages)
    groups: defaultdict[tuple[str, str], list[matching.Request]] = defaultdict(list)
    for asked in market.asked.values():
        groups[asked.task, asked.first_language].append(asked)
    tasks = {one.task.key: one.task for one in market.requests.values() if one.task is not None}
    needs = [
        Need(
            task=tasks[task],
            language=language,
            asked=len(group),
            longest=max(one.waiting_days for one in group),
            there=sum(language in one.languages for one in by_task[task]),
            nobody=sum(
                all(matching.misfit(asked, one) for one in by_task[task]) for asked in group
            ),
            speakers=speakers[language],
        )
        for (task, language), group in groups.items()
    ]
    return sorted(needs, key=lambda n: (-n.nobody, n.there - n.asked, -n.longest, n.key))


def _by_language(market: Market, free: list[matching.Volunteer]) -> list[Row]:
    waits: defaultdict[str, list[int]] = defaultdict(list)
    for asked in market.asked.values():
        waits[asked.first_language].append(asked.waiting_days)
    there = Counter(language for one in free for language in one.languages)
    return _rows(waits, there)


def _by_area(market: Market, free: list[matching.Volunteer], *, areas: dict[str, str]) -> list[Row]:
    """Per area of at least ten households; whoever lives in a smaller one, or nowhere we know, is left out."""
    waits: defaultdict[str, list[int]] = defaultdict(list)
    for key, asked in market.asked.items():
        seeker = market.requests[key].seeker
        area = areas.get(str(seeker.street_id)) if seeker else None
        if area:
            waits[area].append(asked.waiting_days)
    homes = (areas.get(str(market.offers[one.id].person.street_id)) for one in free)
    return _rows(waits, Counter(area for area in homes if area))


def _rows(waits: dict[str, list[int]], there: Counter[str]) -> list[Row]:
    rows = [Row(name, len(days), max(days), there[name]) for name, days in waits.items()]
    return sorted(rows, key=lambda row: (-row.asked, -row.longest, row.name))
