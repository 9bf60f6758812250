"""The third case of the training, turned round: a no needs reasons, the group answers them, and a yes follows."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Proposal
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import faults
from tests.browser.test_axe_groups import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = {
    "Welke feiten?": "De grond is van de stad. De poort van de refter sluit om vijf uur.",
    "Hoe woog “Voor jong en oud” mee?": "Wie werkt, kan er pas na sluitingstijd heen.",
    "Wat kan in de plaats, of wat helpt nog?": "Een pad langs de Molenstraat.",
    "Hoe kan de groep hierop antwoorden?": "Gesprek in de refter, op dinsdag om 19 uur.",
    "Tot wanneer kan de groep antwoorden?": "2031-12-31",
    "Hetzelfde in gewone woorden": "De tuin kan nu nog niet. De poort gaat te vroeg dicht voor wie werkt.",
    "Wie tekent?": "Mieke Claes",
    "In welke functie?": "schepen van participatie",
    "Dag van de beslissing": "2026-09-01",
}  # fmt: skip


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


def test_no_added_value_is_refused_a_no_is_answered_and_a_yes_with_a_condition_follows(
    chromium: Browser, site: str, garden: Proposal
) -> None:
    desk = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=site)
    phone = chromium.new_context(
        viewport=PHONE, locale="nl-BE", base_url=site, java_script_enabled=False
    )
    els = Person.objects.get(first_name="Els")
    assert els.user is not None
    signed_in(desk, els.user.email, site)
    signed_in(phone, "rosa@vlasbloem.example", site)
    town, group = desk.new_page(), phone.new_page()
    say_no_added_value(town, garden)
    say_no_with_reasons(town)
    come_back(group, garden)
    say_yes_if(town, garden)
    group.goto(f"/budget/proposals/{garden.pk}/answer/")
    expect(group.get_by_text("Het pad wordt 1,20 meter breed.")).to_be_visible()
    group.get_by_text(re.compile("Daarvoor, op")).click()
    expect(group.get_by_text("De poort blijft open tot acht uur.")).to_be_visible()
    assert faults(town, (f"/budget/proposals/{garden.pk}/answer/",), width=DESK["width"]) == []
    phone.close()
    desk.close()


def say_no_added_value(town: Page, garden: Proposal) -> None:
    """She tries the sentence of the case; the page says what to write instead, and looks as it should."""
    town.goto(f"/staff/budget/{garden.round_id}/decisions/")
    town.get_by_role("link", name=garden.title).click()
    town.get_by_label("Nee", exact=True).first.check(force=True)
    town.get_by_label("Niet vervuld").check(force=True)
    for label, words in WORDS.items():
        town.get_by_label(label).fill(words)
    town.get_by_label("Welke feiten?").fill("Geen meerwaarde.")
    town.get_by_label("Hoe woog “Voor jong en oud” mee?").fill("Wij zien geen meerwaarde.")
    town.get_by_role("button", name="Lees na en teken").click()
    expect(town.get_by_text("Alleen “geen meerwaarde” is geen reden.")).to_have_count(2)
    expect(town.get_by_label("Welke feiten?")).to_have_value("Geen meerwaarde.")


def say_no_with_reasons(town: Page) -> None:
    for label, words in list(WORDS.items())[:2]:
        town.get_by_label(label).fill(words)
    town.get_by_role("button", name="Lees na en teken").click()
    expect(town.get_by_text("De poort gaat te vroeg dicht voor wie werkt.")).to_be_visible()
    town.get_by_role("button", name="Teken deze beslissing").click()
    expect(town.get_by_role("heading", name="Het antwoord van het lokaal bestuur")).to_be_visible()


def come_back(group: Page, garden: Proposal) -> None:
    """Without script: every objection is answered, and the next version goes in."""
    group.goto(f"/budget/proposals/{garden.pk}/answer/")
    group.get_by_role("link", name="Antwoord en dien opnieuw in").click()
    group.get_by_label("Wat veranderde je").fill("De poort blijft open tot acht uur.")
    group.get_by_role("button", name="Dien opnieuw in").click()
    expect(group.get_by_text("De groep diende versie 2 in")).to_be_visible()


def say_yes_if(town: Page, garden: Proposal) -> None:
    town.goto(f"/staff/budget/proposals/{garden.pk}/decision/")
    expect(town.get_by_text("De poort blijft open tot acht uur.")).to_be_visible()
    assert faults(town, (town.url,), width=DESK["width"]) == []
    town.get_by_label("Ja, als").check(force=True)
    town.get_by_label("Vervuld", exact=True).check(force=True)
    for label, words in WORDS.items():
        town.get_by_label(label).fill(words)
    town.get_by_label("Wat moet er eerst gebeuren").fill("Het pad wordt 1,20 meter breed.")
    town.get_by_role("button", name="Lees na en teken").click()
    town.get_by_role("button", name="Teken deze beslissing").click()
    expect(town.get_by_text("Ja, als")).to_be_visible()


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
    paths = (f"/staff/budget/{garden.round_id}/decisions/", own, f"{own}sign/", f"{own}college/")
    assert faults(desk.new_page(), paths, width=DESK["width"]) == []
    desk.close()
