"""No fault that axe can find on the pages of an answer: for who reads and replies, and for who writes it."""

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Proposal
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import faults
from tests.browser.test_axe_groups import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def garden(site: str) -> Proposal:
    """A garden that the neighbourhood chose; Rosa is of the group, Els speaks for the town."""
    place = cast.make_place()
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    return cast.make_proposal(one, member=rosa, state="chosen")


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_the_answer_has_no_fault_for_who_reads_replies_and_asks(
    chromium: Browser, site: str, garden: Proposal, language: str
) -> None:
    els = Person.objects.get(first_name="Els")
    phone = chromium.new_context(viewport=PHONE, locale=language, base_url=site)
    signed_in(phone, "rosa@vlasbloem.example", site)
    cast.sign_decision(garden, authority=els)
    paths = tuple(
        f"/budget/proposals/{garden.pk}/{page}/" for page in ("answer", "reply", "reasons")
    )
    assert faults(phone.new_page(), paths, width=PHONE["width"]) == []
    phone.close()


def test_the_pages_of_the_authority_have_no_fault(
    chromium: Browser, site: str, garden: Proposal
) -> None:
    els = Person.objects.get(first_name="Els")
    desk = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=site)
    assert els.user is not None
    signed_in(desk, els.user.email, site)
    actions.begin_decision(garden, actor=els, now=timezone.now())
    own = f"/staff/budget/proposals/{garden.pk}/decision/"
    paths = (
        "/",
        "/staff/budget/authority/",
        f"/budget/proposals/{garden.pk}/",
        f"/staff/budget/{garden.round_id}/",
        f"/staff/budget/{garden.round_id}/decisions/",
        own,
        f"{own}sign/",
        f"{own}college/",
    )
    assert faults(desk.new_page(), paths, width=DESK["width"]) == []
    desk.close()
