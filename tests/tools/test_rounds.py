"""Rounds of tests that begin with a copy still begin with the whole database, empty."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from tests import cast
from tests.emptied import empty
from tests.rounds import is_asked_again, once


@pytest.mark.django_db
def test_the_copy_misses_no_migration() -> None:
    call_command("migrate", check_unapplied=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_what_was_really_kept_is_taken_away_and_the_chronicle_stays_guarded() -> None:
    for _time in range(2):
        godelieve = cast.make_person(cast.make_place(), "Godelieve")
        cast.make_group(godelieve)
        line = Line.objects.earliest("at")
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            line.delete()
        empty()
        assert not any(model.objects.exists() for model in (Neighbourhood, Person, Line))


def test_what_knows_no_database_is_asked_once(request: pytest.FixtureRequest) -> None:
    assert not is_asked_again(request.node)


@pytest.mark.django_db
@pytest.mark.parametrize("answer", ["again", *once("once")])
def test_what_cannot_differ_is_asked_once(request: pytest.FixtureRequest, answer: str) -> None:
    assert is_asked_again(request.node) == (answer == "again")
