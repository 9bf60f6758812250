"""A question of a neighbour goes to a service: care and boundaries meet on one page."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import HandOver, Task
from gebuur.apps.care import actions as care
from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.privacy.models import Consent, Sight
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Neighbourhood:
    here = cast.make_place()
    boundaries.seed_catalogue(here.organisation)
    return here


@pytest.fixture
def an(place: Neighbourhood) -> Person:
    return cast.make_staff(place, "An")


@pytest.fixture
def asked(place: Neighbourhood, an: Person) -> HelpRequest:
    return care.make_request(
        place,
        actor=an,
        seeker=cast.make_person(place, "Godelieve", phone="+3290000042"),
        task=Task.objects.get(key="walk"),
        slots=cast.ALWAYS,
        channel="phone",
        urgency="week",
        rhythm="once",
        languages=["nl"],
        own_words="Ik durf niet alleen naar buiten.",
        now=timezone.now(),
    )


def words(**changed: object) -> dict[str, object]:
    return {
        "service": "Dienst gezinszorg",
        "phone": "09 000 00 77",
        "what": "Iemand die elke week langskomt",
        "consent_channel": "phone",
        "answer_by": (timezone.localdate() + dt.timedelta(days=14)).isoformat(),
    } | changed


def test_the_words_of_the_question_stand_there_already(an: Person, asked: HelpRequest) -> None:
    browser = cast.sign_in(an)
    page = browser.get(f"/staff/hand-overs/new/?request={asked.pk}", follow=True).content.decode()
    assert "Ik durf niet alleen naar buiten." in page
    assert Sight.objects.get().page == "hand-over-request"


def test_handing_over_closes_the_question_and_leads_back_to_it(
    an: Person, asked: HelpRequest
) -> None:
    sent = cast.sign_in(an).post(f"/staff/requests/{asked.pk}/hand-over/", words())
    assert str(asked.pk) in sent["Location"]
    asked.refresh_from_db()
    assert asked.state == State.HANDED_OVER
    assert asked.hand_over == HandOver.objects.get(request=asked.pk)


def test_without_a_yes_the_question_stays_where_it_is(an: Person, asked: HelpRequest) -> None:
    page = cast.sign_in(an).post(
        f"/staff/requests/{asked.pk}/hand-over/", words(consent_channel="not_yet")
    )
    assert "Vraag het eerst aan Godelieve" in page.content.decode()
    asked.refresh_from_db()
    assert asked.state != State.HANDED_OVER


def test_a_question_that_is_closed_leaves_no_half_hand_over(an: Person, asked: HelpRequest) -> None:
    care.stop_request(asked, actor=an, reason="moved", word_to_seeker="Tot later")
    page = cast.sign_in(an).post(f"/staff/requests/{asked.pk}/hand-over/", words())
    assert page.status_code == 200
    assert not HandOver.objects.exists()
    assert not Consent.objects.exists()


def test_a_call_without_a_name_first_asks_for_it(place: Neighbourhood, an: Person) -> None:
    call = care.start_call(place, actor=an)
    answer = cast.sign_in(an).get(f"/staff/requests/{call.pk}/hand-over/")
    assert (answer.status_code, str(call.pk) in answer["Location"]) == (302, True)


def test_next_door_the_question_does_not_exist(asked: HelpRequest) -> None:
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    assert cast.sign_in(bert).get(f"/staff/requests/{asked.pk}/hand-over/").status_code == 404
