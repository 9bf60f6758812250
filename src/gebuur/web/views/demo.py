"""The demo only: sign in with one press, and read what left the house. Elsewhere these pages do not exist."""

from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from functools import wraps
from pathlib import Path

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.accounts.models import User
from gebuur.apps.outbox.models import Message
from gebuur.web.demo.staff import LOGINS

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SHOWN = 60


@dataclass(frozen=True)
class Sent:
    """A mail or a text message that was written to a file."""

    to: str
    subject: str
    text: str
    at: float
    is_mail: bool


@dataclass(frozen=True)
class Login:
    """Somebody of the demo; `words` say on the button who one becomes."""

    email: str
    name: str
    what: str

    @property
    def words(self) -> str:
        return _("Sign in as %(name)s") % {"name": self.name}


def demo_only(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 404 where real people's data may be."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request)

    return guarded


@demo_only
def demo(request: HttpRequest) -> HttpResponse:
    """Sign in as somebody of the demo, as if with mail code and passkey."""
    if request.method == "POST":
        email = request.POST.get("email", "")
        user = User.objects.filter(email=email).first() if email in dict(LOGINS) else None
        if user is None:
            raise Http404
        login(request, user, backend=BACKEND)
        record_authentication(request, user, method="mfa", type="totp")
        return redirect("home")
    logins = [Login(email, *who.split(", ", 1)) for email, who in LOGINS]
    return render(request, "web/demo.html", {"logins": logins})


@demo_only
@require_GET
def demo_outbox(request: HttpRequest) -> HttpResponse:
    """Show mails, text messages and letters, newest first."""
    sent = sorted([*_mails(), *_texts()], key=lambda one: one.at, reverse=True)[:SHOWN]
    letters = (
        Message.objects.filter(state=Message.State.TO_PRINT)
        .select_related("person")
        .order_by("-created_at")
    )
    return render(request, "web/demo_outbox.html", {"sent": sent, "letters": letters[:SHOWN]})


def _mails() -> list[Sent]:
    """Mails out of the files that Django's file backend writes; one file may hold several."""
    mails = []
    for file in _newest(Path(settings.MAIL_FOLDER), "*.log"):
        for raw in reversed(file.read_bytes().split(b"\n" + b"-" * 79 + b"\n")):
            if raw.strip():
                mail = message_from_bytes(raw.lstrip(b"\n"), policy=policy.default)
                body = mail.get_body(("plain",))
                text = body.get_content() if body else ""
                mails.append(
                    Sent(
                        str(mail["To"]),
                        str(mail["Subject"]),
                        text,
                        file.stat().st_mtime,
                        is_mail=True,
                    )
                )
    return mails


def _texts() -> list[Sent]:
    texts = []
    for file in _newest(Path(settings.SMS_FOLDER), "*.txt"):
        to, _newline, text = file.read_text().partition("\n")
        texts.append(Sent(to, "", text, file.stat().st_mtime, is_mail=False))
    return texts


def _newest(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern), key=lambda file: file.stat().st_mtime, reverse=True)[:SHOWN]
