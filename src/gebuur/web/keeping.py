"""Where this installation keeps its data, and its secrets, which it makes on the first start."""

import base64
import os
import secrets
from pathlib import Path

import environ

env = environ.Env()


def home() -> Path:
    """Where data and secrets live: GEBUUR_HOME, or the user's own data directory."""
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    place = Path(env.str("GEBUUR_HOME", default=f"{data}/gebuur")).expanduser()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def secret(name: str, *, size: int = 32) -> str:
    """Read a secret from the environment or from its file; make the file when it is not there."""
    given = str(env.str(f"GEBUUR_{name.upper()}", default=""))
    if given:
        return given
    folder = home() / "secrets"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(base64.urlsafe_b64encode(secrets.token_bytes(size)).decode())
    return path.read_text().strip()
