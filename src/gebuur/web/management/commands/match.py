"""`gebuur match INSTANCE.json`: divide requests over volunteers, with reasons; needs no database."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gebuur.domain.matching import NotUsable, Pair, Proposed, propose, read_instance

MOST_BYTES = 200_000_000


class Command(BaseCommand):
    help = "Divide the requests of INSTANCE.json over its volunteers, as docs/algorithms/matching.md says."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "instance", metavar="INSTANCE.json", help="a file, or - to read what comes in"
        )
        parser.add_argument(
            "--json", action="store_true", help="for programs instead of for people"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            requests, volunteers = read_instance(_read(options["instance"]))
            result = propose(requests, volunteers)
        except NotUsable as error:
            raise CommandError(str(error), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(_as_data(result), indent=1))
        else:
            self.stdout.write("\n".join(_as_table(result)))


def _read(name: str) -> str:
    try:
        if name == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise CommandError(f"{name}: more than {MOST_BYTES // 1_000_000} MB.", returncode=2)
        return raw.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "This is not text in UTF-8"
        raise CommandError(f"{name}: {reason}.", returncode=2) from None


def _as_data(result: Proposed) -> dict[str, Any]:
    return {
        "objective": result.objective,
        "served": len(result.pairs),
        "exact": result.is_exact,
        "gap": result.gap,
        "pairs": [_pair_data(pair) for pair in result.pairs],
        "unserved": [
            {"request": one.request_id, "penalty": one.penalty, "why": one.why.value}
            for one in result.unserved
        ],
    }


def _pair_data(pair: Pair) -> dict[str, Any]:
    other = pair.alternative
    return {
        "request": pair.request_id,
        "volunteer": pair.volunteer_id,
        "cost": pair.cost,
        "step": pair.step,
        "turn_bonus": pair.turn_bonus,
        "reasons": [{"code": one.code.value, "number": one.number} for one in pair.reasons],
        "alternative": other
        and {
            "volunteer": other.volunteer_id,
            "difference": other.difference,
            "exact": other.is_exact,
        },
    }


def _as_table(result: Proposed) -> list[str]:
    rows: list[tuple[str, ...]] = [
        ("request", "volunteer", "metres", "cost", "step", "turn", "next best")
    ]
    for pair in result.pairs:
        other = pair.alternative
        beside = f"{other.volunteer_id} +{other.difference}" if other else "nobody else"
        numbers = (pair.distance, pair.cost, pair.step, -pair.turn_bonus)
        rows.append((pair.request_id, pair.volunteer_id, *map(str, numbers), beside))
    wide = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = [
        "  ".join(word.ljust(size) for word, size in zip(row, wide, strict=True)) for row in rows
    ]
    lines = [line.rstrip() for line in lines]
    lines += [f"{one.request_id}: nobody ({one.why.value})" for one in result.unserved]
    everybody = len(result.pairs) + len(result.unserved)
    proof = "no division is better" if result.is_exact else f"at most {result.gap} above the best"
    lines.append(
        f"{len(result.pairs)} of {everybody} served; objective {result.objective}: {proof}."
    )
    return lines
