"""Asking to join, being welcomed by the members, leaving, and coming back."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Holding, Initiative, Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Message
from tests import cast

pytestmark = pytest.mark.django_db
WHO = {
    "first_name": "Mia",
    "street": "Spoelstraat",
    "phone": "0470 12 34 56",
    "words": "Ik kook graag.",
}


def make(voices: int) -> tuple[Initiative, list[Seat]]:
    """A group in which so many neighbours have a voice."""
    place = cast.make_place()
    group = cast.make_group(cast.make_person(place, "Rosa", phone="+32470000001", channel="sms"))
    group.members.update(known_at=timezone.now(), joined_at=timezone.now() - dt.timedelta(days=9))
    for number in range(voices - 1):
        cast.join_group(group, cast.make_person(place, f"Buur{number}"))
    rows = group.members.select_related("person__neighbourhood", "initiative__neighbourhood")
    return group, [Seat(member) for member in rows.order_by("joined_at")]


def ask(group: Initiative, name: str = "Mia") -> Member:
    mia = cast.make_person(group.neighbourhood, name, phone="+32470123456", channel="sms")
    return actions.ask_to_join(group, actor=mia, now=timezone.now(), words="Hallo")


@pytest.mark.parametrize(("voices", "needed"), [(1, 1), (3, 1), (4, 2), (6, 3), (9, 3)])
def test_the_bigger_the_group_the_more_say_welcome(voices: int, needed: int) -> None:
    group, seats = make(voices)
    member = ask(group)
    for seat in seats[: needed - 1]:
        actions.welcome(member, actor=seat, now=timezone.now())
        actions.welcome(member, actor=seat, now=timezone.now())
    member.refresh_from_db()
    assert member.state == Member.State.ASKED
    actions.welcome(member, actor=seats[needed - 1], now=timezone.now())
    member.refresh_from_db()
    assert (member.state, member.has_voice) == (Member.State.MEMBER, False)
    told = Message.objects.get(person=member.person)
    assert (told.template, "/l/group/" in told.body) == ("initiatives/messages/you_are_in", True)
    assert Line.objects.filter(act="welcome", verb="decided").count() == 1


def test_on_the_page_a_neighbour_asks_and_the_lead_hears_it() -> None:
    group, _seats = make(1)
    browser = Client()
    assert browser.get(f"/initiatives/{group.pk}/join/").status_code == 200
    assert (
        "Schrijf je voornaam" in browser.post(f"/initiatives/{group.pk}/join/", {}).content.decode()
    )
    page = browser.post(f"/initiatives/{group.pk}/join/", WHO, follow=True).content.decode()
    assert "De groep leest" in page
    assert group.members.get(state="asked").words == "Ik kook graag."
    assert Message.objects.get().template == "initiatives/messages/somebody_asks"
    assert "Mia" not in Message.objects.get().body
    # Asking again changes nothing, and looks the same.
    browser.post(f"/initiatives/{group.pk}/join/", WHO)
    assert Message.objects.count() == 1


def test_not_this_time_is_told_over_her_own_channel() -> None:
    group, seats = make(1)
    member = ask(group)
    actions.decline(member, actor=seats[0], now=timezone.now())
    member.refresh_from_db()
    assert member.state == Member.State.DECLINED
    assert Message.objects.get(person=member.person).template.endswith("not_this_time")
    with pytest.raises(actions.AnsweredAlready):
        actions.welcome(member, actor=seats[0], now=timezone.now())


def test_one_no_of_many_refuses_nobody() -> None:
    group, seats = make(6)
    member = ask(group)
    actions.decline(member, actor=seats[0], now=timezone.now())
    for seat in seats[1:4]:
        actions.welcome(member, actor=seat, now=timezone.now())
    member.refresh_from_db()
    assert member.state == Member.State.MEMBER


def test_who_has_no_voice_or_is_of_another_group_decides_nothing() -> None:
    group, _seats = make(2)
    bea = cast.join_group(group, cast.make_person(group.neighbourhood, "Bea"), known=False)
    other = cast.make_group(cast.make_person(group.neighbourhood, "Zita"), "Anders")
    other.members.update(known_at=timezone.now())
    member = ask(group)
    for seat in (Seat(bea), Seat(other.members.get())):
        with pytest.raises(PermissionDenied):
            actions.welcome(member, actor=seat, now=timezone.now())


def test_nobody_joins_a_group_of_another_neighbourhood_or_a_hidden_one() -> None:
    group, _seats = make(1)
    zoe = cast.make_person(cast.make_place(name="De Molen", slug="molen"), "Zoe")
    with pytest.raises(PermissionDenied):
        actions.ask_to_join(group, actor=zoe, now=timezone.now())
    group.is_hidden = True
    with pytest.raises(PermissionDenied):
        ask(group)


def test_leaving_frees_what_she_carried_and_her_link_brings_her_back() -> None:
    group, seats = make(2)
    rosa = seats[0].person
    link = outbox.make_link(
        rosa, "initiatives:door", group, expires_at=timezone.now() + dt.timedelta(days=9)
    )
    browser = Client()
    browser.get(link.address)
    assert browser.get(f"/initiatives/{group.pk}/leave/").status_code == 200
    browser.post(f"/initiatives/{group.pk}/leave/")
    assert not Holding.objects.filter(until__isnull=True).exists()
    assert browser.get(f"/initiatives/{group.pk}/members/").status_code == 404
    assert "Terugkomen" in browser.get(link.address).content.decode()
    assert browser.get(f"/initiatives/{group.pk}/members/").status_code == 404
    browser.post(link.address)
    assert browser.get(f"/initiatives/{group.pk}/members/").status_code == 200
    member = Member.objects.get(person=rosa)
    assert (member.state, member.has_voice) == (Member.State.MEMBER, True)


def test_the_last_one_who_leaves_takes_the_group_from_the_list() -> None:
    group, seats = make(1)
    actions.leave(actor=seats[0], now=timezone.now())
    group.refresh_from_db()
    assert group.is_hidden


def test_an_answer_on_the_page_and_rubbish_there() -> None:
    group, seats = make(1)
    cast.make_user(seats[0].person, "rosa@example.be")
    browser = cast.sign_in(seats[0].person)
    member = ask(group)
    page = browser.get(f"/initiatives/{group.pk}/").content.decode()
    assert "Mia wil erbij" in page
    assert browser.get(f"/initiatives/{group.pk}/members/{member.pk}/").status_code == 200
    assert browser.get(f"/initiatives/{group.pk}/members/{group.pk}/").status_code == 404
    nothing = browser.post(f"/initiatives/{group.pk}/members/{member.pk}/answer/", follow=True)
    assert "Kies een van de twee antwoorden" in nothing.content.decode()
    member.refresh_from_db()
    assert member.state == Member.State.ASKED
    browser.post(f"/initiatives/{group.pk}/members/{member.pk}/answer/", {"answer": "yes"})
    member.refresh_from_db()
    assert member.state == Member.State.MEMBER
    again = browser.post(
        f"/initiatives/{group.pk}/members/{member.pk}/answer/", {"answer": "yes"}, follow=True
    )
    assert "De groep heeft al geantwoord" in again.content.decode()


def test_who_is_erased_leaves_no_group_alone_on_the_list() -> None:
    group, seats = make(1)
    actions.forget_member(Person.objects.get(pk=seats[0].person.pk), now=timezone.now())
    group.refresh_from_db()
    assert group.is_hidden
