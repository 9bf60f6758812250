"""What a camera writes beside the light is not kept; what draws the picture is, byte by byte."""

import base64
import struct
import zlib
from collections.abc import Iterator

import pytest
from django.utils.translation import override

from gebuur.core import pictures
from gebuur.core.pictures import BadPicture, Kind, clean_picture

SECRET = b"51.0536,3.7254 Leen"
JPEG = base64.b64decode(
    "/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCN"
    "l4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
    "fHx8fHx8fHx8fHx8fHz/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEA"
    "AAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgT/xAAcEQABAwUAAAAAAAAAAAAAAAAAAQQz"
    "AkGBsfD/2gAMAwEAAhEDEQA/AIwF7WJOuF5PVjR//9k="
)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAJklEQVR4AczKMQ0AAAwCwQZLeKpaPNGVrSuf"
    "3PYQ6cSVE+apYTgAAAD//462lnoAAAAGSURBVAMA+EwSYc5xAJ8AAAAASUVORK5CYII="
)
WEBP = base64.b64decode(
    "UklGRlQAAABXRUJQVlA4WAoAAAAAAAAABwAABQAAVlA4IDYAAAAwAgCdASoIAAYAA4BaJagCdHIAq//cAAcG"
    "AAD+5QrcvZ1f4gOdEV7wcl8HXKPp488HXKH0AAA="
)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def jpeg_with(*notes: bytes, after: bytes = b"") -> bytes:
    """The small JPEG as a camera would send it: with notes in front and something after its end."""
    return JPEG[:2] + b"".join(notes) + JPEG[2:] + after


def note(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(way_up: int, *, order: str = "<") -> bytes:
    """What a phone writes about itself: where it was, and how it was held."""
    head = b"II*\0" if order == "<" else b"MM\0*"
    table = head + struct.pack(f"{order}IH", 8, 2)
    table += struct.pack(f"{order}HHII", 0x010F, 2, len(SECRET), 38)
    table += struct.pack(f"{order}HHIHHI", 0x0112, 3, 1, way_up, 0, 0)
    return note(0xE1, b"Exif\0\0" + table + SECRET)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def riff(*pieces: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(piece)) + piece + b"\0" * (len(piece) % 2)
        for name, piece in pieces
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("raw", "kind", "clean"),
    [
        (JPEG, Kind.JPEG, JPEG),
        (jpeg_with(exif(1), note(0xE0, b"JFXX\0" + SECRET), note(0xFE, SECRET)), Kind.JPEG, JPEG),
        (jpeg_with(note(0xED, SECRET), note(0xE2, SECRET), after=SECRET), Kind.JPEG, JPEG),
        (jpeg_with(b"\xff\xff", exif(1)[1:], exif(9)), Kind.JPEG, JPEG),
        (PNG, Kind.PNG, PNG),
        (PNG[:33] + chunk(b"tEXt", SECRET) + chunk(b"eXIf", SECRET) + PNG[33:], Kind.PNG, PNG),
        (PNG + SECRET, Kind.PNG, PNG),
        (WEBP + SECRET, Kind.WEBP, WEBP),
    ],
)
def test_a_picture_keeps_what_draws_and_loses_what_it_tells(
    raw: bytes, kind: Kind, clean: bytes
) -> None:
    picture = clean_picture(raw)
    assert (picture.kind, picture.raw) == (kind, clean)


def test_a_photo_that_was_taken_upright_stays_upright() -> None:
    for order in "<>":
        picture = clean_picture(jpeg_with(exif(6, order=order), exif(3)))
        assert SECRET not in picture.raw
        assert picture.raw.count(b"Exif") == 1
        assert clean_picture(picture.raw) == picture


def test_the_mark_that_tells_how_colours_are_mixed_stays() -> None:
    adobe = note(0xEE, b"Adobe\0\x64\0\0\0\0\x01")
    assert clean_picture(jpeg_with(adobe)).raw == jpeg_with(adobe)
    assert clean_picture(jpeg_with(note(0xEE, b"Adobe" + SECRET))).raw == JPEG


def test_a_webp_promises_only_what_is_left_in_it() -> None:
    light = WEBP[WEBP.index(b"VP8 ") + 8 :]
    size = struct.pack("<I", 0x3E) + bytes([7, 0, 0, 5, 0, 0])
    picture = clean_picture(
        riff(
            (b"VP8X", size),
            (b"ICCP", SECRET),
            (b"VP8 ", light),
            (b"EXIF", SECRET),
            (b"XMP ", SECRET),
        )
    )
    kept = riff((b"VP8X", struct.pack("<I", 0x10) + size[4:]), (b"VP8 ", light))
    assert picture.raw == kept


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"RIFF\0\0\0\0WAVE",
    ],
)
def test_what_is_no_picture_is_sent_back_with_what_to_send(raw: bytes) -> None:
    with pytest.raises(BadPicture, match="JPEG, PNG or WebP"):
        clean_picture(raw)


@pytest.mark.parametrize("raw", [JPEG, PNG, WEBP])
def test_a_picture_that_was_cut_off_says_so_wherever_the_cut_is(raw: bytes) -> None:
    for length in range(12, len(raw) - 1):
        with pytest.raises(BadPicture, match="not complete"):
            clean_picture(raw[:length])


@pytest.mark.parametrize(
    "raw",
    [
        jpeg_with(note(0xE1, b"")[:2], b"\0\1"),
        jpeg_with(b"\xff\xd8"),
        jpeg_with(b"\xff\0"),
        jpeg_with(note(0xDB, b"") * 10_000),
        JPEG[:2] + JPEG[JPEG.index(b"\xff\xda") :],
        PNG[:40] + b"?" + PNG[41:],
        PNG[:8] + chunk(b"IDAT", b"") + PNG[8:],
        PNG[:33] + chunk(b"IEND", b""),
        riff((b"VP8X", b""), (b"ANMF", SECRET)),
        riff((b"VP8 ", SECRET), (b"VP8 ", SECRET)),
        WEBP[:4] + b"\xff\0\0\0" + WEBP[8:20],
    ],
)
def test_pieces_that_do_not_fit_are_no_picture(raw: bytes) -> None:
    with pytest.raises(BadPicture, match="damaged"):
        clean_picture(raw)


def test_a_picture_that_is_too_large_says_how_large_it_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(BadPicture, match="larger than 1 MB"):
        clean_picture(b"\0" * (1024 * 1024 + 1))


HUGE = struct.pack(">HH", 30_000, 30_000)
HUGE_HEAD = struct.pack("<I", 0) + (29_999).to_bytes(3, "little") * 2
BITS = struct.pack("<I", 16_383 | 16_383 << 14)


@pytest.mark.parametrize(
    "raw",
    [
        PNG[:8] + chunk(b"IHDR", struct.pack(">II", 30_000, 30_000) + PNG[24:29]) + PNG[33:],
        JPEG.replace(b"\x08\0\x06\0\x08", b"\x08" + HUGE),
        riff((b"VP8X", HUGE_HEAD), (b"VP8 ", WEBP[WEBP.index(b"VP8 ") + 8 :])),
        riff((b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 16_383, 16_383))),
        riff((b"VP8L", b"\x2f" + BITS)),
    ],
)
def test_a_small_file_that_swells_on_every_screen_is_sent_back(raw: bytes) -> None:
    with pytest.raises(BadPicture, match="more than 64 million dots"):
        clean_picture(raw)


def test_a_photo_of_a_phone_with_many_dots_is_kept() -> None:
    fifty = JPEG.replace(b"\x08\0\x06\0\x08", b"\x08" + struct.pack(">HH", 6_144, 8_160))
    assert clean_picture(fifty).raw == fifty
