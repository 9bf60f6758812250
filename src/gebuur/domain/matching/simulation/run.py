"""Play the weeks of one town under one way of dividing."""

from collections import deque
from dataclasses import dataclass, replace

import numpy as np

from gebuur.domain.matching.crowd import Crowd, Flags, Floats, Ints
from gebuur.domain.matching.market import NOBODY
from gebuur.domain.matching.simulation.hazards import NEVER_MATCHED, Hazards
from gebuur.domain.matching.simulation.town import Town
from gebuur.domain.matching.simulation.ways import Divide, Week
from gebuur.domain.matching.turn import Leaving

PATIENCE = 2
IN_TIME = 2
EARLY = 8
RECENT = 8
FULL_WEEKS, OF_WEEKS = 3, 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one town.

    Attributes
    ----------
    active_early, active : int
        Volunteers still there after eight weeks and at the end.
    newcomers, in_time : int
        Who joined early enough to be looked at, and how many of them had a first task within two weeks.
    gini : float
        How unequally the tasks per week of being there fall: 0 all the same, 1 all on one.
    matches, metres : int
        Requests served, and the straight-line metres to them, one way, together.
    lost, ended : int
        Requests that found nobody in their own week and the two after, of all that were served or lost.
    new_leaving, matched_leaving : Leaving
        Who was there and who left, by weeks since sign-up and since the last task: what `derive_turn` wants.
    """

    active_early: int
    active: int
    newcomers: int
    in_time: int
    gini: float
    matches: int
    metres: int
    lost: int
    ended: int
    new_leaving: Leaving
    matched_leaving: Leaving


def play(town: Town, divide: Divide, hazards: Hazards) -> Outcome:
    """Play all weeks: divide, then everybody decides whether to go on.

    Examples
    --------
    >>> from gebuur.domain.matching.simulation.town import Size, make_town
    >>> from gebuur.domain.matching.simulation.ways import nearest
    >>> town = make_town(Size(volunteers=20, requests=5, weeks=8), seed=1)
    >>> end = play(town, nearest, Hazards())
    >>> end.matches + end.lost == end.ended
    True
    """
    game = _Game(town)
    for week in range(town.size.weeks):
        game.divide(week, divide)
        game.part(week, hazards)
    return game.outcome()


class _Game:
    """The state of a town from week to week."""

    def __init__(self, town: Town) -> None:
        self.town = town
        many = len(town.joined)
        self.here = np.ones(many, np.bool_)
        self.met = town.last != NEVER_MATCHED
        self.met_on = np.where(self.met, -town.last, 0)
        self.first_on = np.full(many, NEVER_MATCHED)
        self.done, self.present = np.zeros(many, np.int64), np.zeros(many, np.int64)
        before = [(town.last == back).astype(np.int64) for back in range(RECENT, 0, -1)]
        self.recent: deque[Ints] = deque(before, maxlen=RECENT)
        self.full: deque[Flags] = deque(maxlen=OF_WEEKS)
        self.asked = np.zeros(0, np.int64)  # Requests that wait since earlier weeks,
        self.asked_on = np.zeros(0, np.int64)  # and the week each came in.
        self.active: list[int] = []
        height = int(max(town.signup.max(), town.last.max())) + town.size.weeks + 1
        self.seen = np.zeros((2, many), np.bool_)
        self.risk, self.left = np.zeros((2, height), np.int64), np.zeros((2, height), np.int64)
        self.matches = self.metres = self.lost = 0

    def divide(self, week: int, divide: Divide) -> None:
        """Give out the requests of a week; who finds nobody waits, at most two weeks more."""
        born = self.town.born[week]
        requests = np.concatenate([self.asked, born])
        asked_on = np.concatenate([self.asked_on, np.full(len(born), week)])
        there = self.here & (self.town.joined <= week)
        crowd = replace(self.town.crowd, room=np.where(there, self.town.crowd.room, 0))
        given = divide(self._week(week, requests, asked_on, crowd))
        self._note(week, requests, given)
        self.present += there
        self.full.append((self.recent[-1] >= self.town.crowd.room) & there)
        unserved = given == NOBODY
        gone = unserved & (asked_on <= week - PATIENCE)
        self.lost += int(gone.sum())
        self.asked, self.asked_on = requests[unserved & ~gone], asked_on[unserved & ~gone]

    def part(self, week: int, hazards: Hazards) -> None:
        """Everybody goes on or stops; the same luck under every way."""
        tired = np.sum(self.full, axis=0) >= FULL_WEEKS
        chance = hazards.weekly(self._signup(week), self._last(week), tired)
        there = self.here & (self.town.joined <= week)
        stops = there & (self.town.stays[week] < chance)
        since = np.where(self.met, self._last(week), self._signup(week))
        for kind, people in enumerate((there & ~self.met, there & self.met)):
            height = self.risk.shape[1]
            self.seen[kind] |= people
            self.risk[kind] += np.bincount(since[people], minlength=height)
            self.left[kind] += np.bincount(since[people & stops], minlength=height)
        self.here &= ~stops
        self.active.append(int((self.here & there).sum()))

    def outcome(self) -> Outcome:
        town, weeks = self.town, self.town.size.weeks
        new = (town.last == NEVER_MATCHED) & (town.joined > 0) & (town.joined < weeks - IN_TIME)
        in_time = new & (self.first_on >= 0) & (self.first_on - town.joined <= IN_TIME)
        long_enough = self.present >= OF_WEEKS
        return Outcome(
            active_early=self.active[EARLY - 1],
            active=self.active[-1],
            newcomers=int(new.sum()),
            in_time=int(in_time.sum()),
            gini=gini(self.done[long_enough] / self.present[long_enough]),
            matches=self.matches,
            metres=self.metres,
            lost=self.lost,
            ended=self.matches + self.lost,
            new_leaving=self._leaving(0),
            matched_leaving=self._leaving(1),
        )

    def _leaving(self, kind: int) -> Leaving:
        """As far as there was anybody."""
        weeks = len(np.trim_zeros(self.risk[kind], "b"))
        return Leaving(
            people=int(self.seen[kind].sum()),
            at_risk=self.risk[kind, :weeks].tolist(),
            left=self.left[kind, :weeks].tolist(),
        )

    def _week(self, week: int, requests: Ints, asked_on: Ints, crowd: Crowd) -> Week:
        town = self.town
        counts = town.starts[requests + 1] - town.starts[requests]
        ends = np.cumsum(counts)
        pairs = np.arange(counts.sum()) + np.repeat(town.starts[requests] - ends + counts, counts)
        asking = np.repeat(np.arange(len(requests)), counts)
        can = crowd.room[town.helper[pairs]] > 0
        pairs, asking = pairs[can], asking[can]
        return Week(
            crowd=crowd,
            starts=np.searchsorted(asking, np.arange(len(requests) + 1)).astype(np.int64),
            helper=town.helper[pairs],
            cost=town.cost[pairs],
            metres=town.metres[pairs],
            days=(week - asked_on) * 7,
            signup=self._signup(week),
            last=self._last(week),
            recent=np.sum(self.recent, axis=0),
        )

    def _note(self, week: int, requests: Ints, given: Ints) -> None:
        """Write down who did what."""
        served = given != NOBODY
        tasks = np.bincount(given[served], minlength=len(self.done)).astype(np.int64)
        self.done += tasks
        self.recent.append(tasks)
        busy = tasks > 0
        self.first_on[busy & ~self.met & (self.first_on < 0)] = week
        self.met |= busy
        self.met_on[busy] = week
        self.matches += int(served.sum())
        for request, place in zip(requests[served], given[served], strict=True):
            run = slice(self.town.starts[request], self.town.starts[request + 1])
            self.metres += int(self.town.metres[run][self.town.helper[run] == place][0])

    def _signup(self, week: int) -> Ints:
        weeks: Ints = np.maximum(0, self.town.signup + week - self.town.joined)
        return weeks

    def _last(self, week: int) -> Ints:
        return np.where(self.met, week - self.met_on, NEVER_MATCHED)


def gini(values: Floats) -> float:
    """How unequal some amounts are: 0 all the same, towards 1 all on one.

    Examples
    --------
    >>> gini(np.array([1.0, 1.0, 1.0])), round(gini(np.array([0.0, 0.0, 3.0])), 3)
    (0.0, 0.667)
    """
    total = float(values.sum())
    if not total:
        return 0.0
    ranks = np.arange(1, len(values) + 1)
    return float((2 * ranks - len(values) - 1) @ np.sort(values)) / (len(values) * total)
