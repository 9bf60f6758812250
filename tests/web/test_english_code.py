"""No sentence in the code is Dutch: that is for the catalogues, and for what we tell in several languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gebuur.core.management.commands.messages import SOURCE

# Words that no Dutch sentence of some length goes without, and that mean nothing in English or in code.
DUTCH = {
    "het", "een", "van", "voor", "niet", "geen", "wij", "jij", "jouw", "jullie", "onze", "dit", "deze", "wat",
    "waar", "wanneer", "hoe", "waarom", "naar", "aan", "uit", "wordt", "worden", "heeft", "hebben", "kunnen",
    "moet", "moeten", "willen", "komt", "doet", "staat", "vraag", "vragen", "buur", "buren", "buurt", "straat",
    "dagen", "weken", "jaar", "mensen", "zonder", "alle", "elke", "iemand", "niemand", "iets", "niets", "meer",
    "minder", "kies", "geef", "nieuw", "nieuwe",
}  # fmt: skip
# Told side by side in all its languages, and people of the demo who speak Dutch.
TOLD = ("domain/", "web/demo/")
# Understands what people type in Dutch, in a list, a name or a reason.
READS = {
    "apps/budget/forms/roll.py", "apps/budget/queries/reasons.py", "apps/reflection/queries/cases.py",
    "apps/volunteers/queries/cells.py", "apps/volunteers/queries/imports.py", "apps/volunteers/views/imports.py",
    "core/doorwords.py", "core/masking.py", "web/streets/reading.py", "web/streets/spelling.py", "web/views/setup.py",
}  # fmt: skip
# The sheet with every component, which shows what a neighbour would read; and a page that speaks two languages at once.
SHOWS = {
    "web/views/design.py", "web/views/design_charts.py", "web/views/design_frames.py",
    "web/templates/web/design.html", "web/templates/web/design_charts.html", "web/templates/web/design_desk.html",
    "web/templates/web/design_print.html", "web/templates/web/design_step.html", "web/templates/500.html",
}  # fmt: skip
READ_BY_PEOPLE = (".py", ".html", ".txt", ".js", ".svg", ".typ")


def texts_in(code: str, suffix: str) -> Iterator[str]:
    """What may reach a reader: string by string in Python, without docstrings; else all but the comments."""
    if suffix != ".py":
        yield re.sub(
            r"\{#.*?#\}|/\*.*?\*/|^\s*//.*?$|<!--.*?-->", "", code, flags=re.DOTALL | re.MULTILINE
        )
        return
    tree = ast.parse(code)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def dutch_in(code: str, suffix: str) -> list[str]:
    """Give the texts with a Dutch word in them."""
    return [
        text
        for text in texts_in(code, suffix)
        if DUTCH.intersection(re.findall(r"[^\W\d_]+", text.lower()))
    ]


def files() -> Iterator[tuple[str, Path]]:
    for path in sorted(SOURCE.rglob("*")):
        name = path.relative_to(SOURCE).as_posix()
        if (
            path.suffix in READ_BY_PEOPLE
            and "locale" not in path.parts
            and not name.startswith(TOLD)
        ):
            yield name, path


def test_no_sentence_stands_in_the_code_in_dutch() -> None:
    found = {name for name, path in files() if dutch_in(path.read_text(), path.suffix)}
    assert found - READS - SHOWS == set(), (
        "Write it in English inside gettext; Dutch goes in the catalogue."
    )
    assert (READS | SHOWS) - found == set(), (
        "These say nothing in Dutch any more; take them out of the list."
    )


@pytest.mark.parametrize(
    ("code", "suffix", "is_dutch"),
    [
        ('word = "Kies een dag"', ".py", True),
        ('word = _("Choose a day")', ".py", False),
        ('def day():\n    """Kies een dag."""\n    # Kies een dag.', ".py", False),
        ("<p>{% translate 'Choose a day' %}</p>", ".html", False),
        ('<button title="Kies een dag">+</button>', ".html", True),
        ("{# Kies een dag. #}<p>{{ day }}</p>", ".html", False),
        ("say('Kies een dag') // choose", ".js", True),
        ("// Kies een dag\nsay(day)", ".js", False),
    ],
)
def test_a_dutch_sentence_is_seen_and_an_english_one_is_not(
    code: str, suffix: str, *, is_dutch: bool
) -> None:
    assert bool(dutch_in(code, suffix)) is is_dutch
