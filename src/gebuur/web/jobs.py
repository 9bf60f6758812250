"""Background work: a daemon thread of the server process, or `gebuur work` beside it.

Every round is named below, runs on its own, and a failure in one does not stop the others.
"""

import datetime as dt
import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections
from django.utils import timezone

from gebuur.apps.outbox import actions as outbox
from gebuur.core.jobs import bell

PAUSE_SECONDS = 15.0
log = logging.getLogger(__name__)


def deliver_messages(now: dt.datetime) -> str:
    return f"messages sent: {outbox.deliver_due(now=now)}"


ROUNDS: list[Callable[[dt.datetime], str]] = [deliver_messages]


def run_round(now: dt.datetime) -> list[str]:
    """Run every named action once; answer one line for each."""
    lines = []
    for action in ROUNDS:
        try:
            lines.append(action(now))
        except Exception:
            log.exception("%s failed", action.__name__)
            lines.append(f"{action.__name__}: failed")
    return lines


def run_forever(stop: threading.Event) -> None:
    """Work, then wait for the bell or for the pause to end."""
    while not stop.is_set():
        run_round(timezone.now())
        close_old_connections()
        bell.wait(PAUSE_SECONDS)
        bell.clear()


def start() -> threading.Thread:
    """Start the worker inside this process; it ends with the process."""
    thread = threading.Thread(
        target=run_forever, args=(threading.Event(),), name="gebuur-jobs", daemon=True
    )
    thread.start()
    return thread
