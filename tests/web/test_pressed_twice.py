"""Whoever presses twice wrote it down once: a double click, a slow line, a page that is sent again."""

import datetime as dt
import re
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gebuur.apps.boundaries.actions import hand_over
from gebuur.apps.care.models import HelpRequest, WeekRun
from gebuur.apps.initiatives.models import FeedKey, GroupTask, MoneyLine, Post
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from gebuur.apps.outbox.models import Call, Message
from gebuur.core.models import Press
from gebuur.web.forgetting import forget_old
from tests import cast
from tests.crowd import at_once, needs_a_queue

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
CODE = re.compile(r"[A-Z0-9]{5}-[A-Z0-9]{5}")


def form_on(browser: Client, path: str) -> dict[str, str]:
    """The number that stands in the forms of a page, each time the page is shown another one."""
    found = NUMBER.search(browser.get(path).content.decode())
    assert found, path
    return {"csrfmiddlewaretoken": found.group(1)}


def press_twice(browser: Client, path: str, said: dict[str, Any]) -> tuple[Any, Any]:
    said = form_on(browser, path) | said
    return browser.post(path, said), browser.post(path, said)


@pytest.fixture
def place() -> Neighbourhood:
    return cast.make_place()


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    return rosa


def group_page(rosa: Person, name: str) -> str:
    group = cast.make_group(rosa)
    return reverse(f"initiatives:{name}", args=[group.pk])


def test_the_second_press_hears_so_where_the_first_one_led(rosa: Person) -> None:
    browser = cast.sign_in(rosa)
    path = group_page(rosa, "task-list")
    first, again = press_twice(browser, path, {"what": "Soepkom zoeken"})
    assert (first.status_code, again.status_code) == (302, 302)
    assert again["Location"] == first["Location"]
    assert GroupTask.objects.count() == 1
    assert "Het staat er één keer." in browser.get(path).content.decode()


def test_the_same_words_on_a_page_that_is_shown_again_are_new(rosa: Person) -> None:
    browser = cast.sign_in(rosa)
    path = group_page(rosa, "task-list")
    for _time in range(2):
        browser.post(path, form_on(browser, path) | {"what": "Soepkom zoeken"})
    assert GroupTask.objects.count() == 2


def test_other_words_from_the_same_page_are_new(rosa: Person) -> None:
    browser = cast.sign_in(rosa)
    path = group_page(rosa, "task-list")
    number = form_on(browser, path)
    for what in ("Soepkom zoeken", "Tafels dragen"):
        browser.post(path, number | {"what": what})
    assert GroupTask.objects.count() == 2


def test_a_form_with_a_mistake_shows_it_each_time(rosa: Person) -> None:
    path = group_page(rosa, "money-book")
    said = {"way": "out", "amount": "veel", "what": "Soep", "on": "2026-01-01"}
    answers = press_twice(cast.sign_in(rosa), path, said)
    assert [answer.status_code for answer in answers] == [200, 200]
    assert not Press.objects.exists()


def test_money_is_booked_once(rosa: Person) -> None:
    said = {"way": "out", "amount": "12,50", "what": "Soep", "on": str(timezone.localdate())}
    press_twice(cast.sign_in(rosa), group_page(rosa, "money-book"), said)
    assert MoneyLine.objects.count() == 1


def test_a_message_is_on_the_board_once(rosa: Person) -> None:
    press_twice(cast.sign_in(rosa), group_page(rosa, "board"), {"text": "Wie brengt soep?"})
    assert Post.objects.count() == 1


def test_a_neighbour_is_phoned_back_once_and_sees_the_same_page(place: Neighbourhood) -> None:
    browser = Client()
    browser.get(f"/n/{place.slug}/")
    said = {"name": "Godelieve", "phone": "0470 12 34 56", "about": "Boodschappen"}
    first, again = press_twice(browser, reverse("care:call-me"), said)
    pages = [NUMBER.sub("", answer.content.decode()) for answer in (first, again)]
    assert pages[0] == pages[1]
    assert Call.objects.count() == 1


def test_a_question_in_five_answers_is_asked_once(place: Neighbourhood) -> None:
    """The second press leads to the same page, and leaves nobody's name on a tablet that is shared."""
    cast.make_task(place)
    browser = Client()
    answers: dict[str, dict[str, Any]] = {
        "whom": {"whom": "me"},
        "task": {"task": "groceries", "own_words": ""},
        "when": {"slots": ["4"], "rhythm": "once"},
        "language": {"languages": ["nl"]},
    }
    for step, said in answers.items():
        browser.post(f"/ask/{step}/", said)
    who = {
        "first_name": "Godelieve",
        "street": "spoelstr",
        "house_number": "9",
        "phone": "09 000 00 42",
    }
    first, again = press_twice(browser, "/ask/who/", who)
    assert first["Location"] == again["Location"] == "/ask/done/"
    assert HelpRequest.objects.count() == 1
    assert "Godelieve" not in browser.get("/ask/who/").content.decode()


def test_a_new_colleague_is_invited_once(place: Neighbourhood) -> None:
    browser = cast.sign_in(cast.make_staff(place, "Nele", role=Role.COORDINATOR))
    said = {
        "first_name": "Bea",
        "last_name": "Maes",
        "email": "bea@example.be",
        "role": "professional",
    }
    first, again = press_twice(browser, reverse("member-invite"), said)
    assert (first.status_code, again.status_code) == (200, 302)
    assert Person.objects.filter(first_name="Bea").count() == 1
    assert Message.objects.filter(template="web/messages/invitation").count() == 1


def test_a_call_begins_once(place: Neighbourhood) -> None:
    browser = cast.sign_in(cast.make_staff(place, "Nele"))
    said = form_on(browser, "/desk/") | {"caller": "Godelieve"}
    first, again = (browser.post(reverse("care:intake"), said) for _time in range(2))
    assert first["Location"] == again["Location"]
    assert HelpRequest.objects.count() == 1


def test_a_second_division_of_the_week_takes_the_place_of_the_first(place: Neighbourhood) -> None:
    """A second row is right here: each press divides what stands there that minute, and nobody was asked."""
    browser = cast.sign_in(cast.make_staff(place, "Nele"))
    said = form_on(browser, reverse("care:week"))
    answers = [browser.post(reverse("care:week-make"), said) for _time in range(2)]
    assert [answer["Location"] for answer in answers] == [reverse("care:week")] * 2
    assert list(WeekRun.objects.order_by("made_at").values_list("is_open", flat=True)) == [
        False,
        True,
    ]


def test_the_calendar_address_that_stays_on_her_screen_is_the_one_that_opens(rosa: Person) -> None:
    """A second row is right here: an address is shown once and kept nowhere, and her browser shows the last page."""
    answers = press_twice(cast.sign_in(rosa), group_page(rosa, "feed-new"), {"of": "group"})
    opened = [Client().get(urlsplit(one.context["made"]).path).status_code for one in answers]
    assert opened == [404, 200]
    assert FeedKey.objects.filter(ended_at=None).count() == 1


def test_each_letter_to_a_service_has_a_code_of_its_own_that_opens(place: Neighbourhood) -> None:
    """A second row is right here: a code is kept nowhere, and the letter of the first press may be in the post."""
    an = cast.make_staff(place, "An")
    handed = hand_over(
        cast.make_person(place, "Godelieve"), actor=an, service="Gezinszorg", what="Een brief",
        answer_by=timezone.localdate() + dt.timedelta(days=9), consent_channel="phone", now=timezone.now(),
    )  # fmt: skip
    browser = cast.sign_in(an)
    said = form_on(browser, reverse("boundaries:hand-over-detail", args=[handed.pk]))
    path = reverse("boundaries:hand-over-letter", args=[handed.pk])
    letters = [pypdf.PdfReader(BytesIO(browser.post(path, said).content)) for _time in range(2)]
    codes = [CODE.search(letter.pages[0].extract_text()) for letter in letters]
    assert all(codes)
    opened = [
        Client().post(reverse("outbox:code"), {"code": code.group()}) for code in codes if code
    ]
    assert [answer.status_code for answer in opened] == [302, 302]


def test_what_is_remembered_says_nothing_and_goes_after_two_days(rosa: Person) -> None:
    press_twice(cast.sign_in(rosa), group_page(rosa, "board"), {"text": "Wie brengt soep?"})
    assert "soep" not in str(Press.objects.values()).casefold()
    forget_old(timezone.now() + dt.timedelta(days=3))
    assert not Press.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_are_one(rosa: Person) -> None:
    needs_a_queue()
    browser, path = cast.sign_in(rosa), group_page(rosa, "board")
    said = form_on(browser, path) | {"text": "Wie brengt soep?"}

    def press() -> Any:
        mine = Client()
        mine.cookies = browser.cookies
        return mine.post(path, said)

    found: list[Any] = at_once(*[press] * 3)
    assert [answer.status_code for answer in found] == [302] * 3
    assert Post.objects.count() == 1
