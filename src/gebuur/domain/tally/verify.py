"""Check a result against the rule itself. It shares no code with the count: plain fractions, ballot by ballot."""

import hashlib
from collections.abc import Collection, Iterable
from fractions import Fraction

from gebuur.domain.tally.model import Election
from gebuur.domain.tally.outcome import Doubtful, Outcome

Marks = list[tuple[int, Fraction, int]]
"""Of one project: which ballot names it, what it is worth to it, how many people handed that ballot in."""


def verify(result: Outcome, election: Election, *, every_step: bool = False) -> None:
    """Count again in the plainest way and compare.

    Parameters
    ----------
    result : Outcome
        What `gebuur.domain.tally.tally` said.
    election : Election
        What it was said of.
    every_step : bool
        Also look at every start below the one that decided. Without this the run that decided and the next one are
        checked; so it could escape that the rule should have stopped sooner. With many ballots this takes long.

    Raises
    ------
    Doubtful
        Names the first thing that does not hold.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from gebuur.domain.tally import Project, make_election, tally
    >>> vote = make_election([Project("bench", Fraction(40))], 50, [["bench"]])
    >>> verify(tally(vote), vote, every_step=True)
    >>> verify(replace(tally(vote), winners=()), vote)
    Traceback (most recent call last):
    gebuur.domain.tally.outcome.Doubtful: The winners are ['bench'], not [].
    """
    recount = _Recount(result, election)
    winners = recount.by_votes([], election.budget)
    if result.rule == "equal-shares":
        winners = recount.by_shares(every_step=every_step)
        if result.completion in ("greedy", "add1u"):
            left = election.budget - recount.cost_of(winners)
            winners = winners + recount.by_votes(winners, left)
    ids = [election.projects[p].id for p in winners]
    _hold(list(result.winners) == ids, f"The winners are {ids}, not {list(result.winners)}.")
    cost = recount.cost_of(winners)
    _hold(cost <= election.budget, "The winners cost more than the budget.")
    _hold(result.cost == cost, f"The winners cost {cost}, not {result.cost}.")
    _hold(result.budget == election.budget, "The budget is another.")
    _hold(result.voters == recount.voters, f"There were {recount.voters} voters.")
    _hold([one.project for one in result.rounds] == ids, "The rounds are not those of the winners.")
    names = sorted(ids + [one.project for one in result.losers])
    everybody = names == sorted(one.id for one in election.projects)
    _hold(everybody, "Not every project stands in the result exactly once.")


def _hold(holds: bool, sentence: str) -> None:  # noqa: FBT001 - reads like assert
    if not holds:
        raise Doubtful(sentence)


class _Recount:
    def __init__(self, result: Outcome, election: Election) -> None:
        self.result, self.election = result, election
        self.cost = [one.cost for one in election.projects]
        ballots, kinds = election.ballots, ("points", "borda")
        starts, weight = ballots.starts.tolist(), ballots.weight.tolist()
        self.people = len(weight)
        self.voters = sum(weight)
        self.marks: list[Marks] = [[] for _one in self.cost]
        for at, many in enumerate(weight):
            for mark in range(starts[at], starts[at + 1]):
                project = int(ballots.project[mark])
                points = int(ballots.value[mark]) if result.utility in kinds else 1
                worth = self.cost[project] if result.utility == "cost" else Fraction(1)
                self.marks[project].append((at, worth * points, many))
        self.votes = [sum(many for _at, _worth, many in one) for one in self.marks]
        self.lot = [
            hashlib.sha256(f"{result.seed}\n{one.id}".encode()).hexdigest()
            for one in election.projects
        ]

    def tie(self, project: int) -> tuple[Fraction, int, str]:
        return self.cost[project], -self.votes[project], self.lot[project]

    def cost_of(self, projects: Iterable[int]) -> Fraction:
        return sum((self.cost[p] for p in projects), Fraction(0))

    def by_votes(self, taken: Collection[int], money: Fraction) -> list[int]:
        """Most welcome first, whatever still fits."""
        chosen: list[int] = []
        welcome = {p: sum(worth * many for _at, worth, many in self.marks[p]) for p in self.named()}
        if self.result.utility == "cost":
            welcome = {p: worth / self.cost[p] for p, worth in welcome.items()}
        if self.result.utility == "cardinality":
            welcome = {p: worth / self.cost[p] for p, worth in welcome.items()}
        for p in sorted(welcome, key=lambda p: (-welcome[p], *self.tie(p))):
            if p not in taken and self.cost[p] <= money:
                money -= self.cost[p]
                chosen.append(p)
        return chosen

    def named(self) -> list[int]:
        return [p for p, votes in enumerate(self.votes) if votes]

    def by_shares(self, *, every_step: bool) -> list[int]:
        """The run that decided, having seen that the rule stops just there."""
        result, share = self.result, self.election.budget / self.voters
        grows = result.completion in ("add1", "add1u")
        _hold(grows or result.steps == 0, "The shares grew without being asked to.")
        _hold(result.share == share + result.steps, f"The share is {share + result.steps}.")
        winners = self.run(share + result.steps)
        _hold(self.cost_of(winners) <= self.election.budget, "The shares overspend.")
        if grows and not self.is_done(winners):
            more = self.run(share + result.steps + 1)
            too_much = self.cost_of(more) > self.election.budget
            _hold(too_much, "The shares could have grown further.")
        for step in range(result.steps) if every_step else ():
            sooner = self.run(share + step)
            goes_on = self.cost_of(sooner) <= self.election.budget and not self.is_done(sooner)
            _hold(goes_on, f"The rule stops after {step} steps.")
        return winners

    def is_done(self, winners: Collection[int]) -> bool:
        """Whether the rule stops here without looking at the next step."""
        others = [p for p in self.named() if p not in winners]
        left = self.election.budget - self.cost_of(winners)
        full = all(self.cost[p] > left for p in others)
        return not others or (self.result.stop == "exhaustive" and full)

    def run(self, share: Fraction) -> list[int]:
        """Equal shares, looking at every project in every round."""
        money = [share] * self.people
        winners: list[int] = []
        while True:
            prices = {
                p: price
                for p in self.named()
                if p not in winners and (price := self.price(p, money)) is not None
            }
            if not prices:
                return winners
            best = min(prices, key=lambda p: (prices[p], *self.tie(p)))
            for at, worth, _many in self.marks[best]:
                money[at] -= min(money[at], prices[best] * worth)
            winners.append(best)

    def price(self, project: int, money: list[Fraction]) -> Fraction | None:
        """The least that supporters can pay per unit of worth: in order of who is first without money."""
        marks = sorted(self.marks[project], key=lambda one: money[one[0]] / one[1])
        missing, worths = self.cost[project], sum(worth * many for _at, worth, many in marks)
        for at, worth, many in marks:
            if money[at] * worths >= missing * worth:
                return Fraction(missing) / worths
            missing -= money[at] * many
            worths -= worth * many
        return None
