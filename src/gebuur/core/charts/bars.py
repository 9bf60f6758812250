"""Lying bars with their counts in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import LETTER, WIDE, Picture, Sheet, in_both
from gebuur.core.charts.svg import element, hatch, text, together

HIGH, JOINT, PAD, BRICK = 44, 3, 12, 3
MOST_FOR_LABELS = 300


@dataclass(frozen=True)
class Part:
    """A piece of a bar: how long, what stands in it, and whose it is: `us`, `stone` (hatched), `plum`, `sunk`."""

    count: float
    words: str
    look: str = "us"


@dataclass(frozen=True)
class Bar:
    """One row: its label, and its pieces from the start on."""

    label: str
    parts: Sequence[Part]

    @property
    def total(self) -> float:
        return sum(part.count for part in self.parts)


def draw_bars(
    name: str, *, title: str, desc: str, rows: Sequence[Bar], each_is_whole: bool = False
) -> Picture:
    """Bars on one scale, the longest fills the row; with `each_is_whole` every row is filled by its own total."""
    longest = max((row.total for row in rows), default=0) or 1

    def draw(sheet: Sheet) -> tuple[SafeString, float]:
        is_wide = sheet is WIDE
        room = _room_for_labels(rows, sheet) if is_wide else 0
        own = f"{name}-{'wide' if is_wide else 'narrow'}-hatch"
        parts, y = [hatch(own)], 0.0
        for row in rows:
            is_beside = _wide(row.label, sheet) <= room
            middle = y + (HIGH / 2 + 6 if is_beside else sheet.size)
            parts.append(text(row.label, 0, middle, size=sheet.size, look="b"))
            y += 0 if is_beside else sheet.size * 1.6
            whole = (row.total or 1) if each_is_whole else longest
            place = Place(sheet, room, y, (sheet.width - room) / whole, own)
            parts += _pieces(row, place)
            y += HIGH + (14 if is_wide else 20)
        return together(parts), max(y - 10, 10)

    return in_both(name, title, desc, draw)


def _room_for_labels(rows: Sequence[Bar], sheet: Sheet) -> float:
    """Room beside the bars for all labels but those that are too long; these stand above their bar."""
    widths = (_wide(row.label, sheet) for row in rows)
    return max((wide for wide in widths if wide <= MOST_FOR_LABELS), default=0)


def _wide(label: str, sheet: Sheet) -> float:
    return (len(label) + 2) * LETTER * sheet.size


@dataclass(frozen=True)
class Place:
    """Where a row is drawn: from `start` on, at height `y`, one unit of count so `scale` wide."""

    sheet: Sheet
    start: float
    y: float
    scale: float
    hatch: str

    @property
    def foot_of_text(self) -> float:
        return self.y + HIGH / 2 + 6

    def fits(self, part: Part) -> bool:
        return self.wide(part.words) + 2 * PAD + JOINT <= part.count * self.scale

    def wide(self, words: str) -> float:
        return len(words) * LETTER * self.sheet.size

    def box(
        self, look: str, left: float, width: float, *, inset: float = 0, fill: str = ""
    ) -> SafeString:
        """A block as high as the row, or a little lower."""
        return element(
            "rect",
            look=look,
            x=left,
            y=self.y + inset,
            width=max(width, 0),
            height=HIGH - 2 * inset,
            rx=BRICK,
            **({"fill": fill} if fill else {}),
        )


def _pieces(row: Bar, place: Place) -> list[SafeString]:
    drawn, left = [], place.start
    for part in row.parts:
        width = part.count * place.scale - JOINT
        if width > 0:
            drawn.append(_piece(part, place, left, width))
        left += part.count * place.scale
    last = row.parts[-1] if row.parts else None
    if last and not place.fits(last) and left + 4 + place.wide(last.words) <= place.sheet.width:
        size = place.sheet.size
        drawn.append(text(last.words, left + 4, place.foot_of_text, size=size, look="b"))
    return drawn


def _piece(part: Part, place: Place, left: float, width: float) -> SafeString:
    """One piece with its count in it; where the count does not fit, the table has it."""
    is_hatched = part.look == "stone"
    if is_hatched:
        drawn = [
            place.box("c-surface", left, width),
            place.box("", left, width, fill=f"url(#{place.hatch})"),
            place.box("c-stone-line c-frame", left + 1.5, width - 3, inset=1.5),
        ]
    else:
        drawn = [place.box(f"c-{part.look}", left, width)]
    if place.fits(part):
        if is_hatched:
            drawn.append(
                place.box("c-surface", left + PAD - 6, place.wide(part.words) + 12, inset=9)
            )
        size, look = place.sheet.size, f"b on-{part.look}"
        drawn.append(text(part.words, left + PAD, place.foot_of_text, size=size, look=look))
    return together(drawn)
