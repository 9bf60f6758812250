"""`gebuur simulate [--people N] [--requests N] [--weeks N] [--seeds N] [--seed S] [--policy NAME] [--json]`."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gebuur.domain.matching import NotUsable
from gebuur.domain.matching.simulation import Estimate, Line, Report, Size, Way, simulate

ASSUMED = "The chances that people stop are assumed, not measured; see docs/algorithms/staying.md."
HEADINGS = (
    "policy", "active wk 8", "active at end", "against nearest", "first task <=2 wk",
    "Gini of load", "metres/match", "lost in 1,000",
)  # fmt: skip


class Command(BaseCommand):
    help = "Play half a year of a made-up town under several ways of dividing requests. Needs no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Numbers come in as text, so that a bad one gets one line of our own."""
        parser.add_argument("--people", default="1000", help="volunteers at the start")
        parser.add_argument("--requests", default="300", help="new requests every week")
        parser.add_argument("--weeks", default="26", help="how long, 8 to 104")
        parser.add_argument("--seeds", default="10", help="how many towns, 1 to 200")
        parser.add_argument("--seed", default="1", help="the number of the first town")
        parser.add_argument(
            "--policy", action="append", help=f"only this one, may be repeated: {', '.join(Way)}"
        )
        parser.add_argument("--json", action="store_true", help="for a program")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            size = Size(
                volunteers=_whole("people", options["people"]),
                requests=_whole("requests", options["requests"]),
                weeks=_whole("weeks", options["weeks"]),
            )
            report = simulate(
                _ways(options["policy"]),
                size=size,
                seeds=_whole("seeds", options["seeds"]),
                first_seed=_whole("seed", options["seed"]),
            )
        except NotUsable as error:
            raise CommandError(str(error).replace("volunteers", "people"), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(as_data(report), indent=1))
        else:
            self.stdout.write("\n".join(as_table(report)))


def _whole(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise NotUsable(f"--{name}", f"must be a whole number, not {text[:40]!r}.") from None


def _ways(names: list[str] | None) -> list[Way]:
    known = {str(way): way for way in Way}
    for name in names or []:
        if name not in known:
            raise NotUsable("--policy", f"is one of {', '.join(known)}, not {name[:40]!r}.")
    return [known[name] for name in dict.fromkeys(names or known)]


def as_table(report: Report) -> list[str]:
    """Lines for people: mean and half the 95 % interval over the towns."""
    size, towns = report.size, len(report.seeds)
    asked = (
        f"{size.volunteers:,} volunteers at the start, {size.requests:,} requests a week, "
        f"{size.weeks} weeks, {towns} town{'s' if towns > 1 else ''} (mean +- 95 % interval)"
    )
    rows = [HEADINGS, *(_row(line) for line in report.lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    table = [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows
    ]
    return [asked, ASSUMED, "", *table]


def _row(line: Line) -> tuple[str, ...]:
    told = line.measures
    return (
        line.way,
        _told(told["active_early"], ",.0f"),
        _told(told["active"], ",.0f"),
        _told(line.more_active, "+.1f", times=100) + " %",
        _told(told["in_time"], ".1f", times=100) + " %",
        _told(told["gini"], ".3f"),
        _told(told["metres"], ",.0f"),
        _told(told["lost"], ".1f", times=1000),
    )


def _told(estimate: Estimate, style: str, *, times: int = 1) -> str:
    mean = format(estimate.mean * times, style)
    if estimate.half is None:
        return mean
    return f"{mean} +- {format(estimate.half * times, style.lstrip('+'))}"


def as_data(report: Report) -> dict[str, object]:
    """The same for programs."""
    turn = report.turn
    return {
        "hazards": "assumed",
        "people": report.size.volunteers,
        "requests": report.size.requests,
        "weeks": report.size.weeks,
        "seeds": list(report.seeds),
        "policies": [
            {
                "policy": line.way,
                **{name: _pair(one) for name, one in line.measures.items()},
                "against_nearest": _pair(line.more_active),
            }
            for line in report.lines
        ],
        "derived_turn": turn and {"new": turn.new_curve, "wait": turn.wait_curve},
    }


def _pair(estimate: Estimate) -> dict[str, float | None]:
    return {"mean": estimate.mean, "half": estimate.half}
