"""A field of four corners on two axes, with a shape for now and one for what is wanted; no corner is better."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import WIDE, Picture, Sheet, in_both
from gebuur.core.charts.svg import block, element, number, text, together

JOINT, PAD, CLEAR = 3, 12, 16
LEADING = 1.3
LEAST, STEP = 50, 10
SAMPLE = 34


@dataclass(frozen=True)
class Corner:
    """One corner: its name, the words under it (the last ones are its roles), and how far both shapes reach."""

    name: str
    points: Sequence[str] = ()
    roles: Sequence[str] = ()
    now: float = 0
    wanted: float = 0


@dataclass(frozen=True)
class Ends:
    """What stands at the four ends of the two axes."""

    top: str
    end: str
    bottom: str
    start: str


@dataclass(frozen=True)
class Field:
    """A sheet with four tiles: `reach` is how far from the middle, along both axes, the furthest value stands."""

    sheet: Sheet
    top: float
    tile: float
    reach: float
    most: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.sheet.width / 2, self.top + self.tile

    def at(self, corner: int, value: float) -> tuple[float, float]:
        """Where a value stands: corners run with the clock, from the one at the top on the left."""
        x, y = self.middle
        away = value / self.most * self.reach
        return x + away * (1 if corner in {1, 2} else -1), y + away * (1 if corner > 1 else -1)


def draw_field(
    name: str,
    *,
    title: str,
    desc: str,
    corners: Sequence[Corner],
    ends: Ends,
    now: str = "",
    wanted: str = "",
) -> Picture:
    """Draw four corners, with the clock from the top on the left; `now` and `wanted` name the shapes that are there."""

    def draw(sheet: Sheet) -> tuple[SafeString, float]:
        written = [_lines(one, sheet) for one in corners]
        room = max(len(lines) for lines in written) * sheet.size * LEADING + PAD + CLEAR
        reach = sheet.width * (0.24 if sheet is WIDE else 0.29)
        heads = [sheet.lines(words, sheet.width) for words in (ends.top, ends.bottom)]
        top = len(heads[0]) * sheet.size * LEADING + 6
        most = max([LEAST, *(max(one.now, one.wanted) for one in corners)])
        field = Field(sheet, top, room + reach, reach, math.ceil(most / STEP) * STEP)
        has_shape = bool(now or wanted)
        if not has_shape:
            field = replace(field, tile=room + sheet.size)
        shapes = [(wanted, "us", [one.wanted for one in corners])] if wanted else []
        shapes += [(now, "stone", [one.now for one in corners])] if now else []
        parts = [_tile(field, at) for at in range(4)]
        parts += _grid(field) if has_shape else []
        parts += [_shape(field, values, look) for _words, look, values in shapes]
        parts += [_write(field, at, lines) for at, lines in enumerate(written)]
        around, height = _ends(field, heads, ends)
        keys, height = _keys(field, shapes, height)
        return together([*parts, *around, *keys]), height

    return in_both(name, title, desc, draw)


def _lines(corner: Corner, sheet: Sheet) -> list[tuple[str, str]]:
    """What is written in a corner, line by line, each with its class."""
    room = (sheet.width - JOINT) / 2 - 2 * PAD
    told = [(corner.name, "b"), *((one, "") for one in corner.points)]
    told += [(one, "soft") for one in corner.roles]
    return [(line, look) for words, look in told for line in sheet.lines(words, room)]


def _tile(field: Field, at: int) -> SafeString:
    x, y = field.middle
    wide, high = (field.sheet.width - JOINT) / 2, field.tile - JOINT / 2
    left = 0 if at in {0, 3} else x + JOINT / 2
    return block(left, field.top if at in {0, 1} else y + JOINT / 2, wide, high, look="c-sunk")


def _grid(field: Field) -> list[SafeString]:
    """A square for every ten points, and lines from the middle to the corners."""
    steps = range(STEP, int(field.most) + 1, STEP)
    paths = [_around([field.at(at, step) for at in range(4)]) for step in steps]
    for one, other in ((0, 2), (1, 3)):
        (x, y), (to_x, to_y) = field.at(one, field.most), field.at(other, field.most)
        paths.append(f"M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}")
    return [element("path", look="c-grid", d=path) for path in paths]


def _around(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def _shape(field: Field, values: Sequence[float], look: str) -> SafeString:
    """What is wanted is filled with round marks, what is now is dashed with square ones."""
    points = [field.at(at, value) for at, value in enumerate(values)]
    path = _around(points)
    if look == "us":
        parts = [
            element("path", look="c-band", d=path),
            element("path", look="c-us-line", d=path, stroke_width=4, stroke_linejoin="round"),
            *(element("circle", look="c-us", cx=x, cy=y, r=6) for x, y in points),
        ]
    else:
        marks = [(x - 6, y - 6) for x, y in points]
        parts = [
            element("path", look="c-stone-line", d=path, stroke_width=4, stroke_dasharray="10 6"),
            *(block(x, y, 12, 12, look="c-hollow") for x, y in marks),
        ]
    return together(parts)


def _write(field: Field, at: int, lines: Sequence[tuple[str, str]]) -> SafeString:
    """The words of a corner, in its outer part, so that no shape runs through them."""
    x, y = field.middle
    is_left, is_top = at in {0, 3}, at in {0, 1}
    size = field.sheet.size
    first = field.top + PAD + size * 0.8
    if not is_top:
        first = y + field.tile - PAD - size * 0.3 - (len(lines) - 1) * size * LEADING
    where = PAD if is_left else 2 * x - PAD
    anchor = "start" if is_left else "end"
    written = [
        text(words, where, first + row * size * LEADING, size=size, look=look, anchor=anchor)
        for row, (words, look) in enumerate(lines)
    ]
    return together(written)


def _ends(
    field: Field, heads: Sequence[Sequence[str]], ends: Ends
) -> tuple[list[SafeString], float]:
    """The ends of the axes: above, below, and left and right under them."""
    x, middle = field.middle
    size, below = field.sheet.size, middle + field.tile + field.sheet.size * LEADING
    rows = [
        (field.top - 6 - (len(heads[0]) - 1 - at) * size * LEADING, words)
        for at, words in enumerate(heads[0])
    ]
    rows += [(below + at * size * LEADING, words) for at, words in enumerate(heads[1])]
    parts = [text(words, x, y, size=size, look="b", anchor="middle") for y, words in rows]
    y = below + len(heads[1]) * size * LEADING
    sides = [
        (field.sheet.lines(f"← {ends.start}", x - PAD), 0.0, "start"),
        (field.sheet.lines(f"{ends.end} →", x - PAD), 2 * x, "end"),
    ]
    for lines, where, anchor in sides:
        parts += [
            text(words, where, y + at * size * LEADING, size=size, look="b", anchor=anchor)
            for at, words in enumerate(lines)
        ]
    most = max(len(lines) for lines, _where, _anchor in sides)
    return parts, y + (most - 1) * size * LEADING + size * 0.5


def _keys(
    field: Field, shapes: Sequence[tuple[str, str, Sequence[float]]], y: float
) -> tuple[list[SafeString], float]:
    """A sample of each shape with its name."""
    parts, size = [], field.sheet.size
    for words, look, _values in reversed(shapes):
        y += size * 1.7
        line = f"M0 {number(y - size / 3)}H{SAMPLE}"
        dashes = {} if look == "us" else {"stroke_dasharray": "10 6"}
        parts.append(element("path", look=f"c-{look}-line", d=line, stroke_width=4, **dashes))
        parts.append(text(words, SAMPLE + 8, y, size=size, look="b"))
    return parts, y + (size * 0.6 if shapes else 0)
