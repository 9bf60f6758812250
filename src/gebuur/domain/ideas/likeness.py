"""How alike two short texts are: the cosine of their counts of three letters in a row."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

LENGTH = 3
LEAST = 0.5


def count_pieces(text: str) -> Counter[str]:
    """Count the threes of letters in every word of three letters or more."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    words = (f" {word} " for word in kept.split() if len(word) >= LENGTH)
    return Counter(word[at : at + LENGTH] for word in words for at in range(len(word) - 2))


def likeness(one: str, other: str) -> float:
    """Say how alike two texts are, from 0 (nothing in common) to 1 (the same words).

    Accents, capitals, punctuation and words under three letters do not count, and the order of words hardly does.
    A compound word is near its parts, which suits Dutch. Words with the same meaning and other letters are not found.

    Parameters
    ----------
    one, other
        Short texts in any language written in letters.

    Returns
    -------
    float
        The cosine of the two counts of three letters in a row; 0 when one of the texts holds no word.

    References
    ----------
    Cavnar, W. and Trenkle, J. (1994), N-gram-based text categorization.

    Examples
    --------
    >>> likeness("Een moestuin achter de refter", "Moestuin achter de refter!") > 0.9
    True
    >>> likeness("Een moestuin", "Trager verkeer")
    0.0
    """
    left, right = count_pieces(one), count_pieces(other)
    if not left or not right:
        return 0.0
    shared = sum(count * right[gram] for gram, count in left.items())
    return shared / sqrt(_square(left.values()) * _square(right.values()))


def _square(counts: Iterable[int]) -> int:
    return sum(count * count for count in counts)


def alike(text: str, others: Sequence[str], *, least: float = LEAST) -> tuple[int, ...]:
    """Give the positions of the texts that are alike, nearest first; equally near ones in the order they came in.

    Parameters
    ----------
    text
        What somebody writes now.
    others
        What is there already.
    least
        How alike two texts must be, from 0 to 1.

    Returns
    -------
    tuple of int
        Positions in `others`.

    Examples
    --------
    >>> alike("bank aan de bushalte", ["Een zitbank bij de bushalte", "Speelstraat", "Bank aan bushalte"])
    (2, 0)
    """
    near = [(likeness(text, other), at) for at, other in enumerate(others)]
    ordered = sorted(near, key=lambda pair: (-pair[0], pair[1]))
    return tuple(at for how, at in ordered if how >= least)
