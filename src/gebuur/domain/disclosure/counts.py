"""Counts of people that may be shown."""

from collections.abc import Mapping


def show_count(n: int, *, minimum: int = 5) -> int | None:
    """Decide whether a count of people may be shown.

    Zero is hidden like any other small number: if it were shown, the change from "0" to "hidden" would
    tell that one person joined.

    Parameters
    ----------
    n : int
        How many people, or households.
    minimum : int
        The smallest number that may be seen.

    Returns
    -------
    int or None
        The count itself, or None: "fewer than `minimum`, perhaps nobody".

    Raises
    ------
    ValueError
        When `n` is below zero or `minimum` below one.

    Examples
    --------
    >>> show_count(12), show_count(4), show_count(0)
    (12, None, None)
    >>> show_count(9, minimum=10) is None
    True
    """
    if n < 0:
        raise ValueError(f"n must not be below zero, but is {n!r}.")
    if minimum < 1:
        raise ValueError(f"minimum must be one or more, but is {minimum!r}.")
    return n if n >= minimum else None


def suppress(counts: Mapping[str, int], *, minimum: int = 5) -> dict[str, int | None]:
    """Hide the small numbers of one list of counts.

    Print no total of all cells beside it, in this list or elsewhere: with the total a reader could work
    out a single hidden cell. A total of the cells that are shown is safe.

    Parameters
    ----------
    counts : mapping of str to int
        How many people per thing.
    minimum : int
        The smallest number that may be seen.

    Returns
    -------
    dict of str to (int or None)
        The same keys in the same order; None where the count stays hidden.

    Raises
    ------
    ValueError
        As `show_count`.

    Examples
    --------
    >>> suppress({"Spoelstraat": 14, "Weverstraat": 3})
    {'Spoelstraat': 14, 'Weverstraat': None}
    """
    return {key: show_count(count, minimum=minimum) for key, count in counts.items()}


def rounded(n: int, *, base: int = 5) -> int | None:
    """Round a count down to a multiple of `base`, so that one person seldom moves it.

    Say "at least" with it. Below `base` nothing is shown.

    Raises
    ------
    ValueError
        When `n` is below zero or `base` below one.

    Examples
    --------
    >>> rounded(14), rounded(15), rounded(3)
    (10, 15, None)
    """
    return None if show_count(n, minimum=base) is None else n - n % base
