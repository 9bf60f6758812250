"""Divide all requests over all volunteers at once, as well as it can be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from gebuur.domain.matching.assign import divide_within
from gebuur.domain.matching.auction import bid_out
from gebuur.domain.matching.cost import cost_of
from gebuur.domain.matching.market import NOBODY, Market, open_market
from gebuur.domain.matching.model import Policy, Request, Volunteer
from gebuur.domain.matching.outcome import Outcome, gap_of, lower_prices
from gebuur.domain.matching.proposal import (
    Alternative,
    Certificate,
    Infeasible,
    Pair,
    Proposed,
)
from gebuur.domain.matching.reasons import reasons_for
from gebuur.domain.matching.residual import Residual
from gebuur.domain.matching.unserved import explain_unserved

FEW = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long a proposal may search, counted in pairs it looks at: the same on every machine.

    Attributes
    ----------
    chains : int
        For chains of people who move along: enough for every week but an overfull one of a whole town. Then all
        requests bid instead; the answer is just as good.
    bids : int
        For the bidding, for every pair there is and for `FEW` more. After that the proposal says how much better a
        division could be at most.
    swaps : int
        For the next best volunteers, all pairs together. After that an alternative costs at least what it says.
    """

    chains: int = 2_000_000
    bids: int = 500
    swaps: int = 3_000_000


_DEFAULT = Policy()
_USUAL = Effort()


def propose(
    requests: Sequence[Request],
    volunteers: Sequence[Volunteer],
    *,
    policy: Policy = _DEFAULT,
    effort: Effort = _USUAL,
) -> Proposed:
    """Divide all requests over all volunteers so that the objective is as low as it can be.

    The objective is the sum over all pairs of what the pair costs, plus the load step of that volunteer,
    minus her turn bonus for the first task; and of the penalty of every request that stays unserved. A
    pair that costs more than the penalty is not made.

    Parameters
    ----------
    requests : sequence of Request
        All open ones; their order plays no part.
    volunteers : sequence of Volunteer
        Everybody who may be considered; their order plays no part.
    policy : Policy
        The numbers, in metre equivalents.
    effort : Effort
        How long it may search.

    Returns
    -------
    Proposed
        With the reasons, the next best volunteer, the proof. The same people always give the same division.

    Raises
    ------
    NotUsable
        When two requests or two volunteers have the same id.

    References
    ----------
    ``docs/algorithms/matching.md`` explains every number and how the proof works.

    Examples
    --------
    Rosa is the nearest to both. Emine can only do the first one, so Rosa does the second.

    >>> def walk(id, x):
    ...     return Request(id=id, task="walk", x=x, y=0, first_language="nl")
    >>> def neighbour(id, x, radius):
    ...     return Volunteer(
    ...         id=id, tasks=frozenset({"walk"}), x=x, y=0, radius=radius,
    ...         languages=frozenset({"nl"}), weeks_since_last_match=0,
    ...     )
    >>> answer = propose([walk("r1", 0), walk("r2", 600)], [
    ...     neighbour("emine", -200, 500), neighbour("rosa", 100, 900),
    ... ])
    >>> [(pair.request_id, pair.volunteer_id, pair.cost) for pair in answer.pairs]
    [('r1', 'emine', 200), ('r2', 'rosa', 500)]
    >>> answer.objective, answer.is_exact
    (700, True)
    """
    market = open_market(requests, volunteers, policy)
    outcome = find_division(market, effort)
    gap = gap_of(market, outcome)
    swaps = 0 if gap else max(1, effort.swaps // max(1, len(requests)))
    pairs = tuple(sorted(_pairs(market, outcome, swaps), key=lambda pair: pair.request_id))
    left = np.flatnonzero(outcome.helper == NOBODY)
    unserved = tuple(sorted(explain_unserved(market, left), key=lambda one: one.request_id))
    objective = sum(pair.total for pair in pairs) + sum(one.penalty for one in unserved)
    return Proposed(
        objective=objective,
        pairs=pairs,
        unserved=unserved,
        is_exact=gap == 0,
        gap=gap,
        certificate=_certificate(market, outcome),
        requests=tuple(requests),
        volunteers=tuple(volunteers),
        policy=policy,
    )


def find_division(market: Market, effort: Effort = _USUAL) -> Outcome:
    """The best division, with the lowest prices that prove it; in an extreme week a good one, with a gap."""
    outcome = divide_within(market, max(effort.chains, 2 * len(market.base)))
    if outcome is None:
        outcome = bid_out(market, effort.bids * (FEW + len(market.base)))
    return outcome if gap_of(market, outcome) else lower_prices(market, outcome)


def price_of(result: Proposed, request_id: str, volunteer_id: str) -> int:
    """Metre equivalents that the whole division costs more when this volunteer takes this request.

    Everybody else may move along as well as possible. Exact: what a new division with this pair fixed
    would cost, less what this one costs. Zero for a pair that is proposed already. When the proposal is not
    exact: how much such a division costs at least above what the prices prove.

    Raises
    ------
    Infeasible
        When one of the two does not exist, or the rules keep them apart.
    """
    market = open_market(result.requests, result.volunteers, result.policy)
    asking = {request.id: place for place, request in enumerate(market.crowd.requests)}
    helping = {volunteer.id: place for place, volunteer in enumerate(market.crowd.volunteers)}
    if request_id not in asking or volunteer_id not in helping:
        raise Infeasible(f"There is no request {request_id!r} or no volunteer {volunteer_id!r}.")
    request, place = asking[request_id], helping[volunteer_id]
    helper = np.full(len(asking), NOBODY)
    for pair in result.pairs:
        helper[asking[pair.request_id]] = helping[pair.volunteer_id]
    proof = result.certificate
    worth = np.array([proof.worth[one.id] for one in market.crowd.requests], np.int64)
    extra = np.array([proof.price[one.id] for one in market.crowd.volunteers], np.int64)
    if helper[request] == place:
        return 0
    residual = Residual(market, Outcome(helper, worth, extra))
    firsts = [pair for pair in zip(*residual.row(request), strict=True) if pair[1] == place]
    if not firsts:
        raise Infeasible(f"The rules keep request {request_id!r} and {volunteer_id!r} apart.")
    if result.gap:
        return firsts[0][0]
    return residual.way(firsts[0], residual.helper[request])


def _certificate(market: Market, outcome: Outcome) -> Certificate:
    worth, extra = outcome.worth.tolist(), outcome.extra.tolist()
    return Certificate(
        worth={one.id: worth[place] for place, one in enumerate(market.crowd.requests)},
        price={one.id: extra[place] for place, one in enumerate(market.crowd.volunteers)},
    )


def _pairs(market: Market, outcome: Outcome, swaps: int) -> Iterator[Pair]:
    residual, policy, crowd = Residual(market, outcome), market.policy, market.crowd
    for place, held in residual.held.items():
        volunteer = crowd.volunteers[place]
        held.sort(key=lambda one: crowd.requests[one].id)
        for tasks, at in enumerate(held):
            request = crowd.requests[at]
            cost = cost_of(request, volunteer, policy)
            found = residual.elsewhere(at, swaps)
            yield Pair(
                request_id=request.id,
                volunteer_id=volunteer.id,
                cost=cost.pair,
                step=policy.load_step(tasks),
                turn_bonus=0 if tasks else cost.turn,
                distance=cost.distance,
                reasons=reasons_for(request, volunteer, policy),
                alternative=found
                and Alternative(crowd.volunteers[found[1]].id, found[0], is_exact=found[2]),
            )
