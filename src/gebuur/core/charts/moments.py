"""Moments on lanes: a brick for each, laid on the day it happened. Nothing is added up."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from gebuur.core.charts.frame import WIDE, Picture, Sheet, in_both
from gebuur.core.charts.lanes import Lanes
from gebuur.core.charts.svg import block, together

JOINT = 3
LONGEST, SHORTEST, COURSE = 44, 4, 16


def draw_moments(
    name: str,
    *,
    title: str,
    desc: str,
    lanes: Sequence[str],
    days: Sequence[str],
    moments: Sequence[tuple[int, int]],
) -> Picture:
    """Draw bricks: `moments` says for each its day and its lane; bricks of one day and lane lie on each other."""

    def draw(sheet: Sheet) -> tuple[SafeString, float]:
        grid = Lanes(sheet, lanes, days, 40 if sheet is WIDE else 34)
        feet = grid.floors()
        parts = [grid.draw()]
        wide = max(min(grid.column - JOINT, LONGEST), SHORTEST)
        for day, lane in sorted(set(moments)):
            laid = moments.count((day, lane))
            high = min(COURSE, (grid.high - 4) / laid - JOINT)
            left = grid.across(day) - wide / 2
            for course in range(1, laid + 1):
                y = feet[lane] - course * (high + JOINT)
                parts.append(block(left, y, wide, max(high, 1), look="c-us"))
        written, height = grid.draw_days()
        return together([*parts, written]), height

    return in_both(name, title, desc, draw)
