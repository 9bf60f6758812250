"""A proposal on the ballot: everything that leads to it leads on to the vote, and the desk finds the vote on top."""

import pytest
from django.test import Client

from gebuur.apps.neighbourhood.models import Neighbourhood
from tests import cast
from tests.nights import stop_the_clock
from tests.voting import Vote, after, make_vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def vote(place: Neighbourhood) -> Vote:
    return make_vote(place, days_ago=1)


def read(path: str, browser: Client | None = None) -> str:
    return (browser or Client()).get(path).content.decode()


def test_who_reads_a_proposal_on_the_ballot_is_one_press_from_the_vote(vote: Vote) -> None:
    garden = vote.proposals[0]
    page = read(f"/budget/proposals/{garden.pk}/")
    assert f"/budget/{vote.one.pk}/vote/" in page
    assert "Het hele antwoord" not in page, "there is none yet"
    assert "op de stembrief" in read(f"/budget/{vote.one.pk}/proposals/")
    idea = read(f"/budget/ideas/{garden.idea_id}/")
    assert f"/budget/proposals/{garden.pk}/" in idea
    assert "Ik vind dit een goed idee" not in idea, "it no longer counts"


def test_after_the_last_day_nobody_is_called_to_vote(
    vote: Vote, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_the_clock(monkeypatch, after(vote.one))
    page = read(f"/budget/proposals/{vote.proposals[0].pk}/")
    assert f"/budget/{vote.one.pk}/vote/" not in page
    assert "Daarna wordt er geteld" in page


def test_the_desk_finds_the_vote_above_the_rules_and_counts_when_it_is_over(
    vote: Vote, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, path = cast.sign_in(vote.nele), f"/staff/budget/{vote.one.pk}/"
    assert "Iedereen stemt" in read("/staff/budget/", browser)
    page = read(path, browser)
    assert page.index(f"{path}vote/") < page.index("De pot")
    assert f"{path}count/" not in page
    stop_the_clock(monkeypatch, after(vote.one))
    assert f"{path}count/" in read(path, cast.sign_in(vote.nele))
