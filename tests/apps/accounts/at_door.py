"""What somebody does at the door: ask a code, read it in her mail, type it, open the second lock."""

import re

from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.http import HttpResponse
from django.test import Client


def ask_code(browser: Client, email: str, *, to: str = "") -> HttpResponse:
    next_page = f"?next={to}" if to else ""
    return browser.post(f"/accounts/login/{next_page}", {"email": email}, follow=True)  # type: ignore[return-value]  # is one


def code_in_mail() -> str:
    found = re.search(r"^([A-Z0-9-]{6,9})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found is not None
    return found.group(1)


def type_code(browser: Client, code: str = "") -> HttpResponse:
    return browser.post("/accounts/login/code/confirm/", {"code": code or code_in_mail()})  # type: ignore[return-value]  # is one


def sign_in_by_mail(browser: Client, email: str) -> HttpResponse:
    ask_code(browser, email)
    return type_code(browser)


def totp_now(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return f"{hotp_value(secret, counter):06d}"
