"""What came of a yes in the demo: it goes through the same actions as a group, and tells the same."""

import pytest
from django.utils import timezone

from gebuur.apps.budget.queries import leftovers_of, realised_of
from gebuur.apps.neighbourhood.models import Role
from gebuur.web.demo.budget_realised import look_back_on, make_garden
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_garden_is_half_made_and_a_bench_is_looked_back_on() -> None:
    place, now = cast.make_place(), timezone.now()
    rosa = cast.make_person(place, "Rosa")
    cast.make_group(rosa).members.update(known_at=now)
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    garden = cast.make_proposal(one, member=rosa, state="chosen", households=15)
    bench = cast.make_proposal(one, member=rosa, title="Bank", cents=90_000, state="chosen")
    for proposal in (garden, bench):
        cast.sign_decision(proposal, outcome="if")
    make_garden(garden, now=now)
    look_back_on(bench, now=now)
    made, sat_on = (realised_of(each, timezone.localdate()) for each in (garden, bench))
    assert made is not None
    assert sat_on is not None
    assert [len(step.pictures) for step in made.steps] == [0, 1, 0, 0]
    assert [voice.good for voice in sat_on.voices] == [7]
    assert leftovers_of(one).cents == 5_500
