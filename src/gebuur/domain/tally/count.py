"""The count itself: from an election and a rule to winners."""

from collections.abc import Iterator
from fractions import Fraction

from gebuur.domain.tally.board import Board, set_up
from gebuur.domain.tally.columns import Column
from gebuur.domain.tally.exact import run_exactly
from gebuur.domain.tally.greedy import take
from gebuur.domain.tally.model import Completion, Election, Rule, Wishes
from gebuur.domain.tally.outcome import SIXTH, By, Loser, Outcome, Round, Why
from gebuur.domain.tally.steps import Grown, grow, run_once, start_after

FILLS = {Completion.GREEDY, Completion.ADD1U}
GROWS = {Completion.ADD1, Completion.ADD1U}


def tally(election: Election, wishes: Wishes | None = None) -> Outcome:
    """Count an election.

    **Greedy**: the project with most votes first, then the next that still fits. **Equal shares**: the budget
    is divided over all voters. A project can be paid for when its supporters together have its cost left;
    each pays the same per point, and who has less pays what she has. The next winner is the project with the
    lowest price: what a supporter pays per point, divided by what a point is worth (the cost, or 1). It goes
    on until nobody's supporters can pay. With ``add1`` every share then grows by one unit of currency and all
    is done anew; see `Stop` for when that ends. ``greedy`` and ``add1u`` spend what is left by votes.

    Ties are broken by lowest cost, then most votes, then the lot: SHA-256 of the seed, a line feed and the id, lowest
    first. The outcome depends neither on the order of the ballots nor on that of the projects. No float is used.

    Parameters
    ----------
    election : Election
        Projects, budget and ballots.
    wishes : Wishes, optional
        The rule; by default equal shares with ``add1u`` and the overspend stop.

    Returns
    -------
    Outcome
        Winners never cost more than the budget. A project that nobody named never wins.

    Raises
    ------
    NotUsable
        The utility does not go with the ballots, or the money is written in far too small units.

    References
    ----------
    Peters, Pierczynski and Skowron 2021, Proportional participatory budgeting with additive utilities
    (arXiv 2008.13276).

    Examples
    --------
    >>> from gebuur.domain.tally import Project, make_election
    >>> prices = {"garden": 40, "bench": 50, "road": 90}
    >>> garden, bench, road = (Project(name, Fraction(cost)) for name, cost in prices.items())
    >>> ballots = [["road"]] * 6 + [["garden"]] * 3 + [["garden", "bench"]]
    >>> vote = make_election([garden, bench, road], 100, ballots)
    >>> tally(vote, Wishes(Rule.GREEDY)).winners
    ('road',)
    >>> tally(vote).winners
    ('garden', 'bench')
    """
    wishes = wishes or Wishes()
    return tally_board(set_up(election, wishes), wishes)


def tally_board(board: Board, wishes: Wishes, since: int = 0) -> Outcome:
    """Do the same from a board; the shares are known not to stop growing at step `since` or before it."""
    election = board.election
    is_greedy = wishes.rule is Rule.GREEDY
    grown = None if is_greedy else _shares(board, wishes, since)
    paid = grown.winners if grown else []
    left = board.budget - sum(board.cost[p] for p in paid)
    filled = take(board, left, set(paid)) if is_greedy or wishes.completion in FILLS else []
    winners = [*paid, *filled]
    ids = [one.id for one in election.projects]
    return Outcome(
        rule=wishes.rule,
        utility=board.utility,
        completion=Completion.NONE if is_greedy else wishes.completion,
        stop=wishes.stop,
        seed=wishes.seed,
        budget=election.budget,
        voters=board.voters,
        winners=tuple(ids[p] for p in winners),
        cost=board.money(sum(board.cost[p] for p in winners)),
        share=start_after(board, grown.steps) / board.unit if grown else None,
        steps=grown.steps if grown else 0,
        rounds=tuple(_rounds(board, grown, filled)),
        losers=_losers(board, set(winners), fills=is_greedy or wishes.completion in FILLS),
    )


def _shares(board: Board, wishes: Wishes, since: int) -> Grown:
    return grow(board, wishes.stop, since) if wishes.completion in GROWS else run_once(board)


def _rounds(board: Board, grown: Grown | None, filled: list[int]) -> Iterator[Round]:
    left = board.budget
    for project, payment in _payments(board, grown) if grown else ():
        left -= board.cost[project]
        yield Round(
            project=board.election.projects[project].id,
            by=By.SHARES,
            votes=board.votes[project],
            effective_votes=_down(board.cost[project] / payment),
            payment=_down(payment / board.unit),
            left=board.money(left),
        )
    for project in filled:
        left -= board.cost[project]
        name = board.election.projects[project].id
        yield Round(name, By.VOTES, board.votes[project], None, None, board.money(left))


def _down(value: Fraction) -> Fraction:
    return Fraction(int(value * SIXTH), SIXTH)


def _payments(board: Board, grown: Grown) -> list[tuple[int, Fraction]]:
    """What a supporter pays per point in each round: from the bounds when they agree to the millionth, or exactly."""
    paid = grown.paid
    if isinstance(paid, Column):
        found = _from_bounds(board, paid)
        if len(found) == len(grown.winners):
            return found
        paid = run_exactly(board, start_after(board, grown.steps))
    return [(one.project, one.most) for one in paid]


def _from_bounds(board: Board, column: Column) -> list[tuple[int, Fraction]]:
    found = []
    rounds = zip(column.winners, column.missing, column.low, column.share, strict=True)
    for project, high, low, points in rounds:
        share = points * column.part * board.voters
        cost = board.cost[project]
        if high != low and (
            high * SIXTH // (share * board.unit) != low * SIXTH // (share * board.unit)
            or cost * share * SIXTH // high != cost * share * SIXTH // low
        ):
            break
        found.append((project, Fraction(high, share)))
    return found


def _losers(board: Board, winners: set[int], *, fills: bool) -> tuple[Loser, ...]:
    line = sorted(
        (p for p in range(len(board.cost)) if p not in winners),
        key=lambda p: (-board.score[p], board.rank[p]),
    )
    usual = Why.DOES_NOT_FIT if fills else Why.TOO_LITTLE_MONEY
    return tuple(
        Loser(
            project=board.election.projects[p].id,
            cost=board.election.projects[p].cost,
            votes=board.votes[p],
            why=usual if board.votes[p] else Why.NO_VOTES,
        )
        for p in line
    )
