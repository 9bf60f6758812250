"""Words of a query that are kept: the same rows as Django's own, whatever is filled in."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.volunteers.models import Offer
from gebuur.core.prepared import LONGEST, prepared
from tests import cast
from tests.apps.care.story import NOW, Story

pytestmark = pytest.mark.django_db
Rows = QuerySet[Any, tuple[Any, ...]]


@prepared
def _names(people: Iterable[Any]) -> Rows:
    found = Person.objects.filter(pk__in=people).order_by("first_name")
    return found.values_list("pk", "first_name", "languages", "x")


@prepared
def _offering(
    place: uuid.UUID, *, since: dt.datetime, radius: int, pause: dt.date, twice: int
) -> Rows:
    found = Offer.objects.filter(
        Q(radius=radius) | Q(slots=twice) | Q(radius=twice),
        neighbourhood=place,
        created_at__gte=since,
    )
    paused = Count("pk", filter=Q(paused_until__lte=pause))
    shown = found.values_list("person__first_name", "created_at").annotate(paused=paused)
    return shown.order_by("created_at", "person__first_name")


@prepared
def _reckoned(day: dt.date) -> Rows:
    return Offer.objects.filter(paused_until=day + dt.timedelta(days=7)).values_list("pk")


@prepared
def _besides(people: list[uuid.UUID]) -> Rows:
    return Person.objects.exclude(pk__in=people).values_list("pk")


def _plainly(names: list[uuid.UUID]) -> list[tuple[Any, ...]]:
    found = Person.objects.filter(pk__in=names).order_by("first_name")
    return list(found.values_list("pk", "first_name", "languages", "x"))


@pytest.mark.parametrize("many", [1, 2, 7, 8, 9, 16, 17])
def test_a_list_of_any_length_gives_the_rows_that_django_gives(many: int) -> None:
    place = cast.make_place()
    people = [
        cast.make_person(place, f"Buur{at}", languages=["nl", "tr"][: at % 3]).pk
        for at in range(17)
    ]
    assert list(_names(people[:many])) == _plainly(people[:many])
    assert list(_names(people[-many:])) == _plainly(people[-many:])


def test_every_kind_of_value_is_filled_in_wherever_it_stands() -> None:
    story = Story()
    volunteers = Offer.objects.filter(person__first_name="Joris")
    volunteers.update(paused_until=NOW.date(), radius=700)
    since = NOW - dt.timedelta(weeks=3)
    facts: dict[str, Any] = {"since": since, "pause": NOW.date()}
    place = story.place.pk

    def found(**more: Any) -> list[tuple[str, int]]:
        return [(name, paused) for name, _at, paused in _offering(place, **(facts | more))]

    assert found(radius=1_000, twice=1) == [("Emine", 0)]
    assert found(radius=1, twice=700) == [("Joris", 1)]
    assert found(radius=1, twice=cast.ALWAYS) == [("Emine", 0), ("Joris", 1)]
    assert found(radius=700, twice=1, pause=NOW.date() - dt.timedelta(days=1)) == [("Joris", 0)]
    assert found(radius=700, twice=1, since=since + dt.timedelta(seconds=1)) == []
    [(_name, created_at, _paused)] = _offering(place, radius=700, twice=1, **facts)
    assert created_at == since


def test_nothing_to_look_for_finds_nothing_and_leaves_out_nobody() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    assert list(_names([])) == []
    assert (rosa.pk,) in list(_besides([]))
    assert (rosa.pk,) not in list(_besides([rosa.pk]))


def test_another_query_and_a_very_long_list_are_asked_the_ordinary_way() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    strangers = [uuid.uuid4() for _stranger in range(LONGEST)]
    wanted = [(rosa.pk, "Rosa", rosa.languages, rosa.x)]
    assert list(_names(Person.objects.filter(pk=rosa.pk))) == wanted
    assert list(_names([*strangers, rosa.pk])) == wanted


def test_it_is_one_question_and_always_a_new_one() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    assert len(list(_names([rosa.pk]))) == 1
    Person.objects.filter(pk=rosa.pk).update(first_name="Roza")
    with CaptureQueriesContext(connection) as caught:
        [(_pk, name, _languages, _x)] = _names([rosa.pk])
    assert (name, len(caught)) == ("Roza", 1)


def test_a_query_that_reckons_with_what_it_is_given_is_refused() -> None:
    with pytest.raises(TypeError, match="reckon"):
        _reckoned(NOW.date())


@prepared
def _too_large(place: uuid.UUID) -> Rows:
    overflow = RawSQL("abs(-9223372036854775807 - 1)", [])
    return Person.objects.filter(neighbourhood=place).values_list(overflow)


def test_what_goes_wrong_in_the_database_is_told_as_django_tells_it() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    with pytest.raises(DatabaseError), transaction.atomic():
        list(_too_large(rosa.neighbourhood_id))


def test_after_a_mistake_nothing_is_read_until_all_is_taken_back() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    with transaction.atomic():
        transaction.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            list(_names([rosa.pk]))
    assert len(list(_names([rosa.pk]))) == 1
