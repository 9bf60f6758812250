"""The ring of styles without a mouse: every style can be reached, says its name, and leads to its text."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests import cast


def open_ring(page: Page, site: str) -> None:
    browser = cast.sign_in(cast.make_staff(cast.make_place(), "An"))
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": browser.cookies[name].value, "url": site}])
    page.goto("/staff/frames/?kind=styles")


@pytest.mark.parametrize(("screen", "spoken"), [("desk", "Delegerend"), ("plain", "3. Delegerend")])
def test_a_style_is_reached_with_tab_and_leads_to_its_text(
    request: pytest.FixtureRequest, site: str, screen: str, spoken: str
) -> None:
    page: Page = request.getfixturevalue(screen)
    open_ring(page, site)
    ring = page.get_by_role("group", name="Ring met zeven stijlen.")
    links = ring.get_by_role("link")
    expect(links).to_have_count(7)
    links.first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(ring.get_by_role("link", name=spoken, exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#frame-delegating$"))
    expect(page.locator("#frame-delegating")).to_be_in_viewport()
