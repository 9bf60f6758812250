"""Numbers that open a door: phone numbers, mail addresses and door numbers in a text that others will read."""

import re
from collections.abc import Iterable

HIDDEN = "•••"
MAIL = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.\w{2,}")
# A day such as 04/12/2026 also starts with a zero and has eight digits.
DAY = r"(?!\d{1,2}[/. -]\d{1,2}[/. -](?:\d{2}|\d{4})(?!\d))"
PHONE = re.compile(rf"(?<![\w/]){DAY}(?:\+\d|0\d)(?:[ ./()\-]{{0,2}}\d){{6,13}}(?!\w)")
STREET = r"\w*(?:straat|laan|weg|plein|lei|dreef|hof|kaai|pad|singel|markt|dam|veld|baan)"
NUMBER = r"(?:huisnummer|nummer|num[ée]ro|numara|number|nr|no|n°|رقم)"
DOOR = re.compile(
    rf"(?<!\w)(?:{STREET}|{NUMBER})[ .,:]{{1,3}}(\d{{1,4}}(?: ?[a-z](?!\w))?)", re.IGNORECASE
)


def numbers_in(text: str, streets: Iterable[str] = ()) -> list[str]:
    """What in a text tells how to reach somebody, in the order in which it stands there."""
    return [text[start:end] for start, end in _spots(text, streets)]


def masked(text: str, streets: Iterable[str] = ()) -> str:
    """The same text with those numbers hidden; `streets` are names that a door number may follow."""
    shown, at = [], 0
    for start, end in _spots(text, streets):
        shown += [text[at:start], HIDDEN]
        at = end
    return "".join([*shown, text[at:]])


def _spots(text: str, streets: Iterable[str]) -> list[tuple[int, int]]:
    spots = [found.span() for form in (MAIL, PHONE) for found in form.finditer(text)]
    spots += [found.span(1) for found in DOOR.finditer(text)]
    for street in streets:
        door = re.compile(
            rf"(?<!\w){re.escape(street)}[ ,]{{1,2}}(\d{{1,4}}(?: ?[a-z](?!\w))?)", re.IGNORECASE
        )
        spots += [found.span(1) for found in door.finditer(text)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(set(spots)):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart
