"""A case on the table: cards with minutes, two lenses at most, alone or together, on screen and on paper."""

import re
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.framing.actions import reword
from gebuur.apps.framing.queries import get_frame_for
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.apps.reflection import actions
from gebuur.domain import frames
from tests import cast

pytestmark = pytest.mark.django_db
PLAY = "/staff/cases/streets/play/"
TOO_MANY = "Twee brillen zijn genoeg voor één keer."


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)


def page(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_three_cases_of_the_training_are_read_with_every_lens(browser: Client) -> None:
    for case in frames.CASES:
        text = page(browser, f"/staff/cases/{case.key}/")
        for words in (*case.story, *(reading.words for reading in case.readings)):
            assert words.nl in text
        for lens in frames.LENSES:
            assert lens.words.nl in text
        assert text.count("<details>") == len(frames.LENSES)
        assert "Een mening. Bron: Gebuur, eigen tekst." in text
    assert "?kind=styles#frame-delegating" in page(browser, "/staff/cases/garden/")


def test_the_house_reads_them_in_its_own_words(an: Person) -> None:
    nele = cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR)
    organisation = an.neighbourhood.organisation
    row = get_frame_for(organisation, "cases", "streets", today=timezone.localdate())
    words = {place.path: (place.nl, place.en) for place in row.places}
    words["cases:streets:words"] = ("Drie straten", "Three streets")
    words["cases:streets:readings:0"] = ("De dienst besliste.", "The service decided.")
    reword(row, words, actor=nele, now=timezone.now())
    browser = cast.sign_in(an)
    assert "Drie straten" in page(browser, "/staff/cases/")
    assert "De dienst besliste." in page(browser, "/staff/cases/streets/")
    assert "Drie straten" in page(browser, PLAY)


def test_without_script_every_card_lies_there_with_its_minutes(browser: Client) -> None:
    text = page(browser, PLAY)
    for card in frames.PLANS[0].cards:
        assert card.says.nl in text
        assert card.chair.nl in text
    assert "40 minuten in het geheel." in text
    assert text.count('class="card"') == 8
    assert 'data-minutes="10"' in text
    for role in frames.TABLE_ROLES:
        assert role.words.nl in text


def test_the_incident_method_takes_sixty_five_minutes(browser: Client) -> None:
    text = page(browser, f"{PLAY}?plan=incident")
    assert text.count('class="card"') == 7
    assert "De brenger luistert en zwijgt." in text


def test_alone_there_is_no_chair_and_no_minute_and_the_end_leads_to_a_private_page(
    browser: Client,
) -> None:
    text = page(browser, f"{PLAY}?plan=incident&who=alone")
    assert text.count('class="card"') == 8
    assert "Voorzitter" not in text
    assert "Lees terug wat je schreef." in text
    assert "/staff/reflection/new/?case=streets" in text
    assert "Schrijf het voor jezelf op" in text


def test_two_lenses_are_dealt_and_their_opinions_stay_closed(browser: Client) -> None:
    text = page(browser, f"{PLAY}?lens=style&lens=boundary")
    assert TOO_MANY not in text.replace("hidden", "") or "data-too-many hidden" in text
    assert dealt(text) == {"style", "boundary"}
    assert "<details open" not in text


def test_a_third_lens_is_refused_in_plain_words_and_the_choice_stays(browser: Client) -> None:
    text = page(browser, f"{PLAY}?lens=style&lens=boundary&lens=role")
    assert "data-too-many hidden" not in text
    assert TOO_MANY in text
    assert dealt(text) == set()
    assert text.count(" checked") == 3


def dealt(text: str) -> set[str]:
    """The lenses that lie open on the table."""
    sections = [part.partition(">")[0] for part in text.split("<section ") if "data-lens=" in part]
    return {part.split('data-lens="')[1].split('"')[0] for part in sections if "hidden" not in part}


@pytest.mark.parametrize(
    "query", ["plan=nobody&who=nobody", "lens=nobody", "lens=style&lens=style", "plan=%00&lens=%00"]
)
def test_rubbish_in_the_address_lays_the_usual_cards(browser: Client, query: str) -> None:
    assert 'class="card"' in page(browser, f"{PLAY}?{query}")
    assert browser.get(f"/staff/cases/streets/cards/?{query}").status_code == 200


def test_a_case_that_does_not_exist_is_not_there(browser: Client) -> None:
    for key in ("nobody", "00000000-0000-0000-0000-000000000000"):
        for tail in ("", "play/", "cards/"):
            assert browser.get(f"/staff/cases/{key}/{tail}").status_code == 404


def test_an_own_case_is_played_with_the_questions_of_the_training(
    an: Person, browser: Client
) -> None:
    story = "Een buur belde.\n\nNiemand nam op."
    case = actions.write_case(
        actor=an, title="Een avond", story=story, remarks={}, now=timezone.now()
    )
    text = page(browser, f"/staff/cases/{case.pk}/play/")
    assert "<p>Niemand nam op.</p>" in text
    assert "Wat denk je?" in text
    assert f"?case={case.pk}" in text


def test_the_cards_come_on_paper_with_story_plan_roles_and_lenses(browser: Client) -> None:
    answer = browser.get("/staff/cases/streets/cards/")
    assert answer["Content-Type"] == "application/pdf"
    paper = PdfReader(BytesIO(answer.content))
    text = " ".join("\n".join(sheet.extract_text() for sheet in paper.pages).split())
    for words in (
        "Eén straat helpt",
        "Lees het verhaal",
        "Wat wil je?",
        "Tijdbewaker",
        "Wat we weten",
    ):
        assert words in text
    assert len(paper.pages) == 7
    assert "/StructTreeRoot" in paper.root_object  # a reader can read it aloud
    few = browser.get("/staff/cases/streets/cards/?plan=incident&lens=role")
    short = "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(few.content)).pages)
    assert "Raad geven" in short
    assert "Wat we weten" not in short


def test_signs_that_paper_cannot_draw_break_nothing(an: Person, browser: Client) -> None:
    case = actions.write_case(
        actor=an, title="🙂", story="🙂\n\n会", remarks={}, now=timezone.now()
    )
    answer = browser.get(f"/staff/cases/{case.pk}/cards/")
    assert answer["Content-Type"] == "application/pdf"


def test_the_keeper_of_pages_is_a_script_for_the_cases_only(browser: Client) -> None:
    answer = Client().get("/player-worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Service-Worker-Allowed"] == "/staff/cases/"
    assert "no-cache" in answer["Cache-Control"]
    assert "worker-src 'self'" in answer["Content-Security-Policy"]
    script = answer.content.decode()
    assert "&amp;" not in script
    assert re.search(r"const SHELF = `\$\{FAMILY\}[0-9a-f]{12}`;", script)


def test_signing_out_takes_along_what_the_browser_kept(browser: Client) -> None:
    assert "Clear-Site-Data" not in browser.get("/accounts/logout/")
    assert browser.post("/accounts/logout/")["Clear-Site-Data"] == '"storage"'
