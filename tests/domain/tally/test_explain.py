"""Why a project won or not, where everybody's money went, and what a loser lacked."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gebuur.domain.tally import (
    Ballots,
    Completion,
    Election,
    Kind,
    Margin,
    NotUsable,
    Rule,
    Wishes,
    explain,
    margin,
    tally,
)
from tests.domain.tally.cast import real, vote
from tests.domain.tally.test_laws import RULES, elections, with_cost

NONE = Wishes(completion=Completion.NONE)


def test_loser_is_told_what_its_supporters_have_left_and_paid_for() -> None:
    """Share 10. Four like the lamp (8) and the hall (60), one likes the hall alone."""
    neighbours = vote(50, {"lamp": 8, "hall": 60}, [["lamp", "hall"]] * 4 + [["hall"]])
    result = tally(neighbours, NONE)
    lamp, hall = explain(result, neighbours).stories
    assert (lamp.project, lamp.is_winner, lamp.in_full, lamp.in_part) == ("lamp", True, 4, 0)
    assert [hall.backing, hall.left, hall.missing] == [50, 42, 18]
    assert (hall.spent_on, hall.out_in) == ((("lamp", Fraction(8)),), 1)


def test_money_of_all_kinds_together_is_the_budget() -> None:
    neighbours = vote(60, {"a": 20, "b": 25, "c": 9}, ["ab", "ab", "b", "c", "", "abc"])
    told = explain(tally(neighbours, NONE), neighbours, fewest=1)
    spent = sum(
        (amount * kind.people for kind in told.kinds for _name, amount in kind.paid), Fraction(0)
    )
    kept = sum((kind.left * kind.people for kind in told.kinds), Fraction(0))
    assert spent + kept == 60
    assert spent == tally(neighbours, NONE).cost
    assert told.others == 0


def test_kinds_of_few_voters_are_not_told_apart() -> None:
    neighbours = vote(100, {"a": 20, "b": 25}, ["a"] * 5 + ["b"] * 4)
    told = explain(tally(neighbours, NONE), neighbours)
    assert [(kind.people, kind.paid) for kind in told.kinds] == [(5, (("a", Fraction(4)),))]
    assert told.others == 4


def test_comparison_counts_voters_who_have_nothing() -> None:
    """Three get nothing from most votes and two get nothing from equal shares: 3 to 2, not 0 to 0."""
    neighbours = vote(50, {"a": 30, "b": 45}, ["a"] * 3 + ["b"] * 4)
    told = explain(tally(neighbours, Wishes(completion=Completion.ADD1)), neighbours).comparison
    assert told.winners == ("b",)
    neighbours = vote(50, {"a": 20, "b": 45}, ["a"] * 3 + ["b"] * 4)
    told = explain(tally(neighbours, NONE), neighbours).comparison
    assert (told.only_here, told.only_there) == (("a",), ("b",))
    assert (told.prefer_this, told.prefer_other, told.indifferent) == (3, 4, 0)
    assert (told.served_here, told.served_there) == (3, 4)


def test_greedy_is_explained_too() -> None:
    neighbours = vote(50, {"a": 30, "b": 45}, ["a"] * 3 + ["b"] * 4)
    result = tally(neighbours, Wishes(Rule.GREEDY))
    told = explain(result, neighbours)
    assert told.kinds == ()
    assert told.comparison.prefer_this == told.comparison.prefer_other == 0
    assert margin(result, neighbours, "a") == Margin(Fraction(5), 1)


def test_nothing_could_have_helped_a_project_that_costs_more_than_there_is() -> None:
    neighbours = vote(50, {"a": 60, "b": 10}, ["a", "b", "b"])
    assert margin(tally(neighbours), neighbours, "a").votes is None


def test_only_losers_lack_something() -> None:
    neighbours = vote(50, {"a": 10}, ["a"])
    with pytest.raises(NotUsable, match="'a' is not a project that did not win"):
        margin(tally(neighbours), neighbours, "a")


def with_votes(election: Election, project: int, more: int, points: int) -> Election:
    old = election.ballots
    ballots = Ballots(
        np.append(old.starts, old.starts[-1] + np.arange(1, more + 1)),
        np.append(old.project, np.full(more, project, np.int64)),
        np.append(old.value, np.full(more, points, np.int64)),
        np.append(old.weight, np.ones(more, np.int64)),
        old.scale,
    )
    return replace(election, ballots=ballots)


@settings(max_examples=40, deadline=None)
@given(elections(kinds=[Kind.APPROVAL, Kind.ORDINAL]), RULES, st.integers(0, 5))
def test_loser_wins_with_what_it_lacked_and_not_with_a_little_less(
    election: Election, wishes: Wishes, which: int
) -> None:
    result = tally(election, wishes)
    if which >= len(result.losers):
        return
    lost = result.losers[which]
    lacked = margin(result, election, lost.project)
    cent = Fraction(1, 2) if _has_halves(election) else Fraction(1)
    if lacked.price is not None:
        assert (
            lost.project in tally(with_cost(election, lost.project, lacked.price), wishes).winners
        )
        dearer = with_cost(election, lost.project, lacked.price + cent)
        assert lost.project not in tally(dearer, wishes).winners
    if lacked.votes is not None and lacked.votes < 200:
        at = [one.id for one in election.projects].index(lost.project)
        enough = with_votes(election, at, lacked.votes, 1)
        assert lost.project in tally(enough, wishes).winners
        fewer = with_votes(election, at, lacked.votes - 1, 1)
        assert lost.project not in tally(fewer, wishes).winners


def _has_halves(election: Election) -> bool:
    amounts = [election.budget, *(one.cost for one in election.projects)]
    return any(one.denominator == 2 for one in amounts)


def test_in_assen_a_playground_would_have_won_for_less() -> None:
    election = real("Netherlands_Assen_2024")
    result = tally(election)
    assert margin(result, election, "8") == Margin(Fraction(34_300), 6)
