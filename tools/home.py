"""The folder that holds one installation's data: readable by its owner only, used by one server at a time."""

import fcntl
import os
from pathlib import Path

from tools.say import Stop


def data_folder() -> Path:
    """Where data live: GEBUUR_HOME, or the user's own data directory."""
    given = os.environ.get("GEBUUR_HOME")
    if given:
        return Path(given).expanduser().resolve()
    base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser().resolve() / "gebuur"


class Home:
    """One folder of data, with a lock that lives as long as the process that serves it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock = path / "lock"
        self._handle = -1

    def open(self) -> None:
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.chmod(0o700)
            self._handle = os.open(self.lock, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.truncate(self._handle, 0)
            os.write(self._handle, f"{os.getpid()}\n".encode())
        except BlockingIOError:
            process = os.read(self._handle, 20).decode().strip()
            raise Stop(
                f"Gebuur runs already with the data in {self.path} (process {process})."
                " Stop that one first, with Ctrl-C in its window."
            ) from None
        except OSError as error:
            raise Stop(
                f"Cannot write in {self.path} ({error.strerror}). Free it, or choose another place:"
                " GEBUUR_HOME=/some/folder ./start"
            ) from None

    def keep_over_exec(self) -> None:
        os.set_inheritable(self._handle, True)

    def close(self) -> None:
        os.close(self._handle)
