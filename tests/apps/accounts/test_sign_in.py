"""Signing in: a code by mail, and for staff one more lock."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db


def ask_code(browser: Client, email: str) -> HttpResponse:
    return browser.post("/accounts/login/code/", {"email": email}, follow=True)  # type: ignore[return-value]  # is one


def code_in_mail() -> str:
    found = re.search(
        r"^([A-Z0-9]{4}-?[A-Z0-9]{4}|[A-Z0-9]{6,9})$", str(mail.outbox[-1].body), re.MULTILINE
    )
    assert found is not None
    return found.group(1)


def totp_now(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return f"{hotp_value(secret, counter):06d}"


def test_a_neighbour_signs_in_with_a_code_from_her_mail() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    browser = Client()
    ask_code(browser, "rosa@example.be")
    browser.post("/accounts/login/code/confirm/", {"code": code_in_mail()})
    assert "Rosa" in browser.get("/me/").content.decode()


def test_an_unknown_address_gets_the_same_page_and_no_account() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    known = ask_code(Client(), "rosa@example.be").content.decode().replace("rosa@example.be", "X")
    unknown = (
        ask_code(Client(), "niemand@example.be").content.decode().replace("niemand@example.be", "X")
    )
    strip = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    assert strip.sub("", known) == strip.sub("", unknown)


def test_the_mail_with_the_code_says_nothing_else() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    ask_code(Client(), "rosa@example.be")
    assert mail.outbox[-1].subject == "Je code voor Gebuur"


def test_a_professional_with_only_a_mail_code_meets_one_more_lock() -> None:
    an = cast.make_staff(cast.make_place(), "An")
    assert (
        cast.sign_in(an, surely=False).get("/staff/tasks/")["Location"]
        == "/accounts/second-factor/"
    )


def test_a_professional_signs_in_with_the_app_on_her_phone() -> None:
    an = cast.make_staff(cast.make_place(), "An")
    secret = generate_totp_secret()
    assert an.user is not None
    TOTP.activate(an.user, secret)
    browser = Client()
    ask_code(browser, "an@vlasbloem.example")
    locked = browser.post("/accounts/login/code/confirm/", {"code": code_in_mail()})
    assert locked["Location"].startswith("/accounts/2fa/authenticate/")
    browser.post("/accounts/2fa/authenticate/", {"code": totp_now(secret)})
    assert browser.get("/staff/tasks/").status_code == 200


def test_nobody_makes_an_account_alone() -> None:
    for address in ("/accounts/signup/", "/accounts/password/reset/", "/accounts/password/change/"):
        assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    "page", ["totp/activate/", "webauthn/add/", "", "recovery-codes/generate/", "webauthn/"]
)
def test_pages_of_the_second_lock_open(page: str) -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    browser = Client()
    ask_code(browser, "rosa@example.be")
    browser.post("/accounts/login/code/confirm/", {"code": code_in_mail()})
    assert browser.get(f"/accounts/2fa/{page}").status_code in {200, 302, 404}
