"""A day is the day here: the day of a moment comes from `timezone.localdate`, never from the moment itself.

Moments are kept in the time of Greenwich, where the first hours of our day are still yesterday.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "gebuur"
# A cell of a sheet and a moment without a zone have no other day; `demo` tells its story in moments of here.
WITHOUT_ZONE = {"cell.date()", "moment.date()"}


def days_of_greenwich(source: str) -> Iterator[str]:
    """Every `.date()` of something that is not made local, or read from a text, in the same breath."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or node.args or not isinstance(node.func, ast.Attribute):
            continue
        words, moment = ast.unparse(node), ast.unparse(node.func.value)
        is_safe = moment == "local" or "strptime" in moment or words in WITHOUT_ZONE
        if node.func.attr == "date" and not is_safe:
            yield words


def test_no_day_is_taken_from_a_moment_as_it_is_kept() -> None:
    files = [one for one in SOURCE.rglob("*.py") if "demo" not in one.parts]
    found = {
        f"{one.relative_to(SOURCE)}: {words}"
        for one in files
        for words in days_of_greenwich(one.read_text())
    }
    assert not found, "say timezone.localdate(moment)"


def test_a_day_of_greenwich_would_be_found() -> None:
    assert list(days_of_greenwich("today = now.date()")) == ["now.date()"]
