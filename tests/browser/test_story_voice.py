"""How was it? A neighbour answers in Arabic on a phone that runs no script, and a crowd answers at one moment."""

import re
import threading
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest
from playwright.sync_api import Browser, Page, expect

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.models import VoiceRound
from gebuur.apps.reflection.queries.voice import opened
from tests import cast
from tests.apps.reflection.voices import make_round
from tests.browser.conftest import PHONE
from tests.crowd import needs_a_queue

CROWD = 6


@pytest.fixture
def an(site: str) -> Person:
    return cast.make_staff(cast.make_place(), "An")


def arrived(one: VoiceRound) -> int:
    one.refresh_from_db()
    return opened(one).pool.arrived


def test_in_arabic_on_a_phone_without_script(chromium: Browser, site: str, an: Person) -> None:
    one = make_round(an)
    context = chromium.new_context(
        viewport=PHONE, locale="ar", base_url=site, java_script_enabled=False
    )
    phone = context.new_page()
    phone.goto(f"/voice/{one.code}/")
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    phone.get_by_role("button", name="أرسل إجاباتي").click()
    expect(phone.get_by_role("alert")).to_contain_text("أجب عن سؤال واحد على الأقل")
    question = phone.get_by_role("group", name="من الذي قرّر؟")
    question.get_by_text("المركز").click()
    phone.get_by_label("هل تريد أن تقول شيئًا آخر؟").fill("كان جميلا")
    phone.get_by_role("button", name="أرسل إجاباتي").click()
    expect(phone).to_have_url(re.compile(r"/thanks/$"))
    phone.goto(f"/voice/{one.code}/")
    expect(phone.locator("h1")).to_contain_text("أخبرتنا من قبل")
    assert arrived(one) == 1
    context.close()


def test_somebody_types_with_the_keys_at_the_desk(desk: Page, site: str, an: Person) -> None:
    one = make_round(an)
    session = cast.sign_in(an).cookies["sessionid"].value
    desk.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    desk.goto(f"/staff/voice/{one.pk}/type/")
    question = desk.get_by_role("group", name="Wie besliste er?")
    question.get_by_role("radio").first.focus()
    desk.keyboard.press("3")
    expect(question.get_by_label("De dienst")).to_be_checked()
    desk.get_by_role("button", name="Bewaar, en het volgende").click()
    expect(desk.get_by_role("status")).to_contain_text("Er is nu 1 antwoord")
    assert opened(VoiceRound.objects.get()).pool.waiting["who-decided"] == ["service"]


def test_a_crowd_answers_at_the_same_moment_and_everybody_counts(site: str, an: Person) -> None:
    needs_a_queue()
    one = make_round(an)
    start = threading.Barrier(CROWD)
    problems: list[Exception] = []

    def answer() -> None:
        try:
            phone = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            page = phone.open(f"{site}/voice/{one.code}/").read().decode()
            hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|once)" value="(\w+)"', page))
            said = urllib.parse.urlencode(hidden | {"promise": "yes", "line": "Fijn."}).encode()
            start.wait(timeout=60)
            phone.open(f"{site}/voice/{one.code}/", said).read()
        except Exception as error:  # noqa: BLE001 - shown below
            problems.append(error)

    phones = [threading.Thread(target=answer) for _phone in range(CROWD)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    assert problems == []
    assert arrived(one) == CROWD
