"""My data: to read, to take along, to take back, and to be forgotten, from every table and every message."""

import json
import re

import pytest
from django.apps import apps
from django.core import mail
from django.db import models
from django.test import Client
from django.utils import timezone

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.care import actions as care
from gebuur.apps.care.models import HelpRequest, Visit
from gebuur.apps.care.queries import rank_for
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Channel, Person, Role
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Call, Message
from gebuur.apps.privacy.models import Consent, Sight
from gebuur.web.person_tables import KNOWN, NOT_TOLD
from tests import cast
from tests.apps.care.story import NOW, TOMORROW, Story

pytestmark = pytest.mark.django_db
CANARY = "Kanariepiet"


def rows_with(word: str) -> list[str]:
    """Every table that holds the word, opened and as stored."""
    return sorted(
        {
            f"{model._meta.label_lower}.{field.attname}"
            for model in apps.get_models()
            for row in model._default_manager.all()
            for field in model._meta.concrete_fields
            if word.lower() in str(getattr(row, field.attname, "")).lower()
        }
    )


def whole_life(person_name: str) -> Story:
    """Everything that can happen to somebody who asks and to somebody who helps, with one name in it."""
    story = Story(rhythm="weekly")
    person = story.godelieve if person_name == "seeker" else story.joris.person
    facts = {"first_name": CANARY, "last_name": CANARY, "desk_note": f"{CANARY} belt graag"}
    for name, value in facts.items():
        setattr(person, name, value)
    person.save()
    story.request.refresh_from_db()
    match = story.agree()
    visit = match.visits.earliest("on")
    care.report_visit(
        visit, actor=story.an, outcome=Visit.State.DONE, now=NOW, is_worried=True, worry="Zorg"
    )
    care.give_feedback(
        visit, actor=story.an, by_seeker=True, was_good=True, again=True, channel=Channel.PHONE,
        note="goed", thanks="dank", noted_by=story.an,
    )  # fmt: skip
    outbox.add_call(story.place, actor=None, call_at=NOW, name=CANARY, phone=person.phone)
    outbox.add_call(story.place, actor=None, call_at=NOW, person=person, about=CANARY)
    return story


@pytest.mark.parametrize("side", ["seeker", "helper"])
def test_who_is_erased_is_gone_from_every_table_and_every_waiting_message(side: str) -> None:
    story = whole_life(side)
    person = story.godelieve if side == "seeker" else story.joris.person
    if not person.phone:
        Person.objects.filter(pk=person.pk).update(phone="+3290000055")
        person.refresh_from_db()
        Call.objects.filter(name=CANARY).update(phone=person.phone)
    nele = cast.make_staff(story.place, "Nele", role=Role.COORDINATOR)
    before = set(Line.objects.values_list("digest", flat=True))
    assert "outbox.message.body" in rows_with(CANARY)
    page = cast.sign_in(nele).get(f"/staff/people/{person.pk}/erase/").content.decode()
    assert "Wat blijft, en waarom" in page
    cast.sign_in(nele).post(f"/staff/people/{person.pk}/erase/")
    assert rows_with(CANARY) == []
    assert not Person.objects.filter(pk=person.pk).exists()
    assert before <= set(Line.objects.values_list("digest", flat=True))


def test_a_helper_who_falls_away_leaves_nobody_waiting_without_a_word() -> None:
    story = Story()
    story.agree()
    nele = cast.make_staff(story.place, "Nele", role=Role.COORDINATOR)
    cast.sign_in(nele).post(f"/staff/people/{story.joris.person_id}/erase/")
    request = story.reload()
    assert request.state in {"searching", "asked"}
    told = Message.objects.filter(person=story.godelieve, template="care/messages/looking_again")
    assert told.exclude(state=Message.State.CANCELLED).exclude(body="").count() == 1


def test_the_next_is_asked_when_the_one_who_was_asked_is_erased() -> None:
    story = Story()
    story.ask_both()
    nele = cast.make_staff(story.place, "Nele", role=Role.COORDINATOR)
    cast.sign_in(nele).post(f"/staff/people/{story.joris.person_id}/erase/")
    assert story.reload().state == "asked"
    assert story.request.proposals.get(state="asked").offer == story.emine


def test_a_helper_hears_that_it_stops_when_the_seeker_is_erased() -> None:
    story = Story()
    story.agree()
    nele = cast.make_staff(story.place, "Nele", role=Role.COORDINATOR)
    cast.sign_in(nele).post(f"/staff/people/{story.godelieve.pk}/erase/")
    outbox.deliver_due(now=timezone.now())
    last = [message for message in mail.outbox if message.to == ["joris@example.be"]][-1]
    assert "stopt" in str(last.body)


def test_a_coordinator_does_not_erase_herself() -> None:
    nele = cast.make_staff(cast.make_place(), "Nele", role=Role.COORDINATOR)
    browser = cast.sign_in(nele)
    assert (
        "Jezelf wissen kan niet" in browser.get(f"/staff/people/{nele.pk}/erase/").content.decode()
    )
    browser.post(f"/staff/people/{nele.pk}/erase/")
    assert Person.objects.filter(pk=nele.pk).exists()


def test_every_table_that_knows_people_stands_in_the_file_or_says_why_not() -> None:
    told = {known.model for known in KNOWN} | set(NOT_TOLD) | {Person}
    silent = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.related_model is Person
        and field.remote_field.on_delete is not models.SET_NULL
        and model not in told
    }
    assert silent == set()


def test_everything_is_there_to_read_and_to_take_along() -> None:
    story = whole_life("seeker")
    cast.make_user(story.godelieve, "godelieve@example.be")
    browser = cast.sign_in(story.godelieve)
    assert "/me/data/" in browser.get("/me/seen/").content.decode()
    page = browser.get("/me/data/").content.decode()
    for words in ("Wat je vroeg", "Boodschappen", "Bezoeken aan jou", "Zorgen om jou", CANARY):
        assert words in page
    assert not re.search(
        r"\b(picked|not_this_time|done|phone|weekly)\b", page.partition("<main")[2]
    )
    told = json.loads(browser.get("/me/data/file/").content)
    assert told["person"]["desk_note"] == f"{CANARY} belt graag"
    assert told["care.helprequest:seeker"][0]["task"] == "Boodschappen"


def test_a_task_is_named_in_the_language_of_who_reads() -> None:
    story = whole_life("seeker")
    cast.make_user(story.godelieve, "godelieve@example.be")
    browser = cast.sign_in(story.godelieve)
    page = browser.get("/me/data/", headers={"accept-language": "en"}).content.decode()
    assert "<bdi>Groceries</bdi>" in page


def test_staff_prints_it_for_somebody_and_that_is_noted() -> None:
    story = Story()
    page = cast.sign_in(story.an).get(f"/staff/people/{story.godelieve.pk}/data/").content.decode()
    assert "Alles wat we over Godelieve Verhaeghe weten" in page
    assert Sight.objects.get(person=story.godelieve).page == "person-file"


def link_in_mail(to: str) -> str:
    outbox.deliver_due(now=timezone.now())
    body = next(str(m.body) for m in reversed(mail.outbox) if m.to == [to])
    found = re.search(r"/l/my-data/[^\s/]+/", body)
    assert found is not None
    return found.group()


def test_somebody_without_an_account_reads_it_by_a_link_and_the_earlier_link_ends() -> None:
    story = Story()
    joris, staff = story.joris.person, cast.sign_in(story.an)
    staff.post(f"/staff/people/{joris.pk}/data/link/")
    first = link_in_mail("joris@example.be")
    staff.post(f"/staff/people/{joris.pk}/data/link/")
    second, visitor = link_in_mail("joris@example.be"), Client()
    assert visitor.get(first).status_code == 404
    assert visitor.get(second).status_code == 200
    assert "Wat je aanbiedt" in visitor.get(f"{second}file/").content.decode()
    assert json.loads(visitor.get(f"{second}file/", {"download": "1"}).content)["person"]


def test_who_gets_no_mail_gets_a_letter_with_a_code() -> None:
    story = Story()
    Person.objects.filter(pk=story.godelieve.pk).update(channel=Channel.LETTER)
    cast.sign_in(story.an).post(f"/staff/people/{story.godelieve.pk}/data/link/")
    letter = Message.objects.get(person=story.godelieve, template="web/messages/my_data")
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", letter.body)
    assert letter.state == Message.State.TO_PRINT
    assert code is not None
    opened = Client().post("/code/", {"code": code.group()}, follow=True)
    assert "Wie keek naar jouw gegevens" in opened.content.decode()


@pytest.mark.parametrize("way", ["account", "link", "phone"])
def test_taking_back_a_yes_takes_the_question_back_from_the_service(way: str) -> None:
    story = Story()
    rosa = cast.make_person(story.place, "Rosa", channel=Channel.MAIL, email="rosa@example.be")
    boundaries.hand_over(
        rosa, actor=story.an, service="OCMW", what="Een brief", consent_channel=Channel.PHONE,
        answer_by=TOMORROW, now=NOW,
    )  # fmt: skip
    consent, staff = Consent.objects.get(), cast.sign_in(story.an)
    if way == "account":
        cast.make_user(rosa, "rosa@example.be")
        cast.sign_in(rosa).post(f"/me/consents/{consent.pk}/withdraw/")
    elif way == "link":
        staff.post(f"/staff/people/{rosa.pk}/data/link/")
        Client().post(link_in_mail("rosa@example.be"), {"consent": str(consent.pk)})
    else:
        staff.post(f"/staff/consents/{consent.pk}/withdraw/")
    consent.refresh_from_db()
    assert consent.withdrawn_at is not None
    assert HandOver.objects.get().state == HandOver.State.WITHDRAWN


def test_a_link_takes_back_nothing_of_somebody_else() -> None:
    story = Story()
    joris = story.joris.person
    boundaries.hand_over(
        story.godelieve, actor=story.an, service="OCMW", what="Een brief",
        consent_channel=Channel.PHONE, answer_by=TOMORROW, now=NOW,
    )  # fmt: skip
    cast.sign_in(story.an).post(f"/staff/people/{joris.pk}/data/link/")
    link = link_in_mail("joris@example.be")
    for key in (str(Consent.objects.get().pk), "rubbish"):
        assert Client().post(link, {"consent": key}).status_code == 404
    assert Consent.objects.get().withdrawn_at is None


def test_a_helper_who_opens_the_card_stands_on_the_seekers_page() -> None:
    story = Story(now=timezone.now())
    story.agree()
    outbox.deliver_due(now=timezone.now())
    body = next(str(m.body) for m in reversed(mail.outbox) if "/l/card/" in str(m.body))
    found = re.search(r"/l/card/[^\s/]+/", body)
    assert found is not None
    Client().get(found.group())
    seen = Sight.objects.get(person=story.godelieve)
    assert (seen.reader, seen.page) == (story.joris.person, "care:card")


def test_two_people_are_kept_apart_and_brought_together_again_on_the_phone() -> None:
    story = Story()
    browser, path = cast.sign_in(story.an), f"/staff/people/{story.godelieve.pk}/apart/"
    assert "Joris" in browser.get(path, {"q": "jor"}).content.decode()
    browser.post(path, {"other": str(story.joris.person_id)})
    ranked = care_ranks(story.request)
    assert "Joris" not in ranked
    browser.post(path, {"other": str(story.joris.person_id), "again": "1"})
    assert "Joris" in care_ranks(story.request)
    assert browser.post(path, {"other": "rubbish"}).status_code == 404


def care_ranks(request: HelpRequest) -> list[str]:
    return [helper.first_name for helper in rank_for(request, now=NOW).helpers]


def test_somebody_who_moves_is_looked_for_near_her_new_door() -> None:
    story = Story()
    joris = story.joris.person
    before = story.joris.tasks.get()
    facts = {"first_name": "Joris", "channel": "phone", "street": "Weverstraat"}
    cast.sign_in(story.an).post(f"/staff/people/{joris.pk}/edit/", facts)
    joris.refresh_from_db()
    after = story.joris.tasks.get()
    assert (before.x, before.y) != (after.x, after.y) == (joris.x, joris.y)


def test_a_role_for_a_neighbour_we_know_comes_with_an_invitation() -> None:
    story = Story()
    nele = cast.make_staff(story.place, "Nele", role=Role.COORDINATOR)
    browser, path = cast.sign_in(nele), f"/staff/people/{story.godelieve.pk}/role/"
    late = browser.post(path, {"role": "contact", "until": "2020-01-01"}).content.decode()
    assert "Deze dag is al voorbij" in late
    page = browser.post(path, {"role": "contact", "invite": "on"}).content.decode()
    assert "ligt klaar om af te drukken" in page
    assert Message.objects.filter(person=story.godelieve, state=Message.State.TO_PRINT).exists()
    assert story.godelieve.memberships.filter(role=Role.CONTACT).exists()
