"""One resident, one voice: the desk says it, or neighbours whom the desk knows."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.outbox.models import Message
from tests import cast

pytestmark = pytest.mark.django_db


def make(known: int, unknown: int) -> tuple[Initiative, list[Seat], list[Member]]:
    """A group with so many neighbours whom the desk knows, and so many whom it does not."""
    place = cast.make_place()
    group = cast.make_group(cast.make_person(place, "Rosa"))
    group.members.update(known_at=timezone.now())
    for number in range(known - 1):
        cast.join_group(group, cast.make_person(place, f"Buur{number}"))
    for number in range(unknown):
        cast.join_group(group, cast.make_person(place, f"Nieuw{number}"), known=False)
    rows = group.members.select_related("person__neighbourhood", "initiative__neighbourhood")
    seats = [Seat(one) for one in rows.filter(known_at__isnull=False).order_by("joined_at", "pk")]
    return group, seats, list(rows.filter(known_at__isnull=True).order_by("joined_at", "pk"))


def test_two_neighbours_whom_the_desk_knows_give_a_voice_and_one_does_not() -> None:
    _group, seats, (mia,) = make(2, 1)
    actions.vouch(mia, actor=seats[0], now=timezone.now())
    mia.refresh_from_db()
    assert not mia.has_voice
    actions.vouch(mia, actor=seats[1], now=timezone.now())
    mia.refresh_from_db()
    assert (mia.has_voice, mia.is_vouched) == (True, True)
    assert Message.objects.filter(person=mia.person, template__endswith="voice").count() == 1


def test_who_was_vouched_for_vouches_for_nobody() -> None:
    _group, seats, (mia, ali) = make(2, 2)
    for seat in seats:
        actions.vouch(mia, actor=seat, now=timezone.now())
    mia.refresh_from_db()
    with pytest.raises(actions.CannotVouch):
        actions.vouch(ali, actor=Seat(mia), now=timezone.now())


def test_twice_a_week_is_enough_also_after_taking_one_back() -> None:
    _group, seats, new = make(3, 3)
    now = timezone.now()
    for member in new[:2]:
        actions.vouch(member, actor=seats[0], now=now)
    actions.take_back_vouch(new[0], actor=seats[0], now=now)
    with pytest.raises(actions.CannotVouch):
        actions.vouch(new[2], actor=seats[0], now=now)
    actions.vouch(new[2], actor=seats[0], now=now + dt.timedelta(days=8))


def test_a_word_taken_back_ends_the_voice_it_gave() -> None:
    _group, seats, (mia,) = make(2, 1)
    for seat in seats:
        actions.vouch(mia, actor=seat, now=timezone.now())
    actions.take_back_vouch(mia, actor=seats[1], now=timezone.now())
    mia.refresh_from_db()
    assert not mia.has_voice


def test_the_desk_makes_room_for_who_waits() -> None:
    group, seats, (mia, ali, zita, nora) = make(2, 4)
    now = timezone.now()
    for member in (mia, ali):
        for seat in seats:
            actions.vouch(member, actor=seat, now=now)
    for seat in seats:
        actions.vouch(zita, actor=seat, now=now + dt.timedelta(days=8))
    zita.refresh_from_db()
    assert not zita.has_voice
    an = cast.make_staff(group.neighbourhood, "An")
    assert actions.know(nora.person, actor=an, now=now) == 1
    zita.refresh_from_db()
    assert zita.has_voice


def test_the_desk_knows_somebody_in_all_her_groups_and_nobody_else_says_so() -> None:
    group, _seats, (mia,) = make(1, 1)
    other = cast.make_group(mia.person, "Anders")
    an = cast.make_staff(group.neighbourhood, "An")
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    for nobody in (bert, mia.person):
        with pytest.raises(PermissionDenied):
            actions.know(mia.person, actor=nobody, now=timezone.now())
    assert actions.know(mia.person, actor=an, now=timezone.now()) == 2
    assert other.members.get().has_voice
    assert actions.know(mia.person, actor=an, now=timezone.now()) == 0


def test_on_the_page_one_says_it_and_takes_it_back() -> None:
    group, seats, (mia,) = make(2, 1)
    cast.make_user(seats[0].person, "rosa@example.be")
    browser = cast.sign_in(seats[0].person)
    address = f"/initiatives/{group.pk}/members/{mia.pk}/"
    assert "nog geen stem" in browser.get(address).content.decode()
    browser.post(f"{address}vouch/")
    assert "Mijn woord terugnemen" in browser.get(address).content.decode()
    browser.post(f"{address}vouch/", {"back": "1"})
    assert "Mijn woord terugnemen" not in browser.get(address).content.decode()
