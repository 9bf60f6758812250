"""What it costs to rank the helpers of one request among all volunteers of a region.

`python benchmarks/ranking.py [--volunteers 68000] [--requests 300]`

Puts volunteers into villages on SQLite, asks for one request after the other who can help, and prints
the thread's own CPU time, median and 99th percentile over the requests. Of each request the best of five
rounds counts, because a neighbour on the same machine empties its caches. The database is open already.
`list_best` ranks and names; `rank_for` also counts everybody who does not fit, up to a thousand volunteers.
Beside them stands the bare index: the same search by hand, reading only ids, with nothing reasoned and
nobody named. What counts is the ratio of the two, and how it changes with the number of volunteers. One
request in twelve is for a task by phone, where distance narrows nothing down: these are told apart. One
volunteer in three is organised, and one in three of these misses a paper; half of all had a match before.
"""

import argparse
import datetime as dt
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5
PEOPLE_PER_VILLAGE = 110
VILLAGE = 900
TASKS = 12
RADII = (500, 1_000, 2_000, 3_000)
ORGANISED, MISSES_ONE, MATCHED = 1 / 3, 1 / 3, 1 / 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--volunteers", default="1000,68000")
    parser.add_argument("--requests", type=int, default=300)
    wishes = parser.parse_args()
    print(f"{'volunteers':>10} {'':<8} {'near':>6} {'':<12} {'median ms':>10} {'p99 ms':>8}")
    for count in map(int, wishes.volunteers.split(",")):
        with tempfile.TemporaryDirectory() as home:
            command = [sys.executable, __file__, "--measure", str(count), str(wishes.requests)]
            surroundings = os.environ | {
                "GEBUUR_HOME": home,
                "GEBUUR_JOBS": "0",
                "PYTHONPATH": str(ROOT / "src"),
            }
            migrate = [sys.executable, str(ROOT / "manage.py"), "migrate", "-v0"]
            subprocess.run(migrate, env=surroundings, check=True)
            subprocess.run(command, env=surroundings, check=True)
    return 0


def measure(count: int, requests: int) -> None:
    """Rank every request in one round to get warm and in five that count, and print what the best one took."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gebuur.web.settings")
    import django

    django.setup()
    from django.utils import timezone

    from gebuur.apps.care.queries import list_best, rank_for

    now = timezone.now()
    asked = _make_region(count, requests, now=now)
    bare = _bare_index()
    for kind, some in (
        ("at home", [one for one in asked if not one.task.phone_only]),
        ("by phone", [one for one in asked if one.task.phone_only]),
    ):
        near = statistics.median(len(bare(one)) for one in some)
        medians = {}
        for name, ask in (
            ("list_best", lambda one: list_best(one, now=now)),
            ("rank_for", lambda one: rank_for(one, now=now)),
            ("bare index", bare),
        ):
            rounds = [[_cpu_of(ask, one) for one in some] for _round in range(1 + ROUNDS)]
            times = sorted(map(min, *rounds[1:]))
            medians[name], late = statistics.median(times), times[int(len(times) * 0.99) - 1]
            print(
                f"{count:>10} {kind:<8} {near:>6.0f} {name:<12} {medians[name]:>10.2f} {late:>8.2f}"
            )
        ratio = medians["list_best"] / medians["bare index"]
        print(f"{count:>10} {kind:<8} {'':>6} list_best / bare index {ratio:.1f}")


def _cpu_of(ask: Callable[[Any], Any], one: Any) -> float:
    start = time.thread_time()
    ask(one)
    return (time.thread_time() - start) * 1_000


def _bare_index() -> Callable[[Any], list[Any]]:
    """The ids of who is near enough, straight from the index."""
    from django.db import connection

    from gebuur.core.grid import REACHES, square_of

    branch = (
        "neighbourhood_id = %s AND task_id = %s AND is_living IN (1) AND reach = %s"
        " AND east IN (%s, %s, %s) AND north BETWEEN %s AND %s"
    )
    near = " OR ".join(f"({branch})" for _reach in REACHES)
    sql = (
        f"SELECT id FROM volunteers_offeredtask WHERE ({near})"  # noqa: S608 - nothing typed
        " AND x BETWEEN %s - radius AND %s + radius AND y BETWEEN %s - radius AND %s + radius"
    )

    def ask(request: Any) -> list[Any]:
        x, y = request.seeker.x, request.seeker.y
        blanks: list[Any] = []
        for reach in REACHES:
            east, north = square_of(x, y, reach)
            blanks += [request.neighbourhood_id.hex, request.task_id.hex, reach]
            blanks += [east - 1, east, east + 1, north - 1, north + 1]
        with connection.cursor() as cursor:
            cursor.execute(sql, [*blanks, x, x, y, y])
            return list(cursor.fetchall())

    return ask


def _make_region(count: int, requests: int, *, now: dt.datetime) -> list[Any]:
    """Villages of volunteers, and seekers who live among them."""
    from gebuur.apps.boundaries.models import Task
    from gebuur.apps.care.models import HelpRequest
    from gebuur.apps.neighbourhood.models import Person
    from gebuur.apps.volunteers.models import Offer, OfferedTask

    rng = random.Random(7)
    place = _make_place()
    tasks = list(Task.objects.filter(organisation=place.organisation, light="green"))[:TASKS]
    side = 450 * (count**0.5)
    centres = [
        (rng.uniform(0, side), rng.uniform(0, side))
        for _ in range(max(1, count // PEOPLE_PER_VILLAGE))
    ]

    def somebody() -> Any:
        x, y = rng.choice(centres)
        return Person(
            neighbourhood=place,
            first_name="Iemand",
            languages=["nl"],
            x=round(rng.gauss(x, VILLAGE)),
            y=round(rng.gauss(y, VILLAGE)),
        )

    people = Person.objects.bulk_create([somebody() for _ in range(count)], batch_size=500)
    offers = [
        Offer(
            neighbourhood=place,
            person=person,
            slots=rng.getrandbits(21) | 1,
            radius=rng.choice(RADII),
            per_week=2,
            per_month=4,
            channel="web",
            is_organised=rng.random() < ORGANISED,
            created_at=now - dt.timedelta(days=rng.randrange(300)),
            last_match_at=now - dt.timedelta(days=rng.randrange(200))
            if rng.random() < MATCHED
            else None,
        )
        for person in people
    ]
    Offer.objects.bulk_create(offers, batch_size=500)
    _note_papers([offer for offer in offers if offer.is_organised], rng, now=now)
    OfferedTask.objects.bulk_create(
        (
            OfferedTask(
                neighbourhood=place,
                offer=offer,
                task=task,
            )
            for offer in offers
            for task in rng.sample(tasks, 3)
        ),
        batch_size=500,
    )
    seekers = Person.objects.bulk_create([somebody() for _ in range(requests)])
    return HelpRequest.objects.bulk_create(
        [
            HelpRequest(
                neighbourhood=place,
                seeker=seeker,
                task=rng.choice(tasks),
                slots=rng.getrandbits(21) | 1,
                languages=["nl"],
                state="new",
                channel="phone",
                created_at=now,
                waiting_since=now,
            )
            for seeker in seekers
        ]
    )


def _note_papers(offers: list[Any], rng: random.Random, *, now: dt.datetime) -> None:
    """Everything that an organisation usually asks; some miss the last paper."""
    from gebuur.apps.volunteers.models import LegalItem, LegalNote

    asked = [item for item in LegalItem if item != LegalItem.EXTRACT]
    LegalNote.objects.bulk_create(
        (
            LegalNote(
                neighbourhood_id=offer.neighbourhood_id,
                offer=offer,
                item=item,
                on=now.date(),
                noted_at=now,
            )
            for offer in offers
            for item in (asked[:-1] if rng.random() < MISSES_ONE else asked)
        ),
        batch_size=500,
    )


def _make_place() -> Any:
    from gebuur.apps.boundaries.actions.catalogue import seed_catalogue
    from gebuur.apps.neighbourhood.models import Neighbourhood, Organisation

    organisation = Organisation.objects.create(name="Regio")
    place = Neighbourhood.objects.create(organisation=organisation, name="Regio", slug="regio")
    seed_catalogue(organisation)
    return place


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(int(sys.argv[2]), int(sys.argv[3]))
        sys.exit(0)
    sys.exit(main())
