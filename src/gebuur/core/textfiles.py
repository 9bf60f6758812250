"""A whole file as text, for the commands that read somebody's own table."""

import sys
from pathlib import Path


class NoText(ValueError):
    """The file cannot be read as text; the message is one line that says why."""


def text_of(name: str, most_bytes: int) -> str:
    """The file, or standard input for ``-``: UTF-8, or the Windows alphabet of an older Excel."""
    try:
        if name == "-":
            raw = sys.stdin.buffer.read(most_bytes + 1)
        else:
            with Path(name).open("rb") as file:
                raw = file.read(most_bytes + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "this is no name of a file"
        raise NoText(f"{name} cannot be read: {reason}.") from error
    if len(raw) > most_bytes:
        raise NoText(f"{name} is larger than {most_bytes // 1_000_000} MB.")
    if b"\0" in raw:
        raise NoText(f"{name} is no text. Save the sheet as CSV and try again.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
