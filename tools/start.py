"""`./start`: from a bare checkout to the first page. What the libraries are needed for stands in serve.py."""

import argparse
import errno
import os
import shutil
import socket
import sys

from tools import setup_env
from tools.home import Home, data_folder
from tools.say import Stop, line, step

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - asked for by name on the command line
ON_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


def main() -> int:
    wishes = _read_wishes()
    try:
        if not wishes.no_serve:
            _require_port(wishes.host, wishes.port)
        home = Home(data_folder() / ("own" if wishes.empty else "demo"))
        home.open()
        if wishes.reset_demo:
            _forget_demo(home)
        line(f"Gebuur, data in {home.path}")
        setup_env.prepare("runtime")
        _hand_over(wishes, home)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        line("Stopped.")
        return 130
    except OSError as error:
        print(
            f"{error.strerror}: {error.filename or 'the disk'}. Mend that and try again.",
            file=sys.stderr,
        )
        return 2
    return 0


def _read_wishes() -> argparse.Namespace:
    reader = argparse.ArgumentParser(
        prog="./start", description="Set Gebuur up where needed, and serve it on this machine."
    )
    reader.add_argument(
        "--empty", action="store_true", help="your own installation, without the demo"
    )
    reader.add_argument(
        "--reset-demo", action="store_true", help="throw the demo's data away first"
    )
    reader.add_argument("--no-serve", action="store_true", help="bring everything up to date only")
    reader.add_argument("--port", type=_port, default=8000, help="default: 8000")
    reader.add_argument("--host", default="127.0.0.1", help="default: this machine only")
    wishes = reader.parse_args()
    if wishes.empty and wishes.reset_demo:
        reader.error(
            "--reset-demo is about the demo and --empty is about your own data: choose one."
        )
    return wishes


def _port(text: str) -> int:
    highest = 65_535
    if not text.isdecimal() or not 1 <= int(text) <= highest:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a port; choose a number from 1 to {highest}."
        )
    return int(text)


def _require_port(host: str, port: int) -> None:
    """Say now, and not after a minute of work, that the port cannot be had."""
    try:
        family, kind, proto, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, proto) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        raise Stop(f"{host} is not an address of this machine. Try --host 127.0.0.1.") from None
    except OSError as error:
        raise Stop(_why_no_port(error, host, port)) from None


def _why_no_port(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken; perhaps Gebuur runs already: look at http://localhost:{port}."
            f" Or choose another one: ./start --port {port % 65_535 + 1}"
        )
    if error.errno == errno.EACCES:
        return f"This user may not open port {port}. Choose a higher one: ./start --port 8000"
    return f"{host} is not an address of this machine. Try --host 127.0.0.1."


def _forget_demo(home: Home) -> None:
    with step("Old demo thrown away"):
        for thing in home.path.iterdir():
            if thing == home.lock:
                continue
            if thing.is_dir() and not thing.is_symlink():
                shutil.rmtree(thing)
            else:
                thing.unlink()


def _hand_over(wishes: argparse.Namespace, home: Home) -> None:
    """Become the server: one process, so that Ctrl-C and signals reach it directly."""
    address, hosts = _address(wishes.host, wishes.port)
    os.environ.pop("PYTHONHOME", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "gebuur.web.settings"
    os.environ["GEBUUR_HOME"] = str(home.path)
    os.environ.setdefault("GEBUUR_ADDRESS", address)
    os.environ.setdefault("GEBUUR_HOSTS", hosts)
    if not wishes.empty:
        os.environ["GEBUUR_DEMO"] = "1"
        if os.environ.pop("DATABASE_URL", None):
            line("  DATABASE_URL is left aside: the demo keeps to its own file.")
    home.keep_over_exec()
    os.chdir(setup_env.ROOT)
    python = str(setup_env.PYTHON)
    sys.stdout.flush()
    where = [] if wishes.no_serve else [wishes.host, str(wishes.port)]
    os.execv(python, [python, "-m", "tools.serve", *where])  # noqa: S606 - no shell wanted


def _address(host: str, port: int) -> tuple[str, str]:
    """Answer the address that people type, and the names under which the server may be called."""
    names = ["localhost", "127.0.0.1", "[::1]"]
    name = "localhost"
    if host not in ON_THIS_MACHINE:
        name = _own_number() if host in EVERYWHERE else host
        name = f"[{name}]" if ":" in name else name
        names += [name, socket.gethostname()]
    return f"http://{name}:{port}", ",".join(names)


def _own_number() -> str:
    """Find this machine's number on the local network. A datagram socket sends nothing by connecting."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "localhost"
        return str(probe.getsockname()[0])
