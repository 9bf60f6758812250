"""Two hundred phones in one room hear of every answer at once: an open stream against asking again and again.

`python benchmarks/live.py [--phones 200] [--rate 20] [--seconds 10] [--only sqlite|postgresql] [--polls 2,7]`

Real servers on loopback: one process on SQLite, two on a throw-away PostgreSQL with phones and answers spread over
both. Every phone joins through the square code and answers once by the form, with its seat cookie and CSRF token;
who has answered looks at the page again when answers are shown, as `live.js` does. Counts how many phones heard
of how many answers (promise: all), the delay from pressing send until each phone heard it (promise: 99 of 100
under 250 ms), requests, CPU seconds and memory of the servers, without PostgreSQL itself. The same room is then
measured with phones that ask `/w/room/state/` every 2 seconds, and every 7 as a phone without a stream does.

The k-th answer that was sent is taken to be the k-th that was counted. Answers that overtake each other swap their
delays; the sum stays the same. Whatever else the machine does counts too: the load is printed beside every line.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import uvloop

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
PROMISE_MS = 250.0
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Measured:
    """One line of the table."""

    way: str
    delays: list[float]
    whole: int
    twice: int
    failed: int
    requests: int
    cpu: float
    memory: float
    load: float

    @property
    def median(self) -> float:
        return statistics.median(self.delays) if self.delays else float("inf")

    @property
    def p99(self) -> float:
        return self.delays[int(len(self.delays) * 0.99)] if self.delays else float("inf")

    @property
    def is_kept(self) -> bool:
        return len(self.delays) == self.whole and not self.failed and self.p99 * 1000 < PROMISE_MS


def main() -> int:
    wishes = _read_wishes()
    if wishes.set_up:
        print(json.dumps(_set_up(wishes.set_up)))
        return 0
    engines = [wishes.only] if wishes.only else ["sqlite", "postgresql"]
    return max(_run(engine, wishes) for engine in engines)


def _read_wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--rate", type=float, default=20.0)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--polls", default="2,7", help="seconds between two questions of a phone")
    parser.add_argument("--set-up", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args()


def _run(engine: str, wishes: argparse.Namespace) -> int:
    ways = [0.0, *(float(every) for every in wishes.polls.split(",") if every)]
    with tempfile.TemporaryDirectory() as home, _database(engine) as url:
        surroundings = os.environ | {
            "GEBUUR_HOME": home,
            "PYTHONPATH": str(ROOT / "src"),
            "GEBUUR_JOBS": "0",
        }
        surroundings |= {"DATABASE_URL": url} if url else {}
        for step in ("messages --compile", "collectstatic --noinput -v0", "migrate -v0"):
            command = [sys.executable, str(ROOT / "manage.py"), *step.split()]
            subprocess.run(command, env=surroundings, check=True, stdout=subprocess.DEVNULL)
        command = [sys.executable, __file__, "--set-up", str(len(ways))]
        made = subprocess.run(command, env=surroundings, check=True, stdout=subprocess.PIPE)
        found = []
        with _servers(1 if engine == "sqlite" else 2, surroundings) as servers:
            for every, rooms in zip(ways, json.loads(made.stdout), strict=True):
                measure = _measure(rooms, every, wishes, servers)
                found.append(uvloop.run(measure))
    return _print(f"{engine}, {len(servers)} process(es)", found)


@contextmanager
def _database(engine: str) -> Iterator[str]:
    if engine == "sqlite":
        yield ""
        return
    from tools.postgres import find_postgres, running

    programs = find_postgres()
    if programs is None:
        sys.exit("PostgreSQL is not installed: run ./check once, or use --only sqlite.")
    with running(programs) as server:
        yield server.address("postgres")


@contextmanager
def _servers(count: int, surroundings: dict[str, str]) -> Iterator[dict[int, int]]:
    """Port and process of each server; they are stopped whatever happens."""
    from tools.postgres import _free_port

    running = {}
    for _one in range(count):
        port = _free_port()
        command = (
            f"-m uvicorn gebuur.web.asgi:application --port {port} --no-access-log --lifespan off"
        )
        command += " --log-level warning --timeout-graceful-shutdown 3"
        running[port] = subprocess.Popen(
            [sys.executable, *command.split()], cwd=ROOT / "src", env=surroundings
        )
    try:
        for port in running:
            asyncio.run(_until_awake(port))
        yield {port: server.pid for port, server in running.items()}
    finally:
        for server in running.values():
            server.terminate()
            server.wait(20)


async def _until_awake(port: int) -> None:
    from benchmarks import phones

    until = time.monotonic() + phones.PATIENCE
    while time.monotonic() < until:
        with suppress(OSError):
            await phones.ask(port, "GET", "/w/", "", {})
            return
        await asyncio.sleep(0.1)
    sys.exit("The server did not start.")


def _set_up(count: int) -> list[dict[str, str]]:
    """A neighbourhood, and that many rooms with one question in hand."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gebuur.web.settings")
    import django

    django.setup()
    from django.utils import timezone

    from gebuur.apps.workshops import actions, queries
    from gebuur.apps.workshops.models import Pool
    from gebuur.apps.workshops.queries.agenda import BlockWords
    from gebuur.core import live
    from tests import cast

    an, now, made = cast.make_staff(cast.make_place(), "An"), timezone.now(), []
    blocks = [BlockWords("question", "De straat", "Wat zou jij doen?", 10, ())]
    for number in range(count):
        room = actions.open_session(
            blocks, actor=an, title=f"Zaal {number}", language="nl", now=now
        )
        actions.move(room, 0, 0, actor=an, now=now)
        pool = Pool.objects.get(part__session=room)
        facts = {"door": f"/w/{queries.door_of(room)}/", "pool": str(pool.pk)}
        made.append(facts | {"stream": live.stream_address(str(room.pk))})
    return made


async def _measure(
    made: dict[str, str], every: float, wishes: argparse.Namespace, servers: dict[int, int]
) -> Measured:
    """Fill one room, let everybody answer, and note who heard what and when; `every` 0 means the stream."""
    from benchmarks import phones

    answers = int(wishes.rate * wishes.seconds)
    ports, sitting = list(servers), max(wishes.phones, answers)
    room = phones.Room(made["door"], made["pool"], sitting, answers, wishes.rate)
    seats = [phones.Phone(ports[n % len(ports)]) for n in range(sitting)]
    await phones.at_most(8, [partial(phones.join, room, phone) for phone in seats])
    listening = seats[: wishes.phones]
    tasks = [] if every else [await phones.open_stream(room, one, made["stream"]) for one in listening]  # fmt: skip
    await asyncio.sleep(1)
    before = sum(_cpu(pid) for pid in servers.values())
    if every:
        tasks = [asyncio.create_task(phones.poll(room, one, every)) for one in listening]
    # Whoever answers last is somebody else than who listens first, and on the other server as well.
    await phones.answer_all(room, [*reversed(seats)])
    await phones.until_heard(room, listening)
    cpu = sum(_cpu(pid) for pid in servers.values()) - before
    memory = sum(_memory(pid) for pid in servers.values())
    for task in [*tasks, *room.looks]:
        task.cancel()
    await asyncio.gather(*tasks, *room.looks, return_exceptions=True)
    delays = sorted(
        when - room.sent[number - 1] for one in listening for number, when in one.heard.items()
    )
    return Measured(
        f"asks every {every:g} s" if every else "open stream",
        delays,
        wishes.phones * answers,
        sum(one.twice for one in listening),
        room.failed,
        room.posts + room.gets,
        cpu,
        memory,
        os.getloadavg()[0],
    )


def _cpu(pid: int) -> float:
    """Seconds of processor that a process used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int) -> float:
    """Megabytes that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _print(title: str, found: list[Measured]) -> int:
    heads = f"{'heard':>15} {'twice':>5} {'median':>9} {'p99':>9} {'requests':>8} {'failed':>6}"
    print(f"\n{title:<26} {heads} {'CPU s':>6} {'MB':>5} {'load':>5}")
    for one in found:
        heard = f"{len(one.delays)}/{one.whole}"
        delays = f"{one.median * 1000:>6.0f} ms {one.p99 * 1000:>6.0f} ms"
        print(
            f"  {one.way:<24} {heard:>15} {one.twice:>5} {delays} {one.requests:>8} {one.failed:>6} "
            f"{one.cpu:>6.1f} {one.memory:>5.0f} {one.load:>5.1f}"
        )
    stream = found[0]
    for one in found[1:]:
        print(
            f"  {one.way} against the stream: median {one.median / stream.median:.0f} times as late, "
            f"{one.requests / stream.requests:.1f} times the requests, {one.cpu / stream.cpu:.1f} times the CPU"
        )
    print(
        f"  promise: all heard, 99 of 100 under {PROMISE_MS:.0f} ms: {'kept' if stream.is_kept else 'BROKEN'}",
        flush=True,
    )
    return 0 if stream.is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
