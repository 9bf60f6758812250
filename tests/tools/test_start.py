"""`./start` on a machine where something is missing: one line that says what to do, and exit code 2."""

import os
import shutil
import socket
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OLD_PYTHON = """
import runpy, sys
sys.version_info = (3, 9, 2, "final", 0)
sys.argv = ["start"]
runpy.run_path("start", run_name="__main__")
"""
NO_VENV = """
import runpy, sys
sys.modules["ensurepip"] = None
sys.argv = ["start", "--port", "{port}"]
runpy.run_path("start", run_name="__main__")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A bare checkout, as far as the set-up looks at it."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    shutil.copy(ROOT / "start", folder)
    shutil.copytree(ROOT / "tools", folder / "tools")
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    return folder


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(checkout: Path, *words: object, **surroundings: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(checkout.parent),
        "GEBUUR_HOME": str(checkout.parent / "home"),
    }
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=checkout,
        env=environment | surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_is_named_before_anything_is_set_up(checkout: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = start(checkout, "start", "--port", port)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"Port {port} is taken" in done.stderr
    assert f"./start --port {port % 65_535 + 1}" in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("typed", ["0", "65536", "eight", "-1"])
def test_a_port_that_cannot_be_is_refused_with_what_can(checkout: Path, typed: str) -> None:
    done = start(checkout, "start", f"--port={typed}")
    assert done.returncode == 2
    assert "choose a number from 1 to 65535" in done.stderr


def test_a_strange_host_is_refused(checkout: Path, port: int) -> None:
    done = start(checkout, "start", "--host", "198.51.100.7", "--port", port)
    assert done.returncode == 2
    assert "198.51.100.7 is not an address of this machine" in done.stderr


def test_an_old_python_is_told_which_one_is_needed(checkout: Path) -> None:
    done = start(checkout, "-c", OLD_PYTHON, PATH="/nowhere")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "needs Python 3.11 or newer and this is Python 3.9" in done.stderr


def test_an_old_python_steps_aside_for_a_newer_one(checkout: Path, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    newer = programs / "python3.11"
    newer.write_text('#!/bin/sh\necho "newer: $@"\n')
    newer.chmod(0o755)
    done = start(checkout, "-c", OLD_PYTHON, PATH=str(programs))
    assert done.stdout == f"newer: {checkout / 'start'}\n"


def test_a_python_without_venv_is_told_what_to_install(checkout: Path, port: int) -> None:
    done = start(checkout, "-c", NO_VENV.format(port=port))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "-venv" in done.stderr


def test_without_network_one_line_says_so(checkout: Path, port: int) -> None:
    venv.create(checkout / ".venv", system_site_packages=True, with_pip=False, symlinks=True)
    done = start(
        checkout,
        "start",
        "--port",
        port,
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_NO_CACHE_DIR="1",
        PIP_RETRIES="0",
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "No network" in done.stderr


def test_data_that_another_start_serves_are_left_alone(checkout: Path, port: int) -> None:
    holder = (
        "import os, pathlib, sys; from tools.home import Home;"
        "home = Home(pathlib.Path(os.environ['GEBUUR_HOME']) / 'demo'); home.open();"
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder],
        cwd=checkout,
        env={"GEBUUR_HOME": str(checkout.parent / "home")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        done = start(checkout, "start", "--reset-demo", "--port", port)
        other.communicate()
    assert done.returncode == 2
    assert f"runs already with the data in {checkout.parent / 'home' / 'demo'}" in done.stderr
    assert str(other.pid) in done.stderr


def test_a_data_folder_that_cannot_be_made_is_named(checkout: Path, port: int) -> None:
    blocker = checkout.parent / "home"
    blocker.write_text("a file where the folder should come")
    done = start(checkout, "start", "--port", port)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"Cannot write in {blocker / 'demo'}" in done.stderr


def test_demo_and_own_data_cannot_be_meant_at_once(checkout: Path) -> None:
    done = start(checkout, "start", "--empty", "--reset-demo")
    assert done.returncode == 2
    assert "choose one" in done.stderr
