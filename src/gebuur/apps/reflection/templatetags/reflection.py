"""Words for what stands in a reflection."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.chronicle.models import Line
from gebuur.apps.reflection.forms import OUTCOMES
from gebuur.apps.reflection.queries import Sheet
from gebuur.domain import frames

register = template.Library()

# What somebody who works here recognises of her own day; everything else is told by its verb.
ACTS = {
    "request": gettext_lazy("You noted down a question"),
    "helpers-picked": gettext_lazy("You chose whom to ask"),
    "request-cleared": gettext_lazy("You agreed to a task that needs care"),
    "request-handed-over": gettext_lazy("You handed a question over"),
    "request-on-board": gettext_lazy("You put a question on the board"),
    "match": gettext_lazy("You fixed an agreement between two neighbours"),
    "match-ended": gettext_lazy("You ended an agreement"),
    "visit-done": gettext_lazy("You noted how a visit went"),
    "feedback": gettext_lazy("You heard how it was"),
    "offer": gettext_lazy("You noted down what somebody offers"),
}
VERBS = {
    "began": gettext_lazy("You began something"),
    "decided": gettext_lazy("You decided something"),
    "did": gettext_lazy("You did something"),
    "supported": gettext_lazy("You supported something"),
    "refused": gettext_lazy("You said no to something"),
    "handed_over": gettext_lazy("You handed something over"),
}


@register.filter
def in_words(line: Line) -> str:
    """What one did, without a name."""
    return str(ACTS.get(line.act) or VERBS[line.verb])


@register.filter
def outcome_in_words(outcome: str) -> str:
    return str(dict(OUTCOMES).get(outcome, ""))


@register.filter
def gap_in_words(sheet: Sheet) -> str:
    """How practice stood to the promise: told, not judged."""
    if sheet.promised is None or sheet.observed is None:
        return ""
    gap = frames.style_gap(sheet.promised.key, sheet.observed.key).gap
    if gap == frames.Gap.AS_PROMISED:
        return _("It was as you had promised.")
    if gap == frames.Gap.LESS_SAY:
        return _("Residents had less say than you had promised.")
    return _("Residents had more say than you had promised. Do they want that too?")
