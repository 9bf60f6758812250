"""Somebody invents neighbours to get a majority. docs/algorithms/voices.md says what holds and what does not."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.actions import voices
from gebuur.apps.initiatives.models import FeedKey, Initiative, Member
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


def test_leaving_and_coming_back_makes_no_room_for_more() -> None:
    """One vouched for leaves, the next gets the room, and the first comes back by her own link: without a voice."""
    group, invented = _two_who_lie()
    for member in invented[:2]:
        _vouch(group, member, weeks=0)
    actions.leave(actor=_seat(invented[0]), now=timezone.now())
    _vouch(group, invented[2], weeks=2)
    actions.come_back(actor=_seat(invented[0]), now=timezone.now())
    voices = [_seat(member).member.has_voice for member in invented]
    assert voices == [False, True, True]
    assert Member.objects.get(pk=invented[0].pk).state == Member.State.MEMBER


def test_who_comes_back_while_there_is_room_keeps_her_voice() -> None:
    group, invented = _two_who_lie()
    _vouch(group, invented[0], weeks=0)
    actions.leave(actor=_seat(invented[0]), now=timezone.now())
    actions.come_back(actor=_seat(invented[0]), now=timezone.now())
    assert _seat(invented[0]).member.has_voice


def _two_who_lie() -> tuple[Initiative, list[Member]]:
    group = _group(liars=2, honest=0)
    return group, list(group.members.filter(known_at__isnull=True).order_by("pk")[:3])


def _vouch(group: Initiative, member: Member, *, weeks: int) -> None:
    now = timezone.now() + dt.timedelta(weeks=weeks)
    for liar in group.members.filter(person__first_name="Leugen"):
        actions.vouch(_seat(member).member, actor=_seat(liar), now=now)


def test_the_link_on_the_screen_of_who_typed_another_name_ends_with_a_welcome() -> None:
    """He begins in her name, leaves, asks anew in her name, and lets an invented neighbour welcome her."""
    browser, group = _begin_in_her_name()
    now = timezone.now()
    invented = cast.make_person(group.neighbourhood, "Niemand")
    asks = actions.ask_to_join(group, actor=invented, now=now)
    actions.welcome(asks, actor=_seat(group.members.get(state="member")), now=now)
    hers = group.members.get(person__first_name="Godelieve")
    actions.leave(actor=_seat(hers), now=now)
    actions.ask_to_join(group, actor=hers.person, now=now)
    actions.welcome(_seat(hers).member, actor=_seat(asks), now=now)
    assert Member.objects.get(pk=hers.pk).has_voice
    page = reverse("initiatives:decision-new", args=[group.pk])
    assert browser.get(page).status_code == 404


def test_who_typed_another_name_does_not_read_her_other_groups() -> None:
    browser, group = _begin_in_her_name()
    page = reverse("initiatives:feed-new", args=[group.pk])
    assert 'value="all"' not in browser.get(page).content.decode()
    browser.post(page, {"of": "all"})
    assert not FeedKey.objects.exists()
    browser.post(page, {"of": "group"})
    assert FeedKey.objects.get().initiative == group


def _begin_in_her_name() -> tuple[Client, Initiative]:
    """A browser of somebody who typed the name and number of a neighbour whom the desk knows."""
    place = cast.make_place()
    staff = cast.make_staff(place, "An")
    godelieve = cast.make_person(place, "Godelieve", phone="+3290000042")
    godelieve.entered_by = staff
    godelieve.save()
    group, link = actions.begin_with_door(
        place, actor=godelieve, title="Soep", aim="Samen", is_surely_her=False, now=timezone.now()
    )
    browser = Client()
    browser.get("/l/group/" + link.address.split("/")[-2] + "/")
    return browser, group


def _seat(member: Member) -> Seat:
    rows = Member.objects.select_related("person__neighbourhood", "initiative__neighbourhood")
    return Seat(rows.get(pk=member.pk))
