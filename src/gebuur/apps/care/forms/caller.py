"""Reading one line that somebody typed while listening: number, name and street in any order."""

import re
from dataclasses import dataclass

from gebuur.apps.neighbourhood.forms.who import find_street
from gebuur.apps.neighbourhood.models import Neighbourhood, Street
from gebuur.core.phones import PhoneUnreadable, read_phone

NUMBER = re.compile(r"(?:\+|\b)\d[\d\s./()-]{5,}\d")
DOOR = re.compile(r"^(?P<street>\D+?)\s+(?P<number>\d+\s?\w{0,3}(?:\s?bus\s?\w+)?)$", re.IGNORECASE)


@dataclass(frozen=True)
class Caller:
    """What we understood of somebody we do not know yet; anything may be missing."""

    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    street: Street | None = None
    house_number: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


def read_caller(typed: str, place: Neighbourhood) -> Caller:
    """Read `09 000 00 42, Godelieve Verhaeghe, Spoelstraat 9` in any order; half of it is fine."""
    phone, rest = _phone_in(typed)
    names: list[str] = []
    street, house_number = None, ""
    for piece in filter(None, (piece.strip() for piece in re.split(r"[,;\n]", rest))):
        found, number = _door_in(piece, place)
        if found is not None:
            street, house_number = found, number
        elif not piece.isdigit():
            names += piece.split()
    return Caller(
        first_name=" ".join(names[:1])[:60],
        last_name=" ".join(names[1:])[:80],
        phone=phone,
        street=street,
        house_number=house_number,
    )


def _phone_in(typed: str) -> tuple[str, str]:
    """The number, and the text without its digits; a half number is no number yet."""
    for found in NUMBER.finditer(typed):
        rest = f"{typed[: found.start()]},{typed[found.end() :]}"
        try:
            return read_phone(found.group()), rest
        except PhoneUnreadable:
            continue
    return "", NUMBER.sub(",", typed)


def _door_in(piece: str, place: Neighbourhood) -> tuple[Street | None, str]:
    """A street with its number. A bare word counts only when it is the whole name of a street."""
    with_number = DOOR.match(piece)
    if with_number:
        return find_street(place, with_number["street"]), with_number["number"][:12]
    whole = find_street(place, piece)
    return (whole, "") if whole is not None and len(piece) >= len(whole.name) - 1 else (None, "")
