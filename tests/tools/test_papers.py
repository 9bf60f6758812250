"""The papers tell the truth about what the code does."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_setting_stands_in_the_operations_page_and_no_other() -> None:
    web = ROOT / "src/gebuur/web"
    settings = (web / "settings.py").read_text() + (web / "keeping.py").read_text()
    read = set(re.findall(r'env\.\w+\(\s*"((?:GEBUUR|DATABASE)_\w+)"', settings))
    read |= {f"GEBUUR_{name.upper()}" for name in re.findall(r'\bsecret\("(\w+)"', settings)}
    page = (ROOT / "docs/operations.md").read_text()
    told = set(re.findall(r"^\| `((?:GEBUUR|DATABASE)_\w+)` \|", page, re.MULTILINE))
    assert read == told


def test_every_file_that_the_papers_point_to_is_there() -> None:
    for paper in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", paper.read_text()):
            if "://" not in target:
                assert (paper.parent / target).exists(), f"{paper.name} points to {target}"


def test_the_locks_name_no_host() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text()
        assert "--index-url" not in lock.read_text()
