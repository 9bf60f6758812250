"""Row identifiers: UUID version 7, so that new rows stand beside each other in the index."""

import secrets
import time
import uuid


def uuid7() -> uuid.UUID:
    """Make a UUIDv7: 48 bits of milliseconds, then 74 bits of chance."""
    milliseconds = time.time_ns() // 1_000_000
    chance = secrets.randbits(74)
    value = (
        milliseconds << 80 | 0x7 << 76 | (chance >> 62) << 64 | 0b10 << 62 | chance & (1 << 62) - 1
    )
    return uuid.UUID(int=value)


def as_uuid(text: str) -> uuid.UUID | None:
    """Read an identifier out of a form; rubbish is None."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
