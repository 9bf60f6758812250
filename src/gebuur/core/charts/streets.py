"""A map of streets: lines from the register, a number on each, and arrows where help goes from one to another."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import WIDE, Picture, Sheet, in_both
from gebuur.core.charts.svg import element, number, text, together

Point = tuple[float, float]
METRES_PER_DEGREE = 111_320.0
MARGIN = 26.0
TALLEST = 1.1
ALONG = (0.5, 0.34, 0.66, 0.18, 0.82)
APART = 62.0  # of a map a thousand wide: no two signs touch on a phone
THIN, THICK = 2.5, 12.0


@dataclass(frozen=True)
class Way:
    """One street: its pieces as longitude and latitude, the sign that stands on it, whether something lives there."""

    sign: str
    pieces: Sequence[Sequence[Sequence[float]]]
    is_lively: bool = False


@dataclass(frozen=True)
class Arrow:
    """From one way to another, by their places in the list; `share` from 0 to 1 says how thick.

    Without a head it is a tie that goes both ways.
    """

    start: int
    end: int
    share: float
    has_head: bool = True


def draw_streets(
    name: str, *, title: str, desc: str, ways: Sequence[Way], arrows: Sequence[Arrow] = ()
) -> Picture:
    """Draw the streets to scale, north up; what lives somewhere is said by a sign, never by colour alone."""
    spots = places_of_signs(ways)

    def draw(sheet: Sheet) -> tuple[SafeString, float]:
        place = _Ground(ways, sheet.width)
        parts = [_line(way, place) for way in ways]
        middles = [place.at(spot) for spot in spots]
        parts += [
            _arrow(middles[one.start], middles[one.end], one)
            for one in arrows
            if one.start != one.end
        ]
        parts += [_sign(way, at, sheet) for way, at in zip(ways, middles, strict=True) if way.sign]
        return together(parts), place.height

    return in_both(name, title, desc, draw)


def places_of_signs(ways: Sequence[Way]) -> list[Point]:
    """Where each sign stands, in degrees: half-way along its street, or aside when another sign stands there."""
    ground = _Ground(ways, 1_000)
    placed: list[Point] = []
    chosen: list[Point] = []
    for way in ways:
        longest = max(way.pieces, key=lambda piece: _length(_flat(piece)), default=[])
        spots = [_along(longest, part) for part in ALONG] if longest else [(0.0, 0.0)]
        free = [min((math.dist(ground.at(s), p) for p in placed), default=APART) for s in spots]
        best = next((i for i, room in enumerate(free) if room >= APART), free.index(max(free)))
        chosen.append(spots[best])
        placed.append(ground.at(spots[best]))
    return chosen


class _Ground:
    """From degrees to places on the sheet: flat enough for a quarter."""

    def __init__(self, ways: Sequence[Way], width: float) -> None:
        points = [point for way in ways for piece in way.pieces for point in piece] or [(0.0, 0.0)]
        lons, lats = [point[0] for point in points], [point[1] for point in points]
        self.west, self.north = min(lons), max(lats)
        self.squeeze = math.cos(math.radians(self.north))
        wide = max((max(lons) - self.west) * self.squeeze * METRES_PER_DEGREE, 1.0)
        high = max((self.north - min(lats)) * METRES_PER_DEGREE, 1.0)
        room = width - 2 * MARGIN
        self.scale = min(room / wide, room * TALLEST / high)
        self.shift = MARGIN + (room - wide * self.scale) / 2
        self.height = high * self.scale + 2 * MARGIN

    def at(self, point: Sequence[float]) -> Point:
        east = (point[0] - self.west) * self.squeeze * METRES_PER_DEGREE
        south = (self.north - point[1]) * METRES_PER_DEGREE
        return self.shift + east * self.scale, MARGIN + south * self.scale


def _along(piece: Sequence[Sequence[float]], part: float) -> Point:
    """The point at a part of the way along a piece."""
    points = _flat(piece)
    left = _length(points) * part
    for start, end in itertools.pairwise(points):
        step = math.dist(start, end)
        if step >= left and step > 0:
            share = left / step
            return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        left -= step
    return points[-1]


def _flat(piece: Sequence[Sequence[float]]) -> list[Point]:
    return [(point[0], point[1]) for point in piece]


def _length(points: Sequence[Point]) -> float:
    return sum(math.dist(start, end) for start, end in itertools.pairwise(points))


def _line(way: Way, place: _Ground) -> SafeString:
    drawn = "".join(
        "M" + "L".join(f"{number(x)} {number(y)}" for x, y in map(place.at, piece))
        for piece in way.pieces
        if piece
    )
    look = "c-us-line" if way.is_lively else "c-stone-line"
    return element("path", look=f"{look} way", d=drawn, stroke_width=7 if way.is_lively else 4)


def _sign(way: Way, at: Point, sheet: Sheet) -> SafeString:
    size = sheet.size * (1.0 if sheet is WIDE else 0.9)
    disc = element("circle", look="c-mark", cx=at[0], cy=at[1], r=size * 0.85)
    return disc + text(way.sign, at[0], at[1] + size * 0.36, size=size, look="b", anchor="middle")


def _arrow(start: Point, end: Point, arrow: Arrow) -> SafeString:
    """A bowed line with a head, so that there and back again lie beside each other."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = math.hypot(dx, dy) or 1.0
    bow = min(far * 0.22, 40)
    over = (start[0] + end[0]) / 2 - dy / far * bow, (start[1] + end[1]) / 2 + dx / far * bow
    back = math.atan2(end[1] - over[1], end[0] - over[0])
    tip = end[0] - math.cos(back) * 16, end[1] - math.sin(back) * 16
    thick = THIN + (THICK - THIN) * arrow.share
    wing = 8 + thick / 2
    corners = [
        tip,
        *(
            (tip[0] - math.cos(back + turn) * wing, tip[1] - math.sin(back + turn) * wing)
            for turn in (0.5, -0.5)
        ),
    ]
    bowed = f"M{_pair(start)}Q{_pair(over)} {_pair(tip)}"
    head = "M" + "L".join(map(_pair, corners)) + "Z"
    line = element("path", look="c-ink-line flow", d=bowed, stroke_width=thick)
    if not arrow.has_head:
        return line
    return line + element("path", look="c-flow-head", d=head)


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
