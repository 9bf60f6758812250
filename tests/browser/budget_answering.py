"""The answer of the authority in the third case: no added value, no with reasons, an answer to each, yes if."""

import re

from playwright.sync_api import Page, expect

from gebuur.apps.budget.models import Proposal
from tests.browser.conftest import DESK
from tests.browser.hands import follow, press, today, write
from tests.browser.test_axe import faults

REASONS = {
    "Welke feiten?": "De grond is van de stad. De poort van de refter sluit om vijf uur.",
    "Hoe woog “Voor jong en oud” mee?": "Wie werkt, kan er pas na sluitingstijd heen.",
    "Wat kan in de plaats, of wat helpt nog?": "Een pad langs de Molenstraat.",
    "Hoe kan de groep hierop antwoorden?": "Gesprek in de refter, op dinsdag om 19 uur.",
    "Tot wanneer kan de groep antwoorden?": "2031-12-31",
    "Hetzelfde in gewone woorden": "De tuin kan nu nog niet. De poort gaat te vroeg dicht voor wie werkt.",
    "Wie tekent?": "Mieke Claes",
    "In welke functie?": "schepen van participatie",
}  # fmt: skip
CONDITION = {
    "Wat moet er eerst gebeuren": "Het pad wordt 1,20 meter breed.",
    "Hetzelfde in gewone woorden": "De tuin mag er komen. Eerst wordt het pad breder.",
}
EMPTY_WORDS = {
    "Welke feiten?": "Geen meerwaarde.",
    "Hoe woog “Voor jong en oud” mee?": "Wij zien geen meerwaarde.",
}


def say_no_added_value(els: Page, garden: Proposal) -> None:
    """She tries the sentence of the case; the page says what to write instead, and keeps what she wrote."""
    els.goto("/")
    follow(els, garden.title)
    els.get_by_label("Nee", exact=True).first.check(force=True)
    els.get_by_label("Niet vervuld").check(force=True)
    write(els, REASONS | EMPTY_WORDS | {"Dag van de beslissing": today()})
    expect(els.locator("[data-saved-words]")).to_have_text(re.compile(r"Bewaard om \d+\.\d\d"))
    els.reload()
    press(els, "Lees na en teken")
    expect(els.get_by_text("Alleen “geen meerwaarde” is geen reden.")).to_have_count(2)
    for label, words in (REASONS | EMPTY_WORDS).items():
        expect(els.get_by_label(label)).to_have_value(words)
    els.goto(f"/budget/proposals/{garden.pk}/")
    expect(els.get_by_text("geen meerwaarde")).to_have_count(0)
    els.go_back()


def say_no_with_reasons(els: Page) -> None:
    write(els, {label: REASONS[label] for label in EMPTY_WORDS})
    press(els, "Lees na en teken")
    expect(els.get_by_text("De poort gaat te vroeg dicht voor wie werkt.")).to_be_visible()
    press(els, "Teken deze beslissing")
    expect(els.get_by_role("heading", name="Het antwoord van het lokaal bestuur")).to_be_visible()


def come_back(rosa: Page, garden: Proposal) -> None:
    """Every objection is answered before the next version goes in."""
    rosa.goto(f"/budget/proposals/{garden.pk}/answer/")
    follow(rosa, "Antwoord en dien opnieuw in")
    press(rosa, "Dien opnieuw in")
    write(rosa, {"Wat veranderde je": "De poort blijft open tot acht uur."})
    press(rosa, "Dien opnieuw in")
    expect(rosa.get_by_text("De groep diende versie 2 in")).to_be_visible()


def say_yes_if(els: Page, garden: Proposal) -> None:
    els.goto(f"/staff/budget/proposals/{garden.pk}/decision/")
    expect(els.get_by_text("De poort blijft open tot acht uur.")).to_be_visible()
    assert faults(els, (els.url,), width=DESK["width"]) == []
    els.get_by_label("Ja, als").check(force=True)
    els.get_by_label("Vervuld", exact=True).check(force=True)
    write(els, REASONS | CONDITION | {"Dag van de beslissing": today()})
    press(els, "Lees na en teken")
    press(els, "Teken deze beslissing")
    expect(els.get_by_text("Ja, als")).to_be_visible()
