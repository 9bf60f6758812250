"""A case on the table in a room without internet: the cards come back, the clock runs, and signing out clears it."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect

from gebuur.apps.neighbourhood.models import Person
from tests import cast
from tests.browser.conftest import DESK

PLAY = "/staff/cases/streets/play/"


@pytest.fixture
def an(site: str) -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def room(chromium: Browser, site: str, an: Person) -> BrowserContext:
    """A laptop on the table, signed in."""
    context = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=site)
    cookie = settings.SESSION_COOKIE_NAME
    context.add_cookies(
        [{"name": cookie, "value": cast.sign_in(an).cookies[cookie].value, "url": site}]
    )
    return context


def kept(page: Page) -> list[str]:
    """What the browser keeps, as paths."""
    return page.evaluate(  # type: ignore[no-any-return]  # a list of strings, says the next line
        """async () => {
            const names = await caches.keys();
            const shelves = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
            return shelves.flat().map((one) => new URL(one.url).pathname + new URL(one.url).search);
        }"""
    )


def test_the_cards_and_the_clock_work_without_internet(room: BrowserContext) -> None:
    page = room.new_page()
    page.goto(PLAY)
    expect(page.get_by_text("Werkt nu ook zonder internet")).to_be_visible()
    page.get_by_role("button", name="Volgende kaart").click()
    page.get_by_role("button", name="Start de klok").click()
    room.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Wat denk je?")).to_be_visible()
    time = page.get_by_role("timer")
    before = time.inner_text()
    assert re.fullmatch(r"[34]:\d\d", before)
    expect(time).not_to_have_text(before)
    page.get_by_role("button", name="Pauze").click()
    paused = time.inner_text()
    page.wait_for_timeout(1_500)
    assert time.inner_text() == paused
    page.get_by_role("link", name="Incidentmethode").click()
    expect(page.get_by_role("heading", name="Terugkijken")).to_be_visible()
    page.goto(f"{PLAY}?lens=role&lens=phase#card-6")
    expect(page.get_by_role("heading", name="Rol", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Grens", exact=True)).to_be_hidden()
    room.close()


def test_only_the_player_is_kept_and_signing_out_clears_it(room: BrowserContext) -> None:
    page = room.new_page()
    page.goto(PLAY)
    expect(page.get_by_text("Werkt nu ook zonder internet")).to_be_visible()
    for path in ("/staff/cases/", "/staff/cases/streets/", "/staff/reflection/"):
        page.goto(path)
    assert kept(page)
    assert all(path.startswith((f"{PLAY}?plan=", "/static/")) for path in kept(page))
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/")
    assert kept(page) == []
    room.set_offline(True)
    with pytest.raises(Exception, match="ERR_"):
        page.goto(PLAY)
    room.close()


def test_the_clock_waits_for_somebody_and_says_when_the_time_is_up(room: BrowserContext) -> None:
    page = room.new_page()
    page.clock.install()
    page.goto(PLAY)
    time = page.get_by_role("timer")
    page.clock.run_for(5_000)
    assert time.inner_text() == "3:00"
    page.get_by_role("button", name="Start de klok").click()
    page.clock.run_for(125_000)
    expect(page.get_by_text("Nog een minuut.")).to_be_visible()
    page.clock.run_for(60_000)
    expect(page.get_by_text("De tijd is om.")).to_be_visible()
    assert time.inner_text().startswith("+0:0")
    page.get_by_role("button", name="Een minuut erbij").click()
    page.get_by_role("button", name="Volgende kaart").click()
    assert time.inner_text() == "4:00"
    room.close()


def test_alone_no_clock_until_it_is_asked_for(room: BrowserContext) -> None:
    page = room.new_page()
    page.goto(f"{PLAY}?who=alone")
    expect(page.get_by_role("timer")).to_be_hidden()
    page.get_by_role("button", name="Zet er een klok bij").click()
    expect(page.get_by_role("timer")).to_be_visible()
    assert page.get_by_role("timer").inner_text() == "3:00"
    room.close()


def test_a_third_lens_is_refused_at_the_table_and_seats_speak_in_turn(room: BrowserContext) -> None:
    page = room.new_page()
    page.goto(f"{PLAY}#card-6")
    for name in ("Rol", "Grens", "Houding"):
        page.get_by_role("checkbox", name=name, exact=True).check()
    page.get_by_role("button", name="Leg ze op tafel").click()
    expect(page.get_by_text("Twee brillen zijn genoeg")).to_be_visible()
    expect(page.get_by_role("heading", name="Rol", exact=True)).to_be_hidden()
    page.get_by_role("checkbox", name="Houding", exact=True).uncheck()
    page.get_by_role("button", name="Leg ze op tafel").click()
    expect(page.get_by_role("heading", name="Rol", exact=True)).to_be_visible()
    page.get_by_role("link", name="Een ronde zonder discussie").click()
    page.get_by_label("Met hoeveel zit je rond de tafel?").fill("2")
    speaker = page.get_by_role("button", name="Volgende spreker")
    for words in ("Stoel 1 van 2 spreekt", "Stoel 2 van 2 spreekt", "Iedereen kwam aan de beurt."):
        speaker.click()
        expect(page.get_by_text(words)).to_be_visible()
    room.close()
