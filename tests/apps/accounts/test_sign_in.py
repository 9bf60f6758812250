"""Signing in with a code by mail, as somebody with an account, without one, or as a stranger."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from gebuur.apps.accounts.models import User
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast
from tests.apps.accounts.at_door import ask_code, code_in_mail, sign_in_by_mail, type_code

pytestmark = pytest.mark.django_db
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def make_rosa(**facts: Any) -> Person:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    User.objects.filter(email="rosa@example.be").update(**facts)
    return rosa


def page_for(email: str) -> str:
    page = ask_code(Client(), email).content.decode().replace(email, "X")
    return CSRF.sub("", page)


def test_a_neighbour_signs_in_with_a_code_from_her_mail() -> None:
    make_rosa()
    browser = Client()
    sign_in_by_mail(browser, "Rosa@Example.be")
    assert "Rosa" in browser.get("/me/").content.decode()


def test_an_unknown_address_gets_the_same_page_and_no_account() -> None:
    make_rosa()
    assert page_for("rosa@example.be") == page_for("niemand@example.be")
    assert not User.objects.filter(email="niemand@example.be").exists()
    assert len(mail.outbox) == 1


def test_a_closed_account_gets_the_same_page_and_no_mail() -> None:
    make_rosa(is_active=False)
    assert page_for("rosa@example.be") == page_for("niemand@example.be")
    assert mail.outbox == []


def test_the_mail_with_the_code_says_nothing_else() -> None:
    make_rosa()
    ask_code(Client(), "rosa@example.be")
    assert mail.outbox[-1].subject == "Je code voor Gebuur"
    assert "Rosa" not in mail.outbox[-1].body
    assert mail.outbox[-1].to == ["rosa@example.be"]


def test_the_mail_speaks_the_language_of_who_reads_it() -> None:
    make_rosa(language="fr")
    ask_code(Client(), "rosa@example.be")
    assert mail.outbox[-1].subject == "Votre code pour Gebuur"


def test_three_wrong_codes_end_the_try() -> None:
    make_rosa()
    browser = Client()
    ask_code(browser, "rosa@example.be")
    right = code_in_mail()
    first = type_code(browser, "AAAA-AAAA")
    assert "Deze code klopt niet" in first.content.decode()
    type_code(browser, "AAAA-AAAA")
    answer = type_code(browser, "AAAA-AAAA")
    assert answer["Location"] == "/accounts/login/code/"
    type_code(browser, right)
    assert not browser.get("/me/").context["user"].is_authenticated


def test_a_new_code_can_be_asked_and_ends_the_old_one() -> None:
    make_rosa()
    browser = Client()
    ask_code(browser, "rosa@example.be")
    old = code_in_mail()
    browser.post("/accounts/login/code/confirm/", {"action": "resend"})
    assert len(mail.outbox) == 2
    assert "Deze code klopt niet" in type_code(browser, old).content.decode()
    assert type_code(browser).status_code == 302


@pytest.mark.usefixtures("one_hour")
def test_one_address_gets_only_so_many_codes_in_an_hour(monkeypatch: Any) -> None:
    monkeypatch.setattr("gebuur.web.forms.CODES_TO_ONE_ADDRESS", 2)
    make_rosa()
    for _time in range(2):
        ask_code(Client(), "rosa@example.be")
    page = ask_code(Client(), "rosa@example.be").content.decode()
    assert "Dat waren te veel pogingen" in page
    assert "rosa@example.be" in page
    assert len(mail.outbox) == 2


def test_from_one_place_only_so_many_codes_can_be_tried(monkeypatch: Any) -> None:
    monkeypatch.setattr("gebuur.web.forms.TRIES_FROM_ONE_PLACE", 0)
    make_rosa()
    browser = Client()
    ask_code(browser, "rosa@example.be")
    assert "Dat waren te veel pogingen" in type_code(browser).content.decode()


def test_without_mail_nobody_gets_a_broken_page(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    make_rosa()
    page = ask_code(Client(), "rosa@example.be").content.decode()
    assert "We kunnen nu geen mail sturen" in page


def test_nobody_makes_an_account_alone_and_nobody_has_a_password() -> None:
    for address in ("signup/", "password/reset/", "password/change/", "password/set/", "email/"):
        assert Client().get(f"/accounts/{address}").status_code == 404


def test_a_neighbour_known_by_her_address_gets_an_account_by_asking() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa", email="Rosa@example.be", language="tr")
    browser = Client()
    ask_code(browser, "rosa@example.be")
    assert not Person.objects.filter(user__isnull=False).exists()  # Asking proves nothing yet.
    type_code(browser)
    rosa.refresh_from_db()
    assert rosa.user is not None
    assert rosa.user.language == "tr"
    assert "Rosa" in browser.get("/me/").content.decode()


def test_an_address_that_a_household_shares_opens_nothing() -> None:
    place = cast.make_place()
    for name in ("Rosa", "Luc"):
        cast.make_person(place, name, email="thuis@example.be")
    ask_code(Client(), "thuis@example.be")
    assert mail.outbox == []
    assert not User.objects.exists()


def test_who_works_here_needs_an_invitation_even_when_the_address_is_known() -> None:
    place = cast.make_place()
    an = cast.make_staff(place, "An")
    Person.objects.filter(pk=an.pk).update(user=None, email="an@example.be")
    User.objects.all().delete()
    ask_code(Client(), "an@example.be")
    assert mail.outbox == []


def test_a_volunteer_known_by_her_address_keeps_her_role() -> None:
    place = cast.make_place()
    joris = cast.make_staff(place, "Joris", role=Role.VOLUNTEER)
    Person.objects.filter(pk=joris.pk).update(user=None, email="joris@example.be")
    User.objects.all().delete()
    sign_in_by_mail(Client(), "joris@example.be")
    joris.refresh_from_db()
    assert joris.user is not None


def test_who_moved_away_is_not_known_by_mail_any_more() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa", email="rosa@example.be")
    Person.objects.filter(pk=rosa.pk).update(left_at=rosa.created_at)
    ask_code(Client(), "rosa@example.be")
    assert mail.outbox == []


def test_signing_in_leads_back_to_the_page_that_was_asked() -> None:
    make_rosa()
    browser = Client()
    ask_code(browser, "rosa@example.be", to="/board/")
    done = browser.post(
        "/accounts/login/code/confirm/?next=/board/", {"code": code_in_mail(), "next": "/board/"}
    )
    assert done["Location"] == "/board/"


def test_signing_in_leads_to_no_other_house() -> None:
    make_rosa()
    browser = Client()
    ask_code(browser, "rosa@example.be")
    elsewhere = {"code": code_in_mail(), "next": "https://elders.example/"}
    done = browser.post("/accounts/login/code/confirm/", elsewhere)
    assert done["Location"] == "/"


def test_signing_out_closes_the_door() -> None:
    rosa = make_rosa()
    browser = cast.sign_in(rosa)
    assert browser.get("/accounts/logout/").status_code == 200
    browser.post("/accounts/logout/")
    assert browser.get("/staff/my-data/").status_code in {302, 404}
    assert not browser.get("/me/").context["user"].is_authenticated
