"""Days and waiting times as people say them."""

import datetime as dt

import pytest
from django.utils import translation

from gebuur.core import wording

TODAY = dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("days_back", "said"),
    [
        (0, "vandaag"),
        (1, "gisteren"),
        (-1, "morgen"),
        (3, "maandag"),
        (6, "vrijdag"),
        (7, "donderdag 19 november"),
    ],
)
def test_a_near_day_is_named_as_people_name_it(days_back: int, said: str) -> None:
    assert wording.day_near(TODAY - dt.timedelta(days=days_back), TODAY) == said


def test_a_date_carries_its_weekday() -> None:
    assert wording.day_in_words(TODAY, TODAY) == "donderdag 26 november"
    assert wording.day_in_words(dt.date(2027, 1, 7), TODAY) == "donderdag 7 januari 2027"


def test_an_hour_before_midnight_belongs_to_the_local_day() -> None:
    late = dt.datetime(2026, 11, 25, 23, 30, tzinfo=dt.UTC)
    assert wording.day_near(late, TODAY) == "vandaag"
    assert wording.clock(late) == "0.30"


def test_waiting_is_counted_in_days() -> None:
    assert wording.days_waited(TODAY, TODAY) == "vandaag"
    assert wording.days_waited(TODAY - dt.timedelta(days=1), TODAY) == "1 dag"
    assert wording.days_waited(TODAY - dt.timedelta(days=19), TODAY) == "19 dagen"
    assert wording.since(TODAY - dt.timedelta(days=3), TODAY) == "sinds maandag"


def test_english_says_the_hour_with_a_colon() -> None:
    with translation.override("en"):
        assert wording.clock(dt.time(9, 5)) == "09:05"
        assert wording.since(TODAY - dt.timedelta(days=3), TODAY) == "since Monday"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("An", "An"), ("Godelieve", "G"), ("Aïcha El Amrani", "AA"), ("  ", ""), ("émile", "É")],
)
def test_plate_shows_letters_of_the_name(name: str, letters: str) -> None:
    assert wording.initials(name) == letters


@pytest.mark.parametrize(
    ("language", "told"),
    [("nl", "thee, koffie"), ("en", "thee, koffie"), ("ar", "thee، koffie")],
)
def test_a_list_has_the_comma_of_the_readers_script(language: str, told: str) -> None:
    with translation.override(language):
        assert wording.listed(["thee", "koffie"]) == told
    assert wording.listed([]) == ""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "van maandag tot vrijdag tussen 9 en 12 uur"),
        ("en", "from Monday to Friday between 9 and 12"),
        ("fr", "du lundi au vendredi, de 9 à 12 heures"),
    ],
)
def test_the_usual_hours_are_said_in_the_readers_language(language: str, told: str) -> None:
    with translation.override(language):
        assert wording.hours_in_words("van maandag tot vrijdag tussen 9 en 12 uur") == told
        assert wording.hours_in_words("elke dag na vier uur") == "elke dag na vier uur"
