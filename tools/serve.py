"""The second half of `./start`, inside the environment: words, styles, database, demo, and then the server itself."""

import hashlib
import io
import socket
import sys
from pathlib import Path

import django
import uvicorn
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections
from django.urls import get_resolver

from gebuur.core.management.commands.messages import all_rooms, compile_rooms
from tools.say import Stop, line, step

ON_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
SOURCE = Path(__file__).resolve().parent.parent / "src" / "gebuur"


def main() -> int:
    try:
        _prepare_words()
        with step("Gebuur"):
            django.setup()
        words = _prepare()
        if sys.argv[1:]:
            _serve(sys.argv[1], int(sys.argv[2]), words=words)
    except (Stop, CommandError) as stop:
        print(stop, file=sys.stderr)
        return 2
    except DatabaseError as error:
        print(f"The database refuses: {str(error).strip()}", file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"{error.strerror}: {error.filename or 'the disk'}. Mend that and try again.",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        line("\nGebuur stopped.")
    return 0


def _prepare_words() -> None:
    """Compile the catalogues, before anything reads one: what was read once stays in memory."""
    if _words_are_stale():
        with step("Words in every language"):
            compile_rooms(list(all_rooms()))


def _prepare() -> list[str]:
    """Bring everything up to date, and answer what to say once the first page is there."""
    stamp = settings.HOME / "static.stamp"
    print_of_files = _print_of_static_files()
    if not stamp.exists() or stamp.read_text() != print_of_files:
        with step("Styles and pictures"):
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(print_of_files)
    with step("Database"):
        call_command("migrate", interactive=False, verbosity=0)
    words = _demo() if settings.DEMO else _set_up()
    connections.close_all()
    return words


def _demo() -> list[str]:
    call_command("demo")
    return [
        f"Sign in with one press, read every mail and text message: {settings.SITE_ADDRESS}/demo/"
    ]


def _set_up() -> list[str]:
    """Name the page where the first operator begins, while there is none."""
    told = io.StringIO()
    call_command("setup_address", stdout=told)
    address = told.getvalue().strip()
    return [f"Begin here, once: {address}"] if address else []


def _words_are_stale() -> bool:
    for source in SOURCE.glob("**/locale/*/LC_MESSAGES/django.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            return True
    return False


def _print_of_static_files() -> str:
    """A fingerprint of what collectstatic reads and how it writes: our own files, and the libraries' by their lock."""
    lock = SOURCE.parent.parent / "requirements" / "runtime.txt"
    whole = hashlib.sha256(lock.read_bytes() + settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for file in sorted(SOURCE.glob("**/static/**/*")):
        if file.is_file():
            facts = file.stat()
            whole.update(f"{file} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return whole.hexdigest()


class Server(uvicorn.Server):
    """Uvicorn, saying in our words when the first page can be opened."""

    words: list[str]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            line()
            for text in self.words:
                line(text)


def _serve(host: str, port: int, *, words: list[str]) -> None:
    with step("Server"):
        config = uvicorn.Config(
            "gebuur.web.asgi:application",
            host=host,
            port=port,
            timeout_graceful_shutdown=3,
            access_log=False,
            log_level="warning",
            server_header=False,
            lifespan="off",
        )
        config.load()
        _ = get_resolver().url_patterns
    server = Server(config)
    server.words = [f"Open {settings.SITE_ADDRESS}", *words]
    if settings.DEMO and host not in ON_THIS_MACHINE:
        server.words.append(
            "Everybody on this network can open the demo: keep real people out of it."
        )
    server.words.append("Stop with Ctrl-C.")
    server.run()
    if not server.started:
        raise Stop("The server could not start; its own words stand above.")


if __name__ == "__main__":
    sys.exit(main())
