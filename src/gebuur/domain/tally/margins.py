"""For how much less money, or with how many more votes, a loser would have won: found by counting anew.

Growing shares and the fill by votes make the outcome jump, so no formula is right for all of it. Each answer is
found by halving and by whole counts: with it the project wins, and one step further it does not.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from gebuur.domain.tally.board import Board, set_up
from gebuur.domain.tally.count import FILLS, GROWS, tally_board
from gebuur.domain.tally.greedy import take
from gebuur.domain.tally.model import Ballots, Election, NotUsable, Utility, Wishes
from gebuur.domain.tally.outcome import Outcome
from gebuur.domain.tally.steps import run_once

MOST_VOTES = 1 << 22


@dataclass(frozen=True)
class Margin:
    """What a loser lacked.

    Attributes
    ----------
    price : Fraction or None
        With this cost it wins when all is counted anew, and with one unit of money more it does not; None when it wins
        for nothing above zero. The unit is that of the election: whole currency, or as small as its amounts.
    votes : int or None
        With so many more ballots for it alone, and the same budget, it wins when all is counted anew, and with one
        fewer it does not; None when no number is enough.
    """

    price: Fraction | None
    votes: int | None


def margin(result: Outcome, election: Election, project: str) -> Margin:
    """Find what one loser lacked.

    An added ballot names this project alone, with the most points that any ballot gives one. It takes part
    like every other: the budget is then divided over one voter more. Nearly always a lower cost and more votes
    only help; where the outcome jumps to and fro, this is one of the places where it turns.

    Parameters
    ----------
    result : Outcome
        What `gebuur.domain.tally.tally` said of this election.
    election : Election
        The same election.
    project : str
        Id of a project that did not win.

    Raises
    ------
    NotUsable
        There is no such project, or it won.

    Examples
    --------
    >>> from gebuur.domain.tally import Completion, Project, make_election, tally
    >>> projects = [Project("garden", Fraction(60)), Project("road", Fraction(70))]
    >>> vote = make_election(projects, 100, [["road"]] * 5 + [["garden"]] * 5)
    >>> lacked = margin(tally(vote, Wishes(completion=Completion.NONE)), vote, "road")
    >>> str(lacked.price), lacked.votes
    ('50', 7)
    """
    if project not in {one.project for one in result.losers}:
        raise NotUsable(f"{project!r} is not a project that did not win.")
    return _Search(result, election, project).margin()


class _Search:
    def __init__(self, result: Outcome, election: Election, project: str) -> None:
        self.election, self.name = election, project
        self.share, self.steps = result.share, result.steps
        self.number = [one.id for one in election.projects].index(project)
        self.wishes = Wishes(
            result.rule, result.utility, result.completion, result.stop, result.seed
        )
        self.board = set_up(election, self.wishes)

    def margin(self) -> Margin:
        """Both answers: a price by halving, and votes by whole counts around what looking at few steps has found."""
        cost = self.board.cost[self.number]
        price = 0
        if self.board.votes[self.number]:
            price = cost - _halve(lambda less: self._wins_for(cost - less), 0, cost)
        votes = None
        if cost <= self.board.budget:
            near = _least(lambda more: self._may_win(self._stronger(more)), 1, MOST_VOTES)
            votes = _least(lambda more: self._wins(self._stronger(more)), near, MOST_VOTES)
        return Margin(
            price=self.board.money(price) if price > 0 else None,
            votes=None if votes is None or votes >= MOST_VOTES else votes,
        )

    def _may_win(self, election: Election | None) -> bool:
        """Whether it wins, if it never loses again once its supporters can pay; looks at a few steps only."""
        if election is None:
            return True
        board = set_up(election, self.wishes)
        if self.share is None:
            return self.number in take(board, board.budget)
        before, at = self._turn(board)
        if at is not None and sum(board.cost[p] for p in at) <= board.budget:
            return True
        left = board.budget - sum(board.cost[p] for p in before)
        fills = self.wishes.completion in FILLS
        return fills and left > 0 and self.number in take(board, left, set(before))

    def _turn(self, board: Board) -> tuple[list[int], list[int] | None]:
        """Who wins just before the first step at which it does, and at that step; None when there is no such step."""
        first = Fraction(board.budget, board.voters * board.unit)
        last = 0
        if self.share is not None and self.wishes.completion in GROWS:
            last = max(0, int(self.share - first)) + 1
        low, high = -1, last + 1
        runs: dict[int, list[int]] = {}
        while high - low > 1:
            middle = (low + high) // 2
            runs[middle] = run_once(board, middle).winners
            low, high = (low, middle) if self.number in runs[middle] else (middle, high)
        return runs.get(low, []), runs.get(high)

    def _points(self) -> int:
        """What a ballot for this project alone gives it; a ranking of one gives 1."""
        if self.board.utility is not Utility.POINTS:
            return 1
        return max((int(one.max()) for one in self.board.value if len(one)), default=1)

    def _cheaper(self, price: int) -> Election | None:
        if price <= 0:
            return None
        projects = list(self.election.projects)
        projects[self.number] = replace(projects[self.number], cost=self.board.money(price))
        return replace(self.election, projects=tuple(projects))

    def _stronger(self, more: int) -> Election | None:
        if more >= MOST_VOTES:
            return None
        old = self.election.ballots
        ballots = Ballots(
            np.append(old.starts, old.starts[-1] + 1),
            np.append(old.project, self.number),
            np.append(old.value, self._points()),
            np.append(old.weight, more),
            old.scale,
        )
        return replace(self.election, ballots=ballots)

    def _wins_for(self, price: int) -> bool:
        return self._wins(self._cheaper(price), self._before(price))

    def _before(self, price: int) -> int:
        """A step until which nothing changes, for its supporters cannot pay this price from all they begin with."""
        board = self.board
        short = price * board.voters - board.votes[self.number] * board.budget
        a_step = board.votes[self.number] * board.unit * board.voters
        return max(0, min(-(-short // a_step), self.steps) - 1)

    def _wins(self, election: Election | None, since: int = 0) -> bool:
        if election is None:
            return True
        board = set_up(election, self.wishes)
        return self.name in tally_board(board, self.wishes, since).winners


def _least(holds: Callable[[int], bool], guess: int, end: int) -> int:
    """A number from 1 to `end` for which it holds, while it does not for one less; it holds for the end, not for 0."""
    low, high = 0, end
    if 0 < guess < end:
        if holds(guess):
            high = guess
            if guess == 1 or not holds(guess - 1):
                return guess
            high = guess - 1
        else:
            low = guess
            if holds(guess + 1):
                return guess + 1
    reach = 1
    while low + reach < high and high == end:
        if holds(low + reach):
            high = low + reach
        else:
            low, reach = low + reach, reach * 2
    return _halve(holds, low, high)


def _halve(holds: Callable[[int], bool], low: int, high: int) -> int:
    """A number for which it holds, while it does not for one less; it holds for the highest, not for the lowest."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high
