"""The count: two keys, one time, the rule of the frame, and everybody hears it."""

import hashlib

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Box, Count, PaperBallot, Proposal, Round
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import Message
from tests import cast, cast_count
from tests.cast_count import BENCH, GARDEN, SQUARE

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    rosa = cast.make_person(place, "Rosa")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return rosa


@pytest.fixture
def one(place: Neighbourhood, nele: Person, rosa: Person) -> Round:
    return cast_count.make_vote(place, coordinator=nele, neighbour=rosa)


def states(one: Round) -> dict[str, tuple[str, bool | None]]:
    return {p.title: (p.state, p.is_chosen) for p in Proposal.objects.filter(round=one)}


def test_everybody_hears_once_what_the_neighbourhood_chose(one: Round, nele: Person) -> None:
    count = actions.count_round(one, cast_count.ballots_of(one), actor=nele, now=timezone.now())
    assert states(one) == {
        SQUARE: ("not_chosen", False),
        GARDEN: ("chosen", True),
        BENCH: ("chosen", True),
    }
    assert (count.ballots, count.digest) == (10, hashlib.sha256(count.file.encode()).hexdigest())
    told = Message.objects.filter(template="budget/messages/result_there")
    assert sorted(told.values_list("person__first_name", flat=True)) == ["Els", "Rosa"]
    assert f"/budget/{one.pk}/result/" in told[0].body
    lines = Line.objects.filter(act__in=["round-counted", "proposal-chosen", "proposal-not-chosen"])
    said = sorted(lines.values_list("act", "actor_kind"))
    assert said == [
        ("proposal-chosen", "neighbour"),
        ("proposal-chosen", "neighbour"),
        ("proposal-not-chosen", "neighbour"),
        ("round-counted", "professional"),
    ]
    with pytest.raises(actions.NotCountable):
        actions.count_round(one, [], actor=nele, now=timezone.now())


def test_nobody_counts_too_soon_or_without_being_coordinator(
    place: Neighbourhood, nele: Person, rosa: Person
) -> None:
    early = cast.make_round(place, coordinator=nele, neighbour=rosa)
    with pytest.raises(actions.NotCountable):
        actions.count_round(early, [], actor=nele, now=timezone.now())
    for stranger in (rosa, cast.make_staff(place, "An")):
        with pytest.raises(PermissionDenied):
            actions.count_round(early, [], actor=stranger, now=timezone.now())


def test_another_secret_number_than_the_frame_promised_counts_nothing(
    one: Round, nele: Person
) -> None:
    actions.change_round(one, actor=nele, seed="mijn eigen getal")
    with pytest.raises(actions.SeedChanged):
        actions.count_round(one, cast_count.ballots_of(one), actor=nele, now=timezone.now())
    assert not Count.objects.exists()


def test_two_keys_open_the_box_and_leave_it_empty(one: Round, nele: Person) -> None:
    keys = cast_count.fill_box(one, cast_count.ballots_of(one))
    browser, path = cast.sign_in(nele), f"/staff/budget/{one.pk}/count/"
    assert path in browser.get(f"/staff/budget/{one.pk}/").content.decode()
    nothing = browser.post(path, {"first": keys[0]}).content.decode()
    assert keys[0] not in nothing
    wrong = browser.post(path, {"first": keys[0], "second": keys[0]}).content.decode()
    assert keys[0] not in wrong
    assert "has-error" in wrong or 'role="alert"' in wrong
    assert PaperBallot.objects.count() == 10
    done = browser.post(path, {"first": keys[2].lower(), "second": keys[0]}, follow=True)
    assert GARDEN in done.content.decode()
    assert done.redirect_chain[-1][0] == f"/budget/{one.pk}/result/"
    assert not PaperBallot.objects.exists()
    assert Box.objects.get().wraps == {}
    lacked = Count.objects.get().result
    assert lacked["lacked"] is True
    square = next(row for row in lacked["projects"] if row["title"] == SQUARE)
    assert (square["price"], square["more"]) == (1_362_000, 4)
    assert f"/budget/{one.pk}/result/" in browser.get(path).content.decode()


def test_a_vote_that_goes_on_has_no_field_for_keys(
    place: Neighbourhood, nele: Person, rosa: Person
) -> None:
    early = cast.make_round(place, coordinator=nele, neighbour=rosa)
    page = cast.sign_in(nele).get(f"/staff/budget/{early.pk}/count/").content.decode()
    assert 'name="first"' not in page
    draft = cast.make_round(place, coordinator=nele, title="2027")
    assert cast.sign_in(nele).get(f"/staff/budget/{draft.pk}/count/").status_code == 200


@pytest.mark.parametrize("votes", [[], [[GARDEN], [GARDEN], [SQUARE, GARDEN], []]])
def test_of_a_handful_of_ballots_nothing_is_kept_but_who_won(
    one: Round, nele: Person, votes: list[list[str]]
) -> None:
    count = actions.count_round(
        one, cast_count.ballots_of(one, votes), actor=nele, now=timezone.now()
    )
    assert (count.file, count.digest) == ("", "")
    assert [row["title"] for row in count.result["projects"]] == ([GARDEN] if votes else [])
    assert set(count.result) == {"roll", "projects", "frame"}
    actions.find_what_lacked(count)
    browser, path = cast.sign_in(nele), f"/budget/{one.pk}/result/"
    page = browser.get(path).content.decode()
    assert (SQUARE in page, GARDEN in page) == (False, bool(votes))
    assert browser.get(f"{path}ballots/").status_code == 404
    assert browser.get(f"{path}mine/").status_code == 404
    assert browser.get(f"{path}poster/").status_code == 200


@pytest.mark.parametrize(
    ("ballot", "winners"),
    [("approval", {SQUARE, BENCH}), ("points", {GARDEN, BENCH}), ("knapsack", {GARDEN, BENCH})],
)
def test_the_rule_that_both_sides_signed_is_the_rule_that_counts(
    place: Neighbourhood, nele: Person, rosa: Person, ballot: str, winners: set[str]
) -> None:
    rule = "greedy" if ballot == "approval" else "equal-shares"
    one = cast_count.make_vote(place, coordinator=nele, neighbour=rosa, ballot=ballot, rule=rule)
    Round.objects.filter(pk=one.pk).update(rule="greedy", utility="cardinality")
    count = actions.count_round(one, cast_count.ballots_of(one), actor=nele, now=timezone.now())
    actions.find_what_lacked(count)
    chosen = Proposal.objects.filter(round=one, is_chosen=True)
    assert set(chosen.values_list("title", flat=True)) == winners
    browser, path = cast.sign_in(nele), f"/budget/{one.pk}/result/"
    assert browser.get(path).status_code == 200
    said = {"P1": "10"} if ballot == "points" else {"chosen": ["P1"]}
    assert SQUARE in browser.post(f"{path}mine/", said).content.decode()
