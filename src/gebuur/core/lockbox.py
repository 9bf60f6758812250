"""A box with three locks, of which any two keys open it. The keys are on paper; no machine keeps them.

What is dropped in is sealed for the box (HPKE, RFC 9180: X25519, HKDF-SHA256, AES-256-GCM) and bound to a place, so
that it cannot be read after being moved. The private half of the box lies wrapped once for each pair of keys
(scrypt, then AES-256-GCM). One key opens nothing, and neither does everything we store.
"""

import base64
import hashlib
import itertools
import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gebuur.core.tokens import clean_code, new_code

KEYS = 3
KEY_LETTERS = 20  # 100 bits
SALT, NONCE = 16, 12
WORK = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


class WrongKeys(Exception):
    """These two keys do not open this box."""


@dataclass(frozen=True)
class NewBox:
    """A box as it is made: what may be stored, and three keys that may not."""

    public: bytes
    wraps: Mapping[str, str]
    keys: tuple[str, ...]


def make_box() -> NewBox:
    """Make a box and its three keys."""
    private = X25519PrivateKey.generate()
    keys = tuple(new_code(KEY_LETTERS) for _ in range(KEYS))
    pairs = itertools.combinations(enumerate(keys, 1), 2)
    wraps = {
        f"{a}+{b}": _wrap(private.private_bytes_raw(), (one, two)) for (a, one), (b, two) in pairs
    }
    return NewBox(private.public_key().public_bytes_raw(), wraps, keys)


def drop(public: bytes, content: bytes, *, place: str, length: int) -> bytes:
    """Seal a ballot for the box, filled up so that all are equally long.

    Raises
    ------
    ValueError
        When the content is longer than `length` bytes.
    """
    if len(content) > length:
        raise ValueError(len(content))
    filled = len(content).to_bytes(4, "big") + content.ljust(length, b"\0")
    return SUITE.encrypt(filled, X25519PublicKey.from_public_bytes(public), info=place.encode())


@dataclass(frozen=True)
class OpenBox:
    """The box while two people hold their keys in it; nothing of this is stored."""

    private: X25519PrivateKey

    def take(self, sealed: bytes, *, place: str) -> bytes:
        """Read what was dropped in."""
        try:
            filled = SUITE.decrypt(sealed, self.private, info=place.encode())
        except InvalidTag as error:
            raise WrongKeys(place) from error
        length = int.from_bytes(filled[:4], "big")
        return filled[4 : 4 + length]


def open_box(wraps: Mapping[str, str], typed: Sequence[str]) -> OpenBox:
    """Open the box with two keys as they were typed, in any order.

    Raises
    ------
    WrongKeys
        When these are not two different keys of this box.
    """
    one, two = (clean_code(unicodedata.normalize("NFKC", key)) for key in typed)
    for wrapped in wraps.values():
        for pair in ((one, two), (two, one)):
            raw = _unwrap(wrapped, pair)
            if raw is not None:
                return OpenBox(X25519PrivateKey.from_private_bytes(raw))
    raise WrongKeys


def _wrap(raw: bytes, pair: tuple[str, str]) -> str:
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    sealed = AESGCM(_key_of(pair, salt)).encrypt(nonce, raw, None)
    return base64.b64encode(salt + nonce + sealed).decode()


def _unwrap(wrapped: str, pair: tuple[str, str]) -> bytes | None:
    whole = base64.b64decode(wrapped)
    salt, nonce, sealed = whole[:SALT], whole[SALT : SALT + NONCE], whole[SALT + NONCE :]
    try:
        return AESGCM(_key_of(pair, salt)).decrypt(nonce, sealed, None)
    except InvalidTag:
        return None


def _key_of(pair: tuple[str, str], salt: bytes) -> bytes:
    return hashlib.scrypt("+".join(pair).encode(), salt=salt, **WORK)
