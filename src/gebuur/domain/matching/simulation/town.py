"""A made-up town: who offers, who asks, who could help whom. The same seed gives the same town, whatever the policy."""

from dataclasses import dataclass

import numpy as np

from gebuur.domain.matching.crowd import Crowd, Floats, Ints
from gebuur.domain.matching.market import open_market
from gebuur.domain.matching.model import ALL_SLOTS, NotUsable, Policy, Request, Volunteer
from gebuur.domain.matching.simulation.hazards import NEVER_MATCHED

TASKS = tuple(f"task-{number:02}" for number in range(12))
LANGUAGES = ("nl", "fr", "tr", "ar", "pl", "en", "ro", "uk")
LANGUAGE_SHARE = (0.68, 0.07, 0.08, 0.07, 0.04, 0.03, 0.02, 0.01)
ALSO_DUTCH = 0.8
SKILLS = tuple(f"skill-{number}" for number in range(8))
SKILL_SHARE, NEEDS_SKILL = 0.3, 0.25
ROOM = (0.35, 0.30, 0.18, 0.10, 0.07)
NEVER_SHARE = 0.25
JOINERS_PER_WEEK = 0.03
RADIUS = 3_000
SPREAD = 1_500
FEWEST_WEEKS, MOST_WEEKS = 8, 104
MOST_VOLUNTEERS, MOST_REQUESTS = 20_000, 20_000
DAYTIME = sum(0b011 << day * 3 for day in range(5))
EVENINGS = sum(0b100 << day * 3 for day in range(7)) | 0b111 << 15 | 0b111 << 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large the town is.

    Parameters
    ----------
    volunteers : int
        At the start; every week 3 in 100 of that number join.
    requests : int
        New ones every week.
    weeks : int
        How long is looked at.

    Raises
    ------
    NotUsable
        For a number below or above what can be simulated.
    """

    volunteers: int = 1_000
    requests: int = 300
    weeks: int = 26

    def __post_init__(self) -> None:
        """Refuse towns without people and towns that never end."""
        limits = (
            ("volunteers", self.volunteers, 1, MOST_VOLUNTEERS),
            ("requests", self.requests, 1, MOST_REQUESTS),
            ("weeks", self.weeks, FEWEST_WEEKS, MOST_WEEKS),
        )
        for name, value, low, high in limits:
            if not low <= value <= high:
                raise NotUsable(name, f"must be {low} to {high:,}, not {value:,}.")


@dataclass(frozen=True, slots=True)
class Town:
    """Everything that chance decides, drawn once; people and requests are meant by their place.

    Attributes
    ----------
    size : Size
        What was asked for.
    joined, signup, last : array of int, shape (volunteers,)
        The week of joining (0 for who was there); at that moment full weeks since sign-up and since the last
        match, or `NEVER_MATCHED`.
    crowd : Crowd
        All of them, with the tasks a week each can take.
    stays : array of float, shape (weeks, volunteers)
        What chance says each week: who draws below her hazard stops.
    born : tuple of array
        For every week the requests that come in, first come first.
    starts, helper, cost, metres : array of int
        The pairs of request ``i`` are ``starts[i]`` up to ``starts[i + 1]``: which volunteer, what the pair
        costs by the rules of matching, how far it is.
    """

    size: Size
    crowd: Crowd
    joined: Ints
    signup: Ints
    last: Ints
    stays: Floats
    born: tuple[Ints, ...]
    starts: Ints
    helper: Ints
    cost: Ints
    metres: Ints


def make_town(size: Size, *, seed: int) -> Town:
    """Draw a town. People live around one centre and are free by day or by night; wishes go together.

    Examples
    --------
    >>> town = make_town(Size(volunteers=20, requests=5, weeks=8), seed=1)
    >>> len(town.born), len(town.born[0]), len(town.joined) >= 20
    (8, 5, True)
    """
    dice = np.random.default_rng(seed)
    spread = SPREAD * (size.volunteers / 1_000) ** 0.5
    joiners = dice.poisson(JOINERS_PER_WEEK * size.volunteers, size.weeks)
    joined = np.repeat(np.arange(-1, size.weeks), [size.volunteers, *joiners.tolist()])
    was_there = joined < 0
    many = len(joined)
    never = ~was_there | (dice.random(many) < NEVER_SHARE)
    last = np.where(never, NEVER_MATCHED, np.minimum(dice.geometric(0.3, many), 12))
    signup = np.where(
        was_there, np.where(never, dice.integers(0, 8, many), dice.integers(13, 60, many)), 0
    )
    room = 1 + dice.choice(len(ROOM), many, p=ROOM)
    helping = _volunteers(dice, room, spread)
    wishes = dice.dirichlet(np.full(len(TASKS), 2.0))
    asking = _requests(dice, size.requests * size.weeks, wishes, spread)
    market = open_market(asking, helping, Policy())
    people = np.array([int(one.id) for one in market.crowd.volunteers], np.int64)
    places = np.argsort([int(one.id) for one in market.crowd.requests])
    weeks = tuple(places.reshape(size.weeks, size.requests).astype(np.int64))
    asked = np.repeat(np.arange(len(asking)), np.diff(market.starts))
    return Town(
        size=size,
        crowd=market.crowd,
        joined=np.maximum(joined, 0)[people],
        signup=signup[people].astype(np.int64),
        last=last[people].astype(np.int64),
        stays=dice.random((size.weeks, many))[:, people],
        born=weeks,
        starts=market.starts,
        helper=market.helper,
        cost=market.cost,
        metres=market.crowd.distance(asked, market.helper),
    )


def _volunteers(dice: np.random.Generator, room: Ints, spread: float) -> list[Volunteer]:
    many = len(room)
    homes = dice.normal(0, spread, (many, 2))
    likes = dice.integers(0, len(TASKS), many)
    steps = dice.integers(0, 5, (many, 4))
    spoken, slots = _spoken(dice, many), _slots(dice, many)
    skilled = dice.random((many, len(SKILLS))) < SKILL_SHARE
    return [
        Volunteer(
            id=f"{place:07}",
            tasks=frozenset(TASKS[(likes[place] + step) % len(TASKS)] for step in steps[place]),
            x=float(homes[place, 0]),
            y=float(homes[place, 1]),
            radius=RADIUS,
            languages=spoken[place][1],
            slots=slots[place],
            skills=frozenset(np.array(SKILLS)[skilled[place]].tolist()),
            capacity=int(room[place]),
        )
        for place in range(many)
    ]


def _requests(dice: np.random.Generator, many: int, wishes: Floats, spread: float) -> list[Request]:
    homes = dice.normal(0, spread, (many, 2))
    tasks = dice.choice(len(TASKS), many, p=wishes)
    needs, skills = dice.random(many) < NEEDS_SKILL, dice.integers(0, len(SKILLS), many)
    spoken, slots = _spoken(dice, many), _slots(dice, many)
    return [
        Request(
            id=f"{place:07}",
            task=TASKS[tasks[place]],
            x=float(homes[place, 0]),
            y=float(homes[place, 1]),
            first_language=spoken[place][0],
            languages=spoken[place][1],
            slots=slots[place],
            skills=frozenset({SKILLS[skills[place]]} if needs[place] else ()),
        )
        for place in range(many)
    ]


def _spoken(dice: np.random.Generator, many: int) -> list[tuple[str, frozenset[str]]]:
    """The language liked best and all one can manage with."""
    firsts = dice.choice(len(LANGUAGES), many, p=LANGUAGE_SHARE)
    dutch = dice.random(many) < ALSO_DUTCH
    return [
        (LANGUAGES[first], frozenset({LANGUAGES[first]} | ({"nl"} if also else set())))
        for first, also in zip(firsts, dutch, strict=True)
    ]


def _slots(dice: np.random.Generator, many: int) -> list[int]:
    """Some are free by day, some in the evening and at weekends, some now and then."""
    likely = dice.choice([DAYTIME, EVENINGS, ALL_SLOTS], many, p=(0.40, 0.35, 0.25))
    drawn = dice.integers(1, ALL_SLOTS + 1, many)
    return [int(mask & some) or int(mask) for mask, some in zip(likely, drawn, strict=True)]
