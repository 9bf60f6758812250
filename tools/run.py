"""Running the tools or one round of tests, and counting what came of it."""

import contextlib
import os
import re
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tools.say import done, line, step

PATIENCE = 1_200
NOTHING_COLLECTED = 5
TAIL = 60
AT_ONCE = 2
Tool = tuple[str, list[str], dict[str, str]]
COLOURS = re.compile(r"\x1b\[[0-9;]*[mK]")
at_work: set[subprocess.Popen[str]] = set()


@dataclass(frozen=True)
class Result:
    """What one step gave: counts for tests, only good or not for a tool."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    is_good: bool = True
    why: str = ""
    is_tool: bool = False

    @property
    def total(self) -> int:
        return self.passed + self.failed + self.skipped

    def row(self) -> str:
        if self.is_tool:
            mark = f"{'yes':>8}{'':>8}" if self.is_good else f"{'':>8}{'NO':>8}"
            return f"{self.name:<24}{mark}{'':>9}{self.seconds:>9.1f}"
        counts = f"{self.passed:>8}{self.failed:>8}{self.skipped:>9}{self.seconds:>9.1f}"
        return f"{self.name:<24}{counts}{'  ' + self.why if self.why else ''}"


@dataclass(frozen=True)
class Surroundings:
    """Where and in what surroundings the tests run, and which of them were asked for."""

    folder: Path
    environment: dict[str, str]
    paths: list[str]
    python: str


def run_tools(tools: list[Tool], environment: dict[str, str]) -> list[Result]:
    """Run tools side by side, in the order given."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = [
            pool.submit(run_tool, name, command, environment | more)
            for name, command, more in tools
        ]
        try:
            return [one.result() for one in asked]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in list(at_work):
                _end(process)
            raise


def run_tool(name: str, command: list[str], environment: dict[str, str]) -> Result:
    """Run a tool; show its words only when it found something."""
    began = time.monotonic()
    code, output = _run(command, environment)
    seconds = time.monotonic() - began
    line("\n".join([done(name, seconds), *([_indented(output)] if code else [])]))
    return Result(name, seconds=seconds, is_good=code == 0, is_tool=True)


def run_tests(name: str, tests: Surroundings, options: list[str], where: dict[str, str]) -> Result:
    """Run pytest; count from its report, so that a crash is never a pass."""
    began = time.monotonic()
    report = tests.folder / f"{name.replace(' ', '-')}.xml"
    command = _pytest(tests, [*options, f"--junit-xml={report}"])
    with step(name):
        code, output = _run(command, tests.environment | where)
    passed, failed, skipped = _counts(report)
    is_good = code in {0, NOTHING_COLLECTED} and report.exists() and not failed
    if not is_good:
        failed = max(failed, 1)
        line(_indented(output))
    why = "no such tests" if code == NOTHING_COLLECTED else ""
    seconds = time.monotonic() - began
    return Result(name, passed, failed, skipped, seconds, is_good=is_good, why=why)


def count_tests(tests: Surroundings, options: list[str]) -> int:
    """Count the tests that would run, so that missing ones are named as skipped."""
    _code, output = _run(_pytest(tests, [*options, "--collect-only"]), tests.environment)
    return sum("::" in text for text in output.splitlines())


def _pytest(tests: Surroundings, options: list[str]) -> list[str]:
    command = [tests.python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    return [*command, *options, *tests.paths]


def _run(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
    """Run a command and read what it says. It and its children end when we are stopped or it is late."""
    try:
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        return 1, f"{command[0]}: {error.strerror}"
    at_work.add(process)
    with process:
        try:
            said, _nothing = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            _end(process)
            said, _nothing = process.communicate()
            return 1, f"{said}\nNot ready after {PATIENCE} seconds."
        except BaseException:
            _end(process)
            raise
        finally:
            at_work.discard(process)
    return process.returncode, said


def _end(process: subprocess.Popen[str]) -> None:
    """Ask the whole group to stop, then make it."""
    for sign, patience in ((signal.SIGINT, 5.0), (signal.SIGKILL, None)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=patience)


def _counts(report: Path) -> tuple[int, int, int]:
    if not report.exists():
        return 0, 0, 0
    passed = failed = skipped = 0
    for suite in ET.parse(report).iter("testsuite"):  # noqa: S314 - pytest wrote it just now
        of = {key: int(suite.get(key, "0")) for key in ("tests", "failures", "errors", "skipped")}
        failed += of["failures"] + of["errors"]
        skipped += of["skipped"]
        passed += of["tests"] - of["failures"] - of["errors"] - of["skipped"]
    return max(passed, 0), failed, skipped


def _indented(output: str) -> str:
    lines = COLOURS.sub("", output).strip().splitlines()
    cut = [f"... {len(lines) - TAIL} lines before these"] if len(lines) > TAIL else []
    return "\n".join(f"    {text}" for text in [*cut, *lines[-TAIL:]])
