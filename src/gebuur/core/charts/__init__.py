"""Pictures of figures: SVG from the server, a wide and a narrow drawing, and the same figures as a table.

Geometry stands in attributes and colour in classes (charts.css), because the browser refuses styles in a page.
Whoever draws says the finding first: `title` is read out, `desc` says how to read the picture. All words come
from outside and are translated there. Time runs from left to right in every language.

>>> x = Axis("weeks", [(0, "0"), (4, "4")])
>>> y = Axis("of every 100", [(0, "0"), (100, "100")])
>>> line = Line("now", [(0, 100), (2, 80), (4, 70)], end="70")
>>> picture = draw_steps("who-stays", title="70 of every 100 stay", desc="...", x=x, y=y, lines=[line])
>>> str(picture.wide).startswith("<svg")
True
"""

from gebuur.core.charts.bars import Bar, Part, draw_bars
from gebuur.core.charts.frame import Axis, Picture
from gebuur.core.charts.lines import Line, Look, Mark, draw_curve, draw_steps
from gebuur.core.charts.paper import on_paper
from gebuur.core.charts.ring import Segment, draw_ring
from gebuur.core.charts.table import Table

__all__ = [
    "Axis",
    "Bar",
    "Line",
    "Look",
    "Mark",
    "Part",
    "Picture",
    "Segment",
    "Table",
    "draw_bars",
    "draw_curve",
    "draw_ring",
    "draw_steps",
    "on_paper",
]
