"""Secrets that travel by mail or on paper; the database keeps their hash only."""

import base64
import binascii
import hashlib
import hmac
import secrets
import uuid

from django.conf import settings

ID_BYTES, SEAL_BYTES = 16, 10
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


def sign_id(pk: uuid.UUID, *, purpose: str) -> str:
    """Write an identifier so that only we can have written it, and short enough for a square code: 35 signs."""
    return base64.urlsafe_b64encode(pk.bytes + _seal_of(pk, purpose)).decode().rstrip("=")


def read_signed_id(text: str, *, purpose: str) -> uuid.UUID | None:
    """Read such an identifier; what we did not write for this purpose is None."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        return None
    if len(raw) != ID_BYTES + SEAL_BYTES:
        return None
    pk = uuid.UUID(bytes=raw[:ID_BYTES])
    return pk if hmac.compare_digest(raw[ID_BYTES:], _seal_of(pk, purpose)) else None


def _seal_of(pk: uuid.UUID, purpose: str) -> bytes:
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, f"{purpose}:{pk}".encode(), hashlib.sha256).digest()[:SEAL_BYTES]


def hashed(secret: str) -> str:
    """Hash a secret with the installation's key, so that a stolen table opens nothing."""
    return hmac.new(settings.SECRET_KEY.encode(), secret.encode(), hashlib.sha256).hexdigest()
