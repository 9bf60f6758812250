"""Around allauth's own pages: a mail server that is away, and a second lock that counts at once."""

from collections.abc import Callable

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _


def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for a code by mail."""
    return _unless_mail_is_away(request, account.request_login_code)


def confirm_code(request: HttpRequest) -> HttpResponse:
    """Type the code, or ask a new one."""
    return _unless_mail_is_away(request, account.confirm_login_code)


def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out; whatever this browser kept of pages for a room without internet goes as well."""
    answer: HttpResponse = account.logout(request)
    if request.method == "POST":
        answer["Clear-Site-Data"] = '"storage"'
    return answer


def add_app(request: HttpRequest) -> HttpResponse:
    """Show the picture to scan; after the first code the app counts for this session as well."""
    return _and_count(request, totp.activate_totp, "totp")


def add_key(request: HttpRequest) -> HttpResponse:
    """Make a passkey; it counts for this session as well."""
    return _and_count(request, webauthn.add_webauthn, "webauthn")


def _and_count(
    request: HttpRequest, add: Callable[[HttpRequest], HttpResponse], kind: str
) -> HttpResponse:
    """Whoever just showed that the new lock works does not have to open it again on the next page."""
    before = _how_many(request)
    answer = add(request)
    if _how_many(request) > before:
        record_authentication(
            request,
            request.user,
            method="mfa",
            type=kind,
            reauthenticated=True,
        )
    return answer


def _how_many(request: HttpRequest) -> int:
    if not request.user.is_authenticated:
        return 0
    own = Authenticator.objects.filter(user_id=request.user.pk)
    return int(own.exclude(type=Authenticator.Type.RECOVERY_CODES).count())


def _unless_mail_is_away(
    request: HttpRequest, page: Callable[[HttpRequest], HttpResponse]
) -> HttpResponse:
    try:
        return page(request)
    except OSError:
        messages.error(
            request,
            _("We cannot send mail right now. Try again in a quarter of an hour, or phone us."),
        )
        return redirect("account_login")
