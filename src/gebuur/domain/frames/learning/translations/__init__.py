"""What somebody without an account reads of the frames, in the other languages of the neighbourhood."""

from dataclasses import replace

from gebuur.domain.frames.learning.source import Words
from gebuur.domain.frames.learning.translations.ar import ARABIC
from gebuur.domain.frames.learning.translations.fr import FRENCH
from gebuur.domain.frames.learning.translations.table import Table
from gebuur.domain.frames.learning.translations.tr import TURKISH

TRANSLATIONS: dict[str, Table] = {"fr": FRENCH, "tr": TURKISH, "ar": ARABIC}


def translated(kind: str, key: str, words: Words) -> Words:
    """Add the other languages to words, where we have them.

    Parameters
    ----------
    kind : str
        Of frame: ``styles``, ``signals``.
    key : str
        Of the item; with its field when it is not the name: ``"streets:story:0"``.

    Examples
    --------
    >>> translated("phases", "closing", Words("Afronden", "Closing")).in_language("fr")
    'Conclure'
    """
    return replace(words, **translations_at(f"{kind}:{key}"))


def translations_at(path: str) -> dict[str, str]:
    """Give the other languages of one place of a frame by code; empty where we have none.

    Parameters
    ----------
    path : str
        ``kind:key:field``, with a number after a field that has several; the field of a name is ``words``.

    Examples
    --------
    >>> translations_at("exercise:recent:help")
    {}
    >>> translations_at("actors:volunteer:words")["fr"]
    'Bénévole'
    """
    kind, _colon, place = path.partition(":")
    key = place.removesuffix(":words")
    found = {code: table.get(kind, {}).get(key, "") for code, table in TRANSLATIONS.items()}
    return {code: words for code, words in found.items() if words}
