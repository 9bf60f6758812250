"""A whole call with hands on the keyboard: type, choose, put aside, take up again, ask."""

import re

from django.conf import settings
from playwright.sync_api import Page, expect

from gebuur.apps.care.models import HelpRequest, Proposal, State
from tests import cast
from tests.apps.care.at_desk import Desk


def sit_down(page: Page, site: str) -> Desk:
    """An signs in on this screen; Joris offered to shop, Godelieve phoned before."""
    desk = Desk()
    desk.helper("Joris", tasks=("groceries", "walk"))
    cast.make_person(desk.place, "Godelieve", last_name="Verhaeghe", phone="+3290000042")
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": name, "value": desk.browser.cookies[name].value, "url": site}]
    )
    page.goto("/desk/")
    return desk


def test_a_call_from_first_ring_to_first_helper_without_a_mouse(desk: Page, site: str) -> None:
    sit_down(desk, site)
    desk.keyboard.type("+32 9 000 00 42")
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile("/desk/calls/.+"))
    expect(desk.locator("[data-key='1']").first).to_be_focused()
    desk.keyboard.press("1")
    expect(desk.get_by_text("Godelieve Verhaeghe")).to_be_visible()
    expect(desk.locator("[name=task]").first).to_be_focused()
    desk.keyboard.press("3")
    expect(desk.locator("[name=task]:checked")).to_have_value("walk")
    expect(desk.locator("[data-saved-words]")).to_have_text(re.compile(r"Bewaard om \d+\.\d\d"))
    primary = desk.get_by_role("button", name="Vraag eerst Joris")
    expect(primary).to_be_visible()
    for _question in range(12):
        if primary.evaluate("button => button === document.activeElement"):
            break
        desk.keyboard.press("Enter")
    expect(primary).to_be_focused()
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile("/desk/requests/.+"))
    assert Proposal.objects.get().state == Proposal.State.ASKED


def test_escape_puts_a_call_aside_and_alt_takes_it_up_again(desk: Page, site: str) -> None:
    sit_down(desk, site)
    desk.keyboard.press("Alt+n")
    desk.wait_for_url(re.compile("/desk/calls/.+"))
    caller = desk.get_by_label("Wie belt", exact=True)
    expect(caller).to_be_focused()
    desk.keyboard.type("Marie 3")
    desk.keyboard.press("Escape")
    desk.wait_for_url(re.compile("/desk/$"))
    assert HelpRequest.objects.get().parked_at is not None
    desk.keyboard.press("Alt+1")
    desk.wait_for_url(re.compile("/desk/calls/.+"))
    expect(caller).to_have_value("Marie 3")


def test_words_of_danger_show_a_number_while_somebody_talks(desk: Page, site: str) -> None:
    sit_down(desk, site)
    desk.keyboard.press("Alt+n")
    desk.get_by_label("Wat precies").fill("ze kan niet ademen")
    expect(desk.locator(".who").get_by_role("link", name="112")).to_be_visible()


def test_the_same_call_works_without_script(plain: Page, site: str) -> None:
    sit_down(plain, site)
    plain.get_by_label("Wie belt er?").fill("Godelieve")
    plain.get_by_role("button", name="Begin het gesprek").click()
    plain.get_by_role("button", name="Het is Godelieve Verhaeghe").click()
    plain.locator("label.chip", has_text="Wandelen").click()
    plain.get_by_label("Wat telt mee").fill("Bel twee keer")
    plain.get_by_role("button", name="Wie kan helpen").click()
    expect(plain.get_by_label("Wat telt mee")).to_have_value("Bel twee keer")
    plain.get_by_role("button", name="Vraag eerst Joris").click()
    plain.wait_for_url(re.compile("/desk/requests/.+"))
    assert HelpRequest.objects.get().state == State.ASKED
