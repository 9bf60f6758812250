"""The catalogue as an organisation gets it, and the numbers that words of danger bring up."""

import pytest

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.models import Helpline, Task
from gebuur.domain import frames
from tests import cast

pytestmark = pytest.mark.django_db


def test_an_organisation_starts_with_every_task_and_every_number() -> None:
    place = cast.make_place()
    actions.seed_catalogue(place.organisation)
    assert Task.objects.count() == len(frames.TASKS)
    assert Helpline.objects.count() == len(frames.HELPLINES)
    keys = list(queries.list_tasks(place.organisation).values_list("key", flat=True))
    assert keys == [task.key for task in frames.TASKS]


def test_seeding_again_keeps_the_organisations_own_words() -> None:
    place = cast.make_place()
    actions.seed_catalogue(place.organisation)
    Task.objects.filter(key="walk").update(names={"nl": "Een toertje"})
    Helpline.objects.filter(key="101").delete()
    assert actions.seed_catalogue(place.organisation) == 1
    assert Task.objects.get(key="walk").names == {"nl": "Een toertje"}


def test_two_organisations_have_their_own_catalogue() -> None:
    here, there = cast.make_place(), cast.make_place(name="De Molen", slug="molen")
    actions.seed_catalogue(here.organisation)
    assert not queries.list_tasks(there.organisation)


def test_words_of_danger_bring_the_organisations_own_numbers_most_urgent_first() -> None:
    place = cast.make_place()
    actions.seed_catalogue(place.organisation)
    Helpline.objects.filter(key="1813").update(number="1800")
    lines = queries.lines_for("Ik wil dood", place.organisation)
    assert [line.number for line in lines] == ["112", "1800", "106"]
    assert queries.lines_for("Boodschappen, twee zakken", place.organisation) == []


def test_a_missing_language_is_shown_in_dutch() -> None:
    assert queries.in_language({"nl": "Wandelen"}, "tr") == "Wandelen"
    assert queries.lists_in_language({"nl": ["Samen"], "fr": []}, "fr") == ["Samen"]
