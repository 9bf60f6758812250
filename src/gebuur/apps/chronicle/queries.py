"""Checking that nobody changed the chronicle."""

from dataclasses import dataclass

from gebuur.apps.chronicle.actions import digest_of
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
