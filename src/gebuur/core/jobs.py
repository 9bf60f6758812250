"""A bell between an action that made work and the thread that does it."""

import threading

bell = threading.Event()


def wake() -> None:
    """Ring: there is work. Safe to call where no worker listens."""
    bell.set()
