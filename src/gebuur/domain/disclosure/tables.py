"""Tables of which the total is known: what is hidden must not come back by subtraction."""

from collections.abc import Mapping


def gather(counts: Mapping[str, int], *, minimum: int = 5) -> tuple[list[str], list[str]]:
    """Tell which groups stand alone in a table, and which stand together in one row of the rest.

    Every row then has at least `minimum` people, nothing is left out, and the total may be printed. When
    the rest is too small for a row of its own, the smallest group that stood alone joins it.

    Parameters
    ----------
    counts : mapping of str to int
        People per group.
    minimum : int
        The smallest number that may be seen.

    Returns
    -------
    tuple of (list of str, list of str)
        The groups that stand alone and those of the rest, both in the order of `counts`; groups without
        anybody are in neither. Of equal groups the one that comes last in the alphabet joins first. When
        all together are too few, both are empty: the table is not shown.

    Examples
    --------
    >>> gather({"nl": 40, "fr": 9, "tr": 3, "ar": 1})
    (['nl'], ['fr', 'tr', 'ar'])
    >>> gather({"nl": 40, "fr": 9, "tr": 3, "ar": 2})
    (['nl', 'fr'], ['tr', 'ar'])
    >>> gather({"nl": 3})
    ([], [])
    """
    here = {group: count for group, count in counts.items() if count}
    alone = {group for group, count in here.items() if count >= minimum}
    together = sum(count for group, count in here.items() if group not in alone)
    while 0 < together < minimum and alone:
        smallest = min(alone, key=lambda group: (here[group], _backwards(group)))
        alone.remove(smallest)
        together += here[smallest]
    rest = [group for group in here if group not in alone]
    return [group for group in here if group in alone], rest if together >= minimum else []


def protect(counts: Mapping[str, int], *, minimum: int = 5) -> dict[str, int | None]:
    """Hide the small numbers of a list of which the total is known.

    `suppress` hides what is small. With the total a reader could still work out what is hidden, when that
    is one cell, or when the hidden cells together are few. So the smallest cells that could be shown are
    hidden as well, until at least two are hidden and together they are `minimum` or more.

    Returns
    -------
    dict of str to (int or None)
        The same keys in the same order; None where the count stays hidden. Of equal cells the one that
        comes last in the alphabet is hidden first.

    Examples
    --------
    >>> protect({"a": 20, "b": 9, "c": 3})
    {'a': 20, 'b': None, 'c': None}
    >>> protect({"a": 20, "b": 9})
    {'a': 20, 'b': 9}
    """
    hidden = {key for key, count in counts.items() if count < minimum}
    while hidden and len(hidden) < len(counts) and not _is_safe(counts, hidden, minimum):
        shown = [key for key in counts if key not in hidden]
        hidden.add(min(shown, key=lambda key: (counts[key], _backwards(key))))
    return {key: None if key in hidden else count for key, count in counts.items()}


def _is_safe(counts: Mapping[str, int], hidden: set[str], minimum: int) -> bool:
    return len(hidden) > 1 and sum(counts[key] for key in hidden) >= minimum


def _backwards(name: str) -> tuple[int, ...]:
    return tuple(-ord(letter) for letter in name)
