"""The authority of the demo reads along, and services look at a plan."""

import pytest
from django.utils import timezone

from gebuur.apps.budget.models import FeasibilityCheck, Proposal
from gebuur.apps.neighbourhood.models import Role
from gebuur.web.demo.budget_checks import look_at_plan
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_finished", [False, True])
def test_services_look_at_the_plan_and_one_stays_silent(*, is_finished: bool) -> None:
    place = cast.make_place()
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    rosa = cast.make_person(place, "Rosa")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    proposal = cast.make_proposal(one, member=rosa)
    look_at_plan(proposal, nele, now=timezone.now(), is_finished=is_finished)
    said = dict(FeasibilityCheck.objects.values_list("service", "verdict"))
    assert said == {
        "Groendienst": "yes",
        "Dienst gebouwen": "yes",
        "Wegendienst": "yes" if is_finished else "",
    }
    silent = FeasibilityCheck.objects.get(service="Wegendienst")
    assert (silent.escalated_at is None) == is_finished
    assert Proposal.objects.get().checks.get(service="Groendienst").first["verdict"] == "if"
