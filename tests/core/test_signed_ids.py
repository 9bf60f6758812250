"""An identifier in a square code: short, and only we can have written it."""

import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.core.tokens import read_signed_id, sign_id


@given(st.uuids())
def test_what_we_wrote_we_can_read(pk: uuid.UUID) -> None:
    text = sign_id(pk, purpose="door")
    assert read_signed_id(text, purpose="door") == pk
    assert len(text) == 35
    assert read_signed_id(text, purpose="window") is None


@given(st.uuids(), st.integers(0, 33), st.sampled_from("AQgw-_z9"))
def test_one_sign_changed_opens_nothing(pk: uuid.UUID, at: int, sign: str) -> None:
    text = sign_id(pk, purpose="door")
    changed = text[:at] + sign + text[at + 1 :]
    assert changed == text or read_signed_id(changed, purpose="door") is None


@given(st.text(max_size=60))
def test_rubbish_is_nobody(text: str) -> None:
    assert read_signed_id(text, purpose="door") is None


@pytest.mark.parametrize("text", ["", "=", "A" * 35, "é" * 35, "A" * 100_000, "\x00"])
def test_known_rubbish_is_nobody(text: str) -> None:
    assert read_signed_id(text, purpose="door") is None


def test_another_installation_writes_other_signs(settings: Any) -> None:
    pk = uuid.uuid4()
    text = sign_id(pk, purpose="door")
    settings.SECRET_KEY = "another house"
    assert read_signed_id(text, purpose="door") is None
