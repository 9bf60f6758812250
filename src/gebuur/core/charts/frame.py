"""The frame of a picture: its size, axes, ticks and labels, drawn wide and narrow."""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.html import format_html
from django.utils.safestring import SafeString

from gebuur.core.charts.svg import element, number, text, together

LETTER = 0.6
"""The mean width of a letter or figure, as a part of the size of the type."""


@dataclass(frozen=True)
class Picture:
    """A drawing for wide and one for narrow places; `{{ picture }}` puts both in the page, the styles show one."""

    wide: SafeString
    narrow: SafeString
    title: str = ""

    def __str__(self) -> SafeString:
        return format_html('<div class="chart-box">{}{}</div>', self.wide, self.narrow)

    __html__ = __str__


@dataclass(frozen=True)
class Axis:
    """What an axis measures, and the values that are written beside it: the first and the last are its ends."""

    label: str
    ticks: Sequence[tuple[float, str]]

    @property
    def low(self) -> float:
        return self.ticks[0][0]

    @property
    def high(self) -> float:
        return self.ticks[-1][0]


@dataclass(frozen=True)
class Sheet:
    """The measures of one drawing. Type is never under 15 px where the drawing is shown."""

    width: float
    size: float
    start: float
    end: float
    stroke: float
    top: float = 34
    plot: float = 300

    @property
    def foot(self) -> float:
        return self.top + self.plot

    def beside(self, axis: "Axis") -> "Sheet":
        """The same sheet, with room for the longest words beside the upright axis."""
        longest = max(len(words) for _value, words in axis.ticks)
        return replace(self, start=max(self.start, 8 + longest * LETTER * self.size))

    def wide(self, words: str) -> float:
        """About how wide words become."""
        return len(words) * LETTER * self.size

    def lines(self, words: str, room: float) -> list[str]:
        """The words on lines that fit in a room; no word is broken."""
        most = max(int(room / (LETTER * self.size)), 1)
        return textwrap.wrap(words, most, break_long_words=False, break_on_hyphens=False) or [""]


WIDE = Sheet(width=680, size=17, start=62, end=524, stroke=4)
NARROW = Sheet(width=326, size=15, start=38, end=276, stroke=3.5, plot=220)


@dataclass(frozen=True)
class Frame:
    """A sheet with two axes on it: where a value stands."""

    sheet: Sheet
    x: Axis
    y: Axis

    def across(self, value: float) -> float:
        span = self.x.high - self.x.low or 1
        return self.sheet.start + (value - self.x.low) / span * (self.sheet.end - self.sheet.start)

    def up(self, value: float) -> float:
        return (
            self.sheet.foot
            - (value - self.y.low) / (self.y.high - self.y.low or 1) * self.sheet.plot
        )

    def shown_ticks(self) -> list[tuple[float, str]]:
        """The ticks of the lower axis that fit beside each other; the two ends always stay."""
        first, *middle, last = self.x.ticks
        shown = [first]
        for tick in middle:
            if self._fits(shown[-1], tick) and self._fits(tick, last):
                shown.append(tick)
        return [*shown, last]

    def _fits(self, one: tuple[float, str], other: tuple[float, str]) -> bool:
        letters = (len(one[1]) + len(other[1])) / 2 + 1
        return self.across(other[0]) - self.across(one[0]) >= letters * LETTER * self.sheet.size

    def axes(self) -> SafeString:
        sheet, size = self.sheet, self.sheet.size
        parts = []
        for value, words in self.y.ticks:
            height = self.up(value)
            line = f"M{number(sheet.start)} {number(height)}H{number(sheet.end)}"
            parts.append(element("path", look="c-grid", d=line))
            parts.append(
                text(
                    words, sheet.start - 8, height + size / 3, size=size, look="soft", anchor="end"
                )
            )
        for value, words in self.shown_ticks():
            where = self.across(value)
            parts.append(
                text(words, where, sheet.foot + size * 1.4, size=size, look="soft", anchor="middle")
            )
        below = sheet.foot + size * 2.8
        parts.append(text(self.x.label, sheet.end, below, size=size, look="soft", anchor="end"))
        parts.append(text(self.y.label, 0, size, size=size, look="soft"))
        return together(parts)


def in_both(
    name: str,
    title: str,
    desc: str,
    draw: Callable[[Sheet], tuple[SafeString, float]],
    *,
    role: str = "img",
) -> Picture:
    """Draw on both sheets; `draw` gives the content and how high it became.

    A drawing with links in it is a `group`: what is inside an `img` cannot be reached.
    """
    drawings: list[SafeString] = []
    for kind, sheet in (("wide", WIDE), ("narrow", NARROW)):
        content, height = draw(sheet)
        own = f"{name}-{kind}"
        heading = element("title", title, id=f"{own}-t") + element("desc", desc, id=f"{own}-d")
        box = f"0 0 {number(sheet.width)} {number(height)}"
        drawings.append(
            element(
                "svg",
                together([heading, content]),
                look=f"chart chart-{kind}",
                viewBox=box,
                direction="ltr",
                role=role,
                aria_labelledby=f"{own}-t",
                aria_describedby=f"{own}-d",
            )
        )
    wide, narrow = drawings
    return Picture(wide, narrow, title=title)
