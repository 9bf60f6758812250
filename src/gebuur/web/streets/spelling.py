"""Two spellings of one street name, perhaps. It only asks: a person decides.

Numbers make different streets (Eerste Bosdreef, 2de Bosdreef); a capital, a sign, an abbreviation or
a slip of the pen do not. Slips are looked for by leaving letters out, so that a town of thousands of
streets is compared in seconds.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from gebuur.core.search import normalise

SHORTEST_FOR_ONE, SHORTEST_FOR_TWO = 6, 12
ORDINALS = (
    ("1", "1e", "1ste", "eerste", "een"),
    ("2", "2e", "2de", "tweede", "twee"),
    ("3", "3e", "3de", "derde", "drie"),
    ("4", "4e", "4de", "vierde", "vier"),
    ("5", "5e", "5de", "vijfde", "vijf"),
    ("6", "6e", "6de", "zesde", "zes"),
    ("7", "7e", "7de", "zevende", "zeven"),
    ("8", "8e", "8ste", "achtste", "acht"),
    ("9", "9e", "9de", "negende", "negen"),
)
NUMBERS = {word: words[0] for words in ORDINALS for word in words}
# Words that only tell where: they make different streets as well.
SIDES = {"noord", "oost", "zuid", "west", "kort", "korte", "lang", "lange", "oud", "oude", "nieuw"} | {
    "nieuwe", "groot", "grote", "klein", "kleine", "hoog", "hoge", "laag", "lage", "voor", "voorste",
    "achter", "achterste", "binnen", "buiten",
}  # fmt: skip
WHOLE = {
    "av": "avenue", "bd": "boulevard", "br": "broeder", "burg": "burgemeester", "dr": "dokter",
    "dorpspl": "dorpsplein", "gebr": "gebroeders", "ing": "ingenieur", "kan": "kanunnik", "kon": "koning",
    "laan": "laan", "ln": "laan", "lt": "luitenant", "mgr": "monseigneur", "o": "onze", "l": "lieve",
    "v": "vrouw", "olv": "onze lieve vrouw", "past": "pastoor", "pl": "plein", "pr": "prins", "prof": "professor",
    "st": "sint", "stwg": "steenweg", "stw": "steenweg", "str": "straat", "wg": "weg", "zr": "zuster",
}  # fmt: skip


class Likeness(StrEnum):
    """Why two names may be one street."""

    SAME_LETTERS = "same_letters"
    ABBREVIATION = "abbreviation"
    ONE_SLIP = "one_slip"
    TWO_SLIPS = "two_slips"


def likeness(one: str, other: str) -> Likeness | None:
    """Say why two names may be one street; None when they are two streets, or the same text."""
    if one == other or _numbers(one) != _numbers(other):
        return None
    a, b = normalise(one), normalise(other)
    if a.replace(" ", "") == b.replace(" ", ""):
        return Likeness.SAME_LETTERS
    if _sides(one) != _sides(other):
        return None
    a, b = _written_out(a), _written_out(b)
    if a.replace(" ", "") == b.replace(" ", "") or _initials_fit(a.split(), b.split()):
        return Likeness.ABBREVIATION
    return _slips(a.replace(" ", ""), b.replace(" ", ""))


def alike(names: Iterable[str]) -> list[tuple[str, str]]:
    """Every pair of names that may be one street, in alphabetical order."""
    buckets: dict[str, set[str]] = defaultdict(set)
    for name in names:
        whole = _written_out(normalise(name))
        for key in {*_with_letters_left_out(whole.replace(" ", "")), _short_key(whole)}:
            buckets[key].add(name)
    pairs = {
        pair for bucket in buckets.values() for pair in itertools.combinations(sorted(bucket), 2)
    }
    return [pair for pair in sorted(pairs) if likeness(*pair) is not None]


def _numbers(name: str) -> list[str]:
    return sorted(
        NUMBERS.get(word, word)
        for word in normalise(name).split()
        if word in NUMBERS or word.isdigit()
    )


def _sides(name: str) -> set[str]:
    return SIDES & set(normalise(name).split())


def _written_out(name: str) -> str:
    """Abbreviations in full, also at the end of a word: Kerkstr. is Kerkstraat."""
    said = []
    for word in name.split():
        whole = WHOLE.get(word, word)
        if whole == word and word.endswith("str"):
            whole = f"{word}aat"
        said.append(NUMBERS.get(whole, whole))
    return " ".join(said)


def _initials_fit(one: list[str], other: list[str]) -> bool:
    """Whether one name only shortens words of the other to their first letter."""
    if len(one) != len(other) or one == other:
        return False
    return all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, other, strict=True)
    )


def _short_key(name: str) -> str:
    """First letters and the last word: a bucket for names with initials."""
    *first, last = name.split() or [""]
    return f"{''.join(word[0] for word in first)}|{last}"


def _most_slips(name: str) -> int:
    return (len(name) >= SHORTEST_FOR_ONE) + (len(name) >= SHORTEST_FOR_TWO)


def _with_letters_left_out(name: str) -> set[str]:
    found, last = {name}, {name}
    for _slip in range(_most_slips(name)):
        last = {word[:at] + word[at + 1 :] for word in last for at in range(len(word))}
        found |= last
    return found


def _slips(one: str, other: str) -> Likeness | None:
    allowed = min(_most_slips(one), _most_slips(other))
    if abs(len(one) - len(other)) > allowed:
        return None
    count = _distance(one, other)
    if not 0 < count <= allowed:
        return None
    return Likeness.ONE_SLIP if count == 1 else Likeness.TWO_SLIPS


def _distance(one: str, other: str) -> int:
    """Letters to add, leave out, change or swap with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
