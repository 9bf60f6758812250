"""Notes and health words, sealed per field.

AES-256-GCM. A sealed value is `v1:<key id>:<base64 of nonce and ciphertext>` and is bound to its
table, column and row, so that it cannot be read after being copied to another row. Keys come from
settings.NOTE_KEYS, newest first: the first one seals, all of them open.
"""

import base64
import os
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

NONCE = 12
LOCKS = "mfa_authenticator.data"  # the place of what second locks are made of


if TYPE_CHECKING:
    Text = models.TextField[str, str]
else:
    Text = models.TextField


class SealBroken(Exception):
    """A sealed value was changed, moved, or sealed with a key we do not have."""


def seal(text: str, *, place: str) -> str:
    key_id, key = next(iter(settings.NOTE_KEYS.items()))
    nonce = os.urandom(NONCE)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), place.encode())
    return f"v1:{key_id}:{base64.b64encode(nonce + sealed).decode()}"


def unseal(value: str, *, place: str) -> str:
    try:
        version, key_id, body = value.split(":", 2)
        raw = base64.b64decode(body, validate=True)
        if version != "v1":
            raise SealBroken(place)
        opened = AESGCM(settings.NOTE_KEYS[key_id]).decrypt(
            raw[:NONCE], raw[NONCE:], place.encode()
        )
    except (ValueError, KeyError, InvalidTag) as error:
        raise SealBroken(place) from error
    return opened.decode()


class Sealed(str):
    """A value as the database holds it, not opened yet."""

    __slots__ = ()


class SealedTextField(Text):
    """Text that is plain in Python and sealed in the database.

    The row's primary key is part of the seal, so a row must have its key before it is saved (ours
    always do) and the field cannot be filtered on, updated through a queryset or bulk-copied.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001 - Django's name
        text = getattr(model_instance, self.attname)
        return seal(text, place=self.place_of(model_instance.pk)) if text else ""

    def from_db_value(self, value: str | None, *_: object) -> Sealed | None:
        return None if value is None else Sealed(value)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "exact":
            return super().get_lookup(lookup_name)
        return None

    def contribute_to_class(
        self,
        cls: type[models.Model],
        name: str,
        private_only: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        super().contribute_to_class(cls, name, private_only=private_only)
        setattr(cls, self.attname, Unsealing(self))

    def place_of(self, row: object) -> str:
        return f"{self.model._meta.db_table}.{self.column}.{row}"


class Unsealing:
    """Opens the seal the first time somebody reads the attribute, so lists that skip it pay nothing."""

    def __init__(self, field: SealedTextField) -> None:
        self.field = field

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        if row is None:
            return self
        name = self.field.attname
        if name not in row.__dict__:
            row.refresh_from_db(fields=[name])
        value = row.__dict__[name]
        if isinstance(value, Sealed):
            value = unseal(value, place=self.field.place_of(row.pk)) if value else ""
            row.__dict__[name] = value
        return value

    def __set__(self, row: models.Model, value: object) -> None:
        row.__dict__[self.field.attname] = value
