"""Why: for every project, and for every kind of voter; and what most votes would have given."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np

from gebuur.domain.tally.board import Board, set_up
from gebuur.domain.tally.exact import Payment, Purses
from gebuur.domain.tally.greedy import take
from gebuur.domain.tally.model import Election, Objects, Wishes
from gebuur.domain.tally.outcome import By, Doubtful, Outcome

FEWEST = 5
"""Kinds of voters with fewer people are not told apart."""
Signature = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Story:
    """What happened to one project.

    Attributes
    ----------
    project : str
        Its id.
    is_winner : bool
        Whether it won.
    in_full, in_part : int or None
        Supporters who paid the full payment, and supporters who gave all they had left because it was less; None when
        the shares did not pay for it.
    backing : Fraction or None
        The start money of all its supporters; None for greedy.
    left : Fraction or None
        What they have left at the end of the shares.
    missing : Fraction or None
        By how much that is below the cost; None for winners and for greedy.
    spent_on : tuple of (str, Fraction)
        What its supporters paid for each winner, where that is more than nothing; losers only.
    out_in : int or None
        The round, counted from 1, in which its supporters had too little left for it for the first time.
    """

    project: str
    is_winner: bool
    in_full: int | None = None
    in_part: int | None = None
    backing: Fraction | None = None
    left: Fraction | None = None
    missing: Fraction | None = None
    spent_on: tuple[tuple[str, Fraction], ...] = ()
    out_in: int | None = None


@dataclass(frozen=True)
class VoterKind:
    """People whose money went the same way.

    Attributes
    ----------
    people : int
        How many; at least the number asked for.
    paid : tuple of (str, Fraction)
        For which winners, and how much each of them paid.
    left : Fraction
        What each has left.
    """

    people: int
    paid: tuple[tuple[str, Fraction], ...]
    left: Fraction


@dataclass(frozen=True)
class Comparison:
    """What most votes would have given, and who would have liked that better.

    Whoever has nothing of one outcome counts like everybody else: nothing is less than something.

    Attributes
    ----------
    winners : tuple of str
        Ids that most votes would choose, in order.
    cost : Fraction
        What they cost.
    only_here, only_there : tuple of str
        Winners of this count that most votes would not have chosen, and the other way round.
    prefer_this, prefer_other, indifferent : int
        People whose winners are worth more to them here, there, or equally much.
    served_here, served_there : int
        People who named at least one winner.
    """

    winners: tuple[str, ...]
    cost: Fraction
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    prefer_this: int
    prefer_other: int
    indifferent: int
    served_here: int
    served_there: int


@dataclass(frozen=True)
class Explanation:
    """All of it.

    Attributes
    ----------
    stories : tuple of Story
        Winners in order, then losers as in the outcome.
    kinds : tuple of VoterKind
        The largest first.
    others : int
        People of kinds too small to be told apart.
    comparison : Comparison
        With most votes.
    """

    stories: tuple[Story, ...]
    kinds: tuple[VoterKind, ...]
    others: int
    comparison: Comparison


def explain(result: Outcome, election: Election, *, fewest: int = FEWEST) -> Explanation:
    """Tell why each project won or not, where everybody's share went, and what most votes would have given.

    Parameters
    ----------
    result : Outcome
        What `gebuur.domain.tally.tally` said of this election.
    election : Election
        The same election.
    fewest : int
        Kinds of voters with fewer people are counted together in `others`.

    Returns
    -------
    Explanation
        Amounts are exact fractions of the currency.

    Examples
    --------
    >>> from gebuur.domain.tally import Completion, Project, make_election, tally
    >>> projects = [Project("garden", Fraction(60)), Project("road", Fraction(70))]
    >>> vote = make_election(projects, 100, [["road"]] * 5 + [["garden"]] * 5)
    >>> why = explain(tally(vote, Wishes(completion=Completion.NONE)), vote).stories[1]
    >>> why.project, str(why.left), str(why.missing)
    ('road', '50', '20')
    """
    board = set_up(election, _wishes(result))
    number = {one.id: at for at, one in enumerate(election.projects)}
    paid = [number[one.project] for one in result.rounds if one.by is By.SHARES]
    walk = None
    if result.share is not None:
        named = [number[one.project] for one in result.losers]
        walk = _walk(board, result.share * board.unit, paid, named)
    kinds = _kinds(board, result.share, walk.payments if walk else [])
    told = sorted((one for one in kinds if one.people >= fewest), key=_by_size)
    return Explanation(
        stories=(*_won(board, result, walk), *_lost(board, result, walk)),
        kinds=tuple(told),
        others=board.voters - sum(one.people for one in told),
        comparison=_compare(board, [number[one] for one in result.winners]),
    )


@dataclass(frozen=True)
class _Walk:
    """The payments of a run, and what the supporters of each loser have left before each of them and at the end."""

    payments: list[Payment]
    left: dict[int, list[Fraction]]


def _walk(board: Board, start: Fraction, winners: Sequence[int], losers: Sequence[int]) -> _Walk:
    purses = Purses(board, start)
    walk = _Walk([], {p: [purses.left(p)] for p in losers})
    for project in winners:
        payment = purses.price(project)
        if payment is None:
            raise Doubtful("The supporters of a winner cannot pay for it.")
        purses.pay(payment)
        walk.payments.append(payment)
        for p, left in walk.left.items():
            left.append(purses.left(p))
    return walk


def _wishes(result: Outcome) -> Wishes:
    return Wishes(result.rule, result.utility, result.completion, result.stop, result.seed)


def _by_size(kind: VoterKind) -> tuple[int, tuple[str, ...]]:
    return -kind.people, tuple(name for name, _amount in kind.paid)


def _won(board: Board, result: Outcome, walk: _Walk | None) -> Iterator[Story]:
    number = {one.id: at for at, one in enumerate(board.election.projects)}
    by_shares = {one.project: one for one in walk.payments} if walk else {}
    for name in result.winners:
        p = number[name]
        payment = by_shares.get(p)
        yield Story(
            project=name,
            is_winner=True,
            in_full=None if payment is None else payment.in_full,
            in_part=None if payment is None else payment.in_part,
            backing=None if result.share is None else result.share * board.votes[p],
        )


def _lost(board: Board, result: Outcome, walk: _Walk | None) -> Iterator[Story]:
    ids = [one.id for one in board.election.projects]
    for loser in result.losers:
        if walk is None or result.share is None:
            yield Story(project=loser.project, is_winner=False)
            continue
        p = ids.index(loser.project)
        left, cost = walk.left[p], board.cost[p]
        spent = [
            (ids[payment.project], (before - after) / board.unit)
            for payment, (before, after) in zip(walk.payments, pairwise(left), strict=True)
            if before > after
        ]
        yield Story(
            project=loser.project,
            is_winner=False,
            backing=result.share * board.votes[p],
            left=left[-1] / board.unit,
            missing=(cost - left[-1]) / board.unit,
            spent_on=tuple(spent),
            out_in=next(at for at, one in enumerate(left, 1) if one < cost),
        )


def _kinds(
    board: Board, share: Fraction | None, payments: Sequence[Payment]
) -> Iterator[VoterKind]:
    """Everybody, put together by what they said about the winners that shares paid for."""
    if share is None:
        return
    said: list[list[tuple[int, int]]] = [[] for _ballot in range(board.kinds)]
    for at, payment in enumerate(payments):
        who, value = board.supporters[payment.project], board.value[payment.project]
        for ballot, points in zip(who.tolist(), value.tolist(), strict=True):
            said[ballot].append((at, points))
    people: Counter[Signature] = Counter()
    for one, many in zip(said, board.election.ballots.weight.tolist(), strict=True):
        people[tuple(one)] += many
    ids = [one.id for one in board.election.projects]
    for marks, many in people.items():
        money, paid = share, []
        for at, points in marks:
            amount = min(money, payments[at].most * points / board.unit)
            money -= amount
            if amount:
                paid.append((ids[payments[at].project], amount))
        yield VoterKind(many, tuple(paid), money)


def _compare(board: Board, winners: Sequence[int]) -> Comparison:
    others = take(board, board.budget)
    here, there = _worth(board, winners), _worth(board, others)
    weight = board.election.ballots.weight
    ids = [one.id for one in board.election.projects]
    return Comparison(
        winners=tuple(ids[p] for p in others),
        cost=board.money(sum(board.cost[p] for p in others)),
        only_here=tuple(ids[p] for p in winners if p not in others),
        only_there=tuple(ids[p] for p in others if p not in winners),
        prefer_this=int(weight[here > there].sum()),
        prefer_other=int(weight[here < there].sum()),
        indifferent=int(weight[here == there].sum()),
        served_here=int(weight[here > 0].sum()),
        served_there=int(weight[there > 0].sum()),
    )


def _worth(board: Board, winners: Sequence[int]) -> Objects:
    """What the winners are worth to each ballot; Python's whole numbers, which have no end."""
    worth = np.zeros(board.kinds, object)
    for p in winners:
        worth[board.supporters[p]] += board.value[p].astype(object) * board.worth[p]
    return worth
