"""A PostgreSQL server of our own for one run of the tests: in a temporary folder, on loopback, gone afterwards."""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.say import Stop

PATIENCE = 30.0
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # Counted between two tests a table is empty, and the next test waits minutes for a plan that was made for no rows.
    "autovacuum": "off",
    "max_connections": "120",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
}


def find_postgres() -> Path | None:
    """Find the folder with initdb and postgres, newest version first."""
    found = [Path(where).parent for where in [shutil.which("initdb")] if where]
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found += sorted((path.parent for path in versions), key=lambda path: -float(path.parent.name))
    return next((folder for folder in found if (folder / "postgres").exists()), None)


@dataclass(frozen=True)
class Server:
    """A server that runs, and how to reach a database on it."""

    password: str
    port: int

    def address(self, database: str) -> str:
        """Its DATABASE_URL."""
        return f"postgres://gebuur:{self.password}@127.0.0.1:{self.port}/{database}"


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """Run a server; stop it and remove it whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="gebuur-postgres-"))
    as_user = _unprivileged(folder)
    server: subprocess.Popen[bytes] | None = None
    try:
        password = secrets.token_hex(16)
        _init(programs, folder, password, as_user)
        port = _free_port()
        server = _launch(programs, folder, port, as_user)
        _wait(server, folder, port)
        yield Server(password, port)
    finally:
        if server is not None:
            _stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so root lends the folder to somebody smaller."""
    if os.geteuid():
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            os.chown(folder, user.pw_uid, user.pw_gid)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise Stop("PostgreSQL does not run as root, and there is no user `postgres` or `nobody` here.")


def _init(programs: Path, folder: Path, password: str, as_user: dict[str, Any]) -> None:
    secret = folder / "password"
    secret.write_text(password)
    if as_user:
        os.chown(secret, as_user["user"], as_user["group"])
    command = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "gebuur"]
    command += [
        "-A",
        "scram-sha-256",
        "--pwfile",
        str(secret),
        "-E",
        "UTF8",
        "--locale",
        "C.UTF-8",
        "--no-sync",
    ]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, **as_user
    )
    if done.returncode:
        raise Stop(f"initdb failed: {(done.stderr or done.stdout).strip().splitlines()[-1]}")


def _launch(
    programs: Path, folder: Path, port: int, as_user: dict[str, Any]
) -> subprocess.Popen[bytes]:
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    for name, value in FAST.items():
        command += ["-c", f"{name}={value}"]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=log, start_new_session=True, **as_user
        )


def _wait(server: subprocess.Popen[bytes], folder: Path, port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    words = (folder / "log").read_text(errors="replace").strip().splitlines() or ["no reason given"]
    raise Stop(f"PostgreSQL did not start: {words[-1]}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
