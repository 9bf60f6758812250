"""Made-up weeks of a quarter, a town, a city and all of Flanders. The same seed, the same week."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gebuur.domain.matching import ALL_SLOTS, Request, Volunteer

Towns = NDArray[np.float64]
TASKS = tuple(f"task-{number:02}" for number in range(12))
LANGUAGES = ("nl", "fr", "tr", "ar", "pl", "en", "ro", "uk")
FIRST_SHARE = (0.68, 0.07, 0.08, 0.07, 0.04, 0.03, 0.02, 0.01)
SKILLS = tuple(f"skill-{number}" for number in range(8))
ROOM = (0.35, 0.3, 0.18, 0.1, 0.07)
RADIUS = 3_000
SPREAD = 3_500
DAYTIME = sum(0b011 << day * 3 for day in range(5))
EVENINGS = sum(0b100 << day * 3 for day in range(7)) | 0b111 << 15 | 0b111 << 18
SIZES = {
    "quarter": (30, 100),
    "town": (300, 1_000),
    "city": (1_500, 5_000),
    "flanders": (20_000, 68_000),
}
# The same land, less of it: who lives as close together shows how the work grows with the number of possible pairs.
PARTS = {
    "eighth": (2_500, 8_500),
    "fourth": (5_000, 17_000),
    "half": (10_000, 34_000),
}
# The town of 5,000 helpers has about 11,000 places: so many requests per place.
CRISIS = {
    "crisis-0.8": (9_000, 5_000),
    "crisis-1.1": (12_000, 5_000),
    "crisis-1.6": (17_000, 5_000),
}
SPEAKS_DUTCH = 0.8
DAY_PEOPLE, EVENING_PEOPLE = 0.4, 0.75
HAS_SKILL, NEEDS_SKILL, NEVER_MATCHED, KNOWS_SOMEBODY = 0.3, 0.25, 0.25, 0.5


@dataclass(frozen=True)
class Week:
    """One instance."""

    name: str
    requests: list[Request]
    volunteers: list[Volunteer]


def make_week(name: str, requests: int, volunteers: int, *, seed: int = 1) -> Week:
    """People live around centres, like some tasks together, and are free in the day or in the evening."""
    dice = np.random.default_rng(seed)
    towns = dice.uniform(0, 1_000 * (volunteers / 5) ** 0.5, (max(1, volunteers // 2_500), 2))
    wishes = dice.dirichlet(np.full(len(TASKS), 0.8))
    helping = [_volunteer(dice, number, towns) for number in range(volunteers)]
    asking = [_request(dice, number, towns, wishes, volunteers) for number in range(requests)]
    return Week(name, asking, helping)


def _home(dice: np.random.Generator, towns: Towns) -> tuple[float, float]:
    x, y = towns[dice.integers(len(towns))] + dice.normal(0, SPREAD, 2)
    return round(float(x), 1), round(float(y), 1)


def _languages(dice: np.random.Generator) -> tuple[str, frozenset[str]]:
    first = str(dice.choice(LANGUAGES, p=FIRST_SHARE))
    return first, frozenset({first} | ({"nl"} if dice.random() < SPEAKS_DUTCH else set()))


def _slots(dice: np.random.Generator) -> int:
    kind = dice.random()
    likely = DAYTIME if kind < DAY_PEOPLE else EVENINGS if kind < EVENING_PEOPLE else ALL_SLOTS
    return int(likely & int(dice.integers(1, ALL_SLOTS + 1))) or likely


def _volunteer(dice: np.random.Generator, number: int, towns: Towns) -> Volunteer:
    first = int(dice.integers(len(TASKS)))
    tasks = {TASKS[(first + int(step)) % len(TASKS)] for step in dice.integers(0, 5, 4)}
    weeks = int(dice.integers(0, 60))
    x, y = _home(dice, towns)
    return Volunteer(
        id=f"v{number:06}",
        tasks=frozenset(tasks),
        radius=RADIUS,
        languages=_languages(dice)[1],
        slots=_slots(dice),
        skills=frozenset(skill for skill in SKILLS if dice.random() < HAS_SKILL),
        capacity=1 + int(dice.choice(len(ROOM), p=ROOM)),
        weeks_since_signup=weeks,
        weeks_since_last_match=None
        if dice.random() < NEVER_MATCHED
        else int(dice.integers(0, weeks + 1)),
        x=x,
        y=y,
    )


def _request(
    dice: np.random.Generator, number: int, towns: Towns, wishes: Towns, volunteers: int
) -> Request:
    first, languages = _languages(dice)
    x, y = _home(dice, towns)
    someone = [f"v{int(one):06}" for one in dice.integers(0, volunteers, 2)]
    return Request(
        id=f"r{number:06}",
        task=str(dice.choice(TASKS, p=wishes)),
        first_language=first,
        languages=languages,
        slots=_slots(dice),
        skills=frozenset({str(dice.choice(SKILLS))} if dice.random() < NEEDS_SKILL else ()),
        not_with=frozenset(someone[:1]),
        known=frozenset(someone[1:]) if dice.random() < KNOWS_SOMEBODY else frozenset(),
        waiting_days=int(dice.integers(0, 40)),
        x=x,
        y=y,
    )
