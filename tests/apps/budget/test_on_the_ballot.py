"""A proposal on the ballot: everything that leads to it leads on to the vote, and the desk finds the vote on top."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget.models import Round
from gebuur.apps.neighbourhood.models import Neighbourhood
from tests import cast
from tests.voting import Vote, make_vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def vote(place: Neighbourhood) -> Vote:
    return make_vote(place, days_ago=1)


def read(path: str, browser: Client | None = None) -> str:
    return (browser or Client()).get(path).content.decode()


def let_it_end(one: Round) -> None:
    """The last day was yesterday, in the frame as well."""
    day = timezone.localdate() - dt.timedelta(days=1)
    version = one.frames.get()
    text = version.text | {"days": version.text["days"] | {"vote_until": day.isoformat()}}
    one.frames.all().delete()
    version.text, version.pk = text, None
    version.save(force_insert=True)


def test_who_reads_a_proposal_on_the_ballot_is_one_press_from_the_vote(vote: Vote) -> None:
    garden = vote.proposals[0]
    page = read(f"/budget/proposals/{garden.pk}/")
    assert f"/budget/{vote.one.pk}/vote/" in page
    assert "Het hele antwoord" not in page, "there is none yet"
    assert "op de stembrief" in read(f"/budget/{vote.one.pk}/proposals/")
    idea = read(f"/budget/ideas/{garden.idea_id}/")
    assert f"/budget/proposals/{garden.pk}/" in idea
    assert "Ik vind dit een goed idee" not in idea, "it no longer counts"


def test_after_the_last_day_nobody_is_called_to_vote(vote: Vote) -> None:
    let_it_end(vote.one)
    page = read(f"/budget/proposals/{vote.proposals[0].pk}/")
    assert f"/budget/{vote.one.pk}/vote/" not in page
    assert "Daarna wordt er geteld" in page


def test_the_desk_finds_the_vote_above_the_rules_and_counts_when_it_is_over(vote: Vote) -> None:
    browser, path = cast.sign_in(vote.nele), f"/staff/budget/{vote.one.pk}/"
    assert "Iedereen stemt" in read("/staff/budget/", browser)
    page = read(path, browser)
    assert page.index(f"{path}vote/") < page.index("De pot")
    assert f"{path}count/" not in page
    let_it_end(vote.one)
    assert f"{path}count/" in read(path, browser)
