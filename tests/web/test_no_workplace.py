"""The project names no machine and no registry: it must be at home anywhere."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOSTS = ("pypi" + ".org", "python" + "hosted", "npmjs" + ".org", "deb." + "debian")
PATHS = re.compile(r"(?<![\w.])/(?:root|work|home/\w+)/\w")


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    names = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_registry_or_a_machine() -> None:
    wrong = []
    for path in tracked():
        text = path.read_bytes().decode(errors="ignore")
        found = [host for host in HOSTS if host in text] + PATHS.findall(text)
        if found:
            wrong.append(f"{path.relative_to(ROOT)}: {found[:3]}")
    assert wrong == []


def test_no_file_is_larger_than_a_megabyte() -> None:
    assert [path.name for path in tracked() if path.stat().st_size > 1_000_000] == []
