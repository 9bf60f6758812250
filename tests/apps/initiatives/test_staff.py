"""Groups at the desk: beginning and joining for somebody on the phone, and sitting in for a member."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.initiatives.models import Initiative, Member, Support
from gebuur.apps.outbox.models import Message
from gebuur.apps.privacy.models import Sight
from tests import cast
from tests.apps.initiatives.supported import Supported
from tests.nights import half_past_midnight, stop_the_clock

pytestmark = pytest.mark.django_db
GROUP = {"title": "Soep", "aim": "Samen eten", "group_street": "", "meets": ""}
WHO = {"first_name": "Mia", "street": "Spoelstraat", "phone": "0470 12 34 56"}


def test_on_the_phone_a_group_begins_for_somebody_known_or_new_and_she_has_a_voice() -> None:
    place = cast.make_place()
    an, godelieve = cast.make_staff(place, "An"), cast.make_person(place, "Godelieve")
    browser = cast.sign_in(an)
    assert browser.get("/staff/initiatives/new/").status_code == 200
    assert browser.get(f"/staff/initiatives/new/?person={godelieve.pk}").status_code == 200
    assert browser.get("/staff/initiatives/new/?person=rubbish").status_code == 404
    assert browser.post("/staff/initiatives/new/", {}).status_code == 200
    browser.post("/staff/initiatives/new/", {**GROUP, "person": str(godelieve.pk)})
    browser.post("/staff/initiatives/new/", {**GROUP, **WHO})
    members = Member.objects.order_by("asked_at")
    assert [(m.name, m.has_voice, m.typed_by) for m in members] == [
        ("Godelieve", True, an),
        ("Mia", True, an),
    ]
    assert Message.objects.filter(template__endswith="your_group").count() == 2


def test_staff_asks_for_somebody_and_the_members_decide() -> None:
    place = cast.make_place()
    browser = cast.sign_in(cast.make_staff(place, "An"))
    group = cast.make_group(cast.make_person(place, "Rosa"))
    godelieve = cast.make_person(place, "Godelieve")
    address = f"/staff/initiatives/{group.pk}/join/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {}).status_code == 200
    browser.post(address, {"person": str(godelieve.pk), "words": "Hallo"})
    browser.post(address, {**WHO, "words": ""})
    asking = group.members.filter(state=Member.State.ASKED)
    assert {one.name for one in asking} == {"Godelieve", "Mia"}
    assert all(one.typed_by for one in asking)


def test_with_a_member_on_the_phone_staff_writes_for_her_until_the_call_is_over() -> None:
    place = cast.make_place()
    an, godelieve = cast.make_staff(place, "An"), cast.make_person(place, "Godelieve")
    group = cast.make_group(godelieve)
    member = group.members.get()
    browser = cast.sign_in(an)
    assert (
        "Aan de lijn met Godelieve"
        in browser.get(f"/staff/people/{godelieve.pk}/").content.decode()
    )
    browser.post(f"/staff/initiatives/member/{member.pk}/phone/")
    page = browser.get(f"/initiatives/{group.pk}/").content.decode()
    assert "Het gesprek is gedaan" in page
    assert Sight.objects.filter(person=godelieve, page="initiatives:staff-phone").count() == 1
    browser.post(f"/initiatives/{group.pk}/seat/")
    assert browser.get(f"/initiatives/{group.pk}/members/").status_code == 404


def test_without_second_factor_and_from_elsewhere_nobody_sits_in() -> None:
    place = cast.make_place()
    group = cast.make_group(cast.make_person(place, "Godelieve"))
    address = f"/staff/initiatives/member/{group.members.get().pk}/phone/"
    unsure = cast.sign_in(cast.make_staff(place, "An"), surely=False)
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    assert unsure.post(address).status_code == 302
    assert bert.post(address).status_code == 404
    for browser in (unsure, bert):
        assert browser.get(f"/initiatives/{group.pk}/members/").status_code == 404


def test_the_list_shows_what_sleeps_and_whom_to_get_to_know_but_no_member() -> None:
    place = cast.make_place()
    browser = cast.sign_in(cast.make_staff(place, "An"))
    assert "Nog niets" in browser.get("/staff/initiatives/").content.decode()
    godelieve = cast.make_person(place, "Godelieve")
    group = cast.make_group(godelieve, "Slaapgroep")
    cast.join_group(group, cast.make_person(place, "Beatrijs"))
    Initiative.objects.update(last_sign_at=timezone.now() - dt.timedelta(weeks=7))
    page = browser.get("/staff/initiatives/").content.decode()
    assert "slaapt" in page
    assert "Beatrijs" not in page
    assert f"/staff/people/{godelieve.pk}/" in page
    assert browser.get(f"/staff/initiatives/?person={godelieve.pk}").status_code == 200


def test_two_weeks_before_its_end_support_is_on_the_list_from_the_first_minute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    story = Supported()
    Support.objects.update(until=story.today + dt.timedelta(days=14))
    an = story.browser(story.an)
    stop_the_clock(monkeypatch, half_past_midnight(story.today))
    assert "steun tot" in an.get("/staff/initiatives/").content.decode()


def test_a_new_link_goes_out_and_the_old_one_ends() -> None:
    place = cast.make_place()
    browser = cast.sign_in(cast.make_staff(place, "An"))
    group = cast.make_group(cast.make_person(place, "Godelieve"))
    member = group.members.get()
    for _ in range(2):
        browser.post(f"/staff/initiatives/member/{member.pk}/link/")
    bodies = [one.body for one in Message.objects.order_by("created_at")]
    links = [word for body in bodies for word in body.split() if "/l/group/" in word]
    assert [browser.get(link).status_code for link in links] == [404, 302]
