"""Shares on lanes over time: all of them at every moment, so that none becomes the name of the whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import WIDE, Picture, Sheet, in_both
from gebuur.core.charts.lanes import LEADING, Lanes
from gebuur.core.charts.svg import block, element, hatch, number, text, together

WIDEST, ROUND, LYING = 40, 12, 26
LEAST = 50


@dataclass(frozen=True)
class Share:
    """A moment: its day, a share of every hundred for each lane, and a note about what changed that day."""

    day: str
    shares: Sequence[float]
    note: str = ""


def draw_ribbon(
    name: str,
    *,
    title: str,
    desc: str,
    lanes: Sequence[str],
    moments: Sequence[Share],
    hatched: int | None = None,
) -> Picture:
    """Draw a lane for each name, with a block for its share at every moment and a ribbon from one to the next.

    The lane `hatched` is that of what is not clear. Notes get a figure at their day, and stand in words below.
    One moment alone is drawn as lying blocks.
    """

    def draw(sheet: Sheet) -> tuple[SafeString, float]:
        own = f"{name}-{'wide' if sheet is WIDE else 'narrow'}-hatch"
        if len(moments) == 1:
            return _alone(
                Lanes(sheet, lanes, (), LYING + 10, LYING / 2 - 2), moments[0], own, hatched
            )
        grid = Lanes(sheet, lanes, [one.day for one in moments], 72 if sheet is WIDE else 60)
        most = max([LEAST, *(share for one in moments for share in one.shares)])
        band = Band(grid, (grid.high - sheet.size * 1.3) / most, own)
        parts = [hatch(own), grid.draw()]
        for lane, foot in enumerate(grid.floors()):
            values = [one.shares[lane] for one in moments]
            parts += band.draw(values, foot, is_hatched=lane == hatched)
        written, height = grid.draw_days()
        notes, height = _notes(grid, [one.note for one in moments], height)
        return together([*parts, written, *notes]), height

    return in_both(name, title, desc, draw)


@dataclass(frozen=True)
class Band:
    """How shares are drawn on a lane: one of every hundred is `scale` high."""

    grid: Lanes
    scale: float
    hatch: str

    def draw(self, values: Sequence[float], foot: float, *, is_hatched: bool) -> list[SafeString]:
        wide = min(self.grid.column * 0.5, WIDEST)
        size = self.grid.sheet.size
        ribbon = self._between(values, foot, wide, "c-sunk" if is_hatched else "c-band")
        parts, figures = [ribbon], []
        for at, value in enumerate(values):
            middle, high = self.grid.across(at), value * self.scale
            if round(value) <= 0:
                continue
            place = (middle - wide / 2, foot - high, wide, high)
            parts += _brick(place, self.hatch if is_hatched else "")
            words = str(round(value))
            if self.grid.sheet.wide(words) <= self.grid.column:
                figures.append(
                    text(words, middle, foot - high - 5, size=size, look="c-said", anchor="middle")
                )
        return [*parts, *figures]

    def _between(self, values: Sequence[float], foot: float, wide: float, look: str) -> SafeString:
        """The ribbon from each block to the next; where both are nought there is none."""
        parts = []
        for at, (one, other) in enumerate(pairwise(values)):
            if one or other:
                left, right = self.grid.across(at) + wide / 2, self.grid.across(at + 1) - wide / 2
                path = (
                    f"M{number(left)} {number(foot)}V{number(foot - one * self.scale)}"
                    f"L{number(right)} {number(foot - other * self.scale)}V{number(foot)}Z"
                )
                parts.append(element("path", look=look, d=path))
        return together(parts)


def _brick(place: tuple[float, float, float, float], hatch: str) -> list[SafeString]:
    """A full block, or a hatched one in a frame for what is not clear."""
    if not hatch:
        return [block(*place, look="c-us")]
    return [
        block(*place, look="c-surface"),
        block(*place, fill=f"url(#{hatch})"),
        block(*place, look="c-stone-line c-edge"),
    ]


def _alone(grid: Lanes, moment: Share, own: str, hatched: int | None) -> tuple[SafeString, float]:
    """The day, a lying block for each share with its figure behind it, and the note."""
    size, room = grid.sheet.size, grid.sheet.width - grid.start
    scale = (room - grid.sheet.wide("100") - 8) / max([LEAST, *moment.shares])
    parts = [hatch(own), grid.draw()]
    feet = grid.floors()
    for lane, (share, foot) in enumerate(zip(moment.shares, feet, strict=True)):
        if round(share) > 0:
            place = (grid.start, foot - LYING - 4, share * scale, LYING)
            parts += _brick(place, own if lane == hatched else "")
            after = grid.start + share * scale + 8
            parts.append(text(str(round(share)), after, foot - grid.sill, size=size))
    y = (feet or [0])[-1]
    for line in [moment.day, *(grid.sheet.lines(moment.note, room) if moment.note else [])]:
        y += size * LEADING + 2
        parts.append(text(line, grid.start, y, size=size, look="soft"))
    return together(parts), y + size * 0.6


def _notes(grid: Lanes, notes: Sequence[str], y: float) -> tuple[list[SafeString], float]:
    """A figure in a circle at the day of each note, and the notes below it with the same figure."""
    parts: list[SafeString] = []
    size = grid.sheet.size
    noted = [(at, note) for at, note in enumerate(notes) if note]
    if not noted:
        return parts, y
    y += ROUND + 4
    parts += [
        _figure(figure, grid.across(at), y, size) for figure, (at, _note) in enumerate(noted, 1)
    ]
    y += ROUND + 4
    for figure, (_at, note) in enumerate(noted, 1):
        y += size * 1.2
        parts.append(_figure(figure, ROUND + 2, y - size / 3, size))
        indent = 2 * ROUND + 12
        for line in grid.sheet.lines(note, grid.sheet.width - indent):
            parts.append(text(line, indent, y, size=size))
            y += size * LEADING
    return parts, y


def _figure(figure: int, x: float, y: float, size: float) -> SafeString:
    circle = element("circle", look="c-mark", cx=x, cy=y, r=ROUND)
    return circle + text(str(figure), x, y + size / 3, size=size, look="b", anchor="middle")
