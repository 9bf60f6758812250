"""The second case of the training, turned round: nobody is forgotten, and the week is divided fairly."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from gebuur.apps.care.models import Proposal, WeekPair
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.volunteers.queries import list_never_asked
from tests import cast


@pytest.fixture
def nele(desk: Page, demo: str) -> Person:
    """The demo, with its coordinator at the desk."""
    person = Person.objects.get(user__email="nele@vlasbloem.example")
    cookie = settings.SESSION_COOKIE_NAME
    value = cast.sign_in(person).cookies[cookie].value
    desk.context.add_cookies([{"name": cookie, "value": value, "url": demo}])
    desk.goto("/desk/")
    return person


def test_nine_who_were_never_asked_are_found_in_two_clicks_and_one_gets_a_first_task(
    desk: Page, nele: Person
) -> None:
    desk.get_by_role("link", name="9 mensen zijn nog nooit gevraagd").click()
    rows = desk.locator("table tbody tr")
    expect(rows).to_have_count(9)
    longest = rows.first.get_by_role("link").first
    name = longest.inner_text()
    longest.click()
    expect(desk.locator("h1")).to_have_text(name)
    small = desk.get_by_role("region", name="Kleine taken")
    small.get_by_role("button", name=re.compile("^Vraag ")).first.click()
    expect(desk.locator("h1")).to_be_visible()
    assert list_never_asked(nele.neighbourhood).count() == 8


def test_the_week_is_proposed_and_nobody_is_asked_before_a_person_says_so(
    desk: Page, nele: Person
) -> None:
    asked = Proposal.objects.filter(state=Proposal.State.ASKED)
    proposed = WeekPair.objects.filter(
        run__neighbourhood=nele.neighbourhood, state=WeekPair.State.PROPOSED
    )
    before, pairs = asked.count(), proposed.count()
    desk.get_by_role("link", name="Bekijk het").click()
    expect(desk.locator("h1")).to_contain_text("vragen hebben een buur")
    assert asked.count() == before
    desk.locator("table").get_by_role("button", name=re.compile("^Vraag ")).first.click()
    expect(desk.locator("h1")).to_be_visible()
    assert (asked.count(), proposed.count()) == (before + 1, pairs - 1)
    desk.get_by_role("link", name="Iemand anders").first.click()
    expect(desk.locator("h1")).to_be_visible()
    assert asked.count() == before + 1


def test_the_mirror_shows_the_collapse_and_what_came_after(desk: Page, nele: Person) -> None:
    desk.get_by_role("link", name="Spiegel").click()
    expect(desk.locator("h1")).to_contain_text("doen er na 8 weken nog")
    expect(desk.get_by_role("heading", name="Voor en na een verandering")).to_be_visible()
    assert nele.neighbourhood.name == "De Vlasbloem"
