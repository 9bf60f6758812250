"""A ring of equal segments with a joint at the top, so that none stands above another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import WIDE, Picture, Sheet, in_both
from gebuur.core.charts.svg import element, number, text, together

GAP = 3.5
LONG = 12
INNER = 0.2


@dataclass(frozen=True)
class Segment:
    """One segment: promised has a dashed edge, seen is filled; it may be both or neither."""

    name: str
    is_promised: bool = False
    is_seen: bool = False


@dataclass(frozen=True)
class Ring:
    """Where segments lie: the middle, the two radii, and how many there are."""

    centre: float
    outer: float
    inner: float
    count: int

    def angle(self, share: float) -> float:
        """From the top, with the clock, in radians."""
        return 2 * math.pi * share / self.count - math.pi / 2

    def at(self, share: float, radius: float, *, aside: float = 0) -> tuple[float, float]:
        """A point; `aside` moves it along its circle, to leave room for the joints."""
        angle = self.angle(share) + aside / radius
        return self.centre + radius * math.cos(angle), self.centre + radius * math.sin(angle)

    def outline(self, index: int) -> str:
        outer = self.at(index, self.outer, aside=GAP), self.at(index + 1, self.outer, aside=-GAP)
        inner = self.at(index + 1, self.inner, aside=-GAP), self.at(index, self.inner, aside=GAP)
        return (
            f"M{_point(outer[0])}A{number(self.outer)} {number(self.outer)} 0 0 1 {_point(outer[1])}"
            f"L{_point(inner[0])}A{number(self.inner)} {number(self.inner)} 0 0 0 {_point(inner[1])}Z"
        )


def draw_ring(name: str, *, title: str, desc: str, segments: Sequence[Segment]) -> Picture:
    """The ring with its names; where it is narrow numbers stand in it and the names under it."""

    def draw(sheet: Sheet) -> tuple[SafeString, float]:
        is_wide = sheet is WIDE
        size = 560 if is_wide else sheet.width
        ring = Ring(size / 2, size / 2 - 4, size * INNER, len(segments))
        drawn = [_segment(one, at, ring, sheet) for at, one in enumerate(segments)]
        if is_wide:
            return together(drawn), size
        lines = [
            text(f"{at}. {one.name}", 0, size + at * sheet.size * 1.5, size=sheet.size)
            for at, one in enumerate(segments, start=1)
        ]
        return together([*drawn, *lines]), size + (len(segments) + 0.5) * sheet.size * 1.5

    return in_both(name, title, desc, draw)


def _segment(one: Segment, index: int, ring: Ring, sheet: Sheet) -> SafeString:
    outline = ring.outline(index)
    parts = [element("path", look="c-us" if one.is_seen else "c-sunk", d=outline)]
    if one.is_promised:
        look = "c-ink-line" if one.is_seen else "c-us-line"
        dashed = element("path", look=look, d=outline, stroke_width=5, stroke_dasharray="14 7")
        parts.append(dashed)
    x, y = ring.at(index + 0.5, (ring.outer + ring.inner) / 2)
    words = _lines(one.name) if sheet is WIDE else [str(index + 1)]
    first = y + sheet.size / 3 - (len(words) - 1) * sheet.size * 0.6
    look = "b on-us" if one.is_seen else "b"
    parts += [
        text(line, x, first + at * sheet.size * 1.2, size=sheet.size, look=look, anchor="middle")
        for at, line in enumerate(words)
    ]
    return together(parts)


def _lines(name: str) -> list[str]:
    """A long name of two words stands on two lines."""
    first, _space, rest = name.partition(" ")
    return [first, rest] if rest and len(name) > LONG else [name]


def _point(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"
