"""Paper: PDF pages set by Typst from our own templates.

Data reaches a template only as JSON in `sys.inputs`, so nothing a person typed is ever read as markup.
The fonts travel with the program, file reads stay inside the folder of the templates, and every page
is a tagged PDF/UA-1 document with a title, a language and a direction.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import typst
from django.utils.translation import get_language_info

from gebuur.core.pdf.glyphs import drawable_by, only_drawable

TEMPLATES = Path(__file__).parent / "templates"
FONTS = tuple(
    sorted(
        Path(font)
        for package in (fontpkg_noto_sans, fontpkg_noto_sans_arabic)
        for font in Path(package.ROOT).glob("files/*.ttf")
    )
)


def render(template: str, data: Mapping[str, Any], *, language: str, title: str) -> bytes:
    """Set `template` (a file of our templates folder) with `data`, which must fit in JSON."""
    page = _drawable(
        {**data, "language": language, "direction": direction_of(language), "title": title}
    )
    pdf: bytes = typst.compile(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(page)},
        pdf_standards=["ua-1"],
    )
    return pdf


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Load the fonts once per process; a compiler is made anew for every page, for threads' sake."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font.parent) for font in FONTS],
    )


def direction_of(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def _drawable(value: Any) -> Any:
    if isinstance(value, str):
        return only_drawable(value, drawable_by(FONTS))
    if isinstance(value, Mapping):
        return {key: _drawable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_drawable(inner) for inner in value]
    return value


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter in an envelope with a window: every word on it is ready to be read.

    `address` holds the lines behind the window, `sender` who writes and where to phone. `code_words`
    is the sentence before the code, `code_address` where it is typed; both stay empty without code.
    """

    language: str
    sender: tuple[str, ...]
    address: tuple[str, ...]
    date: str
    heading: str
    body: str
    code_words: str = ""
    code: str = ""
    code_address: str = ""
    foot: str = ""


def letter(one: Letter) -> bytes:
    """Set one letter on A4."""
    return letters([one], title=one.heading)


def letters(several: Iterable[Letter], *, title: str) -> bytes:
    """Set a pile of letters, each beginning on a new sheet, as one file to print."""
    pile = [asdict(one) | {"direction": direction_of(one.language)} for one in several]
    if not pile:
        raise ValueError("There is no letter to set.")
    return render("letter.typ", {"letters": pile}, language=pile[0]["language"], title=title)
