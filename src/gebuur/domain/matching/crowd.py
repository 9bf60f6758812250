"""Requests and volunteers as arrays: places, and masks of bits for what people share."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gebuur.domain.matching.model import Request, Volunteer

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Words = NDArray[np.uint64]
Flags = NDArray[np.bool_]
BITS = 64
SIEVE = 1 << 20


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
        metres = np.floor(self._half_above(asking, helping)).astype(np.int64)
        return np.where(self.phone[asking], 0, metres)

    def is_near(self, asking: Ints, helping: Ints) -> Flags:
        """Whether she goes that far: the same as whether the distance is at most her radius."""
        near: Flags = self._half_above(asking, helping) < self.radius[helping] + 1
        return near | self.phone[asking]

    def _half_above(self, asking: Ints, helping: Ints) -> Floats:
        """Half a metre more than the straight line, so that rounding down rounds it half up."""
        dx = self.asks.x[asking] - self.helps.x[helping]
        dy = self.asks.y[asking] - self.helps.y[helping]
        metres: Floats = np.sqrt(dx * dx + dy * dy) + 0.5
        return metres

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
        return ~_among(self.key(asking, helping), self.apart)

    def is_cleared(self, asking: Ints, helping: Ints) -> Flags:
        """Whether a task that needs care goes to somebody cleared for it."""
        pairs = self.key(self.task[asking], helping)
        return ~self.amber[asking] | _among(pairs, self.cleared)

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
        return _among(self.key(asking, helping), self.known)


def _any_bit(words: Words) -> Flags:
    """Which rows have a bit set."""
    one: Flags = np.bitwise_or.reduce(words, axis=1) != 0
    return one


def _among(pairs: Ints, some: Ints) -> Flags:
    """Which pairs are among some: a sieve of their last bits lets nearly all others pass at once."""
    sieve = np.zeros(SIEVE, np.bool_)
    sieve[some % SIEVE] = True
    among = sieve[pairs % SIEVE]
    caught = np.flatnonzero(among)
    among[caught] = np.isin(pairs[caught], some)
    return among


def runs(first: Ints, counts: Ints) -> Ints:
    """Runs of places behind each other: so many from each first one."""
    if not counts.size:
        return counts
    ends = np.cumsum(counts)
    run: Ints = np.arange(ends[-1]) + np.repeat(first - ends + counts, counts)
    return run
