"""Beginning a group on the website: three short pages, no account, a link of one's own."""

import re

import pytest
from django.core import mail
from django.test import Client

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.outbox.models import Message
from tests import cast

pytestmark = pytest.mark.django_db
WHAT = {"title": "Soep op zondag", "aim": "Samen eten & praten."}
WHERE = {"group_street": "spoelstr", "meets": "Zondag om 12 uur"}
WHO = {"first_name": "Mia", "street": "Spoelstraat", "phone": "0470 12 34 56"}


def begin(browser: Client, **who: str) -> str:
    """Go through the pages; what stands on the last one."""
    browser.post("/initiatives/new/what/", WHAT)
    browser.post("/initiatives/new/where/", WHERE)
    answer = browser.post("/initiatives/new/who/", {**WHO, **who}, follow=True)
    return answer.content.decode()


def test_a_neighbour_begins_without_an_account_and_her_link_opens_the_group() -> None:
    cast.make_place()
    browser = Client()
    page = begin(browser)
    group = Initiative.objects.get()
    assert (group.title, group.street and group.street.name) == ("Soep op zondag", "Spoelstraat")
    link = re.search(r"/l/group/[\w-]+/", page)
    assert link
    elsewhere = Client()
    assert elsewhere.get(link[0], follow=True).status_code == 200
    assert elsewhere.get(f"/initiatives/{group.pk}/members/").status_code == 200
    assert Client().get(f"/initiatives/{group.pk}/members/").status_code == 404
    assert "/l/group/" not in browser.get("/initiatives/begun/", follow=True).content.decode()
    sent = Message.objects.get()
    assert "Soep" not in sent.subject + sent.body
    assert (sent.channel, "/l/group/" in sent.body) == ("sms", True)
    assert Line.objects.filter(act="initiative", verb="began").count() == 1


def test_a_letter_of_the_group_is_not_full_of_signs_of_the_web() -> None:
    place = cast.make_place()
    cast.make_group(cast.make_person(place, "Mia"), "Soep & brood")
    member = Member.objects.select_related("person__neighbourhood", "initiative").get()
    actions.send_door(member, "your_group", now=member.asked_at)
    assert "Soep & brood" in Message.objects.get().body
    assert mail.outbox == []


@pytest.mark.parametrize("step", ["what", "who"])
def test_nothing_filled_in_says_what_is_missing(step: str) -> None:
    cast.make_place()
    page = Client().post(f"/initiatives/new/{step}/", {}).content.decode()
    assert 'class="err' in page or "error" in page
    assert Initiative.objects.count() == 0


def test_rubbish_keeps_what_was_typed() -> None:
    cast.make_place()
    typed = {"group_street": "Nergens\x00straat", "meets": "Morgen" * 40}
    answer = Client().post("/initiatives/new/where/", typed)
    assert answer.status_code == 200
    assert "MorgenMorgen" in answer.content.decode()
    assert Client().get("/initiatives/new/nowhere/").status_code == 404


def test_who_signed_in_does_not_say_again_who_she_is() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    browser = cast.sign_in(rosa)
    browser.post("/initiatives/new/what/", WHAT)
    page = browser.post("/initiatives/new/where/", WHERE, follow=True).content.decode()
    assert "/l/group/" in page
    assert Member.objects.get().person == rosa


def test_a_form_with_the_name_of_somebody_known_gives_no_voice() -> None:
    place = cast.make_place()
    an = cast.make_staff(place, "An")
    mia = cast.make_person(place, "Mia", phone="+32470123456")
    mia.entered_by = an
    mia.save()
    page = begin(Client())
    member = Member.objects.get()
    assert (member.person, member.has_voice) == (mia, False)
    # The day the desk knows her, the link on the screen ends, whoever saw it.
    link = re.search(r"/l/group/[\w-]+/", page)
    assert link
    assert Client().get(link[0]).status_code == 302
    cast.sign_in(an).post(f"/staff/initiatives/person/{mia.pk}/known/")
    member.refresh_from_db()
    assert member.has_voice
    assert Client().get(link[0]).status_code == 404
    assert Message.objects.filter(template__endswith="you_have_a_voice").count() == 1


@pytest.mark.usefixtures("one_hour")
def test_somebody_who_begins_a_hundred_groups_is_asked_to_wait() -> None:
    cast.make_place()
    browser = Client()
    pages = [begin(browser) for _ in range(8)]
    assert Initiative.objects.count() == 6
    assert "Wacht een uur" in pages[-1]
