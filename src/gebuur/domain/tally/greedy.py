"""Most votes first: what cities usually do, and what fills up the money that equal shares leave."""

from collections.abc import Collection
from fractions import Fraction

from gebuur.domain.tally.board import Board
from gebuur.domain.tally.model import Utility


def place_of(board: Board, project: int) -> tuple[Fraction, int]:
    """Where a project stands in line, lowest first.

    By votes, with points or rankings by all points together, with cardinality by votes for the money. Ties as
    everywhere: lowest cost, most votes, then the lot.
    """
    score = Fraction(board.score[project])
    if board.utility is Utility.CARDINALITY:
        score /= board.cost[project]
    return -score, board.rank[project]


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
    chosen = []
    for _place, project in line:
        if board.cost[project] <= money:
            money -= board.cost[project]
            chosen.append(project)
    return chosen
