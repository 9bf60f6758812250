"""What a passer-by sees of a group, what its members see, and hiding it at once."""

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from tests import cast

pytestmark = pytest.mark.django_db


def people(*names: str) -> list[Person]:
    """Neighbours of one place, the first with an account."""
    place = cast.make_place()
    made = [cast.make_person(place, name) for name in names]
    cast.make_user(made[0], "one@example.be")
    return made


def known(group: Initiative) -> Member:
    """Who began it, with a voice."""
    group.members.update(known_at=timezone.now())
    return group.members.select_related("person", "initiative__neighbourhood").get()


def test_a_stranger_reads_what_the_group_is_and_nobodys_name() -> None:
    rosa, bea = people("Rosa", "Beatrijs")
    group = cast.make_group(rosa, "Samen tuin")
    cast.join_group(group, bea)
    page = Client().get(f"/initiatives/{group.pk}/").content.decode()
    listed = Client().get("/initiatives/").content.decode()
    for seen in (page, listed):
        assert "Samen tuin" in seen
        assert "Rosa" not in seen
        assert "Beatrijs" not in seen
    assert "enkele buren" in page
    assert Client().get(f"/initiatives/{group.pk}/members/").status_code == 404


def test_a_stranger_goes_on_from_a_group_to_the_pages_of_its_neighbourhood() -> None:
    (rosa,) = people("Rosa")
    group = cast.make_group(rosa, "Samen tuin")
    cast.make_place(name="De Molen", slug="molen")
    stranger = Client()
    for page in ("/initiatives/", "/street/"):
        assert stranger.get(page).headers["Location"] == "/"
    stranger.get(f"/initiatives/{group.pk}/")
    assert "Samen tuin" in stranger.get("/initiatives/").content.decode()
    for page in ("/street/", "/ask/whom/", "/initiatives/new/what/"):
        assert stranger.get(page).status_code == 200


def test_a_member_sees_first_names_and_no_numbers() -> None:
    rosa, bea = people("Rosa", "Beatrijs")
    Person.objects.filter(pk=bea.pk).update(last_name="Geheim", phone="+3290000042")
    group = cast.make_group(rosa)
    cast.join_group(group, bea)
    page = cast.sign_in(rosa).get(f"/initiatives/{group.pk}/members/").content.decode()
    assert "Beatrijs" in page
    assert "Geheim" not in page
    assert "000 00 42" not in page


def test_staff_without_a_seat_and_staff_of_elsewhere_stand_outside() -> None:
    (rosa,) = people("Rosa")
    group = cast.make_group(rosa)
    an = cast.make_staff(rosa.neighbourhood, "An")
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    for staff in (an, bert):
        browser = cast.sign_in(staff)
        assert browser.get(f"/initiatives/{group.pk}/members/").status_code == 404
        assert browser.post(f"/initiatives/{group.pk}/hide/").status_code == 404


def test_hidden_at_once_and_shown_again_only_by_the_lead() -> None:
    rosa, bea = people("Rosa", "Bea")
    cast.make_user(bea, "bea@example.be")
    group = cast.make_group(rosa)
    known(group)
    cast.join_group(group, bea)
    cast.sign_in(bea).post(f"/initiatives/{group.pk}/hide/")
    assert Client().get(f"/initiatives/{group.pk}/").status_code == 404
    assert Client().get(f"/initiatives/{group.pk}/join/").status_code == 404
    assert list(queries.list_public(rosa.neighbourhood)) == []
    assert cast.sign_in(bea).get(f"/initiatives/{group.pk}/").status_code == 200
    cast.sign_in(bea).post(f"/initiatives/{group.pk}/show/")
    assert Client().get(f"/initiatives/{group.pk}/").status_code == 404
    cast.sign_in(rosa).post(f"/initiatives/{group.pk}/show/")
    assert Client().get(f"/initiatives/{group.pk}/").status_code == 200


def test_the_desk_knows_of_a_hidden_group_only_that_there_is_one() -> None:
    (rosa,) = people("Rosa")
    an = cast.make_staff(rosa.neighbourhood, "An")
    group = cast.make_group(rosa, "Stille groep")
    actions.hide_initiative(actor=Seat(known(group)), now=timezone.now())
    browser = cast.sign_in(an)
    page = browser.get("/staff/initiatives/").content.decode()
    card = browser.get(f"/staff/people/{rosa.pk}/").content.decode()
    assert "1 groep verbergt zich" in page
    assert "Stille groep" not in page + card


def test_the_lead_changes_what_the_group_says_and_another_member_does_not() -> None:
    rosa, bea = people("Rosa", "Bea")
    cast.make_user(bea, "bea@example.be")
    group = cast.make_group(rosa)
    known(group)
    cast.join_group(group, bea)
    said = {"title": "Nieuwe naam", "aim": "Iets", "group_street": "", "meets": ""}
    page = cast.sign_in(bea).post(f"/initiatives/{group.pk}/edit/", said).content.decode()
    assert "Nieuwe naam" in page
    group.refresh_from_db()
    assert group.title == "Spoelstraat helpt"
    browser = cast.sign_in(rosa)
    assert browser.post(f"/initiatives/{group.pk}/edit/", {}).status_code == 200
    assert browser.post(f"/initiatives/{group.pk}/edit/", said).status_code == 302
    group.refresh_from_db()
    assert (group.title, group.street) == ("Nieuwe naam", None)


def test_on_her_own_page_and_on_the_list_she_finds_her_groups() -> None:
    (rosa,) = people("Rosa")
    group = cast.make_group(rosa)
    Initiative.objects.update(is_hidden=True)
    browser = cast.sign_in(rosa)
    for address in ("/me/", "/initiatives/"):
        assert f"/initiatives/{group.pk}/" in browser.get(address).content.decode()


def test_a_link_is_closed_on_a_device_that_is_not_hers() -> None:
    (rosa,) = people("Rosa")
    group = cast.make_group(rosa)
    browser = Client()
    link = outbox.make_link(
        rosa, "initiatives:door", group, expires_at=timezone.now().replace(year=2099)
    )
    browser.get(link.address)
    assert browser.get(f"/initiatives/{group.pk}/members/").status_code == 200
    browser.post(f"/initiatives/{group.pk}/seat/")
    assert browser.get(f"/initiatives/{group.pk}/members/").status_code == 404
