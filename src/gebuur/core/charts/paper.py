"""A picture by itself, for paper: colour stands in the drawing, since no page is there to give it."""

from gebuur.core.charts.frame import Picture

INK = """
text { font-family: "Noto Sans", "Noto Sans Arabic"; fill: #000; }
.b { font-weight: 700; }
.soft { fill: #333; }
.c-us { fill: #97381f; }
.c-plum { fill: #5d3a70; }
.c-sunk { fill: #ddd; }
.c-surface { fill: #fff; }
.c-us-line, .c-stone-line, .c-ink-line, .c-grid { fill: none; }
.c-us-line { stroke: #97381f; }
.c-stone-line { stroke: #4a5a66; }
.c-ink-line { stroke: #000; }
.c-grid { stroke: #bbb; }
.on-us, .on-plum { fill: #fff; }
"""


def on_paper(picture: Picture) -> str:
    """The wide drawing as a file of its own."""
    start, rest = str(picture.wide).split(">", 1)
    return f'{start} xmlns="http://www.w3.org/2000/svg"><style>{INK}</style>{rest}'
