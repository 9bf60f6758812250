"""The third case of the training, whole: a garden, an idea of one neighbour, comes to its first bed.

Joris has the idea. Rosa's group works it out. The neighbourhood chooses it with codes, and two keys open the box. The
authority tries "no added value", says no with reasons, hears an answer to each, and says yes with a condition.
Nobody waits for a day: the calendar moves, as both sides sign it.
"""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Route, expect
from pypdf import PdfReader

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Proposal, Round
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast
from tests.browser.budget_answering import (
    come_back,
    say_no_added_value,
    say_no_with_reasons,
    say_yes_if,
)
from tests.browser.conftest import DESK, PHONE
from tests.browser.hands import follow, press, today, write
from tests.browser.test_axe import faults
from tests.browser.test_axe_groups import signed_in
from tests.cast_count import agree
from tests.voting import Vote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GARDEN, SQUARE, GROUP = "Moestuin achter de refter", "Een groen plein", "Samen tuin"
BY_HAND = ((GARDEN,), (GARDEN, SQUARE))
BY_OTHERS = ((GARDEN,), (GARDEN,), (SQUARE,))
DAYS_TO_VOTE, DAYS_TO_COUNT = 95, 16
KEY = re.compile(r"(?:[A-Z0-9]{4}[ -]){4}[A-Z0-9]{4}")
PARTS = {
    "Wat en waar": {"Wat willen jullie maken?": "Samen groenten kweken, achter de refter."},
    "Wie ervoor zorgt": {"Wie zorgt ervoor als het er is?": "De groep, met een beurtrol."},
    "Waarop het gewogen wordt": {"Voor jong en oud": "Een lage bak, en een bank erbij."},
    "Wie er iets aan heeft": {
        "Wie heeft er iets aan, en hoe?": "Buren zonder tuin.",
        "Hoeveel gezinnen?": "38",
    },
}
STEPS = ("De eerste bak staat er", "Het pad is breed genoeg")
HISTORY = (
    "Een buur had het idee.",
    "Een groep begon het uit te werken.",
    "De groep diende het in.",
    "De buurt koos dit.",
    "Het lokaal bestuur zei nee, met redenen.",
    "De groep antwoordde op elk punt en diende het opnieuw in.",
    "Het lokaal bestuur zei ja, met een voorwaarde.",
    "De groep werkte een stap af.",
)


class Crowd(NamedTuple):
    """Who is in the story, each behind a screen."""

    joris: Page
    rosa: Page
    nele: Page
    els: Page


@pytest.fixture
def one(site: str) -> Round:
    """A round that takes ideas, with one proposal already: a square that costs a lot."""
    place = cast.make_place()
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    cast.make_group(rosa, GROUP).members.update(known_at=timezone.now())
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    emine = cast.make_person(place, "Emine", street="Weverstraat")
    cast.make_proposal(one, member=emine, title=SQUARE, cents=1_500_000)
    return one


@pytest.fixture
def crowd(one: Round, site: str, another: Callable[..., Page]) -> Crowd:
    """Joris has no account and Rosa's phone runs no script; staff and authority sit at a desk."""
    pages = Crowd(
        another(),
        another(java_script_enabled=False),
        another(viewport=DESK),
        another(viewport=DESK),
    )
    for page, name in zip(pages[1:], ("rosa", "nele", "els"), strict=True):
        signed_in(page.context, f"{name}@vlasbloem.example", site)
    return pages


def test_a_garden_comes_from_an_idea_to_its_first_bed(
    one: Round, crowd: Crowd, another: Callable[..., Page]
) -> None:
    have_the_idea(crowd.joris, one)
    work_it_out(crowd.rosa, one)
    move_calendar(one, days=DAYS_TO_VOTE)
    keys = begin_the_vote(crowd.nele, one)
    codes = give_codes(one, keys)
    for code, titles in zip(codes, BY_HAND, strict=True):
        vote(another(java_script_enabled=False), code, titles)
    move_calendar(one, days=DAYS_TO_COUNT)
    count(crowd.nele, one, keys)
    read_the_result(crowd.joris, one)
    garden = Proposal.objects.get(title=GARDEN)
    say_no_added_value(crowd.els, garden)
    say_no_with_reasons(crowd.els)
    come_back(crowd.rosa, garden)
    say_yes_if(crowd.els, garden)
    make_it_real(crowd.rosa, garden)
    read_it_all(crowd.joris, garden)


def move_calendar(one: Round, *, days: int) -> None:
    """Everything in the calendar comes nearer, and both sides sign that."""
    nele, rosa = (Person.objects.get(first_name=name) for name in ("Nele", "Rosa"))
    one.refresh_from_db()
    nearer = {name: getattr(one, name) - dt.timedelta(days=days) for name in cast.ROUND_DAYS}
    actions.change_round(one, actor=nele, **nearer)
    agree(one, nele, rosa)


def have_the_idea(joris: Page, one: Round) -> None:
    """Without an account, on a phone."""
    joris.goto(f"/budget/{one.pk}/")
    follow(joris, "Ik heb een idee")
    write(joris, {"Wat is je idee?": GARDEN, "In welke straat?": "Spoelstraat"})
    joris.get_by_label("Straat", exact=True).fill("Spoelstraat")
    write(joris, {"Voornaam": "Joris", "Telefoonnummer": "0470 00 00 01"})
    press(joris, "Breng dit idee aan")
    expect(joris.get_by_text("Dank je. Iedereen kan je idee nu lezen.")).to_be_visible()
    expect(joris.get_by_role("heading", name=GARDEN)).to_be_visible()


def work_it_out(rosa: Page, one: Round) -> None:
    """Part by part; the page does not take it before there is a cost and an answer to the criterion."""
    rosa.goto(f"/budget/{one.pk}/ideas/")
    follow(rosa, GARDEN)
    follow(rosa, "Werk het uit met een groep")
    rosa.get_by_label(GROUP).check(force=True)
    press(rosa, "We werken dit idee uit")
    follow(rosa, "Dien het in")
    expect(rosa.get_by_text("Daarvoor is dit nodig:")).to_be_visible()
    follow(rosa, "Terug naar het schrijven")
    for part, said in PARTS.items():
        rosa.get_by_role("link", name=re.compile(f"Schrijf dit deel.*{part}")).click()
        write(rosa, said)
        press(rosa, "Bewaar dit deel")
        expect(rosa.get_by_text("Bewaard.", exact=True)).to_be_visible()
    follow(rosa, "Voeg een kost toe")
    write(rosa, {"Waarvoor dient het?": "Bakken en grond", "Hoeveel eenmalig, in euro?": "6380"})
    rosa.get_by_label("Een offerte").check(force=True)
    press(rosa, "Bewaar")
    follow(rosa, "Dien het in")
    press(rosa, "We dienen het in")
    expect(rosa.get_by_text("Ingediend. Iedereen mag het nu lezen.")).to_be_visible()


def begin_the_vote(nele: Page, one: Round) -> list[str]:
    """The three keys are on the paper that comes out, one for each of three people."""
    papers: list[bytes] = []

    def keep(route: Route) -> None:
        papers.append(route.fetch().body())
        route.fulfill(status=204)

    nele.goto(f"/staff/budget/{one.pk}/vote/")
    for title in (GARDEN, SQUARE):
        expect(nele.get_by_role("row", name=title)).to_be_visible()
    nele.route(nele.url, keep, times=1)
    with nele.expect_response(nele.url):
        press(nele, "Begin en toon de drie sleutels")
    nele.reload()
    expect(nele.get_by_text("de stemming loopt")).to_be_visible()
    sheets = [page.extract_text() for page in PdfReader(io.BytesIO(papers[0])).pages]
    keys = [key for sheet in sheets for key in KEY.findall(sheet)]
    assert len(sheets) == len(set(keys)) == 3
    return keys


def give_codes(one: Round, keys: Iterable[str]) -> list[str]:
    """Codes for two who vote on their phones; three more have voted already."""
    proposals = [Proposal.objects.get(title=title) for title in (GARDEN, SQUARE)]
    nele = Person.objects.get(first_name="Nele")
    box = Vote(one, nele, proposals, tuple(keys), timezone.now())
    for number, titles in enumerate(BY_OTHERS):
        _entry, code = box.voter(f"Buur {number}")
        box.cast(code, *((GARDEN, SQUARE).index(title) for title in titles))
    return [box.voter(name)[1] for name in ("Godelieve", "Emine")]


def vote(phone: Page, code: str, titles: Iterable[str]) -> None:
    """By the short address of the letter, without script."""
    phone.goto("/n/vlasbloem/vote/")
    write(phone, {"Je code": code.lower()})
    press(phone, "Naar de stembrief")
    for title in titles:
        phone.get_by_label(title).check(force=True)
    press(phone, "Nog eens nakijken")
    for title in titles:
        expect(phone.get_by_role("listitem").filter(has_text=title)).to_be_visible()
    press(phone, "Ja, steek ze in de stembus")
    expect(phone.get_by_role("heading", name="Je stem is aangekomen")).to_be_visible()


def count(nele: Page, one: Round, keys: list[str]) -> None:
    """One key twice opens nothing; two do."""
    nele.goto(f"/staff/budget/{one.pk}/count/")
    for second in (keys[0], keys[2]):
        write(nele, {"De eerste sleutel": keys[0], "De tweede sleutel": second})
        press(nele, "Open de stembus en tel")
        if second == keys[0]:
            expect(nele.get_by_text("gaat de stembus niet open")).to_be_visible()
    expect(nele.get_by_text("De stemmen zijn geteld.")).to_be_visible()


def read_the_result(joris: Page, one: Round) -> None:
    joris.goto(f"/budget/{one.pk}/")
    follow(joris, "Wat de buurt koos")
    told = joris.get_by_role("article")
    expect(told.filter(has_text=GARDEN).get_by_text("gekozen", exact=True)).to_be_visible()
    expect(told.filter(has_text=SQUARE).get_by_text("niet gekozen", exact=True)).to_be_visible()


def make_it_real(rosa: Page, garden: Proposal) -> None:
    """One step is planned and ticked off; they are not done, and plan the second."""
    rosa.goto(f"/budget/proposals/{garden.pk}/")
    follow(rosa, "Maak het waar met je groep")
    plan(rosa, "Plan een stap", STEPS[0])
    follow(rosa, "Dit is gedaan")
    write(rosa, {"Wat heeft het gekost, in euro?": "480", "Hoe ging het?": "Met twaalf buren."})
    press(rosa, "Het is gedaan")
    expect(rosa.get_by_text("De stap is gedaan. Iedereen mag het lezen.")).to_be_visible()
    expect(rosa.get_by_role("button", name="Ja, alles is klaar")).to_be_visible()
    plan(rosa, "Nee, plan nog een stap", STEPS[1])


def plan(rosa: Page, link: str, step: str) -> None:
    follow(rosa, link)
    when = {"Tegen welke dag?": today(), "Hoeveel mag het kosten, in euro?": "500"}
    write(rosa, {"Wat ga je doen?": step} | when)
    press(rosa, "Zet het in het plan")


def read_it_all(joris: Page, garden: Proposal) -> None:
    """Who had the idea finds all of it on one page, in the order in which it happened."""
    joris.goto(f"/budget/proposals/{garden.pk}/")
    made = joris.get_by_role("region", name="Wat ervan kwam").get_by_role("listitem")
    expect(made).to_contain_text(list(STEPS))
    expect(made.filter(has_text=STEPS[0])).to_contain_text("Met twaalf buren.")
    answer = joris.get_by_role("region", name="Het antwoord van het lokaal bestuur")
    expect(answer.get_by_text("Het pad wordt 1,20 meter breed.")).to_be_visible()
    steps = joris.get_by_role("region", name="Hoe het hier kwam").get_by_role("listitem")
    expect(steps).to_contain_text(list(HISTORY))
    answer.get_by_text(re.compile("Daarvoor, op")).click()
    expect(answer.get_by_text("De poort blijft open tot acht uur.")).to_be_visible()
    assert faults(joris, (joris.url,), width=PHONE["width"]) == []
