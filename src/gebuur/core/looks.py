"""How a state looks: an icon, a tone and a word; never a colour alone."""

from typing import Any, NamedTuple

from django.utils.translation import pgettext_lazy


class Look(NamedTuple):
    icon: str
    tone: str
    word: Any


STATES = {
    "draft": Look("pencil", "", pgettext_lazy("state of a request", "being written")),
    "new": Look("circle-dot", "", pgettext_lazy("state of a request", "new")),
    "searching": Look("hourglass", "wait", pgettext_lazy("state of a request", "we are looking")),
    "asked": Look("send", "", pgettext_lazy("state of a request", "asked")),
    "agreed": Look("handshake", "yes", pgettext_lazy("state of a request", "agreed")),
    "done": Look("check", "yes", pgettext_lazy("state of a request", "done")),
    "handed_over": Look(
        "corner-down-right", "plum", pgettext_lazy("state of a request", "handed over")
    ),
    "stopped": Look("circle-x", "stop", pgettext_lazy("state of a request", "stopped")),
}
LIGHTS = {
    "green": Look(
        "circle-check", "yes", pgettext_lazy("traffic light", "green: a neighbour may do this")
    ),
    "amber": Look(
        "triangle-alert", "wait", pgettext_lazy("traffic light", "amber: only within limits")
    ),
    "red": Look("octagon-x", "red", pgettext_lazy("traffic light", "red: not for a neighbour")),
}
