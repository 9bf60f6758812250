"""`./check`: lint, types, borders, words, and every test on SQLite, on PostgreSQL and in a real Chromium."""

import argparse
import contextlib
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from tools import setup_env
from tools.apt import find_or_install
from tools.postgres import Server, find_postgres, running
from tools.run import Result, Surroundings, Tool, count_tests, run_tests, run_tools
from tools.say import Stop, line

ROOT = setup_env.ROOT
PYTHON = str(setup_env.PYTHON)
BIN = setup_env.PYTHON.parent
CODE = ["src", "tests", "benchmarks", "tools", "manage.py", "start", "check"]
# Two workers; each takes half of the files, and what is left over from the other when it is ready.
AT_ONCE = ("-n", "2", "--dist", "worksteal")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    wishes = _read_wishes()
    signal.signal(signal.SIGTERM, _interrupted)
    began = time.monotonic()
    try:
        setup_env.prepare("runtime", "dev")
        with tempfile.TemporaryDirectory(prefix="gebuur-check-") as temporary:
            results = _check(Path(temporary), wishes)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        line("\nStopped.")
        return 130
    return conclude(results, time.monotonic() - began)


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def _read_wishes() -> argparse.Namespace:
    reader = argparse.ArgumentParser(
        prog="./check", description="Run every check; with paths, only the tests in these."
    )
    reader.add_argument("--fast", action="store_true", help="leave out PostgreSQL and the browser")
    reader.add_argument("paths", nargs="*", help="files or folders with tests")
    wishes = reader.parse_args()
    for path in wishes.paths:
        if not Path(path.partition("::")[0]).exists():
            reader.error(f"there is no {path} here.")
    wishes.paths = [os.path.relpath(path, ROOT) for path in wishes.paths]
    return wishes


def _check(temporary: Path, wishes: argparse.Namespace) -> list[Result]:
    os.chdir(ROOT)
    environment = _environment(temporary)
    tests = Surroundings(temporary, environment, wishes.paths, PYTHON)
    with contextlib.ExitStack() as servers:
        programs = None if wishes.fast else find_or_install(find_postgres, "postgresql")
        server = servers.enter_context(running(programs)) if programs else None
        line("Looking at the code")
        results = run_tools(_tools(server), environment)
        line("Running the tests")
        results.append(run_tests("tests on SQLite", tests, ["-m", "not browser", *AT_ONCE], {}))
        if not wishes.fast:
            results.append(_on_postgresql(tests, server, results[-1]))
            results.append(_in_browser(tests))
    return results


def _environment(temporary: Path) -> dict[str, str]:
    """The same surroundings everywhere: nobody's own settings, an empty home, plain words."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("GEBUUR_", "DJANGO_"))}
    for name in ("DATABASE_URL", "PYTHONHOME", "PYTHONPATH"):
        ours.pop(name, None)
    if ours.pop("PYTHONDONTWRITEBYTECODE", ""):
        # Compiled once for all the rounds, and still nothing is left in the checkout.
        ours["PYTHONPYCACHEPREFIX"] = str(temporary / "compiled")
    return ours | {"GEBUUR_HOME": str(temporary / "home"), "PYTHONUTF8": "1", "NO_COLOR": "1"}


def _tools(server: Server | None) -> list[Tool]:
    """What looks at the code, the slowest first."""
    manage = [PYTHON, "manage.py"]
    code = [path for path in CODE if (ROOT / path).exists()]
    templates = sorted(str(path) for path in ROOT.glob("src/gebuur/**/templates/**/*.html"))
    live = {"GEBUUR_ADDRESS": "https://gebuur.example"}
    tools: list[Tool] = [
        ("mypy", [PYTHON, "-m", "mypy"], {}),
        ("words", [*manage, "messages", "--check"], {}),
        ("migrations", [*manage, "makemigrations", "--check", "--dry-run"], {}),
        ("settings", [*manage, "check", "--deploy", "--fail-level", "WARNING"], live),
        ("djlint", [PYTHON, "-m", "djlint", "--lint", "--quiet", "src"], {}),
        ("deptry", [PYTHON, "-m", "deptry", "src"], {}),
        ("import-linter", [str(BIN / "lint-imports"), "--no-logo"], {}),
        ("ruff check", [str(BIN / "ruff"), "check", *code], {}),
        ("ruff format", [str(BIN / "ruff"), "format", "--check", *code], {}),
        ("djade", [str(BIN / "djade"), "--check", "--target-version", "5.2", *templates], {}),
    ]
    if server is not None:
        # Every new database of this server begins as what is migrated here.
        where = {"DATABASE_URL": server.address("template1")}
        tools.insert(1, ("migrate on PostgreSQL", [*manage, "migrate", "--verbosity", "0"], where))
    return tools


def _on_postgresql(tests: Surroundings, server: Server | None, on_sqlite: Result) -> Result:
    """The same tests once more, apart from those that never come near a database."""
    name = "tests on PostgreSQL"
    if server is None:
        line(f"  {name}: skipped. PostgreSQL is missing: apt-get install postgresql")
        return Result(name, skipped=on_sqlite.total, why="PostgreSQL is missing")
    where = {"DATABASE_URL": server.address("postgres")}
    return run_tests(name, tests, ["-m", "not browser", *AT_ONCE], where)


def _in_browser(tests: Surroundings) -> Result:
    name = "tests in the browser"
    browser = find_or_install(_find_browser, "chromium")
    if browser is None:
        line(f"  {name}: skipped. Chromium is missing: apt-get install chromium")
        skipped = count_tests(tests, ["-m", "browser"])
        return Result(name, skipped=skipped, why="Chromium is missing")
    return run_tests(name, tests, ["-m", "browser", *AT_ONCE], {"GEBUUR_CHROMIUM": str(browser)})


def _find_browser() -> Path | None:
    folders = os.environ.get("PATH", "").split(os.pathsep)
    places = (Path(folder) / name for name in BROWSERS for folder in folders if folder)
    return next((place for place in places if os.access(place, os.X_OK)), None)


def conclude(results: list[Result], seconds: float) -> int:
    line()
    line(f"{'':<24}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}")
    for result in results:
        line(result.row())
    wrong = [result.name for result in results if not result.is_good]
    line()
    line(f"Not good: {', '.join(wrong)}." if wrong else f"All good, in {seconds / 60:.1f} minutes.")
    sums: list[Callable[[Result], int]] = [
        lambda result: result.passed,
        lambda result: result.failed,
        lambda result: result.skipped,
    ]
    passed, failed, skipped = (sum(map(part, results)) for part in sums)
    line(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if wrong else 0
