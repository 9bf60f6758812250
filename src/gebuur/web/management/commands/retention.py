"""`gebuur retention FILE.csv --time weeks --event left`: who stays, from a table; it needs no database."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gebuur.core.textfiles import NoText, text_of
from gebuur.domain.survival import (
    BANDS,
    Curve,
    Lives,
    LogRank,
    NotUsable,
    Unreadable,
    kaplan_meier,
    log_rank,
    read_lives,
)

MOST_BYTES = 100_000_000
MOST_ROWS = 30


class Command(BaseCommand):
    help = "Reckon who stays how long (Kaplan-Meier), and whether groups differ (log-rank)."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a CSV file, or - for standard input")
        parser.add_argument("--time", required=True, help="column: how long somebody was seen")
        parser.add_argument("--event", required=True, help="column: 1 left, 0 is there still")
        parser.add_argument("--group", help="column: compare these groups")
        parser.add_argument("--entry", help="column: seen only from this time on (late entry)")
        parser.add_argument("--band", choices=BANDS, default=BANDS[0], help="default: %(default)s")
        parser.add_argument("--json", action="store_true", help="print JSON instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        names = {name: options[name] for name in ("time", "event", "group", "entry")}
        try:
            lives = read_lives(text_of(options["file"], MOST_BYTES), **names)
            told = _reckon(lives, options["band"])
        except (NoText, Unreadable, NotUsable) as error:
            raise CommandError(str(error), returncode=2) from error
        for note in lives.notes:
            self.stderr.write(f"note: {note}")
        if options["json"]:
            self.stdout.write(json.dumps(told, allow_nan=False))
        else:
            for line in _lines(told):
                self.stdout.write(line)


def _reckon(lives: Lives, band: str) -> dict[str, Any]:
    """The answer as plain values, in the order in which it is printed."""
    told = _told(kaplan_meier(lives.exits, lives.events, entries=lives.entries, band=band))
    if lives.groups is None:
        return told | {"groups": {}, "logrank": None}
    groups = {
        name: _told(_curve_of(name, lives, lives.groups, band)) for name in sorted({*lives.groups})
    }
    test = log_rank(lives.exits, lives.events, lives.groups, entries=lives.entries)
    return told | {"groups": groups, "logrank": _told_test(test)}


def _curve_of(name: str, lives: Lives, groups: list[str], band: str) -> Curve:
    mine = [place for place, group in enumerate(groups) if group == name]
    entries = None if lives.entries is None else [lives.entries[place] for place in mine]
    exits, events = ([column[place] for place in mine] for column in (lives.exits, lives.events))
    return kaplan_meier(exits, events, entries=entries, band=band)


def _told(curve: Curve) -> dict[str, Any]:
    return {
        "n": curve.n,
        "events": curve.events,
        "median": curve.median,
        "median_ci": list(curve.median_ci),
        "band": curve.band,
        "survival": [step._asdict() for step in curve.steps()],
    }


def _told_test(test: LogRank | None) -> dict[str, Any] | None:
    return None if test is None else {"chi2": test.chi2, "df": test.df, "p": test.p}


def _lines(told: dict[str, Any]) -> Iterator[str]:
    """The same for people to read."""
    yield from _lines_of("everybody", told)
    for name, group in told["groups"].items():
        yield ""
        yield from _lines_of(name, group)
    if told["logrank"]:
        yield ""
        test = told["logrank"]
        yield f"log-rank: chi2 {test['chi2']:.4f}, df {test['df']}, p {test['p']:.4g}"
    elif told["groups"]:
        yield ""
        yield "log-rank: there are no two groups that can be compared"


def _lines_of(name: str, told: dict[str, Any]) -> Iterator[str]:
    low, high = (_or_not_reached(one) for one in told["median_ci"])
    yield f"{name}: n {told['n']}, left {told['events']}, median {_or_not_reached(told['median'])} ({low} to {high})"
    rows = [row for row in told["survival"] if row["events"] or not row["t"]]
    every = -(-len(rows) // MOST_ROWS)
    yield f"{'time':>10}{'at risk':>10}{'left':>8}{'stays':>9}{'lower':>9}{'upper':>9}"
    for row in rows[::every]:
        yield (
            f"{row['t']:>10g}{row['at_risk']:>10}{row['events']:>8}"
            f"{row['s']:>9.4f}{row['lower']:>9.4f}{row['upper']:>9.4f}"
        )
    if every > 1:
        yield f"one row in {every} of {len(rows)}; --json prints all of them"


def _or_not_reached(value: float | None) -> str:
    return "not reached" if value is None else f"{value:g}"
