"""Reading the words of one cell: a number, an address, languages, moments, tasks; or saying what to mend."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.core.errors import RuleBroken
from gebuur.core.phones import PhoneUnreadable, read_phone
from gebuur.core.search import normalise
from gebuur.core.weekparts import ALL, bit_of

MOST_DIGITS = 6
LANGUAGE_NAMES = {
    "nl": ("nl", "nederlands", "dutch", "vlaams"), "fr": ("fr", "frans", "french", "francais"),
    "en": ("en", "engels", "english"), "tr": ("tr", "turks", "turkish", "turkce"), "ar": ("ar", "arabisch", "arabic"),
    "pl": ("pl", "pools", "polish", "polski"), "es": ("es", "spaans", "spanish", "espanol"),
    "uk": ("uk", "oekraiens", "ukrainian"),
}  # fmt: skip
DAYS = (
    ("maandag", "ma", "monday", "mon"), ("dinsdag", "di", "tuesday", "tue"), ("woensdag", "wo", "wednesday", "wed"),
    ("donderdag", "do", "thursday", "thu"), ("vrijdag", "vr", "friday", "fri"), ("zaterdag", "za", "saturday", "sat"),
    ("zondag", "zo", "sunday", "sun"),
)  # fmt: skip
PARTS = (
    ("voormiddag", "vm", "ochtend", "morgen", "morning"),
    ("namiddag", "nm", "middag", "afternoon"),
    ("avond", "av", "avonds", "evening"),
)
WEEK, WEEKEND = ("weekdagen", "weekdag", "werkdagen", "week", "weekdays"), ("weekend",)
ALWAYS = ("altijd", "alle", "elke dag", "always", "any")
FORMULA = ("=", "@")
AND = ("en", "and", "et")
PIECES = re.compile(r"[,;/\n]| en | and ")


class CellUnreadable(RuleBroken):
    """A cell does not say what its column holds; the message says what to mend."""


def read_words(typed: str, *, most: int) -> str:
    """Plain words; a formula is none."""
    if typed.startswith(FORMULA):
        raise CellUnreadable(
            _("“%(cell)s” is a formula. Write the words themselves.") % {"cell": typed[:40]}
        )
    if len(typed) > most:
        raise CellUnreadable(
            _("“%(cell)s…” is too long. Keep it under %(most)d letters.")
            % {"cell": typed[:30], "most": most}
        )
    return typed


def read_number(typed: str) -> str:
    """A phone number in any spelling; a spreadsheet may have eaten its first 0."""
    if typed.isdigit() and len(typed) in {8, 9} and not typed.startswith("0"):
        typed = f"0{typed}"
    try:
        return read_phone(typed) if typed else ""
    except PhoneUnreadable as error:
        raise CellUnreadable(f"{typed}: {error}") from error


def read_mail(typed: str) -> str:
    try:
        if typed:
            validate_email(typed)
    except ValidationError as error:
        raise CellUnreadable(
            _("%(mail)s is not a complete e-mail address.") % {"mail": typed[:60]}
        ) from error
    return typed


def split_name(typed: str) -> tuple[str, str]:
    """`Rik Peeters` and `Peeters, Rik` are the same two names."""
    last, comma, first = (part.strip() for part in typed.partition(","))
    if comma and first:
        return first, last
    first, _space, last = typed.partition(" ")
    return first, last.strip()


def split_address(typed: str) -> tuple[str, str]:
    """`Spoelstraat 4 bus 2` is a street and a number."""
    found = re.fullmatch(r"(.*?[^\d\s,])[\s,]+(\d.*)", typed)
    return (found.group(1), found.group(2)) if found else (typed, "")


def read_languages(typed: str) -> list[str]:
    """Codes of the languages; Dutch when nothing is said. Between two words `en` means and."""
    known = {name: code for code, names in LANGUAGE_NAMES.items() for name in names}
    found = []
    for piece in re.split(r"[,;/\n+]", typed):
        words = normalise(piece).split()
        for word in words if len(words) == 1 else [w for w in words if w not in AND]:
            if word not in known:
                raise CellUnreadable(
                    _("We do not know the language “%(word)s”. Write it like this: Dutch, Turkish.")
                    % {"word": word}
                )
            found.append(known[word])
    return list(dict.fromkeys(found)) or ["nl"]


def read_tasks(typed: str, tasks: dict[str, Task]) -> list[Task]:
    """Tasks of the catalogue, by a name they have in one of our languages; at least one, and never a guess."""
    pieces = [normalise(piece) for piece in re.split(r"[,;/\n]", typed)]
    wanted = [piece for piece in pieces if piece]
    unknown = [piece for piece in wanted if piece not in tasks]
    if unknown or not wanted:
        names = ", ".join(list(dict.fromkeys(in_language(t.names) for t in tasks.values()))[:3])
        sentence = (
            _("We do not know the task “%(task)s”. Write it as in our list: %(names)s.")
            if unknown
            else _(
                "Nothing this person likes to do. Write at least one, as in our list: %(names)s."
            )
        )
        task = unknown[0] if unknown else ""
        raise CellUnreadable(sentence % {"task": task, "names": names.replace("\xad", "")})
    return list(dict.fromkeys(tasks[piece] for piece in wanted))


def read_moments(typed: str) -> int:
    """Parts of the week; every part when nothing is said."""
    if not typed.strip() or normalise(typed) in ALWAYS:
        return ALL
    mask = 0
    for piece in PIECES.split(f" {typed} "):
        words = normalise(piece).split()
        if words:
            mask |= _moment(words, typed)
    return mask


def _moment(words: list[str], typed: str) -> int:
    """`dinsdag namiddag`, `dinsdag`, or `namiddag`."""
    days = {at for at, names in enumerate(DAYS) if set(names) & set(words)}
    days |= {at for at in range(5) if set(WEEK) & set(words)}
    days |= {at for at in (5, 6) if set(WEEKEND) & set(words)}
    parts = {at for at, names in enumerate(PARTS) if set(names) & set(words)}
    if not days and not parts:
        raise CellUnreadable(
            _("We do not know the moment “%(word)s”. Write it like this: Tuesday afternoon.")
            % {"word": typed[:40]}
        )
    return sum(1 << bit_of(day, part) for day in days or range(7) for part in parts or range(3))


def read_count(typed: str, *, usual: int, most: int) -> int:
    if not typed:
        return usual
    is_short = typed.isdecimal() and len(typed) <= MOST_DIGITS
    if not is_short or not 1 <= int(typed) <= most:
        raise CellUnreadable(
            _("“%(cell)s” is not a number of times. Write 1 to %(most)d.")
            % {"cell": typed[:20], "most": most}
        )
    return int(typed)
