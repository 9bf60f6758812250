"""Secrets that travel by mail or on paper; the database keeps their hash only."""

import hashlib
import hmac
import secrets

from django.conf import settings

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_token() -> str:
    """Make the secret of a link: 192 bits."""
    return secrets.token_urlsafe(24)


def new_code(length: int = 10) -> str:
    """Make a code to type from paper, without letters that look alike: 50 bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def spaced(code: str) -> str:
    """Show a code in groups that are easy to read: ABCDE-FGHJK."""
    middle = len(code) // 2
    return f"{code[:middle]}-{code[middle:]}"


def clean_code(typed: str) -> str:
    """Read what somebody typed from paper: any case, spaces and dashes allowed."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def hashed(secret: str) -> str:
    """Hash a secret with the installation's key, so that a stolen table opens nothing."""
    return hmac.new(settings.SECRET_KEY.encode(), secret.encode(), hashlib.sha256).hexdigest()
