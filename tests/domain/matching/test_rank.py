"""Who is proposed first, who is not proposed at all, and why."""

from typing import Any

import pytest

from gebuur.domain.matching import (
    ALL_SLOTS,
    DifferenceCode,
    Misfit,
    NotUsable,
    Policy,
    Reason,
    ReasonCode,
    Request,
    Volunteer,
    explain_order,
    misfit,
    rank,
    why_nobody,
)

MONDAY_MORNING = 1
SUNDAY_EVENING = 1 << 20


def make_request(**facts: Any) -> Request:
    """Godelieve asks somebody to walk with her."""
    usual: dict[str, Any] = {"id": "walk-1", "task": "walk", "x": 0, "y": 0, "first_language": "nl"}
    return Request(**(usual | facts))


def make_volunteer(volunteer_id: str, metres: float = 100, **facts: Any) -> Volunteer:
    """Somebody who likes to walk, had a match four weeks ago and lives `metres` away."""
    usual: dict[str, Any] = {
        "tasks": frozenset({"walk"}),
        "x": metres,
        "y": 0,
        "radius": 1000,
        "languages": frozenset({"nl"}),
        "weeks_since_last_match": 4,
    }
    return Volunteer(id=volunteer_id, **(usual | facts))


def order_of(request: Request, *volunteers: Volunteer) -> list[str]:
    return [one.volunteer_id for one in rank(request, volunteers).candidates]


def test_nearest_goes_first_when_nothing_else_differs() -> None:
    assert order_of(make_request(), make_volunteer("a", 300), make_volunteer("b", 200)) == [
        "b",
        "a",
    ]


def test_price_is_metres_plus_penalties_minus_bonuses() -> None:
    request = make_request(
        first_language="tr", languages=frozenset({"nl"}), known=frozenset({"joris"})
    )
    joris = make_volunteer("joris", 500, slots=MONDAY_MORNING, weeks_since_last_match=3)
    (candidate,) = rank(request, [joris]).candidates
    assert candidate.distance == 500
    assert (candidate.language_penalty, candidate.slot_penalty) == (400, 100)
    assert (candidate.known_bonus, candidate.turn_bonus) == (200, 900)
    assert candidate.cost == 500 + 400 + 100 - 200
    assert candidate.price == 800 - 900
    assert candidate.shared_slots == MONDAY_MORNING
    assert candidate.shared_languages == ("nl",)


def test_two_shared_parts_of_the_week_cost_nothing() -> None:
    two = make_volunteer("a", slots=0b11)
    assert rank(make_request(), [two]).candidates[0].slot_penalty == 0
    assert rank(make_request(slots=0b101), [two]).candidates[0].slot_penalty == 100


def test_first_load_step_is_part_of_the_price() -> None:
    answer = rank(make_request(), [make_volunteer("a", 10)], policy=Policy(load_steps=(50, 60)))
    assert answer.candidates[0].price == 10 + 50 - 1200


@pytest.mark.parametrize(
    ("signup", "match", "bonus"),
    [
        (0, None, 2000),
        (3, None, 2900),
        (8, None, 4400),
        (60, None, 4400),
        (60, 0, 0),
        (60, 16, 4800),
        (90, 17, 4800),
    ],
)
def test_turn_bonus_grows_with_waiting_up_to_a_limit(
    signup: int, match: int | None, bonus: int
) -> None:
    volunteer = make_volunteer("a", weeks_since_signup=signup, weeks_since_last_match=match)
    assert rank(make_request(), [volunteer]).candidates[0].turn_bonus == bonus


@pytest.mark.parametrize(("metres", "rounded"), [(10.4, 10), (10.5, 11), (11.5, 12), (0, 0)])
def test_metres_are_rounded_half_up(metres: float, rounded: int) -> None:
    assert rank(make_request(), [make_volunteer("a", metres)]).candidates[0].distance == rounded


def test_equal_price_is_decided_by_id() -> None:
    assert order_of(make_request(), make_volunteer("b"), make_volunteer("a")) == ["a", "b"]


def test_distance_counts_for_nothing_by_phone() -> None:
    request = make_request(phone_only=True)
    (candidate,) = rank(request, [make_volunteer("a", 90_000, radius=0)]).candidates
    assert candidate.distance == 0
    assert Reason(ReasonCode.PHONE_TASK) in candidate.reasons


def test_first_language_belongs_to_the_languages_of_the_seeker() -> None:
    request = make_request(first_language="tr", languages=frozenset({"nl"}))
    emine = make_volunteer("emine", languages=frozenset({"tr", "nl"}))
    assert rank(request, [emine]).candidates[0].shared_languages == ("tr", "nl")


@pytest.mark.parametrize(
    ("broken", "facts"),
    [
        (Misfit.TASK_NOT_TICKED, {"tasks": frozenset({"chat"})}),
        (Misfit.NO_SHARED_LANGUAGE, {"languages": frozenset({"ar"})}),
        (Misfit.NO_SHARED_SLOT, {"slots": SUNDAY_EVENING}),
        (Misfit.LACKS_SKILL, {"skills": frozenset()}),
        (Misfit.TOO_FAR, {"radius": 99}),
        (Misfit.NOT_TOGETHER, {"not_with": frozenset({"godelieve"})}),
        (Misfit.NOT_TOGETHER, {"id": "bert"}),
        (Misfit.FILE_INCOMPLETE, {"file_complete": False}),
        (Misfit.PAUSED, {"paused": True}),
        (Misfit.FULL, {"capacity": 0}),
        (Misfit.NOT_CLEARED, {"cleared": frozenset({"keys"})}),
    ],
)
def test_each_rule_keeps_somebody_out_and_is_named(broken: Misfit, facts: dict[str, Any]) -> None:
    request = make_request(
        seeker="godelieve",
        slots=MONDAY_MORNING | 2,
        skills=frozenset({"bicycle"}),
        not_with=frozenset({"bert"}),
        amber=True,
    )
    fitting: dict[str, Any] = {"skills": frozenset({"bicycle"}), "cleared": frozenset({"walk"})}
    fits = make_volunteer("rosa", **fitting)
    facts = fitting | facts
    other = make_volunteer(facts.pop("id", "joris"), **facts)
    answer = rank(request, [fits, other])
    assert [one.volunteer_id for one in answer.candidates] == ["rosa"]
    assert (answer.fits, answer.considered, answer.misfits) == (1, 2, {broken: 1})
    assert misfit(request, fits) is None


def test_somebody_who_breaks_many_rules_counts_under_the_first() -> None:
    answer = rank(make_request(), [make_volunteer("a", 5000, paused=True, capacity=0)])
    assert answer.misfits == {Misfit.TOO_FAR: 1}


def test_edge_of_the_radius_belongs_to_it() -> None:
    assert order_of(make_request(), make_volunteer("a", 100, radius=100)) == ["a"]


def test_who_came_nearest_to_fitting_explains_why_nobody_does() -> None:
    answer = rank(
        make_request(),
        [
            make_volunteer("a", tasks=frozenset()),
            make_volunteer("b", tasks=frozenset()),
            make_volunteer("c", capacity=0),
        ],
    )
    assert why_nobody(answer) == ((Misfit.FULL, 1), (Misfit.TASK_NOT_TICKED, 2))
    assert why_nobody(rank(make_request(), [])) == ()
    assert why_nobody(rank(make_request(), [make_volunteer("a")])) == ()


def test_limit_cuts_the_row_but_not_the_counts() -> None:
    answer = rank(make_request(), [make_volunteer(str(n), n) for n in range(9)], limit=2)
    assert [one.volunteer_id for one in answer.candidates] == ["0", "1"]
    assert (answer.fits, answer.considered) == (9, 9)


def test_reasons_of_a_good_neighbour() -> None:
    request = make_request(known=frozenset({"joris"}))
    (candidate,) = rank(request, [make_volunteer("joris", 230)]).candidates
    assert candidate.reasons == (
        Reason(ReasonCode.KNOWN),
        Reason(ReasonCode.WAITED, 4),
        Reason(ReasonCode.NEARBY, 4),
        Reason(ReasonCode.SHARES_FIRST_LANGUAGE),
    )


def test_what_speaks_against_is_told_too() -> None:
    request = make_request(first_language="tr", languages=frozenset({"nl"}), slots=MONDAY_MORNING)
    joris = make_volunteer("joris", 961, weeks_since_last_match=1, weeks_since_last_asked=0)
    (candidate,) = rank(request, [joris]).candidates
    assert candidate.reasons == (
        Reason(ReasonCode.OTHER_LANGUAGE_ONLY, speaks_for=False),
        Reason(ReasonCode.SINGLE_SLOT, speaks_for=False),
    )


def test_order_is_explained_part_by_part() -> None:
    request = make_request(known=frozenset({"b"}))
    waiting = make_volunteer("a", 300, weeks_since_last_match=None, weeks_since_signup=2)
    first, second = rank(request, [waiting, make_volunteer("b", 100)]).candidates
    told = explain_order(first, second)
    assert [(part.code, part.metres) for part in told] == [
        (DifferenceCode.TURN, 2600 - 1200),
        (DifferenceCode.CLOSER, -200),
        (DifferenceCode.KNOWN, -200),
    ]
    with pytest.raises(ValueError, match="does not stand before"):
        explain_order(second, first)


def test_a_tie_is_said_openly() -> None:
    first, second = rank(make_request(), [make_volunteer("a"), make_volunteer("b")]).candidates
    assert [part.code for part in explain_order(first, second)] == [DifferenceCode.TIE]


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"radius": -1}, "volunteer 'a': radius"),
        ({"capacity": -1}, "volunteer 'a': capacity"),
        ({"slots": ALL_SLOTS + 1}, "volunteer 'a': slots"),
        ({"slots": -1}, "volunteer 'a': slots"),
        ({"x": float("nan")}, "volunteer 'a': x"),
        ({"y": float("inf")}, "volunteer 'a': y"),
        ({"weeks_since_signup": -1}, "volunteer 'a': weeks_since_signup"),
        ({"weeks_since_last_match": -1}, "volunteer 'a': weeks_since_last_match"),
        ({"weeks_since_last_asked": -1}, "volunteer 'a': weeks_since_last_asked"),
    ],
)
def test_impossible_volunteer_is_refused_by_place(facts: dict[str, Any], place: str) -> None:
    with pytest.raises(NotUsable) as refused:
        make_volunteer("a", **facts)
    assert refused.value.place == place


@pytest.mark.parametrize(
    "facts", [{"x": float("nan")}, {"y": 1e9}, {"slots": 1 << 21}, {"waiting_days": -1}]
)
def test_impossible_request_is_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(NotUsable, match="request 'walk-1'"):
        make_request(**facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"known_bonus": -1},
        {"load_steps": ()},
        {"load_steps": (5, 4)},
        {"load_steps": (-1,)},
        {"metres_per_minute": 0},
    ],
)
def test_impossible_policy_is_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(NotUsable, match="policy"):
        Policy(**facts)


def test_doubles_and_an_empty_limit_are_refused() -> None:
    with pytest.raises(NotUsable, match="volunteer 'a' stands in the list more than once"):
        rank(make_request(), [make_volunteer("a"), make_volunteer("a", 200)])
    with pytest.raises(NotUsable, match="limit"):
        rank(make_request(), [], limit=0)
