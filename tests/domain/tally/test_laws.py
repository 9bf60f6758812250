"""What always holds for a count, whatever goes in; and what does not, with the example that shows it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gebuur.domain.tally import (
    By,
    Completion,
    Doubtful,
    Election,
    Kind,
    Project,
    Rule,
    Stop,
    Utility,
    Wishes,
    make_election,
    read_election,
    tally,
    verify,
    write_election,
)
from gebuur.domain.tally.board import set_up
from gebuur.domain.tally.bounds import run_columns
from gebuur.domain.tally.columns import in_order
from gebuur.domain.tally.exact import run_exactly
from tests.domain.tally.cast import vote

NAMES = "abcdef"
PATIENT = settings(deadline=None)
SHORT = settings(deadline=None, max_examples=40)
"""For laws whose breach the plain recount of every step would find too."""
COSTS = st.sampled_from([*map(Fraction, (3, 5, 10, 10, 15, 20, 50, 100)), Fraction(25, 2)])
MARKS = st.lists(st.sampled_from(NAMES), unique=True, max_size=4)
RULES = st.builds(
    Wishes,
    rule=st.sampled_from([Rule.EQUAL_SHARES, Rule.EQUAL_SHARES, Rule.EQUAL_SHARES, Rule.GREEDY]),
    utility=st.sampled_from([None, Utility.COST, Utility.CARDINALITY]),
    completion=st.sampled_from(Completion),
    stop=st.sampled_from(Stop),
    seed=st.sampled_from(["", "lot"]),
)
SHARES = st.builds(
    Wishes,
    utility=st.sampled_from([Utility.COST, Utility.CARDINALITY]),
    completion=st.just(Completion.NONE),
)


@st.composite
def elections(draw: st.DrawFn, kinds: Sequence[Kind] = tuple(Kind)) -> Election:
    """Few projects, few prices and few voters, so that ties are common."""
    costs = draw(st.lists(COSTS, min_size=6, max_size=6))
    kind = draw(st.sampled_from(kinds))
    marks = draw(st.lists(MARKS, min_size=1, max_size=9))
    ballots: list[Sequence[str] | dict[str, int | Fraction]] = list(marks)
    if kind is Kind.CHOOSE_ONE:
        ballots = [one[:1] for one in marks]
    if kind is Kind.CUMULATIVE:
        points = st.sampled_from([*map(Fraction, (1, 1, 2, 5)), Fraction(1, 2)])
        ballots = [{name: draw(points) for name in one} for one in marks]
    budget = draw(st.sampled_from([*map(Fraction, (10, 30, 50, 100)), Fraction(101, 2)]))
    return vote(budget, dict(zip(NAMES, costs, strict=True)), ballots, kind)


def with_cost(election: Election, name: str, cost: Fraction) -> Election:
    projects = [replace(one, cost=cost) if one.id == name else one for one in election.projects]
    return replace(election, projects=tuple(projects))


def with_mark(election: Election, ballots: Sequence[Sequence[str]], at: int, name: str) -> Election:
    new = [[*one, name] if place == at else one for place, one in enumerate(ballots)]
    return make_election(election.projects, election.budget, new)


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 153, 725, 1051])
@pytest.mark.parametrize("stop", Stop)
def test_steps_that_are_skipped_change_nothing(seed: int, stop: Stop) -> None:
    """Shares of a hundred and more are looked at far apart first; two projects are wanted by the same people."""
    chance = Random(seed)  # noqa: S311 - the same elections every time
    costs = {name: chance.choice((400, 500, 500, chance.randint(200, 999))) for name in NAMES}
    costs["b"] = costs["a"]
    marks = ["".join(chance.sample("acdef", chance.randint(1, 3))) for _neighbour in range(14)]
    election = vote(1_900, costs, [one.replace("a", "ab") for one in marks])
    verify(tally(election, Wishes(stop=stop)), election, every_step=True)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("stop", Stop)
def test_streets_that_take_turns_change_nothing(seed: int, stop: Stop) -> None:
    """Six streets that hardly share a ballot: what one pays for says nothing of when the next does."""
    chance = Random(seed)  # noqa: S311 - the same elections every time
    streets = [[f"{street}{letter}" for letter in "abc"] for street in range(6)]
    names = [name for street in streets for name in street]
    costs = {name: chance.choice((300, 400, chance.randint(200, 600))) for name in names}
    marks = [chance.sample(street, chance.randint(1, 3)) for street in streets for _ in range(4)]
    marks[0].append(streets[1][0])
    election = vote(2_900, costs, marks)
    verify(tally(election, Wishes(stop=stop)), election, every_step=True)


@PATIENT
@given(elections(), RULES)
def test_plain_recount_of_every_step_agrees(election: Election, wishes: Wishes) -> None:
    verify(tally(election, wishes), election, every_step=True)


@SHORT
@given(elections(), RULES)
def test_winners_never_cost_more_than_the_budget(election: Election, wishes: Wishes) -> None:
    result = tally(election, wishes)
    assert result.cost <= election.budget
    assert result.cost == sum(one.cost for one in election.projects if one.id in result.winners)


@SHORT
@given(elections(), RULES, st.randoms(use_true_random=False))
def test_order_of_ballots_and_projects_does_not_matter(
    election: Election, wishes: Wishes, chance: Random
) -> None:
    head, _votes, ballots = write_election(election).partition("VOTES\n")
    columns, *lines = ballots.splitlines()
    top, _projects, projects = head.partition("PROJECTS\n")
    names, *rows = projects.splitlines()
    chance.shuffle(lines)
    chance.shuffle(rows)
    shuffled = read_election("\n".join([top + "PROJECTS", names, *rows, "VOTES", columns, *lines]))
    assert tally(shuffled, wishes) == tally(election, wishes)


@PATIENT
@given(elections(), SHARES, st.sampled_from(NAMES), st.sampled_from([1, 2, 4, 9]))
def test_winner_stays_a_winner_when_it_gets_cheaper(
    election: Election, wishes: Wishes, name: str, less: int
) -> None:
    before = tally(election, wishes)
    cost = next(one.cost for one in election.projects if one.id == name) - less
    if name in before.winners and cost > 0:
        assert name in tally(with_cost(election, name, cost), wishes).winners


@PATIENT
@given(
    st.lists(MARKS, min_size=1, max_size=9), st.lists(COSTS, min_size=6, max_size=6), SHARES,
    st.integers(0, 8), st.sampled_from(NAMES),
)  # fmt: skip
def test_one_more_supporter_never_hurts_a_winner(
    marks: list[list[str]],
    costs: list[Fraction],
    wishes: Wishes,
    at: int,
    name: str,
) -> None:
    election = vote(60, dict(zip(NAMES, costs, strict=True)), marks)
    at %= len(marks)
    if name not in marks[at] and name in tally(election, wishes).winners:
        assert name in tally(with_mark(election, marks, at, name), wishes).winners


@SHORT
@given(elections(), RULES)
def test_supporters_of_a_winner_have_its_cost_together(election: Election, wishes: Wishes) -> None:
    result = tally(election, wishes)
    costs = {one.id: one.cost for one in election.projects}
    for one in result.rounds:
        if one.by is By.SHARES:
            assert result.share is not None
            assert one.votes * result.share >= costs[one.project]
        assert one.votes > 0


@SHORT
@given(elections(), SHARES)
def test_empty_ballots_only_thin_the_shares(election: Election, wishes: Wishes) -> None:
    """With the budget grown by one share per empty ballot, nothing changes."""
    text = write_election(election)
    budget = election.budget * (election.voters + 2) / election.voters
    empty = ";" if election.kind is Kind.CUMULATIVE else ""
    wider = read_election(f"{text}x;{empty}\ny;{empty}\n")
    assert tally(replace(wider, budget=budget), wishes).winners == tally(election, wishes).winners


def test_growing_shares_can_make_a_cheaper_winner_lose() -> None:
    """No law for add1: what a discount leaves over lets the shares grow further, to where others come first."""
    marks = ["c", "d", "bcd", "acd", "abc", "a"]
    election = vote(10, {"a": 9, "b": 13, "c": 9, "d": 4}, marks)
    wishes = Wishes(completion=Completion.ADD1)
    assert "c" in tally(election, wishes).winners
    assert "c" not in tally(with_cost(election, "c", Fraction(8)), wishes).winners


def test_growing_shares_can_make_a_winner_with_more_support_lose() -> None:
    """No law for add1 either, with or without filling up."""
    marks = ["be", "ad", "abd", "b", "ab", "a", "bce"]
    election = vote(10, {"a": 5, "b": 4, "c": 8, "d": 2, "e": 6}, marks)
    for completion in (Completion.ADD1, Completion.ADD1U):
        wishes = Wishes(completion=completion)
        hurt = [
            name
            for name in tally(election, wishes).winners
            for at, ballot in enumerate(marks)
            if name not in ballot
            and name not in tally(with_mark(election, marks, at, name), wishes).winners
        ]
        assert hurt


def test_more_money_can_make_a_winner_lose() -> None:
    """No law for equal shares at all; so the start that stops the growing cannot be found by halving."""
    marks = ["abc", "abc", "acd", "abd", "ad"]
    costs = {"a": 9, "b": 2, "c": 12, "d": 3}
    wishes = Wishes(completion=Completion.NONE)
    assert set(tally(vote(8, costs, marks), wishes).winners) == {"b", "d"}
    assert not {"b", "d"} <= set(tally(vote(9, costs, marks), wishes).winners)


def test_result_that_was_tampered_with_is_found_out() -> None:
    election = vote(20, {"a": 9, "b": 11, "c": 2}, ["a", "ab", "b", "c"])
    result = tally(election)
    verify(result, election)
    for wrong in (
        replace(result, winners=result.winners[:-1]),
        replace(result, winners=result.winners[::-1]),
        replace(result, cost=result.cost + 1),
        replace(result, budget=Fraction(21)),
        replace(result, voters=5),
        replace(result, share=Fraction(9)),
        replace(result, steps=result.steps + 1),
        replace(result, rounds=result.rounds[1:]),
        replace(result, losers=(*result.losers, *result.losers, *result.losers)),
        replace(result, steps=0, share=Fraction(5)),
    ):
        if wrong != result:
            with pytest.raises(Doubtful):
                verify(wrong, election)


def test_result_that_grew_too_far_is_found_out_when_every_step_is_looked_at() -> None:
    """Ten steps on, other winners fit again: only the steps between tell that the rule had stopped."""
    projects = {"a": 6, "b": 5, "c": 30}
    election = vote(10, projects, ["a", "b", "c"])
    right = tally(election, Wishes(completion=Completion.ADD1))
    with pytest.raises(Doubtful):
        verify(
            replace(right, steps=9, share=right.share and right.share + 9),
            election,
            every_step=True,
        )


def test_project_is_told_apart_by_its_id_alone() -> None:
    same = [Project("1", Fraction(5), "Bench"), Project("01", Fraction(5), "Bench")]
    assert len(tally(make_election(same, 10, [["1", "01"]])).winners) == 2


@st.composite
def near_ties(draw: st.DrawFn) -> Election:
    """Projects of which each supporter would have to pay the same, or a cent more or less for all of them together."""
    marks = draw(st.lists(MARKS, min_size=3, max_size=9))
    votes = Counter(name for one in marks for name in one)
    each = draw(st.sampled_from([10**13 + 1, 3 * 10**13 + 7, 10**12]))
    cents = st.sampled_from([Fraction(cent, 100) for cent in (-2, -1, 0, 0, 1, 2)])
    costs = {name: each * max(votes[name], 1) + draw(cents) for name in NAMES}
    budget = each * len(marks) * draw(st.integers(1, 3)) + draw(cents)
    return vote(budget, costs, marks)


@PATIENT
@given(near_ties(), st.sampled_from([Utility.COST, Utility.CARDINALITY]), st.integers(0, 9))
def test_prices_nearer_than_a_float_can_tell_are_still_told_apart(
    election: Election, utility: Utility, step: int
) -> None:
    """The bounds of many starts at once, each against a plain run in fractions."""
    board = set_up(election, Wishes(utility=utility))
    steps = [step * board.budget // 40 + crumb for crumb in range(6)]
    starts = [board.budget + one * board.voters for one in steps]
    for column in run_columns(board, starts):
        exact = run_exactly(board, Fraction(column.start, board.voters))
        if not column.is_undecided:
            assert in_order(board, column).winners == [one.project for one in exact]
