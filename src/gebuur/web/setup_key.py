"""The one-time key of the set-up page: only who can read the server's own files has it."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from gebuur.apps.accounts.models import User


def is_needed() -> bool:
    """Nobody has an account yet."""
    return not User.objects.exists()


def read_key() -> str:
    """Read the key; make it the first time, for its owner's eyes only."""
    path = _path()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(18))
    return path.read_text().strip()


def forget_key() -> None:
    """The key has done its work."""
    _path().unlink(missing_ok=True)


def _path() -> Path:
    folder = Path(settings.HOME) / "secrets"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / "setup_key"
