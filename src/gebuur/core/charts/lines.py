"""Lines over time: stairs with a band and the numbers still counted, and plain curves with marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import LETTER, WIDE, Axis, Frame, Picture, Sheet, in_both
from gebuur.core.charts.svg import element, number, text, together

Point = tuple[float, float]
SAMPLE = 34
NAMED_AT_END = 15


class Look(StrEnum):
    """Whose line it is: by colour, and by its dashes for whoever sees none."""

    US = "us"
    STONE = "stone"
    INK = "ink"


DASHES = {Look.US: "", Look.STONE: "3 7", Look.INK: "13 6"}


@dataclass(frozen=True)
class Line:
    """One line. `band` has (x, lower, upper); `counts` the words under the axis at its ticks."""

    name: str
    points: Sequence[Point]
    end: str = ""
    look: Look = Look.US
    band: Sequence[tuple[float, float, float]] = ()
    counts: dict[float, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mark:
    """One point of a curve with its words: where we are now, what is proposed."""

    x: float
    y: float
    words: str


def draw_steps(
    name: str,
    *,
    title: str,
    desc: str,
    x: Axis,
    y: Axis,
    lines: Sequence[Line],
    counted: str = "",
) -> Picture:
    """Stairs that stay level until something happens; `counted` heads the numbers under the axis."""

    def draw(sheet: Sheet) -> tuple[SafeString, float]:
        frame = Frame(sheet.beside(y), x, y)
        bands = [_band(frame, line, _stairs) for line in lines if line.band]
        content = [frame.axes(), *bands, *_drawn(frame, lines, _stairs), *_ends(frame, lines)]
        rows, height = _rows(frame, lines, counted)
        return together(content + rows), height

    return in_both(name, title, desc, draw)


def draw_curve(
    name: str,
    *,
    title: str,
    desc: str,
    x: Axis,
    y: Axis,
    lines: Sequence[Line],
    marks: Sequence[Mark] = (),
) -> Picture:
    """Straight pieces from point to point, with marks on them."""

    def draw(sheet: Sheet) -> tuple[SafeString, float]:
        frame = Frame(sheet.beside(y), x, y)
        bands = [_band(frame, line, _straight) for line in lines if line.band]
        content = [frame.axes(), *bands, *_drawn(frame, lines, _straight), *_ends(frame, lines)]
        content += [_mark(frame, mark) for mark in marks]
        rows, height = _rows(frame, lines, "")
        return together(content + rows), height

    return in_both(name, title, desc, draw)


def _stairs(points: Sequence[Point]) -> str:
    (x, y), *later = points
    path = f"M{number(x)} {number(y)}"
    for right, up in later:
        path += f"H{number(right)}"
        if number(up) != number(y):
            path += f"V{number(up)}"
        y = up
    return path


def _straight(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def _placed(frame: Frame, points: Sequence[Point]) -> list[Point]:
    return [(frame.across(x), frame.up(y)) for x, y in points]


def _drawn(
    frame: Frame, lines: Sequence[Line], path: Callable[[Sequence[Point]], str]
) -> list[SafeString]:
    """The lines, the first one on top."""
    return [
        _stroke(path(_placed(frame, line.points)), line.look, frame.sheet.stroke)
        for line in reversed(lines)
        if line.points
    ]


def _stroke(path: str, look: Look, width: float) -> SafeString:
    dashes = {"stroke_dasharray": DASHES[look]} if DASHES[look] else {}
    return element(
        "path",
        look=f"c-{look}-line",
        d=path,
        stroke_width=width if look == Look.US else width * 0.75,
        stroke_linejoin="round",
        **dashes,
    )


def _band(frame: Frame, line: Line, path: Callable[[Sequence[Point]], str]) -> SafeString:
    upper = _placed(frame, [(x, high) for x, _low, high in line.band])
    lower = _placed(frame, [(x, low) for x, low, _high in line.band])
    if path is _stairs:
        upper, lower = _corners(upper), _corners(lower)
    around = _straight(upper + lower[::-1]) + "Z"
    return element("path", look="c-band", d=around)


def _corners(points: Sequence[Point]) -> list[Point]:
    """The points of stairs, both ends of every level piece among them."""
    found = [points[0]]
    for x, y in points[1:]:
        found += [(x, found[-1][1]), (x, y)]
    return found


def _ends(frame: Frame, lines: Sequence[Line]) -> list[SafeString]:
    """What stands at the end of each line, moved apart where two would touch."""
    sheet = frame.sheet
    ending = [line for line in lines if line.points and line.end]
    last = {id(line): _placed(frame, line.points[-1:])[0] for line in ending}
    ending.sort(key=lambda line: last[id(line)][1])
    furthest = max((x for x, _y in last.values()), default=0.0)
    parts, least = [], 0.0
    for line in ending:
        x, y = last[id(line)]
        least = max(least, y + sheet.size / 3)
        words = line.end
        has_room = sheet.width == WIDE.width and x >= furthest
        if has_room and len(line.name) + len(words) <= NAMED_AT_END:
            words = f"{words} {line.name}"
        parts.append(text(words, x + 8, least, size=sheet.size, look="b"))
        least += sheet.size * 1.25
    return parts


def _mark(frame: Frame, mark: Mark) -> SafeString:
    x, y = frame.across(mark.x), frame.up(mark.y)
    dot = element("circle", look="c-mark", cx=x, cy=y, r=7)
    wide = len(mark.words) * LETTER * frame.sheet.size
    is_left = x + wide + 14 > frame.sheet.width
    where, anchor = (max(x - 12, wide), "end") if is_left else (x + 12, "start")
    above = y - frame.sheet.size * 0.7
    return together(
        [dot, text(mark.words, where, above, size=frame.sheet.size, look="c-said", anchor=anchor)]
    )


def _rows(frame: Frame, lines: Sequence[Line], heading: str) -> tuple[list[SafeString], float]:
    """Under the axis: which line is whose, and how many people it still counts."""
    size, y, parts = frame.sheet.size, frame.sheet.foot + frame.sheet.size * 2.8, []
    if heading:
        y += size * 1.9
        parts.append(text(heading, 0, y, size=size, look="soft"))
    for line in lines:
        y += size * 1.7
        sample = f"M0 {number(y - size / 3)}H{SAMPLE}"
        parts.append(_stroke(sample, line.look, frame.sheet.stroke))
        parts.append(text(line.name, SAMPLE + 8, y, size=size, look="b"))
        if line.counts:
            y += size * 1.4
            parts += [
                text(line.counts[value], frame.across(value), y, size=size, anchor="middle")
                for value, _words in frame.shown_ticks()
                if value in line.counts
            ]
    return parts, y + size * 0.6
