"""What always holds for a division of all requests, whatever goes in."""

from collections import Counter
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gebuur.domain.matching import (
    ALL_SLOTS,
    Effort,
    Infeasible,
    Policy,
    Request,
    Volunteer,
    misfit,
    price_of,
    propose,
    verify,
)
from gebuur.domain.matching.cost import cost_of

# Few places and few weeks, so that equal prices are common.
METRES = st.sampled_from([0, 100, 100.5, 300, 700])
SLOTS = st.sampled_from([0b1, 0b10, 0b11, ALL_SLOTS])
LANGUAGES = st.frozensets(st.sampled_from(["nl", "tr"]), min_size=1)
TASKS = ["walk", "chat"]
NAMES = [f"v{number}" for number in range(4)]
SOME = st.frozensets(st.sampled_from(NAMES), max_size=1)

REQUESTS = st.lists(
    st.builds(
        Request,
        id=st.sampled_from([f"r{number}" for number in range(4)]),
        task=st.sampled_from(TASKS),
        phone_only=st.sampled_from([False, False, True]),
        x=METRES,
        y=METRES,
        first_language=st.sampled_from(["nl", "tr"]),
        languages=LANGUAGES,
        slots=SLOTS,
        skills=st.sampled_from([frozenset(), frozenset({"bicycle"})]),
        seeker=st.sampled_from(["godelieve", "piet"]),
        not_with=SOME,
        known=SOME,
        waiting_days=st.sampled_from([0, 1, 400]),
        amber=st.sampled_from([False, False, True]),
    ),
    max_size=4,
    unique_by=lambda request: request.id,
)
VOLUNTEERS = st.lists(
    st.builds(
        Volunteer,
        id=st.sampled_from(NAMES),
        tasks=st.sampled_from([frozenset(TASKS), frozenset({"walk"})]),
        x=METRES,
        y=METRES,
        radius=st.sampled_from([200, 700, 2_000]),
        languages=LANGUAGES,
        slots=SLOTS,
        skills=st.sampled_from([frozenset(), frozenset({"bicycle"})]),
        not_with=st.sampled_from([frozenset(), frozenset({"piet"})]),
        capacity=st.integers(0, 3),
        weeks_since_signup=st.sampled_from([0, 3, 20]),
        weeks_since_last_match=st.sampled_from([None, 0, 4]),
        paused=st.sampled_from([False, False, False, True]),
        file_complete=st.sampled_from([True, True, True, False]),
        cleared=st.sampled_from([frozenset(), frozenset({"walk"})]),
    ),
    max_size=4,
    unique_by=lambda volunteer: volunteer.id,
)
# The second makes penalties as small as a walk, so that leaving a request unserved can be cheaper.
POLICIES = st.sampled_from(
    [
        Policy(),
        Policy(unserved=300, unserved_per_day=1, new_bonus=100, new_bonus_per_week=10),
        Policy(load_steps=(50, 50, 400), new_curve=(0, 700), wait_curve=(10,)),
    ]
)
# By chains; and all bid at once, as in an overfull week of a whole town.
EFFORTS = st.sampled_from([Effort(), Effort(chains=0)])


Choice = tuple[Volunteer | None, ...]


def cost_of_every_division(
    requests: list[Request], volunteers: list[Volunteer], policy: Policy
) -> dict[Choice, int]:
    """The objective of every division that keeps the rules, as the design says it."""
    options = [[None, *(v for v in volunteers if misfit(r, v) is None)] for r in requests]
    costs = {(r.id, v.id): cost_of(r, v, policy) for r in requests for v in volunteers}
    found = {}
    for choice in product(*options):
        total, tasks = 0, Counter[str]()
        for request, volunteer in zip(requests, choice, strict=True):
            if volunteer is None:
                days = min(request.waiting_days, policy.unserved_days)
                total += policy.unserved + policy.unserved_per_day * days
                continue
            cost = costs[request.id, volunteer.id]
            total += cost.pair + policy.load_step(tasks[volunteer.id])
            total -= 0 if tasks[volunteer.id] else cost.turn
            tasks[volunteer.id] += 1
        if all(tasks[one.id] <= one.capacity for one in volunteers):
            found[choice] = total
    return found


@settings(deadline=None)
@given(REQUESTS, VOLUNTEERS, POLICIES, EFFORTS)
def test_no_division_is_better_and_the_proof_holds(
    requests: list[Request], volunteers: list[Volunteer], policy: Policy, effort: Effort
) -> None:
    answer = propose(requests, volunteers, policy=policy, effort=effort)
    verify(answer)
    assert answer.is_exact
    assert answer.objective == min(cost_of_every_division(requests, volunteers, policy).values())


@settings(deadline=None)
@given(REQUESTS, VOLUNTEERS, POLICIES)
def test_bidding_that_stops_early_is_never_further_off_than_it_says(
    requests: list[Request], volunteers: list[Volunteer], policy: Policy
) -> None:
    answer = propose(requests, volunteers, policy=policy, effort=Effort(chains=0, bids=0))
    verify(answer)
    best = min(cost_of_every_division(requests, volunteers, policy).values())
    assert 0 <= answer.objective - best <= answer.gap


@settings(max_examples=50, deadline=None)
@given(REQUESTS, VOLUNTEERS, POLICIES, EFFORTS)
def test_difference_of_every_swap_is_what_a_new_division_would_cost_more(
    requests: list[Request], volunteers: list[Volunteer], policy: Policy, effort: Effort
) -> None:
    answer = propose(requests, volunteers, policy=policy, effort=effort)
    costs = cost_of_every_division(requests, volunteers, policy)
    now = {pair.request_id: pair for pair in answer.pairs}
    for place, request in enumerate(requests):
        best: dict[str, int] = {}
        for choice, cost in costs.items():
            who = choice[place]
            if who is not None:
                more = cost - answer.objective
                best[who.id] = min(more, best.get(who.id, more))
        for volunteer in volunteers:
            if volunteer.id in best:
                assert price_of(answer, request.id, volunteer.id) == best[volunteer.id]
            else:
                with pytest.raises(Infeasible):
                    price_of(answer, request.id, volunteer.id)
        if request.id in now:
            best.pop(now[request.id].volunteer_id)
            told = now[request.id].alternative
            expected = min(((more, who) for who, more in best.items()), default=None)
            assert (told and (told.difference, told.volunteer_id)) == expected


@settings(max_examples=30, deadline=None)
@given(REQUESTS, VOLUNTEERS, EFFORTS, st.randoms(use_true_random=False))
def test_order_of_both_lists_plays_no_part(
    requests: list[Request], volunteers: list[Volunteer], effort: Effort, random: Random
) -> None:
    first = propose(requests, volunteers, effort=effort)
    mixed_requests = random.sample(requests, len(requests))
    mixed_volunteers = random.sample(volunteers, len(volunteers))
    second = propose(mixed_requests, mixed_volunteers, effort=effort)
    assert (first.pairs, first.unserved) == (second.pairs, second.unserved)
    assert first.certificate == second.certificate
