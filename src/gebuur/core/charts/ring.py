"""A ring of equal segments with a joint at the top, so that none stands above another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import WIDE, Picture, Sheet, in_both
from gebuur.core.charts.svg import block, element, hatch, number, text, together

GAP = 3.5
LONG = 12
INNER, INNER_WITH_WORDS = 0.2, 0.15
LEADING = 1.7
BOLD = 1.2
THIN, DENSE = 1.5, 12


@dataclass(frozen=True)
class Segment:
    """One segment: promised has a dashed edge, seen is filled; it may be both or neither.

    `words` stand under its name; `share` (0 to 1) hatches it, denser for more; `href` makes a link of it.
    """

    name: str
    is_promised: bool = False
    is_seen: bool = False
    words: str = ""
    share: float | None = None
    href: str = ""

    def spoken(self, number_in_ring: int | None) -> str:
        """What is read out for its link: everything that can be seen on it."""
        name = self.name if number_in_ring is None else f"{number_in_ring}. {self.name}"
        return f"{name}: {self.words}" if self.words else name


@dataclass(frozen=True)
class Ring:
    """Where segments lie: the middle, the two radii, and how many there are."""

    name: str
    sheet: Sheet
    centre: float
    outer: float
    inner: float
    count: int

    @property
    def is_wide(self) -> bool:
        return self.sheet is WIDE

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
        own = f"{name}-{'wide' if is_wide else 'narrow'}"
        is_tight = not is_wide and any(one.words for one in segments)
        inner = size * (INNER_WITH_WORDS if is_tight else INNER)
        ring = Ring(own, sheet, size / 2, size / 2 - 4, inner, len(segments))
        drawn = [_segment(one, at, ring) for at, one in enumerate(segments)]
        if is_wide:
            return together(drawn), size
        return together(drawn), size + (len(segments) + 0.5) * sheet.size * LEADING

    has_links = any(one.href for one in segments)
    return in_both(name, title, desc, draw, role="group" if has_links else "img")


def _segment(one: Segment, index: int, ring: Ring) -> SafeString:
    outline = ring.outline(index)
    face = f"{'c-us' if one.is_seen else 'c-sunk'}{' ring-face' if one.href else ''}"
    parts = [element("path", look=face, d=outline)]
    if one.share:
        own = f"{ring.name}-hatch-{index}"
        parts.append(hatch(own, stroke=THIN + (DENSE - THIN) * min(one.share, 1)))
        parts.append(element("path", fill=f"url(#{own})", d=outline))
    if one.is_promised:
        look = "c-ink-line" if one.is_seen else "c-us-line"
        dashed = element("path", look=look, d=outline, stroke_width=5, stroke_dasharray="14 7")
        parts.append(dashed)
    parts.append(_words(one, index, ring))
    if not ring.is_wide:
        parts.append(_in_list(one, index, ring))
    if not one.href:
        return together(parts)
    spoken = one.spoken(None if ring.is_wide else index + 1)
    return element("a", together(parts), look="ring-link", href=one.href, aria_label=spoken)


def _words(one: Segment, index: int, ring: Ring) -> SafeString:
    """The name, or its number where it is narrow, and the words under it, on a plate where lines run behind."""
    size = ring.sheet.size
    share = 0.5 if ring.is_wide else 0.52
    x, y = ring.at(index + 0.5, ring.inner + share * (ring.outer - ring.inner))
    names = _lines(one.name, ring) if ring.is_wide else [str(index + 1)]
    lines = [*((name, "b") for name in names), *_beneath(one, ring)]
    first = y + size / 3 - (len(lines) - 1) * size * 0.6
    parts = []
    if one.share:
        wide = max(ring.sheet.wide(words) * (BOLD if look else 1) for words, look in lines) + 4
        high = (len(lines) + 0.4) * size * 1.2
        parts.append(block(x - wide / 2, first - size * 1.1, wide, high, look="c-surface"))
    is_on_us = one.is_seen and not one.share
    ground = " on-us" if is_on_us else " c-go" if one.href else ""
    parts += [
        text(
            words,
            x,
            first + at * size * 1.2,
            size=size,
            look=f"{look}{ground}".strip(),
            anchor="middle",
        )
        for at, (words, look) in enumerate(lines)
    ]
    return together(parts)


def _beneath(one: Segment, ring: Ring) -> list[tuple[str, str]]:
    """The words under its name or number; where they would not fit the line under the ring says them."""
    middle = (ring.inner + ring.outer) / 2
    fits = ring.is_wide or ring.sheet.wide(one.words) <= 2 * math.pi * middle / ring.count
    return [(one.words, "")] if one.words and fits else []


def _in_list(one: Segment, index: int, ring: Ring) -> SafeString:
    """Its line under the ring, where it is narrow: part of its link, so that a finger may choose either."""
    high = ring.sheet.size * LEADING
    foot = ring.sheet.width + (index + 1) * high
    look = "c-go" if one.href else ""
    line = text(one.spoken(index + 1), 0, foot, size=ring.sheet.size, look=look)
    if not one.href:
        return line
    return block(0, foot - high * 0.7, ring.sheet.width, high, fill="transparent") + line


def _lines(name: str, ring: Ring) -> list[str]:
    """A long name of two words stands on two lines, a longer one on as many as it needs."""
    first, _space, rest = name.partition(" ")
    lines = [first, rest] if rest and len(name) > LONG else [name]
    room = (ring.outer - ring.inner) / BOLD
    fits = all(ring.sheet.wide(line) <= room for line in lines)
    return lines if fits else ring.sheet.lines(name, room)


def _point(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"
