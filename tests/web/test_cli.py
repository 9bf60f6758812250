import os
import subprocess
import sys
from pathlib import Path

import pytest

from gebuur.web.cli import spoken


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            ["gebuur", "verify-chronicle", "--no-color"],
            ["gebuur", "verify_chronicle", "--no-color"],
        ),
        (["gebuur", "--version"], ["gebuur", "--version"]),
        (["gebuur"], ["gebuur"]),
    ],
)
def test_a_command_may_be_written_with_dashes(typed: list[str], meant: list[str]) -> None:
    assert spoken(typed) == meant


def test_the_chronicle_is_verified_from_the_command_line(tmp_path: Path) -> None:
    surroundings = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    surroundings |= {"GEBUUR_HOME": str(tmp_path)}
    gebuur = [sys.executable, "-c", "from gebuur.web.cli import main; main()"]
    for command in (["migrate", "-v0"], ["verify-chronicle"]):
        done = subprocess.run(
            [*gebuur, *command],
            env=surroundings | {"PYTHONPATH": "src"},
            cwd=Path(__file__).resolve().parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_help_calls_the_command_by_its_name() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gebuur.web.cli", "match", "--help"],
        env=os.environ | {"PYTHONPATH": "src"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("usage: gebuur match ")
