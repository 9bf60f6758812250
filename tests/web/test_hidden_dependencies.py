"""What import-linter cannot see: foreign keys by string and templates that include or extend each other.

Both are held to the rows of the same contract, read from pyproject.toml.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "gebuur"
REFERENCE = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']")


def rows() -> dict[str, int]:
    """Each feature with the number of its row; the lowest row is 0."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(c["layers"] for c in contracts if c["name"] == "Features stand in rows")
    return {
        name.strip(): number
        for number, layer in enumerate(reversed(layers))
        for name in layer.split("|")
    }


def may_use(user: str, used: str) -> bool:
    """Web uses everything, core uses core, a feature uses itself, core and lower rows (base pages apart)."""
    order = rows()
    if user in {used, "web"} or used == "core":
        return True
    return user in order and used in order and order[used] < order[user]


def foreign_keys() -> Iterator[tuple[str, str]]:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if (
                field.is_relation
                and field.concrete
                and field.related_model
                and not isinstance(field.related_model, str)
            ):
                yield model._meta.app_label, field.related_model._meta.app_label


def template_references() -> Iterator[tuple[str, str, str]]:
    for path in sorted(SOURCE.rglob("templates/**/*.html")):
        room = path.relative_to(SOURCE).parts[
            1 if path.relative_to(SOURCE).parts[0] == "apps" else 0
        ]
        for name in REFERENCE.findall(path.read_text()):
            yield room, name.partition("/")[0] if "/" in name else "base", name


def test_foreign_keys_point_down() -> None:
    ours = set(rows())
    wrong = {
        (user, used)
        for user, used in foreign_keys()
        if user in ours and used in ours and not may_use(user, used)
    }
    assert wrong == set()


def test_templates_use_only_lower_rows_and_the_base() -> None:
    shared = {"base", "core", "web", "django", "mfa", "account", "allauth"}
    wrong = {
        (user, name)
        for user, used, name in template_references()
        if used not in shared and not may_use(user, used)
    }
    assert wrong == set()


def test_a_template_that_points_up_would_be_found() -> None:
    assert not may_use("neighbourhood", "care")
    assert not may_use("outbox", "privacy")
    assert may_use("care", "boundaries")
