"""The boundary card: what both sides hold in their hand."""

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.models import Helpline, Task
from gebuur.apps.neighbourhood.models import Neighbourhood
from tests import cast
from tests.rounds import once

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 24)
THURSDAY = dt.date(2026, 11, 26)


def a_meeting(place: Neighbourhood, key: str = "groceries", **facts: object) -> queries.Meeting:
    actions.seed_catalogue(place.organisation)
    words: dict[str, object] = {
        "seeker_name": "Godelieve",
        "helper_name": "Joris",
        "word": "kers 27",
        "first_on": THURSDAY,
        "part": 0,
        "at": dt.time(10),
        "rhythm": "weekly",
        "seeker_address": "Spoelstraat 9",
        "seeker_phone": "+3290000042",
        "helper_phone": "+3290000043",
    }
    task = Task.objects.get(organisation=place.organisation, key=key)
    return queries.Meeting(task=task, place=place, **(words | facts))  # type: ignore[arg-type]  # facts of a test


def a_card(
    place: Neighbourhood, *, side: str = "seeker", key: str = "groceries", **facts: object
) -> queries.CardFacts:
    meeting = a_meeting(place, key, **facts)
    return queries.card_facts(meeting, side=side, language="nl", today=TODAY)


def test_the_seeker_reads_who_comes_when_and_what_is_said_at_the_door() -> None:
    card = a_card(cast.make_place())
    assert card.heading == "Joris komt langs"
    assert card.when == "Elke donderdag om 10 uur"
    assert card.when_more == ", vanaf donderdag 26 november"
    assert (card.door_before, card.word) == ("Aan de deur zegt Joris", "kers 27")
    assert card.phone == "09 000 00 43"


def test_the_helper_reads_where_to_go_and_the_same_limits() -> None:
    place = cast.make_place()
    card, hers = a_card(place, side="helper"), a_card(place)
    assert (card.heading, card.where) == ("Je gaat naar Godelieve", "Spoelstraat 9")
    assert card.phone == "09 000 00 42"
    assert (card.do, card.dont, card.word) == (hers.do, hers.dont, hers.word)


def test_the_seekers_card_does_not_repeat_her_own_address() -> None:
    assert a_card(cast.make_place()).where == ""


def test_once_at_an_unknown_hour_names_the_part_of_the_day() -> None:
    card = a_card(cast.make_place(), rhythm="once", at=None, part=1)
    assert card.when == "Donderdag 26 november in de namiddag"
    assert "vier keer" not in card.how_long


def test_the_limit_of_the_professional_stands_on_the_card() -> None:
    card = a_card(
        cast.make_place(), minutes=90, ends_on=dt.date(2027, 3, 1), note="Haar zus is erbij."
    )
    assert card.how_long == "Ten hoogste anderhalf uur. Tot maandag 1 maart 2027."
    assert card.note == "Haar zus is erbij."


def test_a_chat_by_phone_has_no_door_and_no_address() -> None:
    card = a_card(cast.make_place(), side="helper", key="phone-chat")
    assert card.heading == "Je belt Godelieve"
    assert card.where == ""
    assert card.door_before == "Aan de telefoon zeg je eerst"


def test_urgent_numbers_carry_the_oldest_check_date() -> None:
    place = cast.make_place()
    meeting = a_meeting(place)
    Helpline.objects.filter(key="106").update(checked=dt.date(2026, 5, 2))
    card = queries.card_facts(meeting, side="seeker", language="nl", today=TODAY)
    assert [line.number for line in card.urgent] == ["112", "101", "1712", "106"]
    assert "2 mei 2026" in card.foot


def test_somebody_who_speaks_turkish_gets_dutch_first_and_turkish_second() -> None:
    place = cast.make_place()
    file = queries.card_pdf(a_meeting(place), side="seeker", language="tr", today=TODAY)
    pages = PdfReader(io.BytesIO(file)).pages
    assert len(pages) == 2
    assert "Joris komt langs" in pages[0].extract_text()
    assert "Market alışverişi" in pages[1].extract_text()


def test_a_language_without_card_gets_dutch_only() -> None:
    assert queries.languages_of_card("bg") == ("nl",)
    assert queries.languages_of_card("nl") == ("nl",)


@pytest.mark.parametrize("language", ["nl", *once("en", "fr", "tr", "ar")])
def test_every_task_fits_on_one_sheet_in_every_language(language: str) -> None:
    place = cast.make_place()
    place.contact_hours = "van maandag tot vrijdag tussen 9 en 12 uur en op woensdag tot 16 uur"
    expected = len(queries.languages_of_card(language))
    actions.seed_catalogue(place.organisation)
    for task in Task.objects.exclude(light="red"):
        meeting = a_meeting(
            place, task.key, rhythm="fortnightly", note="Haar zus is erbij, de eerste twee keer."
        )
        file = queries.card_pdf(meeting, side="helper", language=language, today=TODAY)
        assert len(PdfReader(io.BytesIO(file)).pages) == expected, task.key
