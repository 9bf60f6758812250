"""What the person at the terminal reads: one short line a step with its time, and one clear line at a stop."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WIDTH = 42


class Stop(Exception):
    """Something is missing. The sentence says what to do next; the command ends with exit code 2."""


def line(text: str = "") -> None:
    print(text, flush=True)


def done(text: str, seconds: float) -> str:
    return f"  {text:<{WIDTH}} {seconds:6.1f} s"


@contextmanager
def step(text: str) -> Iterator[Callable[[str], None]]:
    """Show a step while it runs and how long it took. What it yields changes the words underway."""
    on_terminal = sys.stdout.isatty()
    began = time.monotonic()

    def underway(more: str) -> None:
        if on_terminal:
            print(f"\r  {text}: {more}\033[K", end="", flush=True)

    print(f"  {text} ...", end="", flush=True)
    try:
        yield underway
    except BaseException:
        print(flush=True)
        raise
    seconds = time.monotonic() - began
    if on_terminal:
        print(f"\r\033[K{done(text, seconds)}", flush=True)
    else:
        print(f"{'':<{WIDTH - len(text) - 4}} {seconds:6.1f} s", flush=True)
