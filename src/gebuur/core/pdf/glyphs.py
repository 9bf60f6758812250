"""Which characters our fonts can draw.

PDF/UA forbids a character without a glyph, and a name or a wish may hold any character there is. So
what cannot be drawn is taken out before the page is set: emoji and control characters vanish, a letter
of another script becomes a question mark.
"""

import struct
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

LETTER = "L"
SEGMENTS, GROUPS = 4, 12


def only_drawable(text: str, drawable: frozenset[int]) -> str:
    """Keep what can be drawn; new lines and tabs stay."""
    return "".join(_shown(letter, drawable) for letter in unicodedata.normalize("NFC", text))


def _shown(letter: str, drawable: frozenset[int]) -> str:
    if ord(letter) in drawable or letter in "\n\t":
        return letter
    return "?" if unicodedata.category(letter).startswith(LETTER) else ""


@lru_cache(maxsize=4)
def drawable_by(fonts: tuple[Path, ...]) -> frozenset[int]:
    """Every code point that at least one of these font files has a glyph for."""
    return frozenset(point for font in fonts for point in _points_of(font.read_bytes()))


def _points_of(font: bytes) -> Iterable[int]:
    """Read the character map of a TrueType file (its `cmap` table, formats 4 and 12)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for number in range(tables):
        tag, _sum, start, _length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            yield from _points_in_map(font, start)


def _points_in_map(font: bytes, start: int) -> Iterable[int]:
    (maps,) = struct.unpack_from(">H", font, start + 2)
    for number in range(maps):
        (offset,) = struct.unpack_from(">I", font, start + 4 + 8 * number + 4)
        (style,) = struct.unpack_from(">H", font, start + offset)
        if style == GROUPS:
            yield from _from_groups(font, start + offset)
        elif style == SEGMENTS:
            yield from _from_segments(font, start + offset)


def _from_groups(font: bytes, at: int) -> Iterable[int]:
    (groups,) = struct.unpack_from(">I", font, at + 12)
    for number in range(groups):
        first, last, _glyph = struct.unpack_from(">III", font, at + 16 + 12 * number)
        yield from range(first, last + 1)


def _from_segments(font: bytes, at: int) -> Iterable[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts = struct.unpack_from(f">{count}H", font, at + 16 + twice)
    for first, last in zip(firsts, lasts, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)
