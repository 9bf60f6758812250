"""The wide drawing of a picture, to be set in a PDF: the styles of the page cannot come along, so it brings its own."""

import re
from typing import TypedDict

from gebuur.core.charts.frame import WIDE, Picture

# As charts.css prints: black on white, brick near-black, and hatching and dashes as on the screen.
STYLE = """
text { font-family: "Noto Sans"; fill: #000 } .b { font-weight: 700 } .soft { fill: #333 }
.c-us { fill: #444 } .c-plum { fill: #666 } .c-sunk { fill: #fff; stroke: #888; stroke-width: 1 }
.c-surface { fill: #fff } .c-band { fill: #ddd } .c-mark { fill: #fff; stroke: #000; stroke-width: 3 }
.c-hollow { fill: #fff; stroke: #555; stroke-width: 3 } .on-us, .on-plum { fill: #fff }
.c-said { paint-order: stroke; stroke: #fff; stroke-width: 5; stroke-linejoin: round }
.c-us-line, .c-stone-line, .c-ink-line, .c-grid { fill: none }
.c-us-line { stroke: #444 } .c-stone-line { stroke: #666 } .c-ink-line { stroke: #000 } .c-grid { stroke: #bbb }
.c-frame { stroke-width: 3 } .c-edge { stroke-width: 2 }
"""
BOX = re.compile(r'viewBox="0 0 ([0-9.]+) ')


class Drawing(TypedDict):
    """A drawing as a template of paper reads it; `width` is its part of the line, in percent."""

    svg: str
    alt: str
    width: float


def on_paper(picture: Picture) -> Drawing:
    """Give a picture its own styles, and say what it shows."""
    svg = str(picture.wide)
    box = BOX.search(svg)
    width = float(box[1]) if box else WIDE.width
    head = f'<svg xmlns="http://www.w3.org/2000/svg"><style>{STYLE}</style>'
    first, _bracket, rest = svg.partition(">")
    own = head.replace("<svg", first, 1) + rest
    return Drawing(svg=own, alt=picture.title, width=round(min(100, 100 * width / WIDE.width), 1))
