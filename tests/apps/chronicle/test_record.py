import pytest
from django.db import DatabaseError, transaction

from gebuur.apps.chronicle import actions
from gebuur.apps.chronicle.models import ActorKind, Line, Verb
from tests import cast

pytestmark = pytest.mark.django_db


def a_line() -> Line:
    place = cast.make_place()
    joris = cast.make_person(place, "Joris")
    return actions.record(
        Verb.BEGAN,
        joris,
        act="test",
        actor=joris,
        actor_kind=ActorKind.NEIGHBOUR,
        neighbourhood=place,
    )


def test_a_line_cannot_be_changed() -> None:
    line = a_line()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Line.objects.filter(pk=line.pk).update(act="other")


def test_a_line_cannot_be_taken_away() -> None:
    line = a_line()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        line.delete()
