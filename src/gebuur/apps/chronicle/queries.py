"""Checking that nobody changed the chronicle."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from gebuur.apps.chronicle.models import Head, Line
from gebuur.apps.neighbourhood.models import Neighbourhood


@dataclass(frozen=True)
class Verdict:
    """How many lines hold together, and the number of the first one that does not (0: all hold)."""

    lines: int
    broken_at: int

    @property
    def is_whole(self) -> bool:
        return self.broken_at == 0


def verify(place: Neighbourhood) -> Verdict:
    """Follow the chain from the first line to the head: order, digests, and that no end was cut off."""
    previous, number = "", 0
    for line in (
        Line.objects.filter(neighbourhood=place).order_by("number").iterator(chunk_size=2_000)
    ):
        number += 1
        if line.number != number or line.previous != previous or line.digest != digest_of(line):
            return Verdict(number, broken_at=number)
        previous = line.digest
    head = Head.objects.filter(neighbourhood=place).first()
    if (head.number, head.digest) != (number, previous) if head else number != 0:
        return Verdict(number, broken_at=number + 1)
    return Verdict(number, broken_at=0)


def digest_of(line: Line) -> str:
    """Hash of everything a line says, chained to the line before it."""
    parts = [
        line.previous,
        str(line.neighbourhood_id),
        str(line.number),
        line.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        line.verb,
        line.act,
        line.actor_kind,
        str(line.actor),
        line.thing_kind,
        str(line.thing),
        str(line.street),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
