"""A question goes to a service and comes back, and nobody reads along."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from gebuur.apps.boundaries import actions
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.chronicle.models import Line, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.privacy.models import Sight
from tests import cast
from tests.apps.boundaries.handing_over import handed_over, in_two_weeks, link_in, send_form

pytestmark = pytest.mark.django_db


def test_a_hand_over_needs_a_yes_and_keeps_what_was_typed(an: Person, godelieve: Person) -> None:
    browser = cast.sign_in(an)
    page = send_form(browser, godelieve, consent_channel="not_yet").content.decode()  # type: ignore[attr-defined]  # a response
    assert "Vraag het eerst aan Godelieve" in page
    assert "Rekeningen die blijven liggen" in page
    assert not HandOver.objects.exists()
    assert not Message.objects.exists()


def test_a_hand_over_notes_who_said_yes_how_and_when(an: Person, godelieve: Person) -> None:
    browser = cast.sign_in(an)
    send_form(browser, godelieve)
    handed = HandOver.objects.get()
    assert (handed.consent.channel, handed.consent.noted_by) == ("phone", an)
    page = browser.get(f"/staff/hand-overs/{handed.pk}/").content.decode()
    for words in (
        "Godelieve zei ja",
        "An schreef het op",
        "Dat was aan de telefoon",
        "09 000 00 77",
    ):
        assert words in page


def test_the_form_proposes_two_weeks(an: Person, godelieve: Person) -> None:
    page = cast.sign_in(an).get(f"/staff/hand-overs/new/?person={godelieve.pk}").content.decode()
    assert in_two_weeks().isoformat() in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"phone": "", "email": ""}, "een e-mailadres van de dienst"),
        ({"answer_by": "2020-01-01"}, "Kies een dag na vandaag"),
        (
            {"answer_by": "9999-12-31", "phone": "", "email": "dienst@stad.example"},
            "Kies een dag binnen het jaar",
        ),
        ({"phone": "09 000"}, "Een vast nummer heeft er negen"),
        ({"consent_channel": ""}, "Kies hoe de persoon ja zei"),
    ],
)
def test_what_cannot_be_sent_is_explained(
    an: Person, godelieve: Person, changed: dict[str, str], said: str
) -> None:
    page = send_form(cast.sign_in(an), godelieve, **changed).content.decode()  # type: ignore[attr-defined]  # a response
    assert said in page
    assert not HandOver.objects.exists()


def test_taking_it_back_closes_the_page_and_tells_the_service(
    an: Person, godelieve: Person
) -> None:
    handed = handed_over(godelieve, an)
    address = link_in(Message.objects.get())
    browser = cast.sign_in(an)
    assert (
        "meteen dicht" in browser.get(f"/staff/hand-overs/{handed.pk}/withdraw/").content.decode()
    )
    browser.post(f"/staff/hand-overs/{handed.pk}/withdraw/")
    handed.refresh_from_db()
    assert handed.state == "withdrawn"
    assert handed.consent.withdrawn_at is not None
    assert Client().get(address).status_code == 404
    told = Message.objects.get(template="boundaries/messages/service_withdrawn")
    assert "Godelieve" not in told.body
    assert Message.objects.get(template="boundaries/messages/service_asked").state == "cancelled"


def test_the_person_herself_may_take_it_back_and_a_stranger_may_not(
    an: Person, godelieve: Person, place: Neighbourhood
) -> None:
    handed = handed_over(godelieve, an)
    with pytest.raises(PermissionDenied):
        actions.withdraw_hand_over(handed, actor=cast.make_person(place, "Rosa"))
    assert actions.withdraw_hand_over(handed, actor=godelieve).state == "withdrawn"


def test_after_it_is_over_nothing_leaves_any_more(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    actions.withdraw_hand_over(handed, actor=godelieve)
    before = Message.objects.count()
    browser = cast.sign_in(an)
    browser.post(f"/staff/hand-overs/{handed.pk}/mail/")
    answer = browser.post(f"/staff/hand-overs/{handed.pk}/letter/")
    assert Message.objects.count() == before
    assert answer.status_code == 302


def test_every_look_at_a_hand_over_is_kept_for_the_person(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    cast.sign_in(an).get(f"/staff/hand-overs/{handed.pk}/")
    assert Sight.objects.get().page == "boundaries:hand-over-detail"


def test_next_door_it_does_not_exist(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    for path in ("", "answer/", "withdraw/"):
        assert bert.get(f"/staff/hand-overs/{handed.pk}/{path}").status_code == 404
        assert bert.get(f"/staff/hand-overs/{uuid.uuid4()}/{path}").status_code == 404
    assert bert.post(f"/staff/hand-overs/{handed.pk}/letter/").status_code == 404
    assert bert.get(f"/staff/hand-overs/new/?person={godelieve.pk}").status_code == 404
    assert Client().get("/l/reply/nooit-gezien/").status_code == 404


def test_odd_addresses_are_just_missing(an: Person) -> None:
    browser = cast.sign_in(an)
    assert browser.get("/staff/hand-overs/new/?person=1").status_code == 404
    assert browser.get("/staff/hand-overs/new/?request=x").status_code == 404


def test_without_a_person_one_looks_her_up_first(an: Person, godelieve: Person) -> None:
    page = cast.sign_in(an).get("/staff/hand-overs/new/?name=godel").content.decode()
    assert f"?person={godelieve.pk}" in page


def test_the_chronicle_keeps_the_act_without_words(an: Person, godelieve: Person) -> None:
    handed = handed_over(godelieve, an)
    actions.accept_hand_over(handed, accepted_by="Els", actor=None)
    lines = list(Line.objects.filter(thing=handed.pk).values_list("verb", "act", "actor_kind"))
    assert lines == [
        (Verb.HANDED_OVER, "hand-over", "professional"),
        (Verb.DECIDED, "hand-over-accepted", "service"),
    ]


def test_erasing_a_person_takes_her_hand_overs_along(an: Person, godelieve: Person) -> None:
    handed_over(godelieve, an)
    godelieve.delete()
    assert not HandOver.objects.exists()
