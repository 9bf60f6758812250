"""A table is read as it was saved, and what is no table says so in one line."""

from pathlib import Path

import pytest

from gebuur.core.textfiles import NoText, text_of


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("straat\nKerk één\n".encode("utf-8-sig"), "straat\nKerk één\n"),
        ("Kerk één €\n".encode("cp1252"), "Kerk één €\n"),
        (b"", ""),
    ],
)
def test_a_file_is_read_in_the_alphabet_it_was_saved_in(
    tmp_path: Path, raw: bytes, text: str
) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(raw)
    assert text_of(str(file), 100) == text


def test_what_is_no_text_says_so_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "table.xlsx"
    file.write_bytes(b"PK\0\0")
    for name, most, said in (
        (str(file), 100, "is no text"),
        (str(file), 3, "is larger than 0 MB"),
        (str(tmp_path), 100, "cannot be read"),
        (str(tmp_path / "nowhere"), 100, "cannot be read"),
        ("a\0b", 100, "cannot be read"),
    ):
        with pytest.raises(NoText, match=said):
            text_of(name, most)
