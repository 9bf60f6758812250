"""Bring a text and a phrase to one plain form, so that spelling matters little."""

import re
import unicodedata

_ARABIC = str.maketrans({"ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": "", "ء": "", "ئ": "ي", "ؤ": "و"})
_LATIN = str.maketrans({"ı": "i", "ø": "o", "œ": "oe", "æ": "ae"})
_REPEATED = re.compile(r"([a-z ])\1+")
_NOT_A_WORD = re.compile(r"[^\w*]+|_+")


def plain(text: str) -> str:
    """Small letters without accents, Latin ones never doubled, single spaces, none at the ends.

    Arabic loses its vowel signs; the forms of alif, ya and ta marbuta become one. Everything that is no
    letter parts two words (``j'ai`` is ``j ai``); only a star stays, because phrases use it.

    Examples
    --------
    >>> plain("Suïcide... ik BRAND!"), plain("Où est l'été ?")
    ('suicide ik brand', 'ou est l ete')
    """
    small = unicodedata.normalize("NFKD", text.translate(_ARABIC).casefold())
    bare = "".join(sign for sign in small if not unicodedata.combining(sign))
    words = _NOT_A_WORD.sub(" ", bare.translate(_LATIN))
    return _REPEATED.sub(r"\1", words).strip()
