"""Two spellings of one street? Found here, decided by a person."""

import re
from itertools import combinations

from gebuur.core.search import normalise

ORDINAL = re.compile(r"^(\d+)(ste|de|e)?$")
WORDS = {
    "eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5", "zesde": "6", "zevende": "7",
    "korte": "korte", "lange": "lange", "oude": "oude", "nieuwe": "nieuwe", "hoge": "hoge", "lage": "lage",
}  # fmt: skip
SHORTEST = 6


def alike(names: list[str]) -> list[tuple[str, str]]:
    """Pairs of names that may be one street: the same but for capitals and signs, or one letter apart.

    A number or a word such as Oude, Nieuwe, Eerste makes two streets, never two spellings.
    """
    told = {name: _parts(name) for name in names}
    pairs = []
    for one, other in combinations(sorted(names), 2):
        (mark, rest), (other_mark, other_rest) = told[one], told[other]
        if mark == other_mark and _near(rest, other_rest):
            pairs.append((one, other))
    return pairs


def _parts(name: str) -> tuple[frozenset[str], str]:
    """What tells streets apart (numbers, Oude and Nieuwe), and the letters that remain."""
    marks, rest = set(), []
    for word in normalise(name).split():
        number = ORDINAL.match(word)
        mark = number.group(1) if number else WORDS.get(word)
        if mark is None:
            rest.append(word)
        else:
            marks.add(mark)
    return frozenset(marks), "".join(rest)


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    return _is_one_letter_apart(*sorted((one, other), key=len))


def _is_one_letter_apart(shorter: str, longer: str) -> bool:
    """One letter more, or one letter another; or two neighbours changed places."""
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    swapped = shorter[start : start + 2] == longer[start : start + 2][::-1]
    return shorter[start + 1 :] == longer[start + 1 :] or (
        swapped and shorter[start + 2 :] == longer[start + 2 :]
    )
