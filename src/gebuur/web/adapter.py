"""How allauth behaves here: nobody signs up alone, words are ours, secrets of the second lock are sealed."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.accounts.models import User
from gebuur.core.crypto import LOCKS, seal, unseal
from gebuur.web.joining import join

logger = logging.getLogger(__name__)
WORDS = {
    "incorrect_code": gettext_lazy("This code is not right. Look once more and type it again."),
    "too_many_login_attempts": gettext_lazy("That failed too often. Wait a while, or phone us."),
    "rate_limited": gettext_lazy("That went very fast. Wait a minute and try once more."),
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts are made by invitation, or for a neighbour whom a neighbourhood already knows."""

    error_messages = DefaultAccountAdapter.error_messages | WORDS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write in the language of the person who reads it."""
        user = User.objects.filter(email=email.lower()).first()
        with translation.override(user.language if user else None):
            super().send_mail(template_prefix, email, context)

    def send_notification_mail(self, *args: Any, **facts: Any) -> None:
        """Tell of a change of locks; it was made already, so a mail server that is away breaks nothing."""
        try:
            super().send_notification_mail(*args, **facts)
        except OSError:
            logger.warning("a change of locks could not be told by mail")

    def post_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse:
        """Who proved her address with a code from her mail gets what belongs to that address."""
        if facts.get("email"):
            join(request, user)
        answer: HttpResponse = super().post_login(request, user, **facts)
        return answer


class LockAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The second lock: what its codes are made of is sealed like notes are."""

    error_messages = DefaultMFAAdapter.error_messages | WORDS

    def encrypt(self, text: str) -> str:
        return seal(text, place=LOCKS)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, place=LOCKS)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:  # noqa: A002 - allauth's name
        return _("My passkey")
