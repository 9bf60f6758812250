"""Who has to be phoned back, and what has to be printed or said: the desk's lists."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.outbox import actions
from gebuur.apps.outbox.models import Call, Message
from gebuur.apps.privacy.models import Sight
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Neighbourhood:
    return cast.make_place()


@pytest.fixture
def an(place: Neighbourhood) -> Client:
    return cast.sign_in(cast.make_staff(place, "An"))


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    return cast.make_person(place, "Rosa", last_name="Maes", phone="+3290000077")


def put(rosa: Person, state: str) -> Message:
    return Message.objects.create(
        neighbourhood=rosa.neighbourhood,
        person=rosa,
        channel=Channel.PHONE,
        template="care/messages/agreed",
        language="nl",
        subject="Een bericht van de buurt",
        body="Joris komt donderdag.",
        state=state,
        next_try_at=timezone.now(),
    )


def wait(rosa: Person) -> Call:
    return actions.add_call(
        rosa.neighbourhood,
        actor=None,
        person=rosa,
        about="Past donderdag nog?",
        call_at=timezone.now(),
    )


def test_who_waits_for_a_call_stands_with_number_and_reason(an: Client, rosa: Person) -> None:
    wait(rosa)
    page = an.get("/desk/phone/").content.decode()
    assert "Rosa Maes" in page
    assert "09 000 00 77" in page
    assert "Past donderdag nog?" in page


def test_a_call_that_was_made_leaves_the_list(an: Client, rosa: Person) -> None:
    call = wait(rosa)
    an.post(f"/desk/phone/{call.pk}/done/")
    call.refresh_from_db()
    assert call.done_at is not None
    assert "Niemand wacht op een telefoontje" in an.get("/desk/phone/").content.decode()


def test_nobody_picks_up_and_it_comes_back_later(an: Client, rosa: Person) -> None:
    call = wait(rosa)
    an.post(f"/desk/phone/{call.pk}/again/", {"wait": "tomorrow"})
    call.refresh_from_db()
    assert call.call_at > timezone.now() + dt.timedelta(hours=20)
    assert call.tries == 1


def test_somebody_is_put_on_the_list_by_name_alone(an: Client) -> None:
    an.post("/desk/phone/", {"name": "Achmed", "wait": "hour"})
    assert Call.objects.get().name == "Achmed"


def test_half_a_number_says_what_is_missing_and_keeps_it(an: Client) -> None:
    page = an.post(
        "/desk/phone/", {"name": "Achmed", "phone": "0475 12", "wait": "hour"}
    ).content.decode()
    assert "0475 12" in page
    assert "ontbreken" in page
    assert not Call.objects.exists()


def test_a_nameless_call_says_what_is_needed(an: Client) -> None:
    page = an.post("/desk/phone/", {"about": "iets", "wait": "hour"}).content.decode()
    assert "Schrijf een naam of een nummer" in page


@pytest.mark.parametrize(
    ("state", "show", "done"), [("to_phone", "phone", "phoned"), ("to_print", "print", "printed")]
)
def test_a_message_is_passed_on_and_leaves_its_list(
    an: Client, rosa: Person, state: str, show: str, done: str
) -> None:
    message = put(rosa, state)
    assert "Rosa Maes" in an.get(f"/desk/messages/?show={show}").content.decode()
    an.post(f"/desk/messages/{message.pk}/done/")
    message.refresh_from_db()
    assert message.state == done
    assert "Hier wacht niets" in an.get(f"/desk/messages/?show={show}").content.decode()


def test_the_list_does_not_show_the_text_and_reading_it_is_noted(an: Client, rosa: Person) -> None:
    message = put(rosa, "to_phone")
    assert "Joris" not in an.get("/desk/messages/").content.decode()
    assert not Sight.objects.exists()
    assert "Joris komt donderdag." in an.get(f"/desk/messages/{message.pk}/read/").content.decode()
    assert Sight.objects.get(person=rosa).page == "message-read"


def test_what_did_not_arrive_is_phoned_instead(an: Client, rosa: Person) -> None:
    message = put(rosa, "failed")
    an.post(f"/desk/messages/{message.pk}/phone/")
    message.refresh_from_db()
    assert message.state == "to_phone"


def test_all_letters_come_as_one_file(an: Client, rosa: Person) -> None:
    put(rosa, "to_print"), put(rosa, "to_print")
    assert an.get("/desk/messages/pile/").content.startswith(b"%PDF")


def test_without_letters_there_is_no_file(an: Client) -> None:
    assert an.get("/desk/messages/pile/")["Location"] == "/desk/messages/"


def test_a_stranger_finds_no_call_and_no_message(rosa: Person) -> None:
    call, message = wait(rosa), put(rosa, "to_phone")
    over_there = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    bert = cast.sign_in(over_there)
    for address in (
        f"phone/{call.pk}/done",
        f"phone/{call.pk}/again",
        f"messages/{message.pk}/done",
    ):
        assert bert.post(f"/desk/{address}/").status_code == 404
    for page in ("read", "letter"):
        assert bert.get(f"/desk/messages/{message.pk}/{page}/").status_code == 404
    assert "Rosa" not in bert.get("/desk/phone/").content.decode()
