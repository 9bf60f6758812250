"""A trainer runs the whole training with a room of three phones: one in Arabic, one without script."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Locator, Page, expect

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops.models import Pool, Session
from gebuur.apps.workshops.models.agenda import KINDS
from gebuur.domain.frames import BlockKind, stages_of
from tests import cast
from tests.browser.conftest import DESK, PHONE

SAYS = ("Ik zou eerst vragen of de straat dit wil.", "أسأل الجيران أولاً.", "Eerst een kop koffie.")
LAST_ASKED = 2  # of a block with many questions the phones answer three; the rest is passed by
SPLITS = ((40, 30, 20, 10), (10, 20, 30, 40), (25, 25, 25, 25))


@pytest.fixture
def an(desk: Page, site: str) -> Person:
    """The trainer, signed in on the remote in her hand."""
    an = cast.make_staff(cast.make_place(), "An")
    cast.make_helplines(an.neighbourhood)
    cookie = settings.SESSION_COOKIE_NAME
    value = cast.sign_in(an).cookies[cookie].value
    desk.context.add_cookies([{"name": cookie, "value": value, "url": site}])
    return an


@pytest.fixture
def phones(chromium: Browser, site: str) -> Iterator[list[Page]]:
    """Three phones: Dutch, Arabic, and one that runs no script."""
    contexts = [
        chromium.new_context(
            viewport=PHONE, locale=locale, base_url=site, java_script_enabled=script
        )
        for locale, script in (("nl-BE", True), ("ar", True), ("nl-BE", False))
    ]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def open_room(desk: Page, *, ready: str = "deck") -> Session:
    desk.goto("/staff/workshops/")
    desk.locator(f"a[href$='/ready/{ready}/nl/open/']").click()
    desk.get_by_role("button", name="Zaal openen").click()
    expect(desk.locator(".remote")).to_be_visible()
    return Session.objects.get()


def join(phone: Page, code: str) -> None:
    phone.goto("/w/")
    phone.locator("input[name=code]").fill(code.lower())
    phone.locator("main button[type=submit]").click()
    phone.wait_for_url("**/w/room/")


def answer(phone: Page, number: int) -> None:
    """Answer whatever is asked, each phone in its own way."""
    form = phone.locator("form[data-answer]")
    choices, ticks = form.locator("input[type=radio]"), form.locator("input[type=checkbox]")
    points, lines = form.locator("input[inputmode=numeric]"), form.locator("textarea")
    if choices.count():
        choices.nth(number % choices.count()).check(force=True)
    if ticks.count():
        ticks.nth(number).check(force=True)
    for field, value in zip(points.all(), SPLITS[number], strict=False):
        field.fill(str(value))
    if lines.count():
        lines.fill(SAYS[number])
    form.locator("button[type=submit]").click()
    expect(form).to_have_count(0)


def next_button(desk: Page) -> Locator:
    return desk.locator(".remote-keys .btn-1")


def read_report(desk: Page, session: Session) -> bytes:
    """End the workshop, and take its report along on paper."""
    desk.locator("a[href$='/end/']").click()
    desk.locator("dialog").get_by_role("button", name="Sluit de workshop af").click()
    expect(desk.locator("h1")).to_contain_text(session.title)
    paper = desk.get_by_role("link", name="Op papier").get_attribute("href")
    assert paper
    return desk.request.get(paper).body()


def test_three_phones_go_through_the_whole_training(
    desk: Page, an: Person, phones: list[Page]
) -> None:
    session = open_room(desk)
    for phone in phones:
        join(phone, session.code)
    expect(phones[1].locator("html")).to_have_attribute("dir", "rtl")
    screen = desk.context.new_page()
    screen.set_viewport_size(DESK)
    screen.goto(f"/staff/sessions/{session.pk}/screen/")
    expect(screen.locator("[data-seats]")).to_have_text("3")
    answered: set[str] = set()
    while next_button(desk).count():
        next_button(desk).click()
        desk.wait_for_load_state()
        session.refresh_from_db()
        part = session.parts.get(position=session.part_at)
        kind = f"{part.kind} {session.stage_at}"
        if part.kind in {"pause", "sources"} or kind in answered or session.stage_at > LAST_ASKED:
            continue
        answered.add(kind)
        stage = stages_of(BlockKind(part.kind), part.picks)[session.stage_at].key
        pool = part.pools.get(stage=stage)
        phones[2].goto("/w/room/")
        for number, phone in enumerate(phones):
            form = phone.locator("form[data-answer]")
            expect(form).to_have_attribute("data-answer", str(pool.pk))
            answer(phone, number)
        expect(screen.locator("[data-answered]")).to_have_text("3")
    assert {kind.split()[0] for kind in answered} == set(KINDS) - {"pause", "sources"}
    assert Pool.objects.filter(answered=3).count() == len(answered)
    assert read_report(desk, session).startswith(b"%PDF")


def test_a_phone_without_network_loses_no_word(desk: Page, an: Person, phones: list[Page]) -> None:
    session = open_room(desk, ready="short")
    phone = phones[0]
    join(phone, session.code)
    next_button(desk).click()
    form = phone.locator("form[data-answer]")
    expect(form).to_have_count(1)
    phone.context.set_offline(True)
    answer_with = form.locator("textarea")
    answer_with.fill("Wat ik typ, blijft staan.")
    form.locator("button[type=submit]").click()
    expect(phone.locator("[data-lost]")).to_be_visible()
    assert Pool.objects.filter(answered__gt=0).count() == 0
    phone.context.set_offline(False)
    expect(form).to_have_count(0, timeout=10_000)
    assert Pool.objects.filter(answered=1).count() == 1


def test_what_is_typed_stays_when_the_screen_goes_on(
    desk: Page, an: Person, phones: list[Page]
) -> None:
    session = open_room(desk, ready="short")
    phone = phones[0]
    join(phone, session.code)
    next_button(desk).click()
    line = phone.locator("form[data-answer] textarea")
    line.fill("Ik was nog aan het schrijven.")
    next_button(desk).click()
    expect(phone.locator("[data-moved]")).to_be_visible()
    expect(line).to_have_value("Ik was nog aan het schrijven.")
    phone.locator("form[data-answer] button[type=submit]").click()
    expect(line).to_have_value("")
    assert Pool.objects.filter(answered=1).count() == 1


def test_a_colleague_presses_and_the_remote_keeps_what_was_open(desk: Page, an: Person) -> None:
    session = open_room(desk)
    agenda = desk.locator("details.agenda > summary")
    agenda.press("Enter")
    nele = desk.context.new_page()
    nele.goto(f"/staff/sessions/{session.pk}/")
    nele.get_by_role("button", name="Wacht even").click()
    expect(desk.locator("h1")).to_have_text("Even pauze")
    expect(desk.locator("details.agenda")).to_have_attribute("open", "")
    expect(agenda).to_be_focused()


def test_the_report_on_paper_has_no_buttons(desk: Page, an: Person) -> None:
    session = open_room(desk)
    read_report(desk, session)
    expect(desk.get_by_text("Voeg een thema toe").first).to_be_visible()
    desk.emulate_media(media="print")
    expect(desk.get_by_text("Voeg een thema toe").first).to_be_hidden()
    expect(desk.get_by_role("link", name="Wis dit verslag")).to_be_hidden()
    expect(desk.locator("h1")).to_be_visible()


def test_the_code_can_be_typed_with_letters_twice_as_big(phones: list[Page]) -> None:
    phone = phones[0]
    phone.goto("/w/")
    phone.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
