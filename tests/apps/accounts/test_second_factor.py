"""One more lock for who works here: an app or a passkey, spare codes, and what happens when all is lost."""

from io import StringIO

import pytest
from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.totp import views as app
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.webauthn import views as key
from django.core import mail
from django.core.management import CommandError, call_command
from django.template.loader import get_template
from django.test import Client

from gebuur.apps.neighbourhood.models import Person
from tests import cast
from tests.apps.accounts.at_door import ask_code, sign_in_by_mail, totp_now, type_code

pytestmark = pytest.mark.django_db
AN = "an@vlasbloem.example"
PAGES_OF_ALLAUTH = (
    account.RequestLoginCodeView,
    account.ConfirmLoginCodeView,
    account.LogoutView,
    account.AccountInactiveView,
    mfa.AuthenticateView,
    mfa.ReauthenticateView,
    mfa.IndexView,
    app.ActivateTOTPView,
    app.DeactivateTOTPView,
    spare.ViewRecoveryCodesView,
    spare.GenerateRecoveryCodesView,
    spare.DownloadRecoveryCodesView,
    key.ListWebAuthnView,
    key.AddWebAuthnView,
    key.EditWebAuthnView,
    key.RemoveWebAuthnView,
    key.ReauthenticateWebAuthnView,
)


def an_with_app() -> tuple[Person, str]:
    an = cast.make_staff(cast.make_place(), "An")
    secret = generate_totp_secret()
    assert an.user is not None
    TOTP.activate(an.user, secret)
    return an, secret


def set_up_app(browser: Client) -> str:
    page = browser.get("/accounts/locks/app/")
    secret = str(page.context["form"].secret)
    done = browser.post("/accounts/locks/app/", {"code": totp_now(secret)})
    assert done["Location"] == "/accounts/locks/codes/"
    return secret


def test_a_professional_with_only_a_mail_code_meets_one_more_lock() -> None:
    cast.make_staff(cast.make_place(), "An")
    browser = Client()
    sign_in_by_mail(browser, AN)
    assert browser.get("/staff/tasks/")["Location"] == "/accounts/second-factor/"
    assert "app op mijn gsm" in browser.get("/accounts/second-factor/").content.decode()


def test_setting_up_the_app_opens_the_door_at_once_and_gives_spare_codes() -> None:
    cast.make_staff(cast.make_place(), "An")
    browser = Client()
    sign_in_by_mail(browser, AN)
    set_up_app(browser)
    codes = browser.get("/accounts/locks/codes/")
    assert codes.status_code == 200
    assert len(codes.context["unused_codes"]) == 10
    assert browser.get("/staff/tasks/").status_code == 200


def test_a_wrong_code_of_the_app_switches_nothing_on() -> None:
    cast.make_staff(cast.make_place(), "An")
    browser = Client()
    sign_in_by_mail(browser, AN)
    browser.get("/accounts/locks/app/")
    page = browser.post("/accounts/locks/app/", {"code": "000000"}).content.decode()
    assert "Deze code klopt niet" in page
    assert not Authenticator.objects.exists()
    assert browser.get("/staff/tasks/").status_code == 302


def test_a_professional_signs_in_with_the_app_on_her_phone() -> None:
    _an, secret = an_with_app()
    browser = Client()
    locked = sign_in_by_mail(browser, AN)
    assert locked["Location"].startswith("/accounts/login/second/")
    assert browser.get("/staff/tasks/")["Location"].startswith("/accounts/login/")
    browser.post("/accounts/login/second/", {"code": totp_now(secret)})
    assert browser.get("/staff/tasks/").status_code == 200


def test_the_same_six_digits_open_the_door_once() -> None:
    _an, secret = an_with_app()
    digits = totp_now(secret)
    first, second = Client(), Client()
    for browser in (first, second):
        sign_in_by_mail(browser, AN)
    first.post("/accounts/login/second/", {"code": digits})
    page = second.post("/accounts/login/second/", {"code": digits})
    assert "Deze code klopt niet" in page.content.decode()


def test_a_spare_code_opens_the_door_once() -> None:
    cast.make_staff(cast.make_place(), "An")
    browser = Client()
    sign_in_by_mail(browser, AN)
    set_up_app(browser)
    spare_code = browser.get("/accounts/locks/codes/").context["unused_codes"][0]
    answers = []
    for _time in range(2):
        phone_lost = Client()
        sign_in_by_mail(phone_lost, AN)
        phone_lost.post("/accounts/login/second/", {"code": spare_code})
        answers.append(phone_lost.get("/staff/tasks/").status_code)
    assert answers == [200, 302]


@pytest.mark.parametrize("rubbish", ["9" * 5_000, "[" * 100_000, "{", "\0"])
def test_a_passkey_that_no_machine_reads_opens_nothing(rubbish: str) -> None:
    an_with_app()
    browser = Client()
    assert browser.post("/accounts/login/passkey/", {"credential": rubbish}).status_code == 302
    sign_in_by_mail(browser, AN)
    answer = browser.post("/accounts/login/second/", {"credential": rubbish})
    assert answer.status_code == 200
    assert browser.get("/staff/tasks/").status_code == 302


def test_a_mail_code_alone_changes_no_lock() -> None:
    """Whoever reads her mail cannot add a key of his own: her lock stands before every page."""
    an_with_app()
    thief = Client()
    ask_code(thief, AN)
    type_code(thief)
    for page in ("locks/keys/new/", "locks/app/off/", "locks/codes/", "locks/codes/new/"):
        assert thief.get(f"/accounts/{page}")["Location"].startswith("/accounts/login/")


def test_changing_a_lock_asks_once_more() -> None:
    _an, secret = an_with_app()
    browser = Client()
    sign_in_by_mail(browser, AN)
    browser.post("/accounts/login/second/", {"code": totp_now(secret)})
    asked = browser.get("/accounts/locks/app/off/")
    assert asked["Location"].startswith("/accounts/again/code/")


@pytest.mark.django_db(transaction=True)
def test_a_change_of_locks_is_told_by_mail_without_details() -> None:
    cast.make_staff(cast.make_place(), "An")
    browser = Client()
    sign_in_by_mail(browser, AN)
    set_up_app(browser)
    told = mail.outbox[-1]
    assert told.subject == "Er is iets veranderd aan je aanmelding"
    assert "Was jij het niet? Bel An meteen: 09 000 00 00." in told.body
    assert "127.0.0.1" not in told.body


def test_what_the_codes_are_made_of_is_sealed() -> None:
    _an, secret = an_with_app()
    assert secret not in str(Authenticator.objects.values())


def test_every_page_of_the_library_wears_our_look() -> None:
    for view in PAGES_OF_ALLAUTH:
        template = get_template(str(view.template_name))
        assert "/gebuur/web/templates/" in str(template.origin.name), view.template_name  # type: ignore[attr-defined]  # Django's own


def test_who_lost_everything_is_let_in_again_by_the_operator() -> None:
    an, _secret = an_with_app()
    browser = cast.sign_in(an)
    out = StringIO()
    call_command("forget_second_factor", AN, stdout=out)
    assert browser.get("/staff/tasks/")["Location"].startswith("/accounts/login/")
    again = Client()
    sign_in_by_mail(again, AN)
    assert again.get("/staff/tasks/")["Location"] == "/accounts/second-factor/"


def test_an_address_that_nobody_has_is_said() -> None:
    with pytest.raises(CommandError, match="Nobody signs in with"):
        call_command("forget_second_factor", "niemand@example.be")
