"""Asking for help on the website, as somebody without account or e-mail does it."""

import pytest
from django.http import HttpResponse
from django.test import Client

from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Call
from tests import cast

pytestmark = pytest.mark.django_db

WHO = {
    "first_name": "Godelieve",
    "street": "spoelstr",
    "house_number": "9",
    "phone": "09 000 00 42",
}


def answer(browser: Client, step: str, **data: object) -> HttpResponse:
    return browser.post(f"/ask/{step}/", data)  # type: ignore[return-value]  # a test response is a response


def ask_for_groceries(browser: Client, **who: object) -> HttpResponse:
    answer(browser, "whom", whom="me")
    answer(browser, "task", task="groceries", own_words="")
    answer(browser, "when", slots=["4", "9"], rhythm="once")
    answer(browser, "language", languages=["nl"])
    return answer(browser, "who", **(WHO | who))


def test_a_question_in_five_answers_needs_no_account_and_no_mail() -> None:
    cast.make_task(cast.make_place())
    sent = ask_for_groceries(Client())
    request = HelpRequest.objects.get()
    assert sent.status_code == 302
    assert (request.state, request.seeker and request.seeker.phone) == (State.NEW, "+3290000042")
    assert request.slots == 1 << 4 | 1 << 9


def test_going_back_finds_every_answer_again() -> None:
    cast.make_task(cast.make_place())
    browser = Client()
    answer(browser, "task", task="groceries", own_words="Twee zakken")
    assert "Twee zakken" in browser.get("/ask/task/").content.decode()


def test_skipping_a_question_leads_back_to_it() -> None:
    cast.make_task(cast.make_place())
    browser = Client()
    answer(browser, "whom", whom="me")
    assert answer(browser, "who", **WHO)["Location"] == "/ask/task/"


def test_an_unknown_street_says_what_to_do_and_keeps_what_was_typed() -> None:
    cast.make_task(cast.make_place())
    page = ask_for_groceries(Client(), street="Nergensstraat")
    text = page.content.decode()
    assert "We kennen deze straat niet" in text
    assert "Nergensstraat" in text
    assert not HelpRequest.objects.exists()


def test_a_phone_number_that_is_too_short_says_what_is_missing() -> None:
    cast.make_task(cast.make_place())
    assert "ontbreekt" in ask_for_groceries(Client(), phone="0475 12 34 5").content.decode()


def test_words_of_danger_show_numbers_once_and_do_not_stop_the_question() -> None:
    place = cast.make_place()
    cast.make_task(place)
    cast.make_helplines(place)
    browser = Client()
    first = answer(browser, "task", task="groceries", own_words="ik wil dood")
    assert "1813" in first.content.decode()
    second = answer(browser, "task", task="groceries", own_words="ik wil dood", seen="1")
    assert second["Location"] == "/ask/when/"


def test_typing_words_of_danger_shows_the_number_at_once_and_stores_nothing() -> None:
    cast.make_helplines(cast.make_place())
    shown = Client().post("/ask/lines/", {"own_words": "mijn man slaat mij"})
    assert "1712" in shown.content.decode()
    assert not HelpRequest.objects.exists()


def test_somebody_we_know_is_not_written_down_twice_and_stays_as_she_was() -> None:
    place = cast.make_place()
    cast.make_task(place)
    known = cast.make_person(place, "Godelieve", last_name="Verhaeghe", phone="+3290000042")
    ask_for_groceries(Client(), last_name="Iemand anders")
    known.refresh_from_db()
    assert known.last_name == "Verhaeghe"
    assert Person.objects.filter(neighbourhood=place).count() == 1


def test_a_daughter_asks_for_her_mother_and_both_are_known() -> None:
    cast.make_task(cast.make_place())
    browser = Client()
    answer(browser, "whom", whom="other")
    answer(browser, "task", task="groceries")
    answer(browser, "when", any_time="on", rhythm="weekly")
    answer(browser, "language", languages=["nl"])
    answer(browser, "who", **WHO, asker_name="Katrien Verhaeghe", relation="dochter")
    request = HelpRequest.objects.get()
    assert request.asked_by is not None
    assert (request.asked_by.first_name, request.asked_by_relation) == ("Katrien", "dochter")


def test_something_else_goes_to_the_call_back_list() -> None:
    cast.make_task(cast.make_place())
    browser = Client()
    answer(browser, "whom", whom="me")
    answer(browser, "task", task="other", own_words="Mijn gordijn hangt scheef")
    answer(browser, "when", any_time="on", rhythm="once")
    answer(browser, "language", languages=["nl"])
    answer(browser, "who", **WHO)
    assert Call.objects.get().about == "Mijn gordijn hangt scheef"
    assert not HelpRequest.objects.exists()


def test_a_red_task_is_refused_with_the_reason_and_a_number() -> None:
    place = cast.make_place()
    cast.make_helplines(place)
    cast.make_task(
        place,
        "money",
        light="red",
        names={"nl": "Bankkaart"},
        refusal={"nl": "Je code is van jou alleen."},
        refer_to=["1712"],
    )
    page = Client().get("/ask/not-here/money/").content.decode()
    assert "Je code is van jou alleen." in page
    assert "1712" in page


@pytest.mark.usefixtures("one_hour")
def test_an_hour_full_of_questions_from_one_place_is_slowed_down() -> None:
    cast.make_task(cast.make_place())
    for number in range(14):
        ask_for_groceries(Client(), first_name=f"Robot{number}")
    assert HelpRequest.objects.count() == 12


@pytest.mark.parametrize("door", ["/ask/", "/offer/", "/board/"])
def test_who_comes_by_a_shared_address_says_first_where_she_lives(door: str) -> None:
    cast.make_place()
    cast.make_place(name="De Molen", slug="molen")
    page = Client().get(door, follow=True)
    assert page.redirect_chain == [("/", 302)]
    assert "Waar woon je" in page.content.decode()
