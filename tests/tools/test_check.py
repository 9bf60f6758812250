"""`./check` counts honestly: a crash is never a pass, and what could not run is named as skipped."""

import sys
from pathlib import Path

import pytest

from tools.check import conclude
from tools.run import Result, Surroundings, run_tests, run_tool, run_tools


def write_tests(folder: Path, body: str) -> Surroundings:
    """A folder with one file of tests, outside the project and its settings."""
    file = folder / "test_it.py"
    file.write_text(body)
    (folder / "pytest.ini").write_text("[pytest]\n")
    return Surroundings(
        folder, {"PATH": "/usr/bin:/bin", "HOME": str(folder)}, [str(file)], sys.executable
    )


def run(tests: Surroundings) -> Result:
    return run_tests("a round", tests, ["-p", "no:django", "-c", f"{tests.folder}/pytest.ini"], {})


def test_passed_failed_and_skipped_are_counted_apart(tmp_path: Path) -> None:
    body = """import pytest
def test_good(): pass
def test_bad(): assert False
@pytest.mark.skip
def test_later(): pass
"""
    result = run(write_tests(tmp_path, body))
    assert (result.passed, result.failed, result.skipped) == (1, 1, 1)
    assert not result.is_good


def test_a_file_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    result = run(write_tests(tmp_path, "import nothing_of_this_name\n"))
    assert result.failed == 1
    assert not result.is_good


def test_a_crash_is_a_failure(tmp_path: Path) -> None:
    result = run(write_tests(tmp_path, "import os\ndef test_it(): os._exit(0)\n"))
    assert result.failed == 1
    assert not result.is_good


def test_no_tests_at_all_is_said(tmp_path: Path) -> None:
    result = run(write_tests(tmp_path, "x = 1\n"))
    assert result.is_good
    assert result.total == 0
    assert result.why == "no such tests"


def test_a_tool_that_is_not_there_is_not_good(tmp_path: Path) -> None:
    result = run_tool("a tool", [str(tmp_path / "missing")], {})
    assert not result.is_good


def test_tools_that_run_side_by_side_are_told_in_their_own_order() -> None:
    slow = [sys.executable, "-c", "import time; time.sleep(0.5)"]
    wrong = [sys.executable, "-c", "raise SystemExit('not good')"]
    results = run_tools([("slow", slow, {}), ("wrong", wrong, {}), ("again", slow, {})], {})
    assert [(one.name, one.is_good) for one in results] == [
        ("slow", True),
        ("wrong", False),
        ("again", True),
    ]


def test_the_last_line_sums_the_rounds_and_the_code_tells_the_rest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rounds = [Result("one", 3, 0, 1), Result("two", skipped=4, why="PostgreSQL is missing")]
    assert conclude(rounds, 60) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "3 passed, 0 failed, 5 skipped"
    assert conclude([*rounds, Result("mypy", is_good=False, is_tool=True)], 60) == 1
    words = capsys.readouterr().out.splitlines()
    assert "Not good: mypy." in words
    assert words[-1] == "3 passed, 0 failed, 5 skipped"
