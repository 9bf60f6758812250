"""When an anonymous answer may be shown in a room, so that nobody sees whose the newest one is."""

from collections.abc import Sequence
from typing import TypeVar

Answer = TypeVar("Answer")
BATCH = 5


def release(
    waiting: Sequence[Answer], *, is_whole: bool, is_small_room: bool = False
) -> tuple[list[Answer], list[Answer]]:
    """Decide which of the answers that wait may be shown now: five at a time, and never fewer.

    An answer that is shown alone, or with two others, points to who just put her phone down. So a batch of five
    goes out only when five more wait behind it, and what is left at the end goes out together: every batch, the
    last one too, has at least five.

    Parameters
    ----------
    waiting : sequence
        Answers not shown yet, shuffled by the caller.
    is_whole : bool
        Nobody is expected any more: the question was closed, or everybody in the room has answered.
    is_small_room : bool
        Fewer than five people are in the room and were told so before they wrote; then the end shows all there is.

    Returns
    -------
    tuple of list and list
        What may be shown now, and what goes on waiting.

    Examples
    --------
    >>> release(list("abcdefg"), is_whole=False)
    ([], ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    >>> shown, waiting = release(list("abcdefghij"), is_whole=False)
    >>> len(shown), len(waiting)
    (5, 5)
    >>> release(list("abc"), is_whole=True)
    ([], ['a', 'b', 'c'])
    >>> release(list("abcdefg"), is_whole=True)[1]
    []
    """
    everything = list(waiting)
    if is_whole:
        return (everything, []) if len(everything) >= BATCH or is_small_room else ([], everything)
    if len(everything) < 2 * BATCH:
        return [], everything
    out = (len(everything) // BATCH - 1) * BATCH
    return everything[:out], everything[out:]
