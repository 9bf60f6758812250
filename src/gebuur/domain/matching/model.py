"""What goes in: the policy, one request, the people who offered something.

Coordinates are metres in any flat projection, the same for everybody. Parts of the week are a bitmask
of 21 bits: bit ``day * 3 + part``, day 0 is Monday, part 0 is morning, 1 afternoon, 2 evening.
"""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

ALL_SLOTS = (1 << 21) - 1
"""Every part of the week: for who has no preference."""

FAR_AWAY = 1e8
"""Coordinates beyond this many metres are no place on earth."""


class NotUsable(ValueError):
    """A value that no honest caller can mean.

    Attributes
    ----------
    place : str
        Where it stands, such as ``volunteer 'joris': radius``.
    """

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place} {problem}")
        self.place = place


def _check_point(place: str, x: float, y: float) -> None:
    for name, value in (("x", x), ("y", y)):
        if not math.isfinite(value) or abs(value) > FAR_AWAY:
            raise NotUsable(f"{place}: {name}", f"must be a number of metres, not {value!r}.")


def _check_slots(place: str, slots: int) -> None:
    if not 0 <= slots <= ALL_SLOTS:
        raise NotUsable(f"{place}: slots", f"must be a mask of 21 bits, not {slots!r}.")


def _check_count(place: str, count: int) -> None:
    if count < 0:
        raise NotUsable(place, f"must not be below zero, but is {count!r}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The numbers that decide whose turn it is, in metre equivalents unless said otherwise.

    One metre equivalent is one metre of straight-line distance. The numbers come from simulations of
    26 weeks with 1,000 volunteers, in which this turn bonus kept most people active.

    Parameters
    ----------
    first_language_penalty, single_slot_penalty : int
        Added when the seeker's first language is not shared; when only one part of the week is.
    known_bonus : int
        Taken off when the two met before and both were content.
    load_steps : tuple of int
        Added for the first, second, ... task of one volunteer in the same run; the last one repeats.
        Ranking for one request uses the first step only.
    new_bonus, new_bonus_per_week, new_weeks : int
        Turn bonus of somebody who never had a match, with the most weeks that count.
    wait_bonus_per_week, wait_weeks : int
        Turn bonus per full week since the last match, with the most weeks that count.
    new_curve, wait_curve : tuple of int
        When given, these replace the turn bonus above: by full weeks since sign-up for who never had a
        match, by full weeks since the last match for the others; the last entry repeats.
    unserved, unserved_per_day, unserved_days : int
        What it costs in a proposal to leave a request without a helper: far more than any walk, and
        more for every day it waits, with the most days that count.
    metres_per_minute : int
        Straight-line metres walked in a minute, detours included. For reasons only; it moves nobody.
    nearby_minutes, recent_weeks, asked_weeks : int
        Up to how many minutes is near; up to how many full weeks a match, a question is recent.

    Examples
    --------
    >>> Policy().load_step(0), Policy().load_step(2), Policy().load_step(9)
    (0, 500, 1500)
    """

    first_language_penalty: int = 400
    single_slot_penalty: int = 100
    known_bonus: int = 200
    load_steps: tuple[int, ...] = (0, 250, 500, 1000, 1500)
    new_bonus: int = 2000
    new_bonus_per_week: int = 300
    new_weeks: int = 8
    wait_bonus_per_week: int = 300
    wait_weeks: int = 16
    new_curve: tuple[int, ...] = ()
    wait_curve: tuple[int, ...] = ()
    unserved: int = 1_000_000
    unserved_per_day: int = 1_000
    unserved_days: int = 365
    metres_per_minute: int = 60
    nearby_minutes: int = 15
    recent_weeks: int = 2
    asked_weeks: int = 1

    def __post_init__(self) -> None:
        """Refuse numbers that would turn a penalty into a reward."""
        for name in self.__slots__:
            value = getattr(self, name)
            for number in value if isinstance(value, tuple) else (value,):
                _check_count(f"policy: {name}", number)
                if number > FAR_AWAY:
                    raise NotUsable(f"policy: {name}", f"must be at most {FAR_AWAY:.0f}.")
        if self.metres_per_minute == 0:
            raise NotUsable("policy: metres_per_minute", "must be above zero.")
        if not self.load_steps or any(a > b for a, b in pairwise(self.load_steps)):
            raise NotUsable("policy: load_steps", "must not be empty or falling.")

    def load_step(self, tasks: int) -> int:
        """Metre equivalents for one more task when this volunteer got `tasks` in this run already."""
        return self.load_steps[min(tasks, len(self.load_steps) - 1)]

    @property
    def longest_wait(self) -> int:
        """After so many weeks waiting longer adds nothing, with or without a match."""
        ends = (len(curve) - 1 for curve in (self.new_curve, self.wait_curve))
        return max(self.new_weeks, self.wait_weeks, *ends)

    def turn_bonus(self, weeks_since_signup: int, weeks_since_last_match: int | None) -> int:
        """Metre equivalents off the price of somebody's first task in a run.

        Parameters
        ----------
        weeks_since_signup : int
            Full weeks since the offer was made.
        weeks_since_last_match : int or None
            Full weeks since the last match; None when there never was one.

        Examples
        --------
        >>> Policy().turn_bonus(3, None), Policy().turn_bonus(50, None), Policy().turn_bonus(50, 4)
        (2900, 4400, 1200)
        >>> Policy(new_curve=(100, 900)).turn_bonus(7, None)
        900
        """
        weeks = weeks_since_signup if weeks_since_last_match is None else weeks_since_last_match
        curve = self.new_curve if weeks_since_last_match is None else self.wait_curve
        if curve:
            return curve[min(weeks, len(curve) - 1)]
        if weeks_since_last_match is None:
            return self.new_bonus + self.new_bonus_per_week * min(
                weeks_since_signup, self.new_weeks
            )
        return self.wait_bonus_per_week * min(weeks_since_last_match, self.wait_weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question for help.

    Parameters
    ----------
    id : str
        Of the request.
    task : str
        Key of the task.
    phone_only : bool
        The help goes by phone: distance counts for nothing.
    x, y : float
        Home of the seeker in metres.
    first_language : str
        The language she likes best; it counts as one of her languages even if `languages` lacks it.
    languages : frozenset of str
        All languages she can manage with.
    slots : int
        Parts of the week that suit her. Zero suits nobody; without a preference give `ALL_SLOTS`.
    skills : frozenset of str
        What the helper must be able to do.
    seeker : str
        Id of the person, to look up in the volunteers' `not_with`.
    not_with : frozenset of str
        Volunteers never to propose: either of the two asked so, or it is the seeker herself.
    known : frozenset of str
        Volunteers she met before, both content.
    waiting_days : int
        Days since she asked. Does not move the order of helpers for this one request.
    amber : bool
        The task needs a volunteer who is cleared for it.

    Raises
    ------
    NotUsable
        For a place that is no number, slots out of range or negative days.
    """

    id: str
    task: str
    x: float
    y: float
    first_language: str
    phone_only: bool = False
    languages: frozenset[str] = frozenset()
    slots: int = ALL_SLOTS
    skills: frozenset[str] = frozenset()
    seeker: str = ""
    not_with: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    waiting_days: int = 0
    amber: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        place = f"request {self.id!r}"
        _check_point(place, self.x, self.y)
        _check_slots(place, self.slots)
        _check_count(f"{place}: waiting_days", self.waiting_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """One person who offered something.

    Parameters
    ----------
    id : str
        Of the offer or the person; unique in one ranking.
    tasks : frozenset of str
        Keys of the ticked tasks.
    x, y : float
        Home in metres.
    radius : int
        How far she wants to go, in straight-line metres; the edge belongs to it.
    languages : frozenset of str
        Languages she can help in.
    slots : int
        Parts of the week that suit her.
    skills : frozenset of str
        What she can do.
    not_with : frozenset of str
        Seekers she is not to be paired with (ids as in `Request.seeker`).
    capacity : int
        How many more tasks her own limits leave room for.
    weeks_since_signup : int
        Full weeks since the offer.
    weeks_since_last_match, weeks_since_last_asked : int or None
        Full weeks since; None when it never happened.
    paused : bool
        She takes a break.
    file_complete : bool
        The legal file is in order.
    cleared : frozenset of str
        Keys of amber tasks a professional cleared her for.

    Raises
    ------
    NotUsable
        For a place that is no number, a negative radius, capacity or week, slots out of range.
    """

    id: str
    tasks: frozenset[str]
    x: float
    y: float
    radius: int
    languages: frozenset[str]
    slots: int = ALL_SLOTS
    skills: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    capacity: int = 1
    weeks_since_signup: int = 0
    weeks_since_last_match: int | None = None
    weeks_since_last_asked: int | None = None
    paused: bool = False
    file_complete: bool = True
    cleared: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        place = f"volunteer {self.id!r}"
        _check_point(place, self.x, self.y)
        _check_slots(place, self.slots)
        _check_count(f"{place}: radius", self.radius)
        _check_count(f"{place}: capacity", self.capacity)
        _check_count(f"{place}: weeks_since_signup", self.weeks_since_signup)
        _check_count(f"{place}: weeks_since_last_match", self.weeks_since_last_match or 0)
        _check_count(f"{place}: weeks_since_last_asked", self.weeks_since_last_asked or 0)


class Outline(NamedTuple):
    """What the price of a helper depends on; every attribute as in `Volunteer`."""

    id: str
    x: float
    y: float
    radius: int
    languages: frozenset[str]
    slots: int
    weeks_since_signup: int
    weeks_since_last_match: int | None
