"""A picture somebody sends, made fit to keep: of a kind we know, and without what it tells about her.

A camera writes more than light into its file: where she stood, when, with which phone, sometimes a
small second picture or a film. Of that nothing is kept. The file is taken apart in its pieces and
only the pieces that draw are put together again; no pixel is decoded, so a picture that was made to
hurt a decoder meets none here. The way up is kept: a photo that was taken upright stays upright.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from gebuur.core.errors import RuleBroken

MOST_BYTES = 8 * 1024 * 1024
MOST_DOTS = 64_000_000
"""A file of a few kB can claim a thousand million dots, and every browser that shows it makes room for them."""

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_DRAWS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT"}
_WEBP_DRAWS = {b"VP8X", b"ALPH", b"VP8 ", b"VP8L"}
_WEBP_TELLS = 0x20 | 0x08 | 0x04 | 0x02
"""The marks in the head of a WebP for a colour profile, Exif, XMP and moving: none of them is left."""

_SOI, _EOI, _SOS, _COMMENT, _TEMPORARY = 0xD8, 0xD9, 0xDA, 0xFE, 0x01
_RESTARTS = range(0xD0, 0xD8)
_NOTES = range(0xE0, 0xF0)
_MARKER = re.compile(rb"\xff+[^\x00\xff]")
_NEITHER_LIGHT_NOR_RESTART = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_MOST_SEGMENTS = 10_000
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_EXIF, _ADOBE = (0xE1, b"Exif\0\0"), (0xEE, b"Adobe")
_ADOBE_LENGTH, _CHUNK_HEAD = 12, 8
_WAY_UP, _SHORT = 0x0112, 3
_TURNED = range(2, 9)


class Kind(StrEnum):
    """The three kinds of picture every browser shows and no script can hide in."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"


class BadPicture(RuleBroken):
    """This file is no picture we can keep; the sentence says what to send instead."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is kept and shown: the kind as a browser calls it, and the bytes that draw."""

    kind: Kind
    raw: bytes


class _Broken(ValueError):
    """The pieces do not fit: the file was cut off, or is something else in disguise."""


def clean_picture(raw: bytes) -> Picture:
    """The picture without its notes; told by its first bytes, never by its name or what is claimed."""
    if len(raw) > MOST_BYTES:
        raise BadPicture(
            _("This picture is larger than %(most)s MB. Send a smaller one.")
            % {"most": MOST_BYTES // (1024 * 1024)}
        )
    kind, clean = _told_by(raw)
    try:
        picture = Picture(kind, clean(raw))
        dots = max(wide * high for wide, high in _sizes(picture))
    except (_Broken, struct.error) as error:
        raise BadPicture(
            _("This picture is damaged or not complete. Send it again, or send another one.")
        ) from error
    if dots > MOST_DOTS:
        raise BadPicture(
            _("This picture has more than %(most)s million dots. Send a smaller one.")
            % {"most": MOST_DOTS // 1_000_000}
        )
    return picture


def _told_by(raw: bytes) -> tuple[Kind, Callable[[bytes], bytes]]:
    """Which kind it is, and who takes it apart."""
    if raw.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG, _clean_jpeg
    if raw.startswith(_PNG_START):
        return Kind.PNG, _clean_png
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return Kind.WEBP, _clean_webp
    raise BadPicture(_("This file is not a picture we can show. Send a JPEG, PNG or WebP."))


def _sizes(picture: Picture) -> Iterator[tuple[int, int]]:
    """How wide and how high it says it is, once for each place in the file that says so."""
    if picture.kind == Kind.PNG:
        yield struct.unpack_from(">II", picture.raw, 16)
    elif picture.kind == Kind.JPEG:
        for marker, piece in _segments(picture.raw):
            if marker in _FRAMES:
                yield struct.unpack_from(">HH", piece, 5)
    else:
        for name, piece in _chunks(picture.raw):
            yield _size_of_webp(name, piece[8:])


def _size_of_webp(name: bytes, body: bytes) -> tuple[int, int]:
    """Each sort of chunk counts in bits of its own, and two of them from one."""
    if name == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    wide, high = struct.unpack_from("<HH", body, 6)
    return wide & 0x3FFF, high & 0x3FFF


def _clean_jpeg(raw: bytes) -> bytes:
    """Every segment but the notes, and nothing after the end: there phones hide films."""
    kept, seen, turned = [b"\xff\xd8"], set(), False
    for marker, piece in _segments(raw):
        seen.add(marker)
        if _draws(marker, piece):
            kept.append(piece)
        elif (way := _way_up(marker, piece[4:])) in _TURNED and not turned:
            kept.append(_only_the_way_up(way))
            turned = True
    if not (seen & _FRAMES and {_SOS, _EOI} <= seen):
        raise _Broken
    return b"".join(kept)


def _draws(marker: int, piece: bytes) -> bool:
    """Whether a picture needs this segment; Adobe's mark tells how its colours are mixed."""
    is_adobe = (marker, piece[4:9]) == _ADOBE and len(piece) == 4 + _ADOBE_LENGTH
    return is_adobe or (marker not in _NOTES and marker != _COMMENT)


def _segments(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of every segment after the first two bytes; a scan brings its light along."""
    at = 2
    for _piece in range(_MOST_SEGMENTS):
        start, marker = _next_marker(raw, at)
        if marker == _EOI:
            yield marker, b"\xff\xd9"
            return
        if marker in _RESTARTS or marker in (_SOI, _TEMPORARY):
            raise _Broken
        (length,) = struct.unpack_from(">H", raw, start + 2)
        at = start + 2 + length
        if length < struct.calcsize(">H") or at > len(raw):
            raise _Broken
        if marker == _SOS:
            at = _end_of_scan(raw, at)
        yield marker, raw[start:at]
    raise _Broken


def _next_marker(raw: bytes, at: int) -> tuple[int, int]:
    """Where the next segment begins and which it is; bytes of 255 before it only fill up."""
    found = _MARKER.match(raw, at)
    if found is None:
        raise _Broken
    return found.end() - 2, raw[found.end() - 1]


def _end_of_scan(raw: bytes, at: int) -> int:
    """The first byte after the light of a scan: a mark that is neither stuffed nor a restart."""
    found = _NEITHER_LIGHT_NOR_RESTART.search(raw, at)
    if found is None:
        raise _Broken
    return found.start()


def _way_up(marker: int, note: bytes) -> int:
    """How the camera was held, 1 to 8, out of an Exif note; 0 when it does not say."""
    if (marker, note[:6]) != _EXIF:
        return 0
    table = note[6:]
    order = ">" if table.startswith(b"MM") else "<"
    try:
        (first,) = struct.unpack_from(f"{order}I", table, 4)
        (count,) = struct.unpack_from(f"{order}H", table, first)
        for entry in range(count):
            tag, sort, _many, way = struct.unpack_from(
                f"{order}HHIH", table, first + 2 + 12 * entry
            )
            if (tag, sort) == (_WAY_UP, _SHORT):
                return int(way)
    except struct.error:
        return 0
    return 0


def _only_the_way_up(way: int) -> bytes:
    """An Exif note that says how the camera was held, and nothing else."""
    table = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _WAY_UP, _SHORT, 1, way, 0, 0)
    note = _EXIF[1] + table
    return struct.pack(">BBH", 0xFF, _EXIF[0], len(note) + 2) + note


def _clean_png(raw: bytes) -> bytes:
    """The chunks that draw, each one whole; nothing after the last."""
    kept = [_PNG_START]
    seen: set[bytes] = set()
    at = len(_PNG_START)
    while b"IEND" not in seen:
        length, name = struct.unpack_from(">I4s", raw, at)
        (check,) = struct.unpack_from(">I", raw, at + 8 + length)
        if zlib.crc32(raw[at + 4 : at + 8 + length]) != check or not (seen or name == b"IHDR"):
            raise _Broken
        seen.add(name)
        if name in _PNG_DRAWS:
            kept.append(raw[at : at + 12 + length])
        at += 12 + length
    if b"IDAT" not in seen:
        raise _Broken
    return b"".join(kept)


def _clean_webp(raw: bytes) -> bytes:
    """The chunks that draw one still picture, and a head that promises nothing more."""
    kept: list[bytes] = []
    seen: list[bytes] = []
    for name, piece in _chunks(raw):
        if name not in _WEBP_DRAWS:
            continue
        is_head = name == b"VP8X" and len(piece) > _CHUNK_HEAD
        kept.append(_promising_less(piece) if is_head else piece)
        seen.append(name)
    if len({b"VP8 ", b"VP8L"} & set(seen)) != 1 or len(seen) != len(set(seen)):
        raise _Broken
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _promising_less(head: bytes) -> bytes:
    return head[:8] + bytes([head[8] & ~_WEBP_TELLS]) + head[9:]


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and bytes of every chunk of a WebP, filled up to an even length."""
    at = 12
    end = min(len(raw), 8 + int.from_bytes(raw[4:8], "little"))
    while at < end:
        name, length = struct.unpack_from("<4sI", raw, at)
        whole = _CHUNK_HEAD + length + length % 2
        if at + _CHUNK_HEAD + length > end:
            raise _Broken
        yield name, raw[at : at + whole].ljust(whole, b"\0")
        at += whole
