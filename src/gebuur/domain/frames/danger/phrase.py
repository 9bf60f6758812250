"""A small language for phrases, so that people who speak a language can read and mend the lists.

One phrase per line. Words stand in the order in which they are said.

- ``a|b`` either word; ``a_b|c`` either "a b" or "c"; ``word?`` may be left out;
- ``word*`` with any ending, ``*word`` with any beginning;
- ``~`` up to three other words in between;
- ``^`` and ``$`` the beginning and the end of the text;
- a line that ends in a bar goes on below.
"""

import re
from collections.abc import Iterable

from gebuur.domain.frames.danger.normal import plain

_GAP = r"(?:\S+ ){0,3}"
_GOES_ON = re.compile(r"\|\s*\n\s*")


def framed(text: str) -> str:
    """Prepare a text for `compiled`: plain, with its beginning and end marked."""
    return f" ^ {plain(text)} $ "


def compiled(lists: Iterable[str]) -> re.Pattern[str]:
    """Make one pattern of lists of phrases, to be searched in a `framed` text.

    Examples
    --------
    >>> seen = compiled(["smell ~ gas|smoke", "^ fire $"])
    >>> [bool(seen.search(framed(text))) for text in ("I smell some gas", "Fire!", "a fire engine")]
    [True, True, False]
    """
    lines = (line for text in lists for line in _GOES_ON.sub("|", text).splitlines())
    return re.compile(" (?:" + "|".join(_of_line(line) for line in lines if line.strip()) + ")")


def _of_line(line: str) -> str:
    return "".join(_of_part(part) for part in line.split())


def _of_part(part: str) -> str:
    if part == "~":
        return _GAP
    if part in {"^", "$"}:
        return re.escape(part) + " "
    may_lack = part.endswith("?")
    words = (plain(word) for word in part.removesuffix("?").split("|"))
    either = "|".join(re.escape(word).replace(r"\*", r"\S*").replace(r"\ ", " ") for word in words)
    return f"(?:(?:{either}) )" + ("?" if may_lack else "")
