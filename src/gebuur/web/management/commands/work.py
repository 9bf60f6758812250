"""`gebuur work`: the background work in a process of its own, for installations with several servers."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gebuur.core.jobs import bell
from gebuur.web import jobs


class Command(BaseCommand):
    help = "Do the background work until stopped; --once does one round and says what was done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            for line in jobs.run_round(timezone.now()):
                self.stdout.write(line)
            return
        stop = threading.Event()

        def finish(*_: object) -> None:
            stop.set()
            bell.set()

        signal.signal(signal.SIGINT, finish)
        signal.signal(signal.SIGTERM, finish)
        self.stdout.write("Working. Stop with Ctrl-C.")
        jobs.run_forever(stop)
