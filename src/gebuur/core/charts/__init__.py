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
>>> corners = [Corner("people", ["now 40"], ["mentor"], now=40), Corner("new"), Corner("done"), Corner("order")]
>>> ends = Ends(top="room", end="outside", bottom="hold", start="inside")
>>> field = draw_field("time", title="40 for people", desc="...", corners=corners, ends=ends, now="now")
>>> "now 40" in field.narrow
True
>>> shares = [Share("May", [75, 25]), Share("June", [40, 60], note="two came")]
>>> ribbon = draw_ribbon("phases", title="60 of 100 ...", desc="...", lanes=["meeting", "clashing"], moments=shares)
>>> ribbon.wide.count("c-us")
4
>>> laid = draw_moments("seen", title="...", desc="...", lanes=["respect"], days=["3 May"], moments=[(0, 0), (0, 0)])
>>> laid.wide.count("c-us")
2
>>> ways = [Way("1", [[(3.95, 51.02), (3.96, 51.02)]], is_lively=True), Way("2", [[(3.95, 51.03), (3.96, 51.03)]])]
>>> streets = draw_streets("map", title="...", desc="...", ways=ways, arrows=[Arrow(0, 1, share=1.0)])
>>> streets.wide.count("c-flow-head"), streets.narrow.count("c-mark")
(1, 2)
"""

from gebuur.core.charts.bars import Bar, Part, draw_bars
from gebuur.core.charts.field import Corner, Ends, draw_field
from gebuur.core.charts.frame import Axis, Picture
from gebuur.core.charts.lines import Line, Look, Mark, draw_curve, draw_steps
from gebuur.core.charts.moments import draw_moments
from gebuur.core.charts.paper import Drawing, on_paper
from gebuur.core.charts.ribbon import Share, draw_ribbon
from gebuur.core.charts.ring import Segment, draw_ring
from gebuur.core.charts.streets import Arrow, Way, draw_streets, places_of_signs
from gebuur.core.charts.table import Table

__all__ = [
    "Arrow",
    "Axis",
    "Bar",
    "Corner",
    "Drawing",
    "Ends",
    "Line",
    "Look",
    "Mark",
    "Part",
    "Picture",
    "Segment",
    "Share",
    "Table",
    "Way",
    "draw_bars",
    "draw_curve",
    "draw_field",
    "draw_moments",
    "draw_ribbon",
    "draw_ring",
    "draw_steps",
    "draw_streets",
    "on_paper",
    "places_of_signs",
]
