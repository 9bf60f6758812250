"""Find words of danger, so that the right number stands on the screen at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.frames.danger.arabic import ARABIC
from gebuur.domain.frames.danger.dutch import DUTCH
from gebuur.domain.frames.danger.english import ENGLISH
from gebuur.domain.frames.danger.french import FRENCH
from gebuur.domain.frames.danger.phrase import compiled, framed
from gebuur.domain.frames.danger.turkish import TURKISH
from gebuur.domain.frames.helplines import Helpline, helpline


class DangerKind(StrEnum):
    """What may be going on, the most urgent first."""

    MEDICAL = "medical"
    FIRE = "fire"
    POISONING = "poisoning"
    SUICIDE = "suicide"
    CHILD = "child"
    VIOLENCE = "violence"


HELPLINES_OF: dict[DangerKind, tuple[str, ...]] = {
    DangerKind.MEDICAL: ("112",),
    DangerKind.FIRE: ("112",),
    DangerKind.POISONING: ("112", "poison"),
    DangerKind.SUICIDE: ("112", "1813", "106"),
    DangerKind.CHILD: ("101", "1712", "102"),
    DangerKind.VIOLENCE: ("101", "1712", "106"),
}
_LANGUAGES = (DUTCH, FRENCH, ENGLISH, TURKISH, ARABIC)


def _pattern(kind: DangerKind) -> re.Pattern[str]:
    return compiled(phrases[kind.value] for phrases in _LANGUAGES)


_PATTERNS = {kind: _pattern(kind) for kind in DangerKind}


@dataclass(frozen=True, slots=True)
class Danger:
    """One kind of danger that a text may speak of.

    Attributes
    ----------
    kind : DangerKind
        What may be going on.
    helplines : tuple of str
        Keys of the numbers to show, the most urgent first.
    """

    kind: DangerKind
    helplines: tuple[str, ...]


def dangers_in(text: str) -> tuple[Danger, ...]:
    """Tell which kinds of danger a text may speak of.

    Decides only whether a number is shown. It sends nothing, stores nothing, and finds nothing is no
    proof of safety. All five languages are tried on every text, whatever the language of the page.
    Accents, doubled letters, capitals and punctuation play no part.

    Parameters
    ----------
    text : str
        What somebody typed, of any length.

    Returns
    -------
    tuple of Danger
        Each kind at most once, in the order of `DangerKind`.

    Examples
    --------
    >>> [danger.kind.value for danger in dangers_in("Ik ruik gas, en mijn man ademt niet meer")]
    ['medical', 'fire']
    >>> dangers_in("De brandweer houdt barbecue in onze doodlopende straat. Geweldig")
    ()
    """
    said = framed(text)
    return tuple(
        Danger(kind, HELPLINES_OF[kind])
        for kind, pattern in _PATTERNS.items()
        if pattern.search(said)
    )


def helplines_for(dangers: Iterable[Danger]) -> tuple[Helpline, ...]:
    """Give the numbers to show for these dangers, each once, the most urgent first.

    Examples
    --------
    >>> [line.number for line in helplines_for(dangers_in("mijn kind dronk javel en ademt niet"))]
    ['112', '070 245 245']
    """
    keys = dict.fromkeys(key for danger in dangers for key in danger.helplines)
    return tuple(helpline(key) for key in keys)
