"""The only file that an older Python 3 must be able to read: it finds a newer one, or says so in one line."""

import os
import sys
from pathlib import Path

NEEDED = (3, 11)
NAMES = ("python3.11", "python3.12", "python3.13", "python3.14")


def newer_python(script: str) -> None:
    """Go on when this Python will do; else start again with one that will; else stop."""
    if sys.version_info[:2] >= NEEDED:
        return
    for name in NAMES:
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            path = Path(folder) / name
            if folder and path.is_file() and os.access(path, os.X_OK):
                os.execv(str(path), [str(path), script, *sys.argv[1:]])  # noqa: S606 - no shell wanted
    sys.stderr.write(
        f"Gebuur needs Python 3.11 or newer and this is Python {sys.version_info[0]}.{sys.version_info[1]}."
        " Install it (Debian or Ubuntu: apt install python3.11 python3.11-venv) and try again.\n"
    )
    sys.exit(2)
