"""Which numbers in a text open a door, and which are only numbers."""

import pytest

from gebuur.core.masking import masked, numbers_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel 0475 12 34 56.", ["0475 12 34 56"]),
        ("Bel 0475/12.34.56", ["0475/12.34.56"]),
        ("Bel +32 475 12 34 56 of 09 000 00 42", ["+32 475 12 34 56", "09 000 00 42"]),
        ("Mail naar rosa.peeters@example.be, graag", ["rosa.peeters@example.be"]),
        ("Ik woon Molenstraat 12b.", ["12b"]),
        ("Aan huisnummer 7", ["7"]),
        ("Rue du Moulin 3", ["3"]),
        ("Zondag 04/12/2026 om 14.30 uur", []),
        ("We zijn met 25, het kost 12,50 euro", []),
        ("In de Molenstraat om 12 uur", []),
        ("In 2026 en 1234567", []),
        ("", []),
    ],
)
def test_numbers_are_found(text: str, found: list[str]) -> None:
    assert numbers_in(text, ["Rue du Moulin"]) == found
    for number in found:
        assert number not in masked(text, ["Rue du Moulin"]) or len(number) < 3
    if not found:
        assert masked(text) == text
