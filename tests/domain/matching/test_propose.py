"""The weekly division: what people live through, worked out by hand, and what the proof catches."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gebuur.domain.matching import (
    Alternative,
    Infeasible,
    NotOptimal,
    NotUsable,
    Policy,
    Proposed,
    Request,
    Unserved,
    Volunteer,
    Why,
    frontier,
    price_of,
    propose,
    verify,
)


def ask(request_id: str, x: float = 0, **facts: Any) -> Request:
    usual: dict[str, Any] = {"task": "walk", "y": 0, "first_language": "nl"}
    return Request(id=request_id, x=x, **(usual | facts))


def neighbour(volunteer_id: str, x: float = 100, **facts: Any) -> Volunteer:
    usual: dict[str, Any] = {
        "tasks": frozenset({"walk"}),
        "y": 0,
        "radius": 1_000,
        "languages": frozenset({"nl"}),
        "weeks_since_last_match": 0,
    }
    return Volunteer(id=volunteer_id, x=x, **(usual | facts))


def who_does_what(answer: Proposed) -> dict[str, str]:
    return {pair.request_id: pair.volunteer_id for pair in answer.pairs}


def test_each_next_task_of_one_person_weighs_more_and_only_the_first_has_the_turn() -> None:
    rosa = neighbour("rosa", capacity=7, weeks_since_last_match=2)
    answer = propose([ask(f"r{n}") for n in range(7)], [rosa])
    assert [pair.step for pair in answer.pairs] == [0, 250, 500, 1000, 1500, 1500, 1500]
    assert [pair.turn_bonus for pair in answer.pairs] == [600, 0, 0, 0, 0, 0, 0]
    assert answer.objective == 7 * 100 + 6_250 - 600


def test_who_waits_for_a_first_time_goes_before_who_lives_nearer() -> None:
    emine = neighbour("emine", 900, weeks_since_last_match=None)
    answer = propose([ask("r")], [neighbour("joris", 10), emine])
    assert who_does_what(answer) == {"r": "emine"}
    assert answer.pairs[0].alternative == Alternative("joris", 10 - (900 - 2_000))


def test_longest_waiting_request_is_served_when_there_is_room_for_one() -> None:
    answer = propose([ask("a", waiting_days=3), ask("b", waiting_days=9)], [neighbour("rosa")])
    assert who_does_what(answer) == {"b": "rosa"}
    assert answer.unserved == (Unserved("a", 1_003_000, Why.ALL_FULL, {}),)
    assert answer.objective == 100 + 1_003_000


def test_days_of_waiting_count_up_to_a_year() -> None:
    assert propose([ask("a", waiting_days=4_000)], []).objective == 1_365_000


def test_pair_that_costs_more_than_leaving_the_request_is_not_made() -> None:
    answer = propose([ask("a")], [neighbour("rosa", 400)], policy=Policy(unserved=399))
    assert answer.pairs == ()
    assert answer.unserved[0].why is Why.ALL_FULL


def test_nobody_else_can_do_it_so_there_is_no_alternative() -> None:
    assert propose([ask("a")], [neighbour("rosa")]).pairs[0].alternative is None


def test_among_equals_the_lowest_id_is_proposed() -> None:
    answer = propose([ask("r")], [neighbour("b"), neighbour("a")])
    assert who_does_what(answer) == {"r": "a"}
    assert answer.pairs[0].alternative == Alternative("b", 0)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"tasks": frozenset()}, Why.NOBODY_TICKED),
        ({"languages": frozenset({"ar"})}, Why.NO_SHARED_LANGUAGE),
        ({"slots": 0b100}, Why.NO_SHARED_TIME),
        ({"skills": frozenset()}, Why.LACKS_SKILL),
        ({"radius": 99}, Why.NOBODY_NEAR),
        ({"not_with": frozenset({"godelieve"})}, Why.NOT_TOGETHER),
        ({"file_complete": False}, Why.FILE_INCOMPLETE),
        ({"paused": True}, Why.PAUSED),
        ({"capacity": 0}, Why.ALL_FULL),
        ({"cleared": frozenset()}, Why.NOT_CLEARED),
    ],
)
def test_unserved_request_tells_why(facts: dict[str, Any], why: Why) -> None:
    request = ask("r", seeker="godelieve", slots=0b11, skills=frozenset({"bicycle"}), amber=True)
    fitting = {"skills": frozenset({"bicycle"}), "cleared": frozenset({"walk"})}
    volunteers = [neighbour("rosa", **(fitting | facts)), neighbour("an", tasks=frozenset())]
    (left,) = propose([request], volunteers).unserved
    assert left.why is why
    assert sum(left.misfits.values()) == 2


def test_without_volunteers_nobody_ticked_it() -> None:
    assert propose([ask("r")], []).unserved == (Unserved("r", 1_000_000, Why.NOBODY_TICKED, {}),)


def test_derived_curves_replace_the_turn_bonus() -> None:
    policy = Policy(new_curve=(50, 70), wait_curve=(5, 6, 7))
    assert policy.turn_bonus(9, None) == 70
    assert policy.turn_bonus(9, 0) == 5
    assert policy.turn_bonus(9, 30) == 7


@pytest.mark.parametrize("wrong", [{"new_curve": (-1,)}, {"wait_curve": (10**9,)}])
def test_impossible_curve_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(NotUsable, match="curve"):
        Policy(**wrong)


def test_the_same_id_twice_is_refused() -> None:
    with pytest.raises(NotUsable, match="request 'a' stands in the list more than once"):
        propose([ask("a"), ask("a")], [])
    with pytest.raises(NotUsable, match="volunteer 'v' stands in the list more than once"):
        propose([], [neighbour("v"), neighbour("v")])


def test_swap_with_somebody_who_does_not_exist_is_refused() -> None:
    answer = propose([ask("a")], [neighbour("rosa")])
    assert price_of(answer, "a", "rosa") == 0
    with pytest.raises(Infeasible, match="no request 'b'"):
        price_of(answer, "b", "rosa")
    with pytest.raises(Infeasible, match="no volunteer 'ann'"):
        price_of(answer, "a", "ann")


def test_numbers_beyond_any_earth_are_no_trouble() -> None:
    far = neighbour("rosa", 9e7, radius=10**30, capacity=10**30, weeks_since_signup=10**30)
    answer = propose([ask("a", -9e7, waiting_days=10**30)], [far])
    verify(answer)
    assert answer.unserved[0].penalty == 1_365_000


def week() -> Proposed:
    """Two helpers, four questions: one chain, one load step, one question left."""
    helpers = [
        neighbour("emine", -50, weeks_since_last_match=None, capacity=2),
        neighbour("rosa", 60),
    ]
    return propose([ask("a", 0), ask("b", 30), ask("c", 80), ask("d", waiting_days=2)], helpers)


def _worth(answer: Proposed, **more: int) -> Proposed:
    worth = {name: number + more.get(name, 0) for name, number in answer.certificate.worth.items()}
    return replace(answer, certificate=replace(answer.certificate, worth=worth))


def _price(answer: Proposed, **more: int) -> Proposed:
    price = {name: number + more.get(name, 0) for name, number in answer.certificate.price.items()}
    return replace(answer, certificate=replace(answer.certificate, price=price))


def _first(answer: Proposed, **facts: Any) -> Proposed:
    return replace(answer, pairs=(replace(answer.pairs[0], **facts), *answer.pairs[1:]))


TAMPERED: dict[str, Callable[[Proposed], Proposed]] = {
    "objective": lambda week: replace(week, objective=week.objective - 1),
    "gap": lambda week: replace(week, gap=1),
    "not exact": lambda week: replace(week, is_exact=False),
    "pair lost": lambda week: replace(week, pairs=week.pairs[1:]),
    "pair twice": lambda week: replace(week, pairs=(week.pairs[0], *week.pairs)),
    "order": lambda week: replace(week, pairs=week.pairs[::-1]),
    "unserved lost": lambda week: replace(week, unserved=()),
    "other helper": lambda week: _first(week, volunteer_id="rosa"),
    "no such helper": lambda week: _first(week, volunteer_id="ann"),
    "cost": lambda week: _first(week, cost=0),
    "step": lambda week: _first(week, step=week.pairs[0].step + 250),
    "bonus": lambda week: _first(week, turn_bonus=week.pairs[0].turn_bonus + 1),
    "distance": lambda week: _first(week, distance=1_000),
    "reasons": lambda week: _first(week, reasons=()),
    "penalty": lambda week: replace(week, unserved=(replace(week.unserved[0], penalty=1),)),
    "why": lambda week: replace(week, unserved=(replace(week.unserved[0], why=Why.PAUSED),)),
    "worth too high": lambda week: _worth(week, a=10**9),
    "worth too low": lambda week: _worth(week, a=-1),
    "price too low": lambda week: _price(week, emine=-1, rosa=-1),
    "price too high": lambda week: _price(week, rosa=1),
    "price negative": lambda week: _price(week, emine=-(10**9)),
    "a request more": lambda week: replace(week, requests=(*week.requests, ask("e"))),
    "a helper more": lambda week: replace(week, volunteers=(*week.volunteers, neighbour("z"))),
    "a helper less": lambda week: replace(week, volunteers=week.volunteers[:1]),
    "other numbers": lambda week: replace(week, policy=Policy(new_bonus=0)),
    "other people": lambda week: replace(week, requests=(ask("a", 900), *week.requests[1:])),
}


def test_an_honest_week_is_proved() -> None:
    verify(week())


@pytest.mark.parametrize("name", TAMPERED)
def test_proof_catches_what_was_changed(name: str) -> None:
    with pytest.raises(NotOptimal):
        verify(TAMPERED[name](week()))


def test_worse_division_cannot_be_proved_best() -> None:
    one, two = ask("a"), ask("b", 400)
    good = propose([one, two], [neighbour("emine", 0), neighbour("rosa", 400)])
    swapped = propose([replace(one, id="b"), replace(two, id="a")], good.volunteers)
    with pytest.raises(NotOptimal):
        verify(replace(swapped, requests=good.requests))


def test_frontier_tells_what_each_further_first_task_costs() -> None:
    helpers = [
        neighbour("old", 0, capacity=3),
        neighbour("new-near", 400, weeks_since_last_match=None),
        neighbour("new-far", 900, weeks_since_last_match=None),
    ]
    points = frontier([ask("a"), ask("b")], helpers)
    # Both by "old": a load step of 250. Then 400 for the near one, then 900 for the far one as well.
    assert [(one.first_tasks, one.metres, one.more) for one in points] == [
        (0, 250, 0),
        (1, 400, 150),
        (2, 1_300, 900),
    ]
    assert [one.metres for one in frontier([], helpers)] == [0]


def test_frontier_of_a_city_is_refused() -> None:
    requests = [ask(f"r{n}") for n in range(250)]
    with pytest.raises(NotUsable, match="at most 60000"):
        frontier(requests, [neighbour(f"v{n}") for n in range(250)])
