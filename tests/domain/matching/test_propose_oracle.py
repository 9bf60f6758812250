"""Whole weeks of a quarter and of an overfull one, against another method that shares no code with ours."""

from dataclasses import replace

import pytest

from benchmarks.instances import make_week
from gebuur.domain.matching import (
    Effort,
    NotOptimal,
    Policy,
    Request,
    Volunteer,
    frontier,
    misfit,
    price_of,
    propose,
    verify,
)
from gebuur.domain.matching.cost import cost_of

FAR = 1 << 60
BIDS = Effort(chains=0)
EARLY = Effort(chains=0, bids=0)
Arc = list[int]


def cheapest_flow(arcs: list[Arc], nodes: int, source: int, sink: int) -> int:
    """Successive shortest paths by Bellman and Ford; an arc is tail, head, room, cost and its way back follows it."""
    total = 0
    while True:
        far, by = [FAR] * nodes, [-1] * nodes
        far[source], changed = 0, True
        while changed:
            changed = False
            for number, (tail, head, room, cost) in enumerate(arcs):
                if room and far[tail] < FAR and far[tail] + cost < far[head]:
                    far[head], by[head], changed = far[tail] + cost, number, True
        if far[sink] == FAR:
            return total
        total, node = total + far[sink], sink
        while node != source:
            arcs[by[node]][2] -= 1
            arcs[by[node] ^ 1][2] += 1
            node = arcs[by[node]][0]


def best_objective(requests: list[Request], volunteers: list[Volunteer], policy: Policy) -> int:
    source, sink, first = 0, 1, 2 + len(requests)
    arcs: list[Arc] = []

    def add(tail: int, head: int, cost: int) -> None:
        arcs.extend(([tail, head, 1, cost], [head, tail, 0, -cost]))

    for at, request in enumerate(requests, start=2):
        add(source, at, 0)
        days = min(request.waiting_days, policy.unserved_days)
        add(at, sink, policy.unserved + policy.unserved_per_day * days)
        for place, volunteer in enumerate(volunteers, start=first):
            if misfit(request, volunteer) is None:
                add(at, place, cost_of(request, volunteer, policy).pair)
    for place, one in enumerate(volunteers, start=first):
        turn = policy.turn_bonus(one.weeks_since_signup, one.weeks_since_last_match)
        for tasks in range(min(one.capacity, len(requests))):
            add(place, sink, policy.load_step(tasks) - (0 if tasks else turn))
    return cheapest_flow(arcs, first + len(volunteers), source, sink)


@pytest.mark.parametrize(
    ("requests", "volunteers", "seed"), [(30, 100, 1), (30, 100, 2), (60, 12, 3), (40, 30, 4)]
)
def test_another_method_finds_nothing_better(requests: int, volunteers: int, seed: int) -> None:
    week = make_week("week", requests, volunteers, seed=seed)
    answer = propose(week.requests, week.volunteers)
    verify(answer)
    assert answer.pairs
    assert answer.objective == best_objective(week.requests, week.volunteers, Policy())


def test_overfull_week_is_still_exact_and_says_where_it_stopped_searching() -> None:
    week = make_week("week", 60, 12, seed=3)
    whole = {
        pair.request_id: pair.alternative for pair in propose(week.requests, week.volunteers).pairs
    }
    answer = propose(week.requests, week.volunteers, effort=Effort(swaps=60))
    verify(answer)
    assert any(pair.alternative and not pair.alternative.is_exact for pair in answer.pairs)
    for pair in answer.pairs:
        known = whole[pair.request_id]
        if pair.alternative is not None and known is not None:
            assert pair.alternative.difference <= known.difference


@pytest.mark.parametrize(("requests", "volunteers", "seed"), [(300, 60, 3), (250, 150, 4)])
def test_when_all_bid_the_crisis_is_divided_just_as_well(
    requests: int, volunteers: int, seed: int
) -> None:
    week = make_week("week", requests, volunteers, seed=seed)
    chains = propose(week.requests, week.volunteers)
    bids = propose(week.requests, week.volunteers, effort=BIDS)
    verify(bids)
    assert bids.is_exact
    assert bids.objective == chains.objective
    assert len(bids.unserved) == len(chains.unserved) > 0


def test_bidding_that_stops_early_says_how_much_better_it_could_be() -> None:
    week = make_week("week", 300, 60, seed=3)
    best = propose(week.requests, week.volunteers)
    early = propose(week.requests, week.volunteers, effort=EARLY)
    verify(early)
    assert not early.is_exact
    assert 0 <= early.objective - best.objective <= early.gap
    assert len(early.unserved) == len(best.unserved)
    for pair in early.pairs:
        if pair.alternative is not None:
            assert not pair.alternative.is_exact
            told = price_of(early, pair.request_id, pair.alternative.volunteer_id)
            assert told == pair.alternative.difference


def test_who_takes_a_break_has_no_price_when_all_bid() -> None:
    week = make_week("week", 60, 12, seed=3)
    break_taken = [replace(one, paused=one.id.endswith("5")) for one in week.volunteers]
    bids = propose(week.requests, break_taken, effort=BIDS)
    verify(bids)
    assert bids.certificate.price["v000005"] == 0


@pytest.mark.parametrize("more", [-1, 1])
def test_proof_catches_another_gap_or_price_when_bidding_stopped_early(more: int) -> None:
    week = make_week("week", 60, 12, seed=3)
    early = propose(week.requests, week.volunteers, effort=EARLY)
    verify(early)
    assert early.gap > 0
    with pytest.raises(NotOptimal):
        verify(replace(early, gap=early.gap + more))
    with pytest.raises(NotOptimal):
        verify(replace(early, gap=0, is_exact=True))
    for kind in ("worth", "price"):
        for name, number in getattr(early.certificate, kind).items():
            changed = getattr(early.certificate, kind) | {name: number + more}
            proof = replace(early.certificate, **{kind: changed})
            with pytest.raises(NotOptimal):
                verify(replace(early, certificate=proof))


def test_each_point_of_the_frontier_is_the_best_at_some_bonus() -> None:
    week = make_week("week", 30, 100, seed=2)
    points = frontier(week.requests, week.volunteers)
    assert len(points) > 2
    served = {pair.request_id for pair in propose(week.requests, week.volunteers).pairs}
    requests = [one for one in week.requests if one.id in served]
    for bonus in (0, 100, 300, 1_000, 3_000, 100_000):
        policy = Policy(new_curve=(bonus,), wait_curve=(0,), unserved=90_000_000)
        best = best_objective(requests, week.volunteers, policy)
        assert best == min(one.metres - bonus * one.first_tasks for one in points)
    extra = [one.more for one in points[1:]]
    assert extra == sorted(extra)


def test_the_same_seed_gives_the_same_week() -> None:
    assert make_week("week", 20, 50, seed=7) == make_week("week", 20, 50, seed=7)
    assert make_week("week", 20, 50, seed=7) != make_week("week", 20, 50, seed=8)
