"""No fault that axe can find from the code to the receipt, and none on the pages of the roll and of paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, Page

from gebuur.apps.budget import actions
from tests import cast
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import faults
from tests.voting import make_vote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def faults_here(page: Page) -> list[str]:
    """What axe finds on the page as it stands, and whether it is wider than the phone."""
    found = [fault["id"] for fault in Axe().run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]
    return [*found, "wider than the screen"] if wide else found


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
@pytest.mark.parametrize("is_scripted", [True, False], ids=["script", "no script"])
def test_a_neighbour_votes_on_her_phone(
    chromium: Browser, site: str, language: str, *, is_scripted: bool
) -> None:
    vote = make_vote(cast.make_place(), ballot="knapsack")
    _entry, code = vote.voter("Godelieve Maes")
    context = chromium.new_context(
        viewport=PHONE, locale=language, base_url=site, java_script_enabled=is_scripted
    )
    page = context.new_page()
    page.goto(f"/budget/{vote.one.pk}/vote/")
    seen = [page.locator("h1").inner_text()]
    checked = [] if not is_scripted else faults_here(page)
    page.locator("input[name=code]").fill(code)
    page.locator("main form button").click()
    for number in (0, 2):
        page.locator(f"input[name='{vote.proposals[number].pk.hex}']").check()
    if is_scripted:
        told = page.locator("[data-so-far]").inner_text()
        assert "".join(letter for letter in told if letter.isdigit()) in {"20380", "٢٠٣٨٠"}
        checked += faults_here(page)
    page.locator("button[value=look]").click()
    assert page.locator("input:checked").count() == 2
    page.locator(f"input[name='{vote.proposals[2].pk.hex}']").uncheck()
    page.locator("button[value=look]").click()
    checked += faults_here(page) if is_scripted else []
    page.locator("button[value=sure]").click()
    seen.append(page.locator("h1").inner_text())
    checked += faults_here(page) if is_scripted else []
    assert (checked, len(set(seen))) == ([], 2)
    assert vote.count() == [{"Moestuin achter de refter"}]
    context.close()


def test_the_roll_and_the_pile_of_paper_have_no_fault(chromium: Browser, site: str) -> None:
    place = cast.make_place()
    vote = make_vote(place, days_ago=20)
    an = cast.make_staff(place, "An")
    entry, _code = vote.voter("Godelieve Maes")
    actions.hand_out_paper(entry, actor=vote.nele, now=vote.now)
    paper = actions.type_paper(vote.one, 1, {}, actor=an, now=timezone.now())
    name = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=site)
    value = cast.sign_in(vote.nele).cookies[name].value
    context.add_cookies([{"name": name, "value": value, "url": site}])
    staff = f"/staff/budget/{vote.one.pk}/"
    pages = ("vote/", "roll/", "roll/new/", "roll/import/", "papers/", "papers/new/")
    paths = tuple(f"{staff}{page}" for page in pages)
    paths += (f"/staff/budget/roll/{entry.pk}/", f"/staff/budget/roll/{entry.pk}/edit/")
    paths += (f"/staff/budget/papers/{paper.pk}/",)
    assert faults(context.new_page(), paths, width=DESK["width"]) == []
    context.close()
