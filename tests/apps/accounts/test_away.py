"""Who was away for a while hears so, signs in again, and is back where she was."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests import cast

pytestmark = pytest.mark.django_db
PAGE = "http://testserver/staff/tasks/"


def signed_in_long_ago() -> Client:
    browser = cast.sign_in(cast.make_staff(cast.make_place(), "An"))
    Session.objects.all().delete()
    return browser


def test_an_ended_session_says_so_and_keeps_the_page() -> None:
    browser = signed_in_long_ago()
    answer = browser.get("/staff/people/?q=Rosa")
    assert answer["Location"] == "/accounts/login/?next=/staff/people/%3Fq%3DRosa&away=1"
    page = browser.get(answer["Location"]).content.decode()
    assert "Je was even weg. Alles staat er nog." in page


def test_a_visitor_was_never_here_and_is_not_told_so() -> None:
    cast.make_place()
    answer = Client().get("/staff/tasks/")
    assert answer["Location"] == "/accounts/login/?next=/staff/tasks/"
    assert "Je was even weg" not in Client().get(answer["Location"]).content.decode()


def test_after_a_form_one_comes_back_to_the_page_it_stood_on() -> None:
    browser = signed_in_long_ago()
    answer = browser.post(reverse("care:intake"), headers={"referer": PAGE})
    assert answer["Location"] == "/accounts/login/?next=/staff/tasks/&away=1"


def test_a_fragment_of_a_page_comes_back_to_the_whole_page() -> None:
    browser = signed_in_long_ago()
    answer = browser.get("/desk/", headers={"hx-request": "true", "hx-current-url": PAGE})
    assert answer["Location"] == "/accounts/login/?next=/staff/tasks/&away=1"


@pytest.mark.parametrize("before", ["https://elders.example/x/", "javascript:alert(1)", "", "//x/"])
def test_a_page_of_somebody_else_is_never_the_way_back(before: str) -> None:
    browser = signed_in_long_ago()
    answer = browser.post(reverse("care:intake"), headers={"referer": before})
    assert answer["Location"] == "/accounts/login/?next=/&away=1"
