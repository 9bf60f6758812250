"""Paper: what a printed page says, to the eye and to a screen reader."""

import io
from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from gebuur.core import pdf

WORDS = "Dag Godelieve\n\nEen buur wil komen.\nBel An als je iets wil vragen."


def a_letter(*, language: str = "nl", body: str = WORDS, code: str = "ABCDE-FGHJK") -> pdf.Letter:
    return pdf.Letter(
        language=language,
        sender=("De Vlasbloem", "An, 09 000 00 00"),
        address=("Godelieve Claes", "Spoelstraat 9"),
        date="dinsdag 24 november",
        heading="Een woord van je buurt",
        body=body,
        code_words="Typ deze code:",
        code=code,
        code_address="gebuur.example/code/",
    )


def read(file: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(file))


def test_a_letter_can_be_read_aloud_and_copied() -> None:
    words = read(pdf.letter(a_letter())).pages[0].extract_text()
    for expected in ("Godelieve Claes", "Een buur wil komen.", "ABCDE-FGHJK", "gebuur.example"):
        assert expected in words


def test_a_page_is_tagged_and_has_a_title_and_a_language() -> None:
    file = read(pdf.letter(a_letter()))
    root: Any = file.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("nl")
    assert file.metadata is not None
    assert file.metadata.title == "Een woord van je buurt"
    assert b"<pdfuaid:part>1<" in root["/Metadata"].get_data()


def test_a_pile_of_letters_gives_each_its_own_sheet() -> None:
    pages = read(pdf.letters([a_letter(), a_letter(code="")], title="Brieven")).pages
    assert len(pages) == 2
    assert "ABCDE" not in pages[1].extract_text()


def test_an_arabic_letter_runs_from_right_to_left_in_joined_letters() -> None:
    file = read(pdf.letter(a_letter(language="ar", body="سلام")))
    found: list[tuple[str, float]] = []

    def note(text: str, page: list[float], line: list[float], font: object, size: object) -> None:
        found.extend((letter, page[4] + line[4]) for letter in text if letter > "\u0600")

    file.pages[0].extract_text(visitor_text=note)
    middle = float(file.pages[0].mediabox.width) / 2
    assert str(file.root_object["/Lang"]).startswith("ar")
    assert {letter for letter, _at in found} == set("سلام")
    assert all(at > middle for _letter, at in found)


def test_arabic_letters_join() -> None:
    apart = pdf.letter(a_letter(language="ar", body="\u200c".join("سلس")))
    joined = pdf.letter(a_letter(language="ar", body="سلس"))
    assert _arabic_glyphs(read(joined)) != _arabic_glyphs(read(apart))


def _arabic_glyphs(file: PdfReader) -> list[bytes]:
    """The names of the fonts with the glyphs they were asked for."""
    fonts = file.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]  # a page has resources
    arabic = [f.get_object() for f in fonts if "Arabic" in str(f.get_object()["/BaseFont"])]
    return [bytes(str(f["/DescendantFonts"][0].get_object()["/W"]), "utf-8") for f in arabic]


@pytest.mark.parametrize(
    "typed",
    [
        '#import "@preview/cetz:0.3.0"',
        "*vet* _schuin_ $x$ = kop",
        '#read("/etc/passwd")',
        "\\#eval",
    ],
)
def test_what_people_type_is_never_markup(typed: str) -> None:
    assert typed in read(pdf.letter(a_letter(body=typed))).pages[0].extract_text()


def test_letters_we_cannot_draw_do_not_stop_the_printer() -> None:
    words = read(pdf.letter(a_letter(body="Lĩ 你好 😀 \x07 Zoë Şahin"))).pages[0].extract_text()
    assert "Zoë Şahin" in words
    assert "??" in words


def test_no_template_fetches_anything_from_elsewhere() -> None:
    for template in pdf.TEMPLATES.rglob("*.typ"):
        text = template.read_text()
        assert "@preview" not in text
        assert "http" not in text


def test_a_template_reads_nothing_outside_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "inside").mkdir()
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path / "inside")
    for path in ("../secret.txt", str(tmp_path / "secret.txt"), "/etc/passwd"):
        (tmp_path / "inside" / "nosy.typ").write_text(f'#read("{path}")')
        with pytest.raises(typst.TypstError):
            pdf.render("nosy.typ", {}, language="nl", title="Brief")


def test_an_empty_pile_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no letter"):
        pdf.letters([], title="Brieven")
