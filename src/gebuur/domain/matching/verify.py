"""Check a proposal against the rules themselves, without trusting the code that made it."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from gebuur.domain.matching.cost import cost_of
from gebuur.domain.matching.model import FAR_AWAY, Policy, Request, Volunteer
from gebuur.domain.matching.proposal import WHY, NotOptimal, Pair, Proposed, Why
from gebuur.domain.matching.reasons import reasons_for
from gebuur.domain.matching.rules import Misfit, misfit


def verify(result: Proposed) -> None:
    """Prove that a proposal keeps every rule and that no division is better (or better by at most the gap).

    The pairs are worked out anew from the people, one by one. Then the prices: a request is never worth
    more than its penalty, nor more than any possible helper costs at her price. Every division therefore
    costs at least the sum of what the requests are worth, less what the volunteers' places are worth at
    their prices. That bound has to lie exactly `gap` below the objective.

    Raises
    ------
    NotOptimal
        Names the first thing that does not hold.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from gebuur.domain.matching import propose
    >>> answer = propose([], [])
    >>> verify(answer)
    >>> verify(replace(answer, objective=-1))
    Traceback (most recent call last):
    gebuur.domain.matching.proposal.NotOptimal: The objective is 0, not -1.
    """
    requests = {one.id: one for one in result.requests}
    volunteers = {one.id: one for one in result.volunteers}
    _check_everybody_once(result, requests, volunteers)
    _check_pairs(result, requests, volunteers)
    _check_unserved(result, requests)
    objective = sum(pair.total for pair in result.pairs)
    objective += sum(one.penalty for one in result.unserved)
    _hold(objective == result.objective, f"The objective is {objective}, not {result.objective}.")
    _check_prices(result, requests, volunteers)
    bound = _bound(result)
    _hold(
        objective - bound == result.gap and result.is_exact == (result.gap == 0),
        f"The prices prove {bound}, which lies {objective - bound} below, not {result.gap}.",
    )


def _hold(holds: bool, sentence: str) -> None:  # noqa: FBT001 - reads like assert
    if not holds:
        raise NotOptimal(sentence)


def _check_everybody_once(
    result: Proposed, requests: dict[str, Request], volunteers: dict[str, Volunteer]
) -> None:
    _hold(len(requests) == len(result.requests), "A request stands in the list twice.")
    _hold(len(volunteers) == len(result.volunteers), "A volunteer stands in the list twice.")
    served = [pair.request_id for pair in result.pairs]
    left = [one.request_id for one in result.unserved]
    _hold(served == sorted(served), "The pairs are not sorted by request.")
    _hold(left == sorted(left), "The unserved are not sorted by request.")
    everybody = sorted(served + left) == sorted(requests)
    _hold(everybody, "Not every request stands in the answer exactly once.")


def _check_pairs(
    result: Proposed, requests: dict[str, Request], volunteers: dict[str, Volunteer]
) -> None:
    tasks: Counter[str] = Counter()
    for pair in result.pairs:
        request, volunteer = requests[pair.request_id], volunteers.get(pair.volunteer_id)
        _hold(volunteer is not None, f"There is no volunteer {pair.volunteer_id!r}.")
        if volunteer is not None:
            _check_pair(pair, request, volunteer, tasks[volunteer.id], result.policy)
            tasks[volunteer.id] += 1
            _hold(
                tasks[volunteer.id] <= volunteer.capacity,
                f"{volunteer.id!r} gets more than her limits leave room for.",
            )


def _check_pair(
    pair: Pair, request: Request, volunteer: Volunteer, tasks: int, policy: Policy
) -> None:
    names = f"{request.id!r} and {volunteer.id!r}"
    broken = misfit(request, volunteer)
    _hold(broken is None, f"A rule keeps {names} apart: {broken}.")
    cost = cost_of(request, volunteer, policy)
    turn = 0 if tasks else cost.turn
    _hold(
        (pair.cost, pair.distance, pair.step, pair.turn_bonus)
        == (cost.pair, cost.distance, policy.load_step(tasks), turn),
        f"The cost of {names} is not what the people say.",
    )
    _hold(
        pair.reasons == reasons_for(request, volunteer, policy),
        f"The reasons of {names} are not true.",
    )


def _penalty(request: Request, policy: Policy) -> int:
    return policy.unserved + policy.unserved_per_day * min(
        request.waiting_days, policy.unserved_days
    )


def _check_unserved(result: Proposed, requests: dict[str, Request]) -> None:
    for one in result.unserved:
        penalty = _penalty(requests[one.request_id], result.policy)
        _hold(one.penalty == penalty, f"The penalty of {one.request_id!r} is {penalty}.")
        broken = Counter(misfit(requests[one.request_id], other) for other in result.volunteers)
        fits = broken.pop(None, 0)
        last = next((rule for rule in reversed(Misfit) if broken[rule]), Misfit.TASK_NOT_TICKED)
        why = Why.ALL_FULL if fits else WHY[last]
        _hold((one.misfits, one.why) == (dict(broken), why), f"{one.request_id!r} has another why.")


def _check_prices(
    result: Proposed, requests: dict[str, Request], volunteers: dict[str, Volunteer]
) -> None:
    worth, price = result.certificate.worth, result.certificate.price
    _hold(worth.keys() == requests.keys(), "The proof does not name every request once.")
    _hold(price.keys() == volunteers.keys(), "The proof does not name every volunteer once.")
    _hold(min(price.values(), default=0) >= 0, "A price lies below zero.")
    for request in result.requests:
        _hold(
            worth[request.id] <= _penalty(request, result.policy),
            f"{request.id!r} is worth more than its penalty.",
        )
    for request, volunteer in _possible(result.requests, result.volunteers):
        cost = cost_of(request, volunteer, result.policy)
        least = cost.pair + result.policy.load_step(0) - cost.turn + price[volunteer.id]
        _hold(
            worth[request.id] <= least,
            f"{request.id!r} is worth {worth[request.id]}, but {volunteer.id!r} can do it for {least}.",
        )


def _possible(
    requests: tuple[Request, ...], volunteers: tuple[Volunteer, ...]
) -> Iterator[tuple[Request, Volunteer]]:
    """Every pair that breaks no rule; looks only at who ticked the task, and by x at who may be near enough."""
    reach = min(max((one.radius for one in volunteers), default=0), 4 * FAR_AWAY) + 1
    ticked: dict[str, list[Volunteer]] = {}
    for volunteer in sorted(volunteers, key=lambda one: one.x):
        for task in volunteer.tasks:
            ticked.setdefault(task, []).append(volunteer)
    for request in requests:
        near = ticked.get(request.task, [])
        if not request.phone_only:
            first = bisect_left(near, request.x - reach, key=lambda one: one.x)
            near = near[first : bisect_right(near, request.x + reach, key=lambda one: one.x)]
        for volunteer in near:
            if misfit(request, volunteer) is None:
                yield request, volunteer


def _bound(result: Proposed) -> int:
    """Sum of all worths, less what every place of every volunteer is worth at her price."""
    policy, bound = result.policy, sum(result.certificate.worth.values())
    for volunteer in result.volunteers:
        turn = policy.turn_bonus(volunteer.weeks_since_signup, volunteer.weeks_since_last_match)
        price = result.certificate.price[volunteer.id]
        for tasks in range(min(volunteer.capacity, len(result.requests)) if price else 0):
            climb = policy.load_step(tasks) - policy.load_step(0) + (turn if tasks else 0)
            bound -= max(0, price - climb)
    return bound
