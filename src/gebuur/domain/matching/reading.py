"""Reading people into arrays. What many have in common, such as a set of tasks, is worked out once.

People are read in the order in which they come, and put in line afterwards: whoever was made after each other lies
beside each other in memory, and that makes reading twice as fast.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

import numpy as np

from gebuur.domain.matching.crowd import BITS, Crowd, Flags, Floats, Ints, Side, Words, runs
from gebuur.domain.matching.model import FAR_AWAY, NotUsable, Request, Volunteer
from gebuur.domain.matching.rules import languages_of

Someone = TypeVar("Someone", Request, Volunteer)
Kind = TypeVar("Kind", bound=Hashable)
EVERYWHERE = int(4 * FAR_AWAY)
EVEN_BITS = (
    0x0000FFFF0000FFFF,
    0x00FF00FF00FF00FF,
    0x0F0F0F0F0F0F0F0F,
    0x3333333333333333,
    0x5555555555555555,
)


@dataclass(frozen=True, slots=True)
class Line(Generic[Someone]):
    """People in line along a Morton curve: who lives together, stands together; at one place by id.

    Attributes
    ----------
    people : sequence
        As they came.
    order : array of int
        Who stands at each place of the line.
    rank : array of int
        Of everybody in line the place of the id among all ids.
    places : dict of str to int
        At which place an id stands.
    """

    people: Sequence[Someone]
    order: Ints
    rank: Ints
    places: Mapping[str, int]

    def read(self, fact: str) -> Iterator[Any]:
        """One fact of everybody, as they came."""
        return map(attrgetter(fact), self.people)

    def in_line(self) -> tuple[Someone, ...]:
        """Everybody, in line."""
        return tuple(map(self.people.__getitem__, self.order.tolist()))

    def ints(self, facts: Iterable[int]) -> Ints:
        """Facts as they came, put in line."""
        return np.fromiter(facts, np.int64)[self.order]

    def floats(self, fact: str) -> Floats:
        """One fact of everybody, in line."""
        return np.fromiter(self.read(fact), np.float64)[self.order]

    def flags(self, fact: str) -> Flags:
        """One fact of everybody, in line."""
        return np.fromiter(self.read(fact), np.bool_)[self.order]

    def kinds(self, facts: Iterable[Kind]) -> tuple[Ints, list[Kind]]:
        """The number of everybody's kind, in line; and the kinds."""
        seen: defaultdict[Kind, int] = defaultdict()
        seen.default_factory = seen.__len__
        return self.ints(map(seen.__getitem__, facts)), list(seen)


def line_up(kind: str, people: Sequence[Someone]) -> Line[Someone]:
    """Put people in line.

    Raises
    ------
    NotUsable
        When two have the same id.
    """
    ids = [one.id for one in people]
    if len(set(ids)) < len(ids):
        twice = min(one for one, times in Counter(ids).items() if times > 1)
        raise NotUsable(f"{kind} {twice!r}", "stands in the list more than once.")
    ranks = _ranks(ids)
    x = _spread_bits(np.fromiter(map(attrgetter("x"), people), np.float64))
    y = _spread_bits(np.fromiter(map(attrgetter("y"), people), np.float64))
    order = np.lexsort((ranks, x | y << np.uint64(1)))
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return Line(people, order, ranks[order], dict(zip(ids, places.tolist(), strict=True)))


def read_crowd(requests: Sequence[Request], volunteers: Sequence[Volunteer]) -> Crowd:
    """Turn people into arrays.

    Raises
    ------
    NotUsable
        When two requests or two volunteers have the same id.
    """
    asking, helping = line_up("request", requests), line_up("volunteer", volunteers)
    ticked, wishes = helping.kinds(helping.read("tasks"))
    tasks = _numbered(wishes)
    spoken, needed = asking.kinds(map(languages_of, requests)), asking.kinds(asking.read("skills"))
    spoken_too, skilled = (
        helping.kinds(helping.read("languages")),
        helping.kinds(helping.read("skills")),
    )
    languages, skills = _numbered(spoken[1] + spoken_too[1]), _numbered(needed[1] + skilled[1])
    capacity = helping.ints(min(one, len(requests)) for one in helping.read("capacity"))
    files, here = helping.flags("file_complete"), ~helping.flags("paused")
    room = np.where(files & here, capacity, 0)
    tick_volunteer, tick_task = _ticks(np.flatnonzero(room), ticked, wishes, tasks)
    return Crowd(
        requests=asking.in_line(),
        volunteers=helping.in_line(),
        asks=_side(asking, _masks(*spoken, languages), _masks(*needed, skills)),
        helps=_side(helping, _masks(*spoken_too, languages), _masks(*skilled, skills)),
        task=asking.ints(tasks.get(one, -1) for one in asking.read("task")),
        phone=asking.flags("phone_only"),
        amber=asking.flags("amber"),
        first_language=asking.ints(languages[one] for one in asking.read("first_language")),
        radius=helping.ints(min(one, EVERYWHERE) for one in helping.read("radius")),
        room=room,
        files=files,
        here=here,
        capacity=capacity,
        rank=helping.rank,
        tick_volunteer=tick_volunteer,
        tick_task=tick_task,
        cleared=_cleared(helping, tasks),
        apart=np.concatenate([_named(asking, helping, "not_with"), _refused(asking, helping)]),
        known=_named(asking, helping, "known"),
    )


def _side(line: Line[Someone], languages: Words, skills: Words) -> Side:
    slots = line.ints(line.read("slots"))
    return Side(line.floats("x"), line.floats("y"), slots, languages, skills)


def _ticks(
    able: Ints, ticked: Ints, wishes: Sequence[frozenset[str]], tasks: Mapping[str, int]
) -> tuple[Ints, Ints]:
    """One row per task that somebody able ticked: who, and the number of the task."""
    sizes = np.fromiter(map(len, wishes), np.int64)
    numbers = np.fromiter((tasks[task] for one in wishes for task in one), np.int64)
    kind = ticked[able]
    first = (np.cumsum(sizes) - sizes)[kind]
    return np.repeat(able, sizes[kind]), numbers[runs(first, sizes[kind])]


def _spread_bits(metres: Floats) -> Words:
    """The bits of a coordinate, each with a free one beside it."""
    bits = (metres - metres.min(initial=FAR_AWAY)).astype(np.uint64)
    for shift, mask in zip((16, 8, 4, 2, 1), EVEN_BITS, strict=True):
        bits = (bits | bits << np.uint64(shift)) & np.uint64(mask)
    spread: Words = bits
    return spread


def _ranks(ids: Sequence[str]) -> Ints:
    """The place of every id when all stand in order, as text."""
    ranks = np.empty(len(ids), np.int64)
    ranks[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
    return ranks


def _numbered(sets: Iterable[frozenset[str]]) -> dict[str, int]:
    return {word: number for number, word in enumerate(sorted(frozenset().union(*sets)))}


def _masks(rows: Ints, different: Sequence[frozenset[str]], numbers: Mapping[str, int]) -> Words:
    """One row of 64-bit words per set."""
    width = len(numbers) // BITS + 1
    wholes = [sum(1 << numbers[word] for word in one) for one in different]
    lowest = (1 << BITS) - 1
    words = [[whole >> BITS * word & lowest for word in range(width)] for whole in wholes]
    masks: Words = np.take(np.array(words, np.uint64).reshape(-1, width), rows, axis=0)
    return masks


def _cleared(helping: Line[Volunteer], tasks: Mapping[str, int]) -> Ints:
    many = max(1, len(helping.people))
    pairs = [
        tasks[task] * many + helping.places[one.id]
        for one in helping.people
        for task in one.cleared
        if task in tasks
    ]
    return np.array(pairs, np.int64)


def _named(asking: Line[Request], helping: Line[Volunteer], fact: str) -> Ints:
    """Requests that name volunteers, as pairs; a name that is not there is nobody."""
    many, places = max(1, len(helping.people)), helping.places
    pairs = [
        asking.places[one.id] * many + places[name]
        for one, names in zip(asking.people, asking.read(fact), strict=True)
        for name in names
        if name in places
    ]
    return np.array(pairs, np.int64)


def _refused(asking: Line[Request], helping: Line[Volunteer]) -> Ints:
    """Requests of seekers with whom a volunteer is not to be paired, as pairs."""
    asked: dict[str, list[int]] = {}
    for request in asking.people:
        asked.setdefault(request.seeker, []).append(asking.places[request.id])
    many = max(1, len(helping.people))
    pairs = [
        place * many + helping.places[one.id]
        for one in helping.people
        for seeker in one.not_with
        for place in asked.get(seeker, ())
    ]
    return np.array(pairs, np.int64)
