"""Somebody invents neighbours to get a majority. docs/algorithms/voices.md says what holds and what does not."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.actions import voices
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.initiatives.permissions import Seat
from tests import cast

pytestmark = pytest.mark.django_db
INVENTED, WEEKS = 10, 12


def attack(*, liars: int, honest: int) -> int:
    """Every week the liars, and whoever they got a voice for, vouch for all they can; how many they invented."""
    group = _group(liars=liars, honest=honest)
    now = timezone.now()
    for week in range(WEEKS):
        then = now + dt.timedelta(weeks=week, hours=1)
        for seat in _liars(group):
            for member in group.members.filter(known_at__isnull=True).select_related(
                "person__neighbourhood", "initiative__neighbourhood"
            ):
                try:
                    actions.vouch(member, actor=seat, now=then)
                except actions.CannotVouch:
                    break
    return group.members.filter(known_at__isnull=False, person__first_name="Niemand").count()


def _group(*, liars: int, honest: int) -> Initiative:
    place = cast.make_place()
    group = cast.make_group(cast.make_person(place, "Leugen"))
    group.members.update(known_at=timezone.now())
    for name, number, known in (
        ("Leugen", liars - 1, True),
        ("Eerlijk", honest, True),
        ("Niemand", INVENTED, False),
    ):
        for _ in range(number):
            cast.join_group(group, cast.make_person(place, name), known=known)
    return group


def _liars(group: Initiative) -> list[Seat]:
    rows: Any = Member.objects.filter(initiative=group, known_at__isnull=False)
    rows = rows.exclude(person__first_name="Eerlijk").order_by("joined_at", "pk")
    return [Seat(one) for one in rows.select_related("person", "initiative__neighbourhood")]


@pytest.mark.parametrize("honest", [0, 1, 5])
def test_a_founder_with_ten_invented_neighbours_stays_alone(honest: int) -> None:
    assert attack(liars=1, honest=honest) == 0


@pytest.mark.parametrize(("honest", "most"), [(0, 2), (1, 3), (2, 2), (4, 0), (8, 0)])
def test_two_who_lie_stop_at_six_voices(honest: int, most: int) -> None:
    assert attack(liars=2, honest=honest) == most


def test_three_who_lie_get_no_more_than_the_desk_knows() -> None:
    assert attack(liars=3, honest=3) == 6


def test_with_one_word_enough_the_invented_neighbours_take_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Negative control: the rule of every other word, and no room to keep, lose the group."""
    monkeypatch.setattr(voices, "needed_vouches", lambda _voices: 1)
    monkeypatch.setattr(voices, "_has_room", lambda _group: True)
    assert attack(liars=1, honest=3) > 4
