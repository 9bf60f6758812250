"""What is sent at once has an end: Django keeps all that comes on the disk before it looks who sends it."""

from gebuur.core.live import Receive, Scope

MOST_BYTES = 50 * 1024 * 1024
"""Far more than any form takes, so that the form itself says it of a photo that is only somewhat too large."""
TOO_LARGE = "gebuur.too_large"


def bounded(scope: Scope, receive: Receive) -> Receive:
    """The same request, of which what is beyond the end is listened to and thrown away.

    Who hangs up in the middle leaves a browser with a broken page; who listens can say what was wrong.
    """
    taken = 0

    async def take() -> dict[str, object]:
        nonlocal taken
        piece = dict(await receive())
        taken += len(piece.get("body", b""))
        if taken > MOST_BYTES:
            scope[TOO_LARGE] = True
            piece["body"] = b""
        return piece

    return take
