"""Lanes beside each other in time: a row for every name, a column for every moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import WIDE, Sheet
from gebuur.core.charts.svg import element, number, text, together

LEADING = 1.3
MOST_FOR_NAMES = 240
WIDEST = 96


@dataclass(frozen=True)
class Lanes:
    """Where rows and columns lie. Names stand beside the lanes where it is wide, above them where it is narrow."""

    sheet: Sheet
    names: Sequence[str]
    days: Sequence[str]
    high: float
    sill: float = 7

    @property
    def is_wide(self) -> bool:
        return self.sheet is WIDE

    @property
    def start(self) -> float:
        widest = max((self.sheet.wide(words) for words in self.names), default=0)
        return min(widest, MOST_FOR_NAMES) + 12 if self.is_wide else 0

    @property
    def column(self) -> float:
        """How wide a column is; a few moments do not fill the whole width."""
        room = self.sheet.width - self.start
        return min(room / max(len(self.days), 1), WIDEST * (2 if self.is_wide else 1))

    def _lines(self, name: str) -> list[str]:
        room = self.start - 12 if self.is_wide else self.sheet.width
        return self.sheet.lines(name, max(room, 1))

    def across(self, at: int) -> float:
        """The middle of a column."""
        return self.start + (at + 0.5) * self.column

    def floors(self) -> list[float]:
        """The height of each lane's foot."""
        feet, y = [], 0.0
        for name in self.names:
            above = 0 if self.is_wide else len(self._lines(name)) * self.sheet.size * LEADING
            y += self.high + above + 4
            feet.append(y)
        return feet

    def draw(self) -> SafeString:
        """The names and a line under each lane."""
        parts = []
        size = self.sheet.size
        for name, foot in zip(self.names, self.floors(), strict=True):
            lines = self._lines(name)
            last = foot - self.sill if self.is_wide else foot - self.high - 4
            parts += [
                text(words, 0, last - (len(lines) - 1 - at) * size * LEADING, size=size, look="b")
                for at, words in enumerate(lines)
            ]
            line = f"M{number(self.start)} {number(foot)}H{number(self.sheet.width)}"
            parts.append(element("path", look="c-grid", d=line))
        return together(parts)

    def draw_days(self) -> tuple[SafeString, float]:
        """The days under the lanes: the last and the first one, and those that fit between them."""
        size = self.sheet.size
        y = (self.floors() or [0])[-1] + size * 1.4
        shown: list[tuple[float, float, str]] = []
        order = [len(self.days) - 1, *range(len(self.days) - 1)] if self.days else []
        for at in order:
            half = self.sheet.wide(self.days[at]) / 2
            middle = min(max(self.across(at), self.start + half), self.sheet.width - half)
            if all(abs(middle - other) >= half + wide + size / 2 for other, wide, _day in shown):
                shown.append((middle, half, self.days[at]))
        parts = [
            text(day, middle, y, size=size, look="soft", anchor="middle")
            for middle, _half, day in sorted(shown)
        ]
        return together(parts), y + size * 0.6
