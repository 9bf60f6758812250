"""A picture on a sheet of paper: the same drawing with its colours inside, for whoever sets a page."""

import re
from dataclasses import dataclass

from gebuur.core.charts.frame import WIDE, Picture

# The page takes its colours from charts.css; paper has none, so they travel with the drawing. Black on white, and
# the neighbourhood near-black in grey print. Later lines win, as in a style sheet.
LOOKS = (
    ("text", "font-family: 'Noto Sans', 'Noto Sans Arabic'; fill: #20262b"),
    (".soft", "fill: #20262b"),
    (".b", "font-weight: 700"),
    (".c-us", "fill: #97381f"),
    (".c-plum", "fill: #5d3a70"),
    (".c-sunk", "fill: #e8e4dc"),
    (".c-surface", "fill: #ffffff"),
    (".c-mark", "fill: #ffffff; stroke: #20262b; stroke-width: 3"),
    (".c-hollow", "fill: #ffffff; stroke: #4a5a66; stroke-width: 3"),
    (".c-band", "fill: #f6e3da"),
    (".c-us-line", "fill: none; stroke: #97381f"),
    (".c-stone-line", "fill: none; stroke: #4a5a66"),
    (".c-ink-line", "fill: none; stroke: #20262b"),
    (".c-grid", "fill: none; stroke: #d3cdc2"),
    (".c-frame", "stroke-width: 3"),
    (".c-edge", "stroke-width: 2"),
    (".c-said", "paint-order: stroke; stroke: #ffffff; stroke-width: 5; stroke-linejoin: round"),
    (".on-us", "fill: #ffffff"),
    (".on-plum", "fill: #ffffff"),
)
SHEET = "<style>{}</style>".format("".join(f"{what}{{{look}}}" for what, look in LOOKS))
NAMESPACE = '<svg xmlns="http://www.w3.org/2000/svg" '


BOX = re.compile(r'viewBox="0 0 ([0-9.]+) ')


@dataclass(frozen=True)
class Drawing:
    """A drawing that stands by itself, what it says for who hears the page, and its part of a line in percent."""

    svg: str
    words: str
    width: float


def on_paper(picture: Picture, *, is_wide: bool = False) -> Drawing:
    """A drawing with its colours and its finding; the narrow one keeps its type above 10 pt when it is 80 mm wide.

    >>> from django.utils.safestring import SafeString
    >>> narrow = SafeString('<svg viewBox="0 0 340 9"><title>Two</title></svg>')
    >>> on_paper(Picture(SafeString(), narrow, title="Two")).width
    50.0
    """
    drawn = picture.wide if is_wide else picture.narrow
    svg = drawn.replace("<svg ", NAMESPACE, 1)
    at = svg.index(">") + 1
    box = BOX.search(svg)
    width = float(box[1]) if box else WIDE.width
    share = round(min(100, 100 * width / WIDE.width), 1)
    return Drawing(svg[:at] + SHEET + svg[at:], picture.title, share)
