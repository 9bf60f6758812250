"""An stands still by a visit of yesterday, tries one thing, and is first asked what came of it."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.apps.reflection.models import Entry, Intention
from tests import cast
from tests.apps.reflection.written import an_entry
from tests.browser.conftest import DESK

VISIT = "Je noteerde hoe een bezoek ging"
NOT_FOUND = 404


@pytest.fixture
def an(site: str) -> Person:
    """An, who noted yesterday how a visit went, and Nele, her colleague."""
    place = cast.make_place()
    an = cast.make_staff(place, "An")
    cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    chronicle.record(
        Verb.DID,
        an,
        act="visit-done-noted",
        actor=an,
        neighbourhood=place,
        actor_kind=ActorKind.PROFESSIONAL,
        at=timezone.now() - dt.timedelta(days=1),
    )
    return an


def sign_in(page: Page, name: str) -> None:
    """One press on the page of the demo."""
    page.goto("/demo/")
    page.get_by_role("button", name=f"Aanmelden als {name}").click()
    expect(page.get_by_role("button", name="Aanmelden")).to_have_count(0)


def go_on(page: Page, **words: str) -> None:
    """Fill in one step and go on."""
    for name, text in words.items():
        page.locator(f"[name={name}]").fill(text)
    page.get_by_role("button", name="Verder").click()


def begin_from_the_visit(page: Page) -> None:
    page.goto("/staff/reflection/")
    page.get_by_role("link", name="Sta stil bij iets").click()
    page.locator("label", has_text=VISIT).click()
    page.get_by_role("button", name="Begin hiermee").click()


def answer_five_questions(page: Page) -> None:
    """The order of the training: when, attitude, style, otherwise, expect."""
    go_on(page, recent="Ik vulde de stilte zelf in.")
    go_on(page, respect="Ik vroeg eerst of het paste.")
    styles = page.get_by_role("group", name="Wat was het in het echt?")
    styles.locator("label", has_text="Consultatief").first.click()
    go_on(page)
    go_on(page, otherwise="Tot tien tellen.")
    go_on(page, expect="Dat ze zegt wat te veel is.", mirrored="Dat ik luister.")


def intend(page: Page, words: str) -> None:
    """One thing to try, within two weeks."""
    page.locator("[name=text]").fill(words)
    page.get_by_role("button", name="Klaar").click()
    expect(page.get_by_text(words)).to_be_visible()


def look_back_partly(page: Page) -> None:
    page.locator("label", has_text="Voor een stuk").click()
    page.get_by_label("Wat gebeurde er?").fill("Ik telde tot vijf.")
    page.get_by_label("Wat zeiden buren?").fill("Dat het rustiger was.")
    page.get_by_role("button", name="Bewaar dit").click()
    expect(page.get_by_role("heading", name="Even stilstaan")).to_be_visible()


def test_from_a_visit_to_what_came_of_it(desk: Page, an: Person) -> None:
    sign_in(desk, "An")
    begin_from_the_visit(desk)
    answer_five_questions(desk)
    intend(desk, "Tot tien tellen voor ik iets zeg.")
    first = desk.url
    Intention.objects.filter(writer=an).update(due_on=timezone.localdate())
    desk.goto("/staff/reflection/")
    desk.get_by_role("link", name="Sta stil bij iets").click()
    expect(desk.get_by_text("Kijk eerst terug")).to_be_visible()
    expect(desk.get_by_text("Tot tien tellen voor ik iets zeg.")).to_be_visible()
    look_back_partly(desk)
    begin_from_the_visit(desk)
    expect(desk).to_have_url(re.compile(r"/recent/$"))
    assert Entry.objects.filter(writer=an, finished_at=None).count() == 1
    desk.goto(first)
    for words in ("Ik vulde de stilte zelf in.", "Voor een stuk", "Ik telde tot vijf."):
        expect(desk.get_by_text(words, exact=True)).to_be_visible()
    expect(desk.get_by_text("Dat het rustiger was.")).to_be_visible()


def test_a_colleague_reads_it_until_it_is_taken_back(
    desk: Page, chromium: Browser, site: str, an: Person
) -> None:
    entry = an_entry(an, text="Eerst luisteren.")
    address = f"/staff/reflection/{entry.pk}/"
    sign_in(desk, "An")
    desk.goto(address)
    desk.get_by_label("Laat een collega meelezen").select_option(label="Nele")
    desk.get_by_role("button", name="Delen").click()
    expect(desk.get_by_text("1 collega kan dit lezen.")).to_be_visible()
    context = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=site)
    hers = context.new_page()
    sign_in(hers, "Nele")
    hers.goto("/staff/reflection/")
    hers.get_by_role("region", name="Wat collega's je laten lezen").get_by_role("link").click()
    expect(hers.get_by_text("Eerst luisteren.")).to_be_visible()
    expect(hers.get_by_role("button", name="Delen")).to_have_count(0)
    desk.get_by_role("button", name="Neem het terug").click()
    expect(desk.get_by_text("Alleen jij kunt dit lezen.")).to_be_visible()
    answer = hers.goto(address)
    assert answer is not None
    assert answer.status == NOT_FOUND
    context.close()
