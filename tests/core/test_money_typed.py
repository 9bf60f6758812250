"""Money as people type it."""

import pytest

from gebuur.core.money import as_typed, cents_in


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("12,50", 1_250),
        ("12.5", 1_250),
        ("€ 1.234,56", 123_456),
        ("1 234,56 euro", 123_456),
        ("20.000", 2_000_000),
        ("٣٫٥", 350),
        ("0", 0),
        ("", None),
        ("veel", None),
        ("-5", None),
        ("1,2,3", None),
        ("1.23.456", None),
    ],
)
def test_an_amount_is_read_in_cents(typed: str, cents: int | None) -> None:
    assert cents_in(typed) == cents


def test_an_amount_goes_back_into_its_field_as_it_is_written() -> None:
    assert (as_typed(123_456), as_typed(125_000)) == ("1234,56", "1250")
