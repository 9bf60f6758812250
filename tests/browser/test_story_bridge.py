"""The first case of the training, turned round: a street that helps itself is asked, and answers on its own terms."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from gebuur.apps.initiatives.models import Bridge, Charge, Holding, Initiative
from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.outbox import actions as outbox
from tests.browser.test_axe_groups import signed_in


@pytest.fixture
def molenstraat(desk: Page, demo: str) -> Initiative:
    """The demo, with its professional at the desk."""
    signed_in(desk.context, "an@vlasbloem.example", demo)
    return Initiative.objects.get(title="Molenstraat helpt")


def link_of_lead(group: Initiative) -> str:
    """What the message to whoever leads the group opens, without an account."""
    held = Holding.objects.filter(initiative=group, charge=Charge.LEAD, until__isnull=True)
    person = held.earliest("pk").member.person
    end = timezone.now() + dt.timedelta(days=3)
    return outbox.make_link(person, "initiatives:door", group, expires_at=end).address


def test_just_connect_them_becomes_a_question_that_the_street_answers_otherwise(
    desk: Page, plain: Page, molenstraat: Initiative
) -> None:
    beside = Street.objects.get(neighbourhood=molenstraat.neighbourhood, name="Getouwlaan")
    lay_beside_each_other_and_ask(desk)
    bridge = Bridge.objects.get(from_street=beside)
    answer_otherwise(plain, link_of_lead(molenstraat))
    desk.reload()
    expect(desk.get_by_text("zei: ja, maar anders.")).to_be_visible()
    desk.get_by_text("Ja, zo", exact=True).click()
    desk.get_by_role("button", name="Antwoord").click()
    expect(desk.get_by_text("afgesproken").first).to_be_visible()
    plan_coffee(plain)
    bridge.refresh_from_db()
    assert bridge.state == Bridge.State.AGREED
    assert bridge.activity is not None
    desk.goto("/staff/mirror/ownership/")
    expect(desk.get_by_role("heading", name="Per initiatief: beloofd en gedaan")).to_be_visible()
    expect(desk.get_by_text("Molenstraat helpt").first).to_be_visible()


def lay_beside_each_other_and_ask(desk: Page) -> None:
    """The professional reads the facts of both streets, and asks for the one beside."""
    desk.goto("/staff/streets/connect/")
    desk.get_by_label("De straat die zichzelf helpt").select_option(label="Molenstraat")
    desk.get_by_label("De straat ernaast").select_option(label="Getouwlaan")
    desk.get_by_role("button", name="Leg ze naast elkaar").click()
    expect(desk.get_by_text("Groep: Molenstraat helpt.")).to_be_visible()
    desk.get_by_role("link", name="Vraag een brug").click()
    desk.locator("label", has_text="Elkaar helpen, binnen grenzen").click()
    desk.get_by_label("Wat precies").fill("Jullie doen ook boodschappen in de Getouwlaan.")
    desk.get_by_label("Waarom").fill("Daar kent bijna niemand elkaar.")
    desk.get_by_role("button", name="Vraag het").click()
    expect(desk.get_by_text("Nu kan alleen Molenstraat helpt antwoorden.")).to_be_visible()


def answer_otherwise(plain: Page, link: str) -> None:
    """Who leads the group opens her link, without script, and says what would do."""
    plain.goto(link)
    plain.get_by_role("navigation", name="Bladzijden van deze groep").locator("summary").click()
    plain.get_by_role("link", name="Bruggen").click()
    plain.get_by_role("link", name=re.compile("Getouwlaan")).click()
    expect(plain.get_by_role("heading", name="Wat Molenstraat helpt nu draagt")).to_be_visible()
    plain.locator("label", has_text="Ja, maar anders").click()
    plain.get_by_text("Anders: wat zou wel gaan?").click()
    plain.locator("label", has_text="Elkaar vertellen hoe we het doen").click()
    plain.get_by_label("Hoe zou het voor jullie wel gaan?").fill("We komen een keer vertellen.")
    plain.get_by_role("button", name="Antwoord").click()
    expect(plain.get_by_text("Nu kan alleen Getouwlaan antwoorden.")).to_be_visible()


def plan_coffee(plain: Page) -> None:
    """The first thing that both sides do together."""
    plain.reload()
    plain.get_by_label("Wat", exact=True).fill("Koffie met de Getouwlaan")
    day = timezone.localdate() + dt.timedelta(days=9)
    plain.get_by_label("Welke dag?").fill(day.isoformat())
    plain.get_by_label("Om hoe laat?").fill("19:30")
    plain.get_by_label("Waar?").fill("Het bankje")
    plain.get_by_role("button", name="Zet het in onze kalender").click()
    expect(plain.get_by_text("Koffie met de Getouwlaan")).to_be_visible()
