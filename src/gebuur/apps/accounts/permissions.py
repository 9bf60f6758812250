"""How surely somebody signed in."""

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with a passkey, or with an authenticator code after the mail code."""
    return any(
        record.get("method") == "mfa"
        for record in get_authentication_records(request, request.user)
    )
