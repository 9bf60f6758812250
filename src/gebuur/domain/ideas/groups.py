"""Putting alike ideas together: rare pieces of words weigh most, and a group holds what is alike on average."""

import re
from collections.abc import Collection, Sequence
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from gebuur.domain.ideas.likeness import count_pieces

LEAST = 0.25
_LITTLE = """
achter alle alles anders beter buren buurt deze door elke extra geen goed graag hier ideeën iedereen iets kleine komen
kunnen leuk maken meer mensen moet mooie naar niet nieuw nieuwe nodig onder onze over samen tegen tijdens tussen veel
voor waar wijk willen worden zoals zodat zonder
"""
SAYS_LITTLE = frozenset(_LITTLE.split())
"""Dutch words of four letters and more that stand in many ideas and say little about what they are."""
WORD = re.compile(r"\w{4,}")
NOBODY = -1.0
UNIT = 10**6
"""Likeness is counted in whole millionths, so that every machine adds up and breaks ties the same way."""
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def clusters(
    texts: Sequence[str], *, skip: Collection[str] = SAYS_LITTLE, least: float = LEAST
) -> tuple[tuple[int, ...], ...]:
    """Put alike texts together.

    A text is what its words of four letters and more are made of: threes of letters, as in `likeness`. A piece weighs
    ``log((1 + n) / (1 + texts with it)) + 1`` per time it is there, so what everybody writes weighs little.
    The likeness of two texts is the cosine of these weights. In the beginning every text stands alone; then the
    two groups that are most alike become one, again and again. How alike two groups are is the average over all
    pairs between them (average linkage). It ends when no two groups are `least` alike or more.

    Ties: of equally alike pairs of groups, the one with the earliest text goes first; when that is the same,
    the one of which the other group has the earliest text. Likeness is rounded to millionths before anything is
    compared, and added up in whole numbers.

    Parameters
    ----------
    texts
        Short texts in any language written in letters, in an order that means something (first come, first served).
    skip
        Words, in small letters, that do not count: those that say little, or the names of streets.
    least
        How alike two groups must be on average to become one, from 0 to 1.

    Returns
    -------
    tuple of tuple of int
        Positions in `texts`; every one is in exactly one group. Within a group and between groups (by their first)
        they rise.

    References
    ----------
    Sokal and Michener 1958, A statistical method for evaluating systematic relationships (average linkage).
    Spaerck Jones 1972, A statistical interpretation of term specificity (rare words weigh more).

    Examples
    --------
    >>> clusters(["Bank aan de bushalte", "Speelstraat in juli", "Zitbank bij bushalte", "Een speelstraat"])
    ((0, 2), (1, 3))
    >>> clusters([])
    ()
    """
    near = _likeness_of_all([_telling(text, skip) for text in texts])
    groups = {at: [at] for at in range(len(texts))}
    average = near / UNIT
    np.fill_diagonal(average, NOBODY)
    best = average.max(axis=1, initial=NOBODY)
    while len(groups) > 1 and best.max() >= least:
        first = int(best.argmax())
        other = int(average[first].argmax())
        looked_at_one = (average[:, [first, other]] == best[:, None]).any(axis=1)
        groups[first] += groups.pop(other)
        near[first] += near[other]
        near[:, first] += near[:, other]
        rest = [at for at in groups if at != first]
        sizes = np.array([len(groups[first]) * len(groups[at]) for at in rest], np.int64)
        average[other] = average[:, other] = NOBODY
        average[first, rest] = average[rest, first] = near[first, rest] / (UNIT * sizes)
        best[looked_at_one] = average[looked_at_one].max(axis=1)
    return tuple(tuple(sorted(group)) for _first, group in sorted(groups.items()))


def _telling(text: str, skip: Collection[str]) -> str:
    """The words that count."""
    return " ".join(word for word in WORD.findall(text.casefold()) if word not in skip)


def _likeness_of_all(texts: Sequence[str]) -> Ints:
    """The cosine of every pair, in millionths: text by text a row."""
    where: dict[str, list[tuple[int, int]]] = {}
    for at, text in enumerate(texts):
        for piece, count in count_pieces(text).items():
            where.setdefault(piece, []).append((at, count))
    dots = np.zeros((len(texts), len(texts)))
    for _piece, there in sorted(where.items()):
        weight = log((1 + len(texts)) / (1 + len(there))) + 1
        rows = np.array([at for at, _count in there])
        parts = np.array([count * weight for _at, count in there])
        dots[np.ix_(rows, rows)] += np.outer(parts, parts)
    lengths = np.array([sqrt(square) or 1.0 for square in dots.diagonal().tolist()])
    return np.rint(dots / np.outer(lengths, lengths) * UNIT).astype(np.int64)
