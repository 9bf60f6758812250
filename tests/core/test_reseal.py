import os

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.db import connection

from gebuur.apps.neighbourhood.models import Person
from tests.cast import make_person, make_place


def sealed_note() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_note FROM neighbourhood_person")
        return str(cursor.fetchone()[0])


@pytest.fixture
def note(db: None, settings: LazySettings) -> Person:
    """A note, sealed with the only key there was."""
    settings.NOTE_KEYS = {"k1": os.urandom(32)}
    person = make_person(make_place(), "Godelieve")
    person.desk_note = "Belt liever na de middag."
    person.save()
    return person


def test_a_note_opens_with_the_new_key_alone(
    note: Person, settings: LazySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.NOTE_KEYS = {"k2": os.urandom(32), **settings.NOTE_KEYS}
    call_command("reseal")
    assert "1 notes sealed again with key k2" in capsys.readouterr().out
    del settings.NOTE_KEYS["k1"]
    assert sealed_note().startswith("v1:k2:")
    assert Person.objects.get().desk_note == "Belt liever na de middag."


def test_nothing_is_written_twice(note: Person) -> None:
    before = sealed_note()
    call_command("reseal")
    assert sealed_note() == before


def test_a_missing_key_is_said_and_the_note_stays(note: Person, settings: LazySettings) -> None:
    before = sealed_note()
    settings.NOTE_KEYS = {"k2": os.urandom(32)}
    with pytest.raises(CommandError, match="Keep every old key"):
        call_command("reseal")
    assert sealed_note() == before
