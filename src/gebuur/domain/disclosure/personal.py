"""Words in a text that point to a person: names, numbers, addresses. They are never changed unasked."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PHONE = re.compile(r"(?<![\w+])(?:\+\d{2}|0)(?:[\s./-]?\d){7,11}(?!\w)")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_HOUSE = re.compile(r"\s{1,3}\d{1,4}(?:\s?[a-zA-Z])?\b")


class Kind(StrEnum):
    """What kind of pointer it is."""

    NAME = "name"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    DAY = "day"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Pointer:
    """One place in a text that points to a person.

    Attributes
    ----------
    kind : Kind
        What it is.
    start, end : int
        Where it stands, as in a slice.
    words : str
        What stands there.
    """

    kind: Kind
    start: int
    end: int
    words: str


def capitalised(text: str) -> set[str]:
    """Words that may be a name: those that begin with a capital.

    Examples
    --------
    >>> sorted(capitalised("Toen zei Godelieve dat ze moe was."))
    ['Godelieve', 'Toen']
    """
    return {word for word in _WORD.findall(text) if word[:1].isupper()}


def find_pointers(
    text: str, *, names: Collection[str], streets: Collection[str]
) -> tuple[Pointer, ...]:
    """Find what points to a person.

    A name counts only when it is written with a capital and is somebody's name in the neighbourhood; a street
    only when it is one of its streets, with the number after it when there is one.

    Parameters
    ----------
    text : str
        What somebody wrote.
    names : collection of str
        First and last names, one word each, as they are written.
    streets : collection of str
        Names of streets.

    Returns
    -------
    tuple of Pointer
        In the order of the text; where two overlap, the one that begins first and is longest stays.

    Examples
    --------
    >>> found = find_pointers("Rosa (0475 12 34 56) woont in de Vlasstraat 4.", names={"Rosa"}, streets={"Vlasstraat"})
    >>> [(one.kind.value, one.words) for one in found]
    [('name', 'Rosa'), ('phone', '0475 12 34 56'), ('address', 'Vlasstraat 4')]
    """
    found = [
        Pointer(kind, match.start(), match.end(), match.group())
        for kind, pattern in ((Kind.MAIL, _MAIL), (Kind.PHONE, _PHONE))
        for match in pattern.finditer(text)
    ]
    known = {name.casefold() for name in names}
    found += [
        Pointer(Kind.NAME, match.start(), match.end(), match.group())
        for match in _WORD.finditer(text)
        if match.group()[:1].isupper() and match.group().casefold() in known
    ]
    for street in streets:
        for match in re.finditer(rf"(?<!\w){re.escape(street)}(?!\w)", text, re.IGNORECASE):
            house = _HOUSE.match(text, match.end())
            end = house.end() if house else match.end()
            found.append(Pointer(Kind.ADDRESS, match.start(), end, text[match.start() : end]))
    kept: list[Pointer] = []
    for pointer in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or pointer.start >= kept[-1].end:
            kept.append(pointer)
    return tuple(kept)


def replace_pointers(
    text: str, pointers: Sequence[Pointer], *, by: Mapping[Kind, Sequence[str]]
) -> str:
    """Put other words in the place of what points to a person; the same words get the same ones.

    Where a sentence begins, they get a capital.

    Parameters
    ----------
    text : str
        The text the pointers were found in.
    pointers : sequence of Pointer
        In the order of the text, not overlapping.
    by : mapping of Kind to sequence of str
        What to say instead, for the first, second, ... different one of a kind; the last one repeats.

    Examples
    --------
    >>> found = find_pointers("Rosa belde. Rosa en Luc kwamen.", names={"Rosa", "Luc"}, streets=())
    >>> replace_pointers("Rosa belde. Rosa en Luc kwamen.", found, by={Kind.NAME: ["A.", "B."]})
    'A. belde. A. en B. kwamen.'
    >>> replace_pointers("Rosa belde Luc.", found[:1], by={Kind.NAME: ["een buur"]})
    'Een buur belde Luc.'
    """
    said: dict[tuple[Kind, str], str] = {}
    pieces, at = [], 0
    for pointer in pointers:
        key = (pointer.kind, pointer.words.casefold())
        if key not in said:
            before = sum(kind == pointer.kind for kind, _words in said)
            choice = by[pointer.kind]
            said[key] = choice[min(before, len(choice) - 1)]
        words = said[key]
        if begins_sentence(text, pointer.start):
            words = words[:1].upper() + words[1:]
        pieces += [text[at : pointer.start], words]
        at = pointer.end
    return "".join([*pieces, text[at:]])


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins here, so that a capital says nothing.

    Examples
    --------
    >>> begins_sentence("Ja. Rosa kwam.", 4), begins_sentence("Toen kwam Rosa.", 10)
    (True, False)
    """
    before = text[:at].rstrip(" \t\"'“”‘’«»„()-–—")
    return not before or before[-1] in ".!?:;…\n\r\0"
