"""Libraries that we measure ourselves against, each benchmark's in a folder of its own, never among ours."""

import os
import subprocess
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def peers_python(name: str) -> Path | None:
    """The Python with what `<name>-peers.txt` pins by hash; None, with one line why, when it cannot be installed."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")).expanduser()
    room = cache / "gebuur-benchmarks" / name
    python = room / "bin" / "python"
    install = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    try:
        if not python.exists():
            venv.create(room, with_pip=True)
        subprocess.run(
            [python, *install, HERE / f"{name}-peers.txt"], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Without peers: they could not be installed ({type(error).__name__}).")
        return None
    return python
