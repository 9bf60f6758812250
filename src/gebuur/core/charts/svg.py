"""Elements of a drawing, every word in them escaped."""

from collections.abc import Iterable

from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Attribute = str | float
BIG = 100_000


def number(value: float) -> str:
    """A length to a tenth of a unit, without a useless nought: `62`, `64.7`."""
    return f"{round(value, 1) + 0.0:g}" if abs(value) < BIG else f"{value:.0f}"


def element(
    name: str, content: str | SafeString = "", *, look: str = "", **attributes: Attribute
) -> SafeString:
    """One element; `look` is its class, underscores in names of attributes become hyphens."""
    named = {
        key.rstrip("_").replace("_", "-"): value if isinstance(value, str) else number(value)
        for key, value in attributes.items()
    }
    if look:
        named["class"] = look
    if not content:
        return format_html("<{}{}/>", name, flatatt(named))
    return format_html("<{0}{1}>{2}</{0}>", name, flatatt(named), content)


def text(
    words: str, x: float, y: float, *, size: float, look: str = "", anchor: str = "start"
) -> SafeString:
    return element("text", words, look=look, x=x, y=y, font_size=size, text_anchor=anchor)


def together(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def block(
    left: float, top: float, width: float, height: float, *, look: str = "", fill: str = ""
) -> SafeString:
    """A brick: a box with its corners a little round."""
    filled = {"fill": fill} if fill else {}
    return element("rect", look=look, x=left, y=top, width=width, height=height, rx=3, **filled)


def hatch(own: str, *, stroke: float = 2.5) -> SafeString:
    """Slanting lines to fill a shape with, by `url(#own)`; the wider the stroke, the denser it looks."""
    line = element("path", look="c-stone-line", d="M0 0V9", stroke_width=stroke)
    turned = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return element("defs", element("pattern", line, id=own, width=9, height=9, **turned))
