"""The vote of the demo: its box opens with the keys it gives, and holds what was said."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.web.demo.budget_vote import ALSO, hold_vote
from tests import cast
from tests.voting import TITLES, after, make_voting_round

pytestmark = pytest.mark.django_db


def test_the_demo_holds_a_vote_that_can_be_counted() -> None:
    place, now = cast.make_place(), timezone.now() - dt.timedelta(days=30)
    nele, an = cast.make_staff(place, "Nele", role="coordinator"), cast.make_staff(place, "An")
    one = make_voting_round(place, nele, now=now)
    liked = dict(zip(TITLES, (12, 9, 3), strict=True))
    keys = hold_vote(one, liked, nele=nele, typists=(nele, an), opened=now, counted=after(one))
    ballots = actions.open_box(one, keys, actor=nele, now=after(one))
    assert len(ballots) == len(ALSO)
    names = {each.title: each.pk.hex for each in one.proposals.all()}
    counts = {title: sum(names[title] in marks for marks in ballots) for title in TITLES}
    assert counts == liked
