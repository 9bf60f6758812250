"""Sixty-four people press yes at the same moment: nobody gets a question twice, no question is lost.

`python benchmarks/claims.py [--requests 1000] [--clients 64] [--only sqlite|postgresql]`

Every question is on the board. Each client is a thread with its own connection that goes through all
questions in its own order and takes what is free, by the same action as the website. Prints, per
database: questions with two winners (promise 0), questions that nobody got (promise 0), and the same
for the negative control, which reads first and writes later in a table without a constraint: there
doubles must appear, or the attack was not live and the run fails.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TOGETHER = 20
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]


def main() -> int:
    wishes = _read_wishes()
    if wishes.race:
        return _race(wishes.requests, wishes.clients)
    engines = [wishes.only] if wishes.only else ["sqlite", "postgresql"]
    return max(_run(engine, wishes) for engine in engines)


def _read_wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--requests", type=int, default=1_000)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--race", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _run(engine: str, wishes: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as home, _database(engine) as url:
        surroundings = os.environ | {
            "GEBUUR_HOME": home,
            "PYTHONPATH": str(ROOT / "src"),
            "GEBUUR_JOBS": "0",
        }
        surroundings |= {"DATABASE_URL": url, "GEBUUR_POOL": "0"} if url else {}
        print(f"{engine}: {wishes.clients} clients, {wishes.requests} questions", flush=True)
        subprocess.run(
            [sys.executable, ROOT / "manage.py", "migrate", "-v0"], env=surroundings, check=True
        )
        command = [sys.executable, __file__, "--race", "--requests", str(wishes.requests)]
        return subprocess.run(
            [*command, "--clients", str(wishes.clients)], env=surroundings, check=False
        ).returncode


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


def _race(requests: int, clients: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gebuur.web.settings")
    import django

    django.setup()
    asked, offers = _set_up(requests, clients)
    claimed = _press_together(offers, lambda offer, turn: _take(asked[turn], offer), requests)
    doubles, lost = _count(claimed, requests)
    print(
        f"  with constraint:    {doubles} doubles, {lost} lost, {sum(claimed.values())} claims in all"
    )
    control = _press_together(offers, _careless(requests), requests)
    control_doubles, _control_lost = _count(control, requests)
    print(f"  negative control:   {control_doubles} doubles (must be more than 0)")
    kept = doubles == 0 and lost == 0 and control_doubles > 0
    print(f"  promise {'kept' if kept else 'BROKEN'}", flush=True)
    return 0 if kept else 1


def _set_up(requests: int, clients: int) -> tuple[list[Any], list[Any]]:
    """A neighbourhood with that many questions on the board and that many helpers without limits."""
    from django.utils import timezone

    from gebuur.apps.boundaries.models import Task
    from gebuur.apps.care import actions as care
    from gebuur.apps.neighbourhood.models import Channel
    from gebuur.apps.volunteers import actions as volunteers
    from gebuur.web.demo import people, places

    place, _doors = places.make_quarter(tiles=1, rng=random.Random(1))
    task = Task.objects.get(organisation=place.organisation, key="walk")
    every, now = (1 << 21) - 1, timezone.now()
    asked, offers = [], []
    for number in range(clients):
        helper = people.make_somebody(place, f"Helper{number}", "", "Spoelstraat", "1")
        facts: dict[str, Any] = {
            "slots": every,
            "radius": 5_000,
            "per_week": 30_000,
            "per_month": 30_000,
        }
        offer = volunteers.make_offer(
            helper, actor=None, tasks=[task], channel=Channel.DESK, now=now, **facts
        )
        offers.append(offer)
    for number in range(requests):
        seeker = people.make_somebody(place, f"Seeker{number}", "", "Spoelstraat", "2")
        asked.append(
            care.make_request(
                place,
                actor=None,
                seeker=seeker,
                task=task,
                slots=every,
                channel=Channel.WEB,
                urgency="week",
                rhythm="once",
                languages=["nl"],
                on_board=True,
                now=now,
            )
        )
    return asked, offers


def _take(request: Any, offer: Any) -> bool:
    from django.utils import timezone

    from gebuur.apps.care import actions as care
    from gebuur.apps.care.models import HelpRequest
    from gebuur.core.errors import RuleBroken

    if not HelpRequest.objects.filter(pk=request.pk, on_board=True).exists():
        return False  # The page with the question says so before anybody presses.
    try:
        care.take_from_board_as_helper(request, offer, actor=offer.person, now=timezone.now())
    except RuleBroken:
        return False
    return True


def _careless(requests: int) -> Callable[[Any, int], bool]:
    """Read, think, write: what a claim must not be."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE careless (id integer PRIMARY KEY, winner integer)")
        cursor.executemany(
            "INSERT INTO careless VALUES (%s, NULL)", [(n,) for n in range(requests)]
        )

    def take(offer: Any, turn: int) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT winner FROM careless WHERE id = %s", [turn])
            (winner,) = cursor.fetchone()
            if winner is not None:
                return False
            time.sleep(0.001)
            cursor.execute("UPDATE careless SET winner = 1 WHERE id = %s", [turn])
        return True

    return take


def _press_together(
    offers: list[Any], take: Callable[[Any, int], bool], requests: int
) -> Counter[int]:
    """Let every helper go through the questions from the same start, and count who got what."""
    start = threading.Barrier(len(offers))
    won: list[list[int]] = [[] for _ in offers]
    problems: list[str] = []

    def run(seed: int, offer: Any) -> None:
        from django.db import connection

        start.wait()
        for turn in _turns(requests, random.Random(seed)):
            try:
                if take(offer, turn):
                    won[seed].append(turn)
            except Exception as error:  # noqa: BLE001 - a client that breaks is a finding, and goes on
                problems.append(repr(error)[:200])
        connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(offers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for problem, count in Counter(problems).most_common(3):
        print(f"  {count} x {problem}")
    return Counter(turn for turns in won for turn in turns)


def _turns(requests: int, rng: random.Random) -> Iterator[int]:
    """All questions, twenty at a time, shuffled within the twenty: so that clients keep colliding."""
    for base in range(0, requests, TOGETHER):
        yield from rng.sample(
            range(base, min(base + TOGETHER, requests)), min(TOGETHER, requests - base)
        )


def _count(claimed: Counter[int], requests: int) -> tuple[int, int]:
    return sum(count > 1 for count in claimed.values()), requests - len(claimed)


if __name__ == "__main__":
    sys.exit(main())
