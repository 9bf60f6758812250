"""A workbook that claims more than it holds is refused in one word, and takes nobody along."""

import datetime as dt
import io
import struct
import tracemalloc
import zipfile

import pytest
import xlsxwriter

from gebuur.core.tables import TableUnreadable, read_table

A_LIST = (("A1", "Voornaam"), ("A2", "Rik"))
SHARED = "xl/sharedStrings.xml"


def workbook(*cells: tuple[str, object]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, said in cells:
            sheet.write(place, said)
    return made.getvalue()


def with_words(raw: bytes, words: bytes, *, said_length: int) -> bytes:
    """The same workbook with other shared words, and a directory that says how long they are."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.namelist():
            after.writestr(part, words if part == SHARED else before.read(part))
    true, said = (struct.pack("<I", length) for length in (len(words), said_length))
    return made.getvalue().replace(true, said)


@pytest.mark.parametrize("corner", ["XFD1048576", "AAA1048576", "XFD5000"])
def test_a_word_in_a_far_corner_is_refused_and_we_live(corner: str) -> None:
    with pytest.raises(TableUnreadable) as refused:
        read_table(workbook(*A_LIST, (corner, "x")))
    assert refused.value.why in {"broken", "wide"}


@pytest.mark.parametrize(("said_length", "why"), [(10, "broken"), (200_000_000, "long")])
def test_a_file_that_swells_is_refused(said_length: int, why: str) -> None:
    words = b"<sst><si><t>" + b"x" * 100_000_000 + b"</t></si></sst>"
    with pytest.raises(TableUnreadable) as refused:
        read_table(with_words(workbook(*A_LIST), words, said_length=said_length))
    assert refused.value.why == why


def test_a_tail_of_empty_lines_costs_nothing() -> None:
    """A sheet is often saved with all the lines it once had."""
    raw = b"Voornaam\nRik\n" + b";\n" * 300_000
    tracemalloc.start()
    try:
        assert read_table(raw) == [["Voornaam"], ["Rik"]]
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 20 * len(raw)
    with pytest.raises(TableUnreadable, match="long"):
        read_table(raw + b"Bea\n")


def test_lines_keep_their_number() -> None:
    assert read_table(b'Voornaam\n\n"Rik\nJan"\nBea\n\n') == [
        ["Voornaam"],
        [],
        [],
        ["Rik Jan"],
        ["Bea"],
    ]


def test_what_is_read_is_what_its_owner_sees() -> None:
    day = dt.datetime(2026, 5, 12)  # noqa: DTZ001 - a sheet knows no zones
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Voornaam", "Aantal", "Sinds", "Nota"])
        sheet.write_row(2, 0, ["  Rik\u00ad  P. ", 12, "", "x" * 5_000])
        sheet.write_datetime(2, 2, day, book.add_format({"num_format": "dd/mm/yyyy"}))
    assert read_table(made.getvalue()) == [
        ["Voornaam", "Aantal", "Sinds", "Nota"],
        [],
        ["Rik P.", "12", "2026-05-12", "x" * 300],
    ]
