"""Help within and between streets: who is tied to whom, told street by street, so that no one person moves it."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from django.db.models import QuerySet
from django.utils import timezone

from gebuur.apps.care.models import Visit
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.mirror.queries.steady_ties import (
    Ends,
    Key,
    Pair,
    steady_marks,
    steady_pairs,
    steady_ties,
)
from gebuur.apps.neighbourhood.models import Neighbourhood, Street
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.domain import streets as ties
from gebuur.domain.ownership import at_least

WINDOW = dt.timedelta(weeks=26)
FEWEST_HOUSEHOLDS = 10
BRIDGES, QUARTERS = 3, 4


@dataclass(frozen=True)
class Visits:
    """Help that was given, from one person to another, and how often; and where each of them lives."""

    times: Mapping[Pair, int]
    home: Mapping[Key, Key]


@dataclass(frozen=True)
class Flow:
    """How often people of one street helped somebody of another, or of their own: at least so often."""

    giver: Street
    receiver: Street
    times: int


@dataclass(frozen=True)
class Between:
    """At least so many ties between people of two streets: help that was given, or a group they share."""

    a: Street
    b: Street
    ties: int


@dataclass(frozen=True)
class StreetTies:
    """Ties of people of a street: at least so many within it and with others, and the quarter that goes outward.

    The quarter is the E-I index told in steps: none goes outward, one quarter, half, three quarters, all. None is
    not shown.
    """

    street: Street
    within: int | None
    between: int | None
    outward: int | None


@dataclass(frozen=True)
class NewBridge:
    """One more tie between two streets; `part` is how much of all the distance it takes away, in hundredths."""

    a: Street
    b: Street
    part: int
    joins: int


@dataclass(frozen=True)
class Joiner:
    """A group in which people of several streets sit together."""

    group: Initiative
    streets: int


@dataclass(frozen=True)
class Flows:
    """Everything of the page. `inside` is the quarter of all ties that stay within a street; None is not shown."""

    streets: list[StreetTies]
    flows: list[Flow]
    between: list[Between]
    inside: int | None
    brokers: list[Street]
    joiners: list[Joiner]
    bridges: list[NewBridge]
    sure: float | None

    @property
    def percent_sure(self) -> int:
        """How good the bridges are at least, beside any other choice, in hundredths."""
        return int(100 * (self.sure or 0))


def look_at_flows(place: Neighbourhood, *, now: dt.datetime) -> Flows:
    """Count ties of half a year. Brokers and bridges come from the printed figures, so they show no more."""
    streets = {street.pk: street for street in list_streets(place)}
    large = {pk for pk, street in streets.items() if street.households >= FEWEST_HOUSEHOLDS}
    visits = _visits(place, now=now)
    flows = [
        Flow(streets[giver], streets[receiver], times)
        for (giver, receiver), times in _steady_flows(visits).items()
        if {giver, receiver} <= large
    ]
    bonds, home = _bonds(place, visits)
    ends = steady_ties(bonds, home)
    told = [_told(streets[pk], ends, shown=pk in large) for pk in streets]
    outward = ends[None].shown[2]
    between = [
        Between(streets[a], streets[b], ties)
        for (a, b), ties in steady_pairs(bonds, home).items()
        if {a, b} <= large
    ]
    brokers, new, sure = _bridges(between, [streets[pk] for pk in streets if pk in large])
    return Flows(
        streets=told,
        flows=sorted(flows, key=lambda one: (-one.times, one.giver.name, one.receiver.name)),
        between=sorted(between, key=lambda one: (-one.ties, one.a.name, one.b.name)),
        inside=None if outward is None else QUARTERS - outward,
        brokers=brokers,
        joiners=_joiners(place),
        bridges=new,
        sure=sure,
    )


def _visits(place: Neighbourhood, *, now: dt.datetime) -> Visits:
    done = Visit.objects.filter(
        neighbourhood=place,
        state=Visit.State.DONE,
        on__gt=timezone.localdate(now - WINDOW),
        match__offer__person__street__isnull=False,
        match__request__seeker__street__isnull=False,
    ).values_list(
        "match__offer__person",
        "match__offer__person__street",
        "match__request__seeker",
        "match__request__seeker__street",
    )
    times: Counter[Pair] = Counter()
    home: dict[Key, Key] = {}
    for helper, of_helper, seeker, of_seeker in done:
        times[helper, seeker] += 1
        home |= {helper: of_helper, seeker: of_seeker}
    return Visits(times, home)


def _bonds(place: Neighbourhood, visits: Visits) -> tuple[set[Pair], dict[Key, Key]]:
    """Who knows whom (one helped the other, or both are in one group), and where they live."""
    bonds = {(min(pair), max(pair)) for pair in visits.times}
    home = dict(visits.home)
    circles: dict[Key, list[Key]] = defaultdict(list)
    for group, person, street in _members(place).values_list(
        "initiative", "person", "person__street"
    ):
        circles[group].append(person)
        home[person] = street
    for people in circles.values():
        bonds |= {(min(pair), max(pair)) for pair in combinations(people, 2)}
    return bonds, home


def _members(place: Neighbourhood) -> QuerySet[Member]:
    return Member.objects.filter(
        neighbourhood=place, state=Member.State.MEMBER, person__street__isnull=False
    )


def _steady_flows(visits: Visits) -> dict[Pair, int]:
    """Flows between streets that come out the same without any one person."""
    whole: Counter[Pair] = Counter()
    of: dict[Pair, Counter[Key]] = defaultdict(Counter)
    for (helper, seeker), times in visits.times.items():
        way = visits.home[helper], visits.home[seeker]
        whole[way] += times
        for person in {helper, seeker}:
            of[way][person] += times
    return steady_marks(whole, of)


def _told(street: Street, ends: Mapping[Key | None, Ends], *, shown: bool) -> StreetTies:
    own = ends.get(street.pk)
    return StreetTies(street, *own.shown) if own and shown else StreetTies(street, None, None, None)


def _bridges(
    between: Iterable[Between], streets: list[Street]
) -> tuple[list[Street], list[NewBridge], float | None]:
    """Places on which others depend, and the bridges that would do most, from what is printed."""
    by_name = {str(street.pk): street for street in streets}
    weights = {(str(one.a.pk), str(one.b.pk)): float(one.ties) for one in between}
    if not weights:
        return [], [], None
    network = ties.Network.of(
        [(a, b, float(times)) for (a, b), times in weights.items()],
        {name: name for name in by_name},
    )
    found = ties.bridges(network, BRIDGES)
    new = [
        NewBridge(by_name[tie.a], by_name[tie.b], round(100 * tie.gain / found.before), tie.joins)
        for tie in found.ties
    ]
    return [by_name[one.group] for one in ties.brokers(network)[:BRIDGES]], new, found.share


def _joiners(place: Neighbourhood) -> list[Joiner]:
    """Groups that show themselves, with five members or more, in which people of several streets sit."""
    people: dict[Key, list[Key]] = defaultdict(list)
    shown = _members(place).filter(
        initiative__state=Initiative.State.ACTIVE, initiative__is_hidden=False
    )
    for group, street in shown.values_list("initiative", "person__street"):
        people[group].append(street)
    groups = Initiative.objects.in_bulk(list(people))
    found = [
        Joiner(groups[pk], several)
        for pk, homes in people.items()
        if at_least(len(homes)) and (several := _steady_streets(homes)) is not None
    ]
    return sorted(found, key=lambda one: (-one.streets, one.group.title))


def _steady_streets(homes: list[Key]) -> int | None:
    """From how many streets its people come, when no single one of them makes the difference."""
    each = Counter(homes)
    several = sum(count > 1 for count in each.values())
    return several if several > 1 else None
