"""Requests and volunteers as arrays: places, and masks of bits for what people share."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from gebuur.domain.matching.model import FAR_AWAY, NotUsable, Request, Volunteer
from gebuur.domain.matching.rules import languages_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Words = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Someone = TypeVar("Someone", Request, Volunteer)
BITS = 64
EVERYWHERE = int(4 * FAR_AWAY)
EVEN_BITS = (
    0x0000FFFF0000FFFF,
    0x00FF00FF00FF00FF,
    0x0F0F0F0F0F0F0F0F,
    0x3333333333333333,
    0x5555555555555555,
)


@dataclass(frozen=True, slots=True)
class Side:
    """What both sides have: a home, parts of the week, languages and skills (one row of masks each)."""

    x: Floats
    y: Floats
    slots: Ints
    languages: Words
    skills: Words


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody's facts; `asking` and `helping` in the arguments are places in the two lists.

    Attributes
    ----------
    requests, volunteers : tuple
        Sorted along a Morton curve, so that neighbours stand together; at one place by id.
    asks, helps : Side
        What both sides have.
    task, phone, amber, first_language : array, shape (requests,)
        Number of the task (-1: nobody ticked it), by phone, needs care, number of the language liked best.
    radius, capacity, room, rank : array of int, shape (volunteers,)
        Own reach; own limit; how many more tasks (0: paused, full or no file); place of the id among all ids.
    files, here : array of bool, shape (volunteers,)
        Whether the legal file is complete; whether she takes no break.
    tick_volunteer, tick_task : array of int
        One row per task that a volunteer with room ticked.
    cleared, apart, known : array of int
        Pairs, as `key` numbers them: (task, volunteer) cleared; (request, volunteer) apart, known.
    """

    requests: tuple[Request, ...]
    volunteers: tuple[Volunteer, ...]
    asks: Side
    helps: Side
    task: Ints
    phone: Flags
    amber: Flags
    first_language: Ints
    radius: Ints
    room: Ints
    files: Flags
    here: Flags
    capacity: Ints
    rank: Ints
    tick_volunteer: Ints
    tick_task: Ints
    cleared: Ints
    apart: Ints
    known: Ints

    def key(self, one: Ints, helping: Ints) -> Ints:
        """One number per pair."""
        return one * max(1, len(self.volunteers)) + helping

    def distance(self, asking: Ints, helping: Ints) -> Ints:
        """Straight-line metres, rounded half up; 0 for help by phone."""
        dx = self.asks.x[asking] - self.helps.x[helping]
        dy = self.asks.y[asking] - self.helps.y[helping]
        metres = np.floor(np.sqrt(dx * dx + dy * dy) + 0.5).astype(np.int64)
        return np.where(self.phone[asking], 0, metres)

    def is_near(self, asking: Ints, helping: Ints) -> Flags:
        """Whether she goes that far."""
        return self.distance(asking, helping) <= self.radius[helping]

    def share_language(self, asking: Ints, helping: Ints) -> Flags:
        """Whether they can talk with each other."""
        return _any_bit(self.asks.languages[asking] & self.helps.languages[helping])

    def share_first(self, asking: Ints, helping: Ints) -> Flags:
        """Whether the helper speaks the language the seeker likes best."""
        first = self.first_language[asking]
        bit = (first % BITS).astype(np.uint64)
        speaks: Flags = (self.helps.languages[helping, first // BITS] >> bit & np.uint64(1)) != 0
        return speaks

    def shared_slots(self, asking: Ints, helping: Ints) -> Ints:
        """How many parts of the week both can."""
        shared = self.asks.slots[asking] & self.helps.slots[helping]
        count: Ints = np.bitwise_count(shared).astype(np.int64)
        return count

    def share_slot(self, asking: Ints, helping: Ints) -> Flags:
        """Whether there is a part of the week that both can."""
        shares: Flags = (self.asks.slots[asking] & self.helps.slots[helping]) != 0
        return shares

    def has_skills(self, asking: Ints, helping: Ints) -> Flags:
        """Whether the helper can do what is needed."""
        return ~_any_bit(self.asks.skills[asking] & ~self.helps.skills[helping])

    def may_meet(self, asking: Ints, helping: Ints) -> Flags:
        """Whether neither asked not to be paired."""
        return np.isin(self.key(asking, helping), self.apart, invert=True)

    def is_cleared(self, asking: Ints, helping: Ints) -> Flags:
        """Whether a task that needs care goes to somebody cleared for it."""
        pairs = self.key(self.task[asking], helping)
        return ~self.amber[asking] | np.isin(pairs, self.cleared)

    def has_file(self, _asking: Ints, helping: Ints) -> Flags:
        """Whether the legal file is in order."""
        return self.files[helping]

    def is_here(self, _asking: Ints, helping: Ints) -> Flags:
        """Whether she takes no break."""
        return self.here[helping]

    def has_room(self, _asking: Ints, helping: Ints) -> Flags:
        """Whether her own limits leave room."""
        return self.capacity[helping] > 0

    def is_known(self, asking: Ints, helping: Ints) -> Flags:
        """Whether they met before and both were content."""
        return np.isin(self.key(asking, helping), self.known)


def _any_bit(words: Words) -> Flags:
    """Which rows have a bit set."""
    one: Flags = np.bitwise_or.reduce(words, axis=1) != 0
    return one


def read_crowd(requests: Sequence[Request], volunteers: Sequence[Volunteer]) -> Crowd:
    """Turn people into arrays.

    Raises
    ------
    NotUsable
        When two requests or two volunteers have the same id.
    """
    asking, helping = _along_curve("request", requests), _along_curve("volunteer", volunteers)
    tasks = _numbered(v.tasks for v in helping)
    spoken = [languages_of(request) for request in asking]
    languages = _numbered([*spoken, *(v.languages for v in helping)])
    skills = _numbered([*(r.skills for r in asking), *(v.skills for v in helping)])
    capacity = np.array([min(v.capacity, len(asking)) for v in helping], np.int64)
    files = np.array([v.file_complete for v in helping], np.bool_)
    here = np.array([not v.paused for v in helping], np.bool_)
    room = np.where(files & here, capacity, 0)
    ticks = [
        (place, tasks[task])
        for place, (v, has) in enumerate(zip(helping, room.tolist(), strict=True))
        if has
        for task in v.tasks
    ]
    ticked = np.array(ticks, np.int64).reshape(-1, 2)
    return Crowd(
        requests=asking,
        volunteers=helping,
        asks=_side(asking, _masks(spoken, languages), _masks([r.skills for r in asking], skills)),
        helps=_side(
            helping,
            _masks([v.languages for v in helping], languages),
            _masks([v.skills for v in helping], skills),
        ),
        task=np.array([tasks.get(r.task, -1) for r in asking], np.int64),
        phone=np.array([r.phone_only for r in asking], np.bool_),
        amber=np.array([r.amber for r in asking], np.bool_),
        first_language=np.array([languages[r.first_language] for r in asking], np.int64),
        radius=np.array([min(v.radius, EVERYWHERE) for v in helping], np.int64),
        room=room,
        files=files,
        here=here,
        capacity=capacity,
        rank=_ranks([v.id for v in helping]),
        tick_volunteer=ticked[:, 0],
        tick_task=ticked[:, 1],
        cleared=_cleared(helping, tasks),
        apart=_apart(asking, helping),
        known=_pairs(((place, r.known) for place, r in enumerate(asking)), helping),
    )


def _side(people: Sequence[Request] | Sequence[Volunteer], languages: Words, skills: Words) -> Side:
    return Side(
        x=np.array([one.x for one in people], np.float64),
        y=np.array([one.y for one in people], np.float64),
        slots=np.array([one.slots for one in people], np.int64),
        languages=languages,
        skills=skills,
    )


def _along_curve(kind: str, people: Sequence[Someone]) -> tuple[Someone, ...]:
    """Sort by place: who lives together, stands together."""
    count = Counter(one.id for one in people)
    if len(count) < len(people):
        twice = min(one for one, times in count.items() if times > 1)
        raise NotUsable(f"{kind} {twice!r}", "stands in the list more than once.")
    if not people:
        return ()
    curve = _spread_bits(np.array([one.x for one in people])) | _spread_bits(
        np.array([one.y for one in people])
    ) << np.uint64(1)
    order = np.lexsort((_ranks([one.id for one in people]), curve))
    return tuple(people[place] for place in order.tolist())


def _spread_bits(metres: Floats) -> Words:
    """The bits of a coordinate, each with a free one beside it."""
    bits = (metres - metres.min()).astype(np.uint64)
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


def _masks(sets: Sequence[frozenset[str]], numbers: Mapping[str, int]) -> Words:
    """One row of 64-bit words per set; sets that are the same are worked out once."""
    width = len(numbers) // BITS + 1
    seen: dict[frozenset[str], int] = {}
    rows = [seen.setdefault(one, len(seen)) for one in sets]
    wholes = [sum(1 << numbers[word] for word in one) for one in seen]
    lowest = (1 << BITS) - 1
    words = [[whole >> BITS * word & lowest for word in range(width)] for whole in wholes]
    different = np.array(words, np.uint64).reshape(-1, width)
    masks: Words = np.take(different, np.array(rows, np.int64), axis=0)
    return masks


def _cleared(volunteers: Sequence[Volunteer], tasks: Mapping[str, int]) -> Ints:
    many = max(1, len(volunteers))
    pairs = [
        tasks[task] * many + place
        for place, volunteer in enumerate(volunteers)
        for task in volunteer.cleared
        if task in tasks
    ]
    return np.array(pairs, np.int64)


def _pairs(named: Iterable[tuple[int, frozenset[str]]], volunteers: Sequence[Volunteer]) -> Ints:
    """Requests that name volunteers, as pairs; a name that is not there is nobody."""
    named = [(place, ids) for place, ids in named if ids]
    places = {v.id: place for place, v in enumerate(volunteers)} if named else {}
    many = max(1, len(volunteers))
    pairs = [place * many + places[one] for place, ids in named for one in ids if one in places]
    return np.array(pairs, np.int64)


def _apart(requests: Sequence[Request], volunteers: Sequence[Volunteer]) -> Ints:
    """Pairs of whom either asked not to be paired."""
    of_seekers = _pairs(((place, r.not_with) for place, r in enumerate(requests)), volunteers)
    asked: dict[str, list[int]] = {}
    for place, request in enumerate(requests):
        asked.setdefault(request.seeker, []).append(place)
    many = max(1, len(volunteers))
    of_helpers = [
        place * many + other
        for other, volunteer in enumerate(volunteers)
        for seeker in volunteer.not_with
        for place in asked.get(seeker, ())
    ]
    return np.concatenate([of_seekers, np.array(of_helpers, np.int64)])
