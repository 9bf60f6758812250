"""A chronicle that was tampered with says so."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from gebuur.apps.chronicle import actions
from gebuur.apps.chronicle.models import ActorKind, Head, Line, Verb
from gebuur.apps.chronicle.queries import digest_of, verify
from gebuur.apps.neighbourhood.models import Neighbourhood
from tests import cast

pytestmark = pytest.mark.django_db


def three_lines() -> Neighbourhood:
    place = cast.make_place()
    joris = cast.make_person(place, "Joris")
    for act in ("one", "two", "three"):
        actions.record(
            Verb.DID,
            joris,
            act=act,
            actor=joris,
            actor_kind=ActorKind.NEIGHBOUR,
            neighbourhood=place,
        )
    return place


def without_guards() -> None:
    """Somebody with full power over the database takes the guards away first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER chronicle_line_no_update")
            cursor.execute("DROP TRIGGER chronicle_line_no_delete")
        else:
            cursor.execute("DROP TRIGGER chronicle_line_append_only ON chronicle_line")


def test_an_honest_chronicle_is_whole() -> None:
    place = three_lines()
    assert verify(place).is_whole
    out = StringIO()
    call_command("verify_chronicle", stdout=out)
    assert "vlasbloem: 3 lines, whole" in out.getvalue()


def test_a_changed_line_is_named() -> None:
    place = three_lines()
    without_guards()
    Line.objects.filter(number=2).update(actor_kind="authority")
    assert verify(place).broken_at == 2
    with pytest.raises(CommandError, match="broken at line 2"):
        call_command("verify_chronicle")


def test_a_line_taken_from_the_middle_or_the_end_is_named() -> None:
    place = three_lines()
    without_guards()
    Line.objects.filter(number=3).delete()
    assert verify(place).broken_at == 3
    Line.objects.filter(number=1).delete()
    assert verify(place).broken_at == 1


def test_a_chain_that_was_made_anew_after_a_change_is_found_by_its_head() -> None:
    place = three_lines()
    without_guards()
    last = Line.objects.get(number=3)
    last.act = "other"
    Line.objects.filter(pk=last.pk).update(act="other", digest=digest_of(last))
    assert verify(place).broken_at == 4
    assert Head.objects.get().number == 3
