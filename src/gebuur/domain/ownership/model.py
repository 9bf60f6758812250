"""What ownership is counted from: acts, who stands behind them, and what was promised."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class UnknownKind(ValueError):
    """A kind of actor that no side speaks for; the message names it."""


class Side(StrEnum):
    """On whose behalf somebody acted."""

    NEIGHBOURS = "neighbours"
    SERVICE = "service"
    AUTHORITY = "authority"


SIDES = tuple(Side)
NEIGHBOURS = ("neighbour", "volunteer", "group", "carer")
"""Kinds of actor who act for themselves and each other. They are people, and one of them is never shown."""

KINDS: dict[str, Side] = {
    **dict.fromkeys(NEIGHBOURS, Side.NEIGHBOURS),
    "professional": Side.SERVICE,
    "service": Side.SERVICE,
    "authority": Side.AUTHORITY,
}
VERBS = ("began", "decided", "did", "supported")
"""The four shares, in the order in which they are told."""

_COUNTS_AS = {"refused": "decided"}


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the chronicle.

    Attributes
    ----------
    verb : str
        ``began``, ``decided``, ``did``, ``supported``, ``refused`` or ``handed_over``.
    kind : str
        Kind of actor, a key of `KINDS`.
    on : datetime.date
        The day.
    who : str
        Pseudonym; empty when nobody is named. All acts of neighbours without a name count as of one person.
    thing : str
        The initiative it is about; empty when it is about none.
    street : str
        Where; empty when nowhere in particular.
    """

    verb: str
    kind: str
    on: dt.date
    who: str = ""
    thing: str = ""
    street: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What the service promised an initiative.

    Attributes
    ----------
    thing : str
        The initiative.
    name : str
        What its group calls it.
    styles : tuple of str
        Guidance styles that were promised, one per step; empty when none was.
    since, until : datetime.date or None
        When the support began, and on which day it is to be handed over.
    """

    thing: str
    name: str
    styles: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None


def side_of(kind: str) -> Side:
    """Tell on whose behalf this kind of actor acts.

    Examples
    --------
    >>> side_of("carer"), side_of("professional")
    (<Side.NEIGHBOURS: 'neighbours'>, <Side.SERVICE: 'service'>)
    """
    if kind not in KINDS:
        raise UnknownKind(f"{kind!r} is no kind of actor; there are {', '.join(KINDS)}.")
    return KINDS[kind]


def row_of(verb: str) -> str:
    """Tell in which of the four shares a verb counts; refusing is deciding. Empty: in none.

    Examples
    --------
    >>> row_of("refused"), row_of("did"), row_of("handed_over")
    ('decided', 'did', '')
    """
    counted = _COUNTS_AS.get(verb, verb)
    return counted if counted in VERBS else ""
