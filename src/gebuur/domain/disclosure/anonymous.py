"""A story that others will read: what in it points to a person must go, what may point to one is pointed out."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from gebuur.domain.disclosure.health import HEALTH_WORDS
from gebuur.domain.disclosure.personal import Kind, Pointer, begins_sentence, find_pointers

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MONTH = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec"
)
_DAY = re.compile(
    r"(?<!\d)(?:"
    r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})"
    r"|(?:19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2}"
    rf"|\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})\.?\s(?:19|20)?\d{{2}}"
    r"|(?:(?<=geboren in )|(?<=geboren op )|(?<=born in )|(?<=née en )|(?<=né en )|(?<=° )|(?<=°))(?:19|20)\d{2}"
    r")(?!\d)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w+])\(?(?:\+\d{2}|0)(?:[\s./()-]{0,3}\d){7,11}(?!\w)")
_NUMBER = re.compile(
    r"(?<![\w.-])(?:\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}|BE\s?\d{2}(?:\s?\d{4}){3})(?!\w)",
    re.IGNORECASE,
)
_ENDS = "straat|straatje|laan|steenweg|dreef|kaai|lei|plein|weg|pad|hof|singel|vest|markt|baan|ring|dijk"
_DOOR = re.compile(
    rf"(?:[A-ZÀ-Þ][\w’'-]{{2,40}}(?:{_ENDS})|[Rr]ue [\w’' -]{{2,40}}?)\s(?:nr\.?\s|nummer\s)?\d{{1,4}}[a-zA-Z]?\b"
)
_CALLED = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Jj]uffrouw|[Mm]evr\.?|[Dd]hr\.?|[Mm]adame|[Mm]onsieur|[Mm]me\.?|[Mm]r\.?"
    r"|[Mm]rs\.?|[Dd]okter|[Dd]r\.?|[Zz]uster|[Pp]ater|[Ff]amilie|[Ii]mam)\s(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Ee]l)\s)"
    r"{0,3}[A-ZÀ-Þ][\w’'-]{1,40}"
)
_PATTERNS = (
    (Kind.DAY, _DAY),
    (Kind.NUMBER, _NUMBER),
    (Kind.PHONE, _PHONE),
    (Kind.ADDRESS, _DOOR),
)
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody who reads along sees in a story.

    Attributes
    ----------
    pointers : tuple of Pointer
        What points to a person, in the order of the text, not overlapping.
    doubts : tuple of str
        Words that may name a person or an illness, each once, in the order of the text.
    """

    pointers: tuple[Pointer, ...]
    doubts: tuple[str, ...]


def bare(word: str) -> str:
    """Give a word without accents, capitals or the s of possession after an apostrophe.

    Examples
    --------
    >>> bare("Zoë's"), bare("JORIS")
    ('zoe', 'joris')
    """
    flat = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return re.sub(r"['’]s?$", "", plain)


def parts_of(word: str) -> set[str]:
    """Give everything a written word may be as a name: bare, without the s of possession, and each half of a pair.

    Examples
    --------
    >>> sorted(parts_of("Godelieves")), sorted(parts_of("Jan-Pieter"))
    (['godelieve', 'godelieves'], ['jan', 'jan-pieter', 'pieter'])
    """
    plain = bare(word)
    halves = {half for half in re.split("[-'’]", plain) if len(half) > 1}
    return {plain, *halves} | {
        one.removesuffix("s") for one in (plain, *halves) if len(one) > SHORTEST
    }


def words_of(text: str) -> dict[str, set[str]]:
    """Give every written word of a text with what it may be as a name; for looking names up.

    Examples
    --------
    >>> words_of("Ze zag Zoë")["Zoë"]
    {'zoe'}
    """
    return {word: parts_of(word) for word in _WORD.findall(text)}


def read_along(text: str, *, names: Collection[str], streets: Collection[str]) -> Reading:
    """Read a story as a stranger who wants to know whom it is about.

    A known name with a capital, a name after *mevrouw* or *meneer*, a known street, a door number, a phone number,
    a mail address, a bank or national number and a full day of the calendar point to a person. A known name without
    capital, a capital in the middle of a sentence and a word of illness only may: they are doubts.

    Parameters
    ----------
    text : str
        The story.
    names : collection of str
        Known names, bare: lower case, without accents, one word each.
    streets : collection of str
        Names of streets.

    Examples
    --------
    >>> seen = read_along("Zoë, ° 1948, belde met mevrouw Onbekend over Kortrijk.", names={"zoe"}, streets=())
    >>> [one.words for one in seen.pointers], seen.doubts
    (['Zoë', '1948', 'mevrouw Onbekend'], ('Kortrijk',))
    """
    known = set(names)
    written = words_of(text)
    named = {word for word, parts in written.items() if word[:1].isupper() and parts & known}
    found = list(find_pointers(text, names=named, streets=streets))
    for kind, pattern in _PATTERNS:
        found += [
            Pointer(kind, match.start(), match.end(), match.group())
            for match in pattern.finditer(text)
        ]
    found += [
        Pointer(Kind.NAME, match.start(), match.end(), match.group())
        for match in _CALLED.finditer(text)
    ]
    pointers = _apart(found)
    return Reading(pointers, tuple(dict.fromkeys(_doubts(text, pointers, known))))


def _apart(found: Iterable[Pointer]) -> tuple[Pointer, ...]:
    """Where two overlap, the one that begins first and is longest stays."""
    kept: list[Pointer] = []
    for pointer in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or pointer.start >= kept[-1].end:
            kept.append(pointer)
    return tuple(kept)


def _doubts(text: str, pointers: tuple[Pointer, ...], known: set[str]) -> Iterable[str]:
    for match in _WORD.finditer(text):
        if any(one.start <= match.start() < one.end for one in pointers):
            continue
        word = match.group()
        if word.casefold() in HEALTH_WORDS or bare(word) in HEALTH_WORDS:
            yield word
        elif word[:1].isupper():
            if not word.isupper() and not begins_sentence(text, match.start()):
                yield word
        elif any(len(part) >= SHORTEST for part in parts_of(word) & known):
            yield word
