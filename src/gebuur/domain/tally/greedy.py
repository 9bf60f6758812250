"""Most votes first: what cities usually do, and what fills up the money that equal shares leave."""

from collections.abc import Collection, Iterable
from fractions import Fraction

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.model import Utility

Place = tuple[Fraction, int, int, str]
"""Where a project stands in line: lowest first."""


def place_of(
    board: Board, project: int, *, cost: int = 0, more: int = 0, more_points: int = 0
) -> Place:
    """Where a project stands in line, also at another cost or with more votes.

    By votes, with points or rankings by all points together, with cardinality by votes for the money. Ties as
    everywhere: lowest cost, most votes, then the lot.
    """
    price = cost or board.cost[project]
    score = Fraction(board.score[project] + more_points)
    if board.utility is Utility.CARDINALITY:
        score /= price
    return -score, price, -(board.votes[project] + more), board.lot[project]


def take(board: Board, money: int, taken: Collection[int] = ()) -> list[int]:
    """Take one after the other what still fits; nobody's project is one that nobody named.

    Parameters
    ----------
    board : Board
        Costs and votes.
    money : int
        To be spent, in units of money.
    taken : collection of int
        Projects that have their money already.

    Returns
    -------
    list of int
        In the order in which they were taken.
    """
    line = sorted(
        (place_of(board, p), p) for p, votes in enumerate(board.votes) if votes and p not in taken
    )
    return _fitting(board, money, (p for _place, p in line))


def _fitting(board: Board, money: int, line: Iterable[int]) -> list[int]:
    chosen = []
    for project in line:
        if board.cost[project] <= money:
            money -= board.cost[project]
            chosen.append(project)
    return chosen


class Queue:
    """Would one project be taken, at another cost or with more votes?

    Parameters
    ----------
    board : Board
        Costs and votes.
    money : int
        To be spent, in units of money.
    taken : collection of int
        Projects that have their money already.
    project : int
        The one in question.
    """

    def __init__(self, board: Board, money: int, taken: Collection[int], project: int) -> None:
        self.board, self.project = board, project
        line = sorted(
            (place_of(board, p), p)
            for p, votes in enumerate(board.votes)
            if votes and p not in taken and p != project
        )
        self.left: list[tuple[Place, int]] = []
        for place, p in line:
            self.left.append((place, money))
            if board.cost[p] <= money:
                money -= board.cost[p]
        self.last = money

    def left_for(self, place: Place) -> int:
        """The money that is left when it is the turn of who stands there."""
        return next((left for other, left in self.left if other > place), self.last)

    def price_to_win(self) -> int:
        """The highest cost in units of money, below its own, at which it would be taken; 0 when there is none."""
        low, high = 0, self.board.cost[self.project]
        while high - low > 1:
            middle = (low + high) // 2
            fits = middle <= self.left_for(place_of(self.board, self.project, cost=middle))
            low, high = (middle, high) if fits else (low, middle)
        return low

    def votes_to_win(self, points: int) -> int | None:
        """How many more votes, each with so many points, it needs to be taken; None when no number is enough."""
        if self.board.cost[self.project] > (self.left[0][1] if self.left else self.last):
            return None
        low, high = 0, 1
        while not self._fits(high, points):
            low, high = high, high * 2
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._fits(middle, points) else (middle, high)
        return high

    def _fits(self, more: int, points: int) -> bool:
        place = place_of(self.board, self.project, more=more, more_points=more * points)
        return self.board.cost[self.project] <= self.left_for(place)
