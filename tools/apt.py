"""What a check needs from the system: found, or installed with apt when that is allowed, or missed."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tools.say import step

PATIENCE = 240


def find_or_install(find: Callable[[], Path | None], package: str) -> Path | None:
    """Find a program; when it is not there and we are root on Debian or Ubuntu, install its package."""
    found = find()
    if found or os.geteuid() or not shutil.which("apt-get"):
        return found
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    with step(f"apt-get install {package}"):
        for command in (["apt-get", "update", "-qq"], install):
            try:
                subprocess.run(
                    command, env=quiet, capture_output=True, timeout=PATIENCE, check=True
                )
            except (OSError, subprocess.SubprocessError):
                return None
    return find()
