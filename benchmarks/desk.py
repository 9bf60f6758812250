"""How the three busiest pages grow with the neighbourhood.

`python benchmarks/desk.py [--sizes 1000,10000,100000] [--rounds 60] [--only sqlite|postgresql]`

Makes the demo neighbourhood in each size on SQLite and on a throw-away PostgreSQL, then asks the desk,
the ranked list of a request and the public form from Django itself, without network. Prints the
median and the 95th percentile on the server, the number of queries, and the growth factor from the
second largest to the largest size. What counts is that factor (promise: under 1.5) and that the
number of queries does not change: absolute times depend on the machine.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PROMISE = 1.5
TURNS = 6


def main() -> int:
    wishes = _read_wishes()
    if wishes.measure:
        print(json.dumps(_measure(wishes.rounds)))
        return 0
    sizes = [int(size) for size in wishes.sizes.split(",")]
    engines = [wishes.only] if wishes.only else ["sqlite", "postgresql"]
    worst = max(_compare(engine, sizes, wishes.rounds) for engine in engines)
    print(
        f"\nworst growth {worst:.2f}, promise under {PROMISE}: {'kept' if worst < PROMISE else 'BROKEN'}"
    )
    return 0 if worst < PROMISE else 1


def _read_wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _compare(engine: str, sizes: list[int], rounds: int) -> float:
    """Measure every size on one engine, print the table, give the worst growth factor.

    The sizes take turns, so that whatever else the machine does falls on all of them alike.
    """
    with ExitStack() as stack:
        made = {size: stack.enter_context(_made(engine, size)) for size in sizes}
        turns: dict[int, list[dict[str, Any]]] = {size: [] for size in sizes}
        for _turn in range(TURNS):
            for size, surroundings in made.items():
                turns[size].append(_asked_of(surroundings, max(1, rounds // TURNS)))
    return _print(engine, {size: _together(turns[size]) for size in sizes})


@contextmanager
def _made(engine: str, size: int) -> Iterator[dict[str, str]]:
    """Give the surroundings of a demo neighbourhood of this size."""
    with tempfile.TemporaryDirectory() as home, _database(engine) as url:
        surroundings = os.environ | {
            "GEBUUR_HOME": home,
            "PYTHONPATH": str(ROOT / "src"),
            "GEBUUR_JOBS": "0",
        }
        surroundings |= {"DATABASE_URL": url, "GEBUUR_POOL": "0"} if url else {}
        steps = [
            "messages --compile",
            "collectstatic --noinput -v0",
            "migrate -v0",
            f"demo --people {size}",
        ]
        for step in steps:
            command = [sys.executable, str(ROOT / "manage.py"), *step.split()]
            subprocess.run(command, env=surroundings, check=True, stdout=subprocess.DEVNULL)
        yield surroundings


def _asked_of(surroundings: dict[str, str], rounds: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--measure", "--rounds", str(rounds)]
    measured = subprocess.run(command, env=surroundings, check=True, stdout=subprocess.PIPE)
    answer: dict[str, Any] = json.loads(measured.stdout)
    return answer


def _together(turns: list[dict[str, Any]]) -> dict[str, Any]:
    """Median and 95th percentile over all turns."""
    found = {}
    for page, one in turns[0].items():
        times = sorted(time for turn in turns for time in turn[page]["times"])
        found[page] = {
            "median": statistics.median(times),
            "p95": times[max(0, int(len(times) * 0.95) - 1)],
            "queries": one["queries"],
        }
    return found


def _print(engine: str, found: dict[int, dict[str, Any]]) -> float:
    sizes, worst = sorted(found), 0.0
    print(
        f"\n{engine:<12} {'page':<14} {'people':>8} {'median ms':>10} {'p95 ms':>8} {'queries':>8}"
    )
    for page in found[sizes[0]]:
        for size in sizes:
            one = found[size][page]
            print(
                f"{'':<12} {page:<14} {size:>8} {one['median']:>10.1f} {one['p95']:>8.1f} {one['queries']:>8}"
            )
        if len({found[size][page]["queries"] for size in sizes}) > 1:
            worst = math.inf
            print(f"{'':<12} {page:<14} asks more of a bigger neighbourhood: the promise is broken")
        if len(sizes) > 1:
            growth = found[sizes[-1]][page]["median"] / found[sizes[-2]][page]["median"]
            worst = max(worst, growth)
            print(f"{'':<12} {page:<14} growth {sizes[-2]} to {sizes[-1]}: {growth:.2f}")
    return worst


@contextmanager
def _database(engine: str) -> Iterator[str]:
    if engine == "sqlite":
        yield ""
        return
    sys.path.insert(0, str(ROOT))
    from tools.postgres import find_postgres, running

    programs = find_postgres()
    if programs is None:
        sys.exit("PostgreSQL is not installed: run ./check once, or use --only sqlite.")
    with running(programs) as server:
        yield server.address("postgres")


def _measure(rounds: int) -> dict[str, dict[str, Any]]:
    """Ask each page a number of times inside Django, warm, and count its queries once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gebuur.web.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from gebuur.apps.care.models import HelpRequest
    from gebuur.apps.neighbourhood.models import Neighbourhood

    settings.ALLOWED_HOSTS = ["testserver"]
    place = Neighbourhood.objects.get(slug="vlasbloem")
    open_walks = HelpRequest.objects.filter(
        neighbourhood=place, task__key="walk", state__in=["new", "searching"]
    )
    request = open_walks.first()
    assert request is not None
    browser, visitor = _signed_in(), Client()
    visitor.get(f"/n/{place.slug}/")
    pages: dict[str, Callable[[], Any]] = {
        "desk": lambda: browser.get("/desk/"),
        "ranked list": lambda: browser.get(f"/desk/requests/{request.pk}/"),
        "public form": lambda: visitor.get("/ask/who/"),
    }
    measured = {}
    for name, ask in pages.items():
        assert ask().status_code == HTTPStatus.OK, name
        asked: list[str] = []
        with connection.execute_wrapper(_counting(asked)):
            ask()
        measured[name] = {"times": [_timed(ask) for _ in range(rounds)], "queries": len(asked)}
    return measured


def _counting(asked: list[str]) -> Callable[..., Any]:
    """Write every query down before it is asked."""

    def count(execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, *rest)

    return count


def _timed(ask: Callable[[], Any]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1_000


def _signed_in() -> Any:
    from django.test import Client

    from gebuur.apps.accounts.models import User

    browser = Client()
    user = User.objects.get(email="an@vlasbloem.example")
    browser.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = browser.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return browser


if __name__ == "__main__":
    sys.exit(main())
