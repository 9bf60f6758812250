"""The virtual environment: made once, filled from the lock by hash, left alone while the lock stays the same."""

import fcntl
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.say import Stop, step

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = VENV / "pip.log"
SPACE_NEEDED = 900 * 1024 * 1024
NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|ConnectTimeoutError"
    r"|Failed to establish a new connection|Network is unreachable|ProxyError|Connection refused",
    re.IGNORECASE,
)


def prepare(*locks: str) -> None:
    """Make sure that the environment holds what these locks name: `runtime`, `dev`."""
    if all(_is_filled(lock) for lock in locks):
        return
    _require_room()
    with _alone():
        _make_venv()
        for lock in locks:
            if not _is_filled(lock):
                _fill(lock)
        _write_entrances()


def _is_filled(lock: str) -> bool:
    stamp = VENV / f"gebuur-{lock}.stamp"
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == _stamp(lock)


def _stamp(lock: str) -> str:
    """Name the lock's contents and the place, because a moved environment does not work."""
    return f"{hashlib.sha256(_lock_file(lock).read_bytes()).hexdigest()} {VENV}\n"


def _lock_file(lock: str) -> Path:
    return ROOT / "requirements" / f"{lock}.txt"


def _require_room() -> None:
    if not os.access(ROOT, os.W_OK):
        raise Stop(
            f"Cannot write in {ROOT}. Give this user the right to write there and try again."
        )
    free = shutil.disk_usage(ROOT).free
    if free < SPACE_NEEDED and not VENV.exists():
        raise Stop(
            f"The disk of {ROOT} has {free // 1024**2} MB left; the libraries need"
            f" {SPACE_NEEDED // 1024**2} MB. Make room and try again."
        )


@contextmanager
def _alone() -> Iterator[None]:
    """Let one set-up at a time touch the environment; a second one waits its turn."""
    handle = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _make_venv() -> None:
    if _is_sound():
        return
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise Stop(
            "This Python cannot make virtual environments. Install its venv module"
            f" (Debian or Ubuntu: apt install python3.{sys.version_info[1]}-venv) and try again."
        )
    with step("Environment for Python"):
        if VENV.is_symlink():
            VENV.unlink()
        elif VENV.exists():
            shutil.rmtree(VENV)
        done = subprocess.run(
            [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
        )
    if done.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Stop(
            f"Could not make the environment in {VENV}: {_last_line(done.stdout + done.stderr)}"
        )


def _is_sound() -> bool:
    """Whether the environment that is there still works, at this place and with this Python."""
    if not PYTHON.exists():
        return False
    if any(str(VENV) not in stamp.read_text() for stamp in VENV.glob("gebuur-*.stamp")):
        return False
    ask = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([PYTHON, "-c", ask], capture_output=True, check=False).returncode == 0


def _fill(lock: str) -> None:
    file = _lock_file(lock)
    count = len(re.findall(r"^[A-Za-z0-9].*==", file.read_text(), re.MULTILINE))
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-deps", "--no-compile"]
    command += ["--no-input", "--disable-pip-version-check", "--retries", "2", "-r", str(file)]
    with step(f"Libraries ({lock}, {count} packages)") as underway:
        code, output = _follow(command, count, underway)
    LOG.write_text(output)
    if code:
        raise Stop(_why_pip_failed(output, lock))
    (VENV / f"gebuur-{lock}.stamp").write_text(_stamp(lock))


def _follow(command: list[str], count: int, underway: Callable[[str], None]) -> tuple[int, str]:
    """Run pip and count along with it."""
    output, seen = [], 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        for text in pip.stdout or ():
            output.append(text)
            if text.startswith(("Collecting ", "Requirement already satisfied")):
                seen += 1
                underway(f"{seen} of {count}")
            elif text.startswith("Installing collected"):
                underway("putting them in place")
    return pip.returncode, "".join(output)


def _why_pip_failed(output: str, lock: str) -> str:
    if "DO NOT MATCH THE HASHES" in output:
        return (
            f"A library is not the one that requirements/{lock}.txt names: its hash differs."
            f" Nothing of it was installed. See {LOG}."
        )
    if NO_NETWORK.search(output):
        return (
            "No network: pip cannot reach its package index. Connect once and try again;"
            " later starts need no network."
        )
    return f"pip could not install requirements/{lock}.txt: {_last_line(output)} See {LOG}."


def _last_line(output: str) -> str:
    lines = [text.strip() for text in output.splitlines() if text.strip()]
    errors = [text for text in lines if text.startswith("ERROR")]
    return (errors or lines or ["no reason given."])[-1]


def _write_entrances() -> None:
    """Put `src` on the environment's path and the `gebuur` command in its bin."""
    library = next((VENV / "lib").glob("python3.*")) / "site-packages"
    (library / "gebuur.pth").write_text(f"{ROOT / 'src'}\n")
    command = VENV / "bin" / "gebuur"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -m gebuur.web.cli "$@"\n')
    command.chmod(0o755)
