"""Somebody writes a case: nobody can be found in it, and only the own organisation reads it."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import OwnCase
from tests import cast

pytestmark = pytest.mark.django_db
NEW = "/staff/cases/new/"
CANARY = "kanarie-in-de-mijn"
STORY = "Een buur vroeg hulp.\n\nNiemand kwam."


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)


def a_case(writer: Person, *, title: str = "Een stoel te veel", story: str = STORY) -> OwnCase:
    return actions.write_case(
        actor=writer, title=title, story=story, remarks={}, now=timezone.now()
    )


def next_door(place: Neighbourhood) -> Neighbourhood:
    """Another neighbourhood of the same organisation."""
    other = Neighbourhood.objects.create(
        organisation=place.organisation, name="De Rietbeek", slug="rietbeek", contact_name="Els",
        contact_phone="+3290000001", contact_hours="altijd",
    )  # fmt: skip
    cast.make_streets_of(other)
    return other


def test_a_case_stands_in_the_library_and_is_read_with_its_remarks(browser: Client) -> None:
    typed = {"title": "Een stoel te veel", "story": STORY.replace("\n", "\r\n")}
    remark = {"lens-boundary": "Wij trokken geen grens."}
    answer = browser.post(NEW, typed | remark, follow=True)
    page = answer.content.decode()
    assert "Bewaard. Iedereen die hier werkt, kan het lezen." in page
    assert '<p class="read">Niemand kwam.</p>' in page
    assert "Wij trokken geen grens." in page
    assert "Jij schreef dit." in page
    assert "Een stoel te veel" in browser.get("/staff/cases/").content.decode()


def test_nothing_filled_in_gets_a_sentence_each(browser: Client) -> None:
    page = browser.post(NEW, {}).content.decode()
    assert "Geef het een titel van enkele woorden." in page
    assert "Vertel wat er gebeurde." in page
    assert not OwnCase.objects.exists()


def test_rubbish_gets_a_sentence_and_stays_on_the_page(browser: Client) -> None:
    six = "\n\n".join(f"Deel {number}." for number in range(6))
    page = browser.post(NEW, {"title": "x" * 121, "story": six, "keep": "1", "fine": "\0"})
    text = page.content.decode()
    assert "Deze titel is te lang." in text
    assert "Hoogstens vijf alinea’s." in text
    assert "Deel 5." in text
    assert browser.post(NEW, {"title": "a\0b", "story": "c\0d"}).status_code == 200
    wordless = browser.post(NEW, {"title": "🙂 1", "story": STORY}).content.decode()
    assert "Geef het een titel van enkele woorden." in wordless
    assert not OwnCase.objects.exists()


@pytest.mark.parametrize(
    "story",
    [
        "Toen belde Godelieve.",
        "Iemand uit de Spoelstraat belde.",
        "Iemand belde naar 0475/12.34.56.",
        "Iemand mailde naar iemand@buurt.example.",
        "Iemand is geboren op 3 mei 1948.",
        "Toen kwam meneer Onbekend.",
    ],
)
def test_as_long_as_it_points_to_somebody_it_is_not_kept_and_nothing_is_lost(
    an: Person, browser: Client, story: str
) -> None:
    cast.make_person(an.neighbourhood, "Godelieve")
    page = browser.post(NEW, {"title": "Een avond", "story": story, "keep": "1"}).content.decode()
    assert "Dit wijst nog naar iemand." in page
    assert story in page
    assert not OwnCase.objects.exists()


def test_a_name_of_another_neighbourhood_of_the_organisation_is_known_as_well(
    an: Person, browser: Client
) -> None:
    cast.make_person(next_door(an.neighbourhood), "Zoë", last_name="D'Hondt")
    for words in ("Zoe kwam niet.", "We zagen D'Hondt."):
        assert (
            "Dit wijst nog naar iemand."
            in browser.post(NEW, {"title": "Een avond", "story": words}).content.decode()
        )


def test_the_writers_own_name_points_to_her_neighbourhood_too(browser: Client) -> None:
    page = browser.post(NEW, {"title": "Een avond", "story": "Toen kwam An erbij."})
    assert "Dit wijst nog naar iemand." in page.content.decode()


def test_one_press_puts_other_words_there_and_one_person_is_called_the_same_everywhere(
    an: Person, browser: Client
) -> None:
    cast.make_person(an.neighbourhood, "Godelieve")
    cast.make_person(an.neighbourhood, "Joris")
    typed = {"title": "Godelieve wacht", "story": "Toen belde Joris met Godelieve."}
    page = browser.post(NEW, {**typed, "replace": "1"}).content.decode()
    assert "Er staan nu andere woorden." in page
    assert 'value="Een buur wacht"' in page
    assert "Toen belde een andere buur met een buur." in page
    assert not OwnCase.objects.exists()


def test_words_of_illness_may_stay_after_a_yes_to_these_very_words(browser: Client) -> None:
    typed = {"title": "Een avond", "story": "De buurman heeft dementie."}
    page = browser.post(NEW, typed).content.decode()
    assert "Kijk nog eens naar deze woorden" in page
    assert "De buurman heeft dementie." in page
    assert not OwnCase.objects.exists()
    other = {**typed, "story": "De buurman heeft dementie en kanker."}
    browser.post(NEW, {**other, "keep": "1", "fine": ["dementie"]})
    assert not OwnCase.objects.exists()
    browser.post(NEW, {**typed, "keep": "1", "fine": ["dementie"]})
    assert OwnCase.objects.get().story == typed["story"]


def test_the_action_itself_refuses_a_story_about_somebody(an: Person) -> None:
    with pytest.raises(actions.PointsToSomebody):
        a_case(an, story="Bel 0475 12 34 56.")
    with pytest.raises(actions.NeedsALook):
        a_case(an, story="Ze kreeg een diagnose.")


def test_what_was_written_is_sealed(an: Person) -> None:
    a_case(an, title=CANARY, story=CANARY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT title, story, remarks FROM reflection_owncase")
        assert CANARY not in str(cursor.fetchall())


def test_the_database_keeps_no_case_that_tells_nothing(an: Person) -> None:
    organisation = an.neighbourhood.organisation
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnCase.objects.create(
            organisation=organisation, title="Een avond", story="", written_at=timezone.now()
        )


def test_the_whole_organisation_reads_it_and_nobody_else(an: Person) -> None:
    case = a_case(an)
    els = cast.make_staff(next_door(an.neighbourhood), "Els")
    page = cast.sign_in(els).get(f"/staff/cases/{case.pk}/")
    assert "Niemand kwam." in page.content.decode()
    assert "Geschreven in je organisatie" in page.content.decode()
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    for tail in ("", "play/", "cards/", "edit/", "withdraw/"):
        assert cast.sign_in(bert).get(f"/staff/cases/{case.pk}/{tail}").status_code == 404
    assert "Een stoel te veel" not in cast.sign_in(bert).get("/staff/cases/").content.decode()
    rosa = cast.make_person(an.neighbourhood, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    assert cast.sign_in(rosa).get(f"/staff/cases/{case.pk}/").status_code == 404


def test_who_wrote_it_is_told_to_nobody(an: Person) -> None:
    case = a_case(an)
    nele = cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR)
    page = cast.sign_in(nele).get(f"/staff/cases/{case.pk}/").content.decode()
    assert ">An<" not in page
    assert "Jij schreef dit." not in page
