"""Trust, charges, and handing them over."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Charge, HandingOver, Holding, Initiative
from gebuur.apps.initiatives.permissions import Seat, holds
from tests import cast

pytestmark = pytest.mark.django_db


def make(voices: int) -> tuple[Initiative, list[Seat]]:
    """A group in which so many neighbours have a voice; the first began it."""
    place = cast.make_place()
    group = cast.make_group(cast.make_person(place, "Rosa"))
    group.members.update(known_at=timezone.now(), joined_at=timezone.now() - dt.timedelta(days=9))
    for number in range(voices - 1):
        cast.join_group(group, cast.make_person(place, f"Buur{number}"))
    cast.make_user(group.members.earliest("joined_at").person, "rosa@example.be")
    rows = group.members.select_related("person__neighbourhood", "initiative__neighbourhood")
    return group, [Seat(member) for member in rows.order_by("joined_at", "pk")]


def test_enough_voices_give_a_charge_and_more_no_than_yes_end_it() -> None:
    _group, seats = make(6)
    now, bea = timezone.now(), seats[1].member
    for seat in seats[2:4]:
        actions.trust(bea, Charge.MONEY, actor=seat, now=now)
    assert not holds(bea, Charge.MONEY)
    actions.trust(bea, Charge.MONEY, actor=seats[4], now=now)
    assert holds(bea, Charge.MONEY)
    assert holds(seats[0].member, Charge.MONEY)
    later = now + dt.timedelta(days=1)
    actions.withdraw_trust(bea, Charge.MONEY, actor=seats[2], now=later)
    assert holds(bea, Charge.MONEY)
    for seat in (seats[3], seats[5]):
        actions.withdraw_trust(bea, Charge.MONEY, actor=seat, now=later)
    assert not holds(bea, Charge.MONEY)
    assert Line.objects.filter(act="trust-ended", verb="decided").count() == 1


def test_three_do_not_put_aside_a_founder_whom_four_trust() -> None:
    _group, seats = make(8)
    now, rosa = timezone.now(), seats[0].member
    for seat in seats[1:5]:
        actions.trust(rosa, Charge.LEAD, actor=seat, now=now)
    for seat in seats[5:8]:
        actions.withdraw_trust(rosa, Charge.LEAD, actor=seat, now=now)
    assert holds(rosa, Charge.LEAD)


def test_nobody_trusts_herself_and_who_has_no_voice_says_nothing() -> None:
    group, seats = make(2)
    new = cast.join_group(group, cast.make_person(group.neighbourhood, "Nieuw"), known=False)
    with pytest.raises(actions.NotTrustedNow):
        actions.trust(seats[1].member, Charge.LEAD, actor=seats[1], now=timezone.now())
    with pytest.raises(PermissionDenied):
        actions.trust(seats[1].member, Charge.LEAD, actor=Seat(new), now=timezone.now())


def test_a_charge_passes_when_the_other_says_yes() -> None:
    group, (rosa, bea) = make(2)
    now = timezone.now()
    offered = actions.offer_charge(bea.member, Charge.MONEY, actor=rosa, now=now, words="Graag")
    with pytest.raises(actions.OfferOver):
        actions.offer_charge(bea.member, Charge.MONEY, actor=rosa, now=now)
    assert holds(rosa.member, Charge.MONEY)
    with pytest.raises(PermissionDenied):
        actions.answer_charge(offered, yes=True, actor=rosa, now=now)
    actions.answer_charge(offered, yes=True, actor=bea, now=now)
    assert not holds(rosa.member, Charge.MONEY)
    assert Holding.objects.get(member=bea.member).how == Holding.How.HANDED_OVER
    assert Line.objects.filter(verb="handed_over", thing=group.pk).count() == 1
    with pytest.raises(actions.OfferOver):
        actions.answer_charge(offered, yes=False, actor=bea, now=now)


def test_no_leaves_it_where_it_is_and_an_offer_can_be_taken_back() -> None:
    _group, (rosa, bea) = make(2)
    now = timezone.now()
    offered = actions.offer_charge(bea.member, Charge.DATES, actor=rosa, now=now)
    actions.answer_charge(offered, yes=False, actor=bea, now=now)
    assert holds(rosa.member, Charge.DATES)
    again = actions.offer_charge(bea.member, Charge.DATES, actor=rosa, now=now)
    actions.withdraw_charge(again, actor=rosa, now=now)
    with pytest.raises(actions.OfferOver):
        actions.answer_charge(again, yes=True, actor=bea, now=now)


def test_the_pages_offer_answer_and_trust_and_say_what_is_missing() -> None:
    group, (rosa, bea) = make(2)
    cast.make_user(bea.person, "bea@example.be")
    hers, his = cast.sign_in(rosa.person), cast.sign_in(bea.person)
    page = f"/initiatives/{group.pk}/charges/offer/"
    assert hers.get(page).status_code == 200
    assert "Kies een buur" in hers.post(page, {"charge": "money"}).content.decode()
    assert hers.post(page, {"charge": "king", "taker": "x", "due_on": "never"}).status_code == 200
    assert hers.post(page, {"charge": "money", "taker": str(bea.member.pk)}).status_code == 302
    offered = HandingOver.objects.get()
    assert "vraagt of jij" in his.get(f"/initiatives/{group.pk}/").content.decode()
    answer = f"/initiatives/{group.pk}/charges/{offered.pk}/"
    perhaps = his.post(answer, {"answer": "perhaps"}, follow=True).content.decode()
    assert "Kies een van de twee antwoorden" in perhaps
    assert holds(rosa.member, Charge.MONEY)
    his.post(answer, {"answer": "yes"})
    assert holds(bea.member, Charge.MONEY)
    assert (
        "Niets om door te geven" in his.get(page).content.decode()
        or his.get(page).status_code == 200
    )
    trust = f"/initiatives/{group.pk}/members/{bea.member.pk}/trust/"
    assert hers.post(trust, {"charge": "king"}).status_code == 302
    hers.post(trust, {"charge": "lead"})
    assert holds(bea.member, Charge.LEAD)
    hers.post(trust, {"charge": "lead", "back": "1"})
    assert not holds(bea.member, Charge.LEAD)
    assert hers.get(f"/initiatives/{group.pk}/members/").status_code == 200
