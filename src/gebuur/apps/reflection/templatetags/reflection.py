"""Words for what stands in a reflection."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.chronicle.models import Line
from gebuur.apps.framing.templatetags.framing import wheel
from gebuur.apps.reflection.forms import OUTCOMES
from gebuur.apps.reflection.queries import Sheet
from gebuur.core.charts import Picture
from gebuur.domain import frames

register = template.Library()

# What somebody who works here recognises of her own day; everything else is told by its verb.
ACTS = {
    "request": gettext_lazy("You noted down a question"),
    "helper-picked": gettext_lazy("You chose whom to ask"),
    "helpers-picked": gettext_lazy("You chose whom to ask"),
    "helper-skipped": gettext_lazy("You passed somebody over"),
    "helper-yes-noted": gettext_lazy("You noted somebody's yes"),
    "helper-not-this-time-noted": gettext_lazy("You noted that it does not suit somebody"),
    "request-cleared": gettext_lazy("You agreed to a task that needs care"),
    "request-stopped": gettext_lazy("You closed a question"),
    "request-handed-over": gettext_lazy("You handed a question over"),
    "hand-over": gettext_lazy("You handed a question over"),
    "request-on-board": gettext_lazy("You put a question on the board"),
    "match": gettext_lazy("You fixed an agreement between two neighbours"),
    "match-noted": gettext_lazy("You fixed an agreement between two neighbours"),
    "match-ended": gettext_lazy("You ended an agreement"),
    "visit-done": gettext_lazy("You noted how a visit went"),
    "visit-done-noted": gettext_lazy("You noted how a visit went"),
    "visit-called-off": gettext_lazy("You called a visit off"),
    "feedback": gettext_lazy("You heard how it was"),
    "feedback-noted": gettext_lazy("You heard how it was"),
    "offer": gettext_lazy("You noted down what somebody offers"),
    "offer-paused": gettext_lazy("You noted a volunteer's pause"),
    "offer-stopped": gettext_lazy("You spoke with somebody who stops"),
    "volunteer-phoned": gettext_lazy("You phoned a volunteer"),
    "check-in": gettext_lazy("You asked a volunteer how it is going"),
    "thanks": gettext_lazy("You thanked a volunteer"),
    "small-task": gettext_lazy("You thought of a small task"),
    "small-asked": gettext_lazy("You asked somebody for a small task"),
    "flyer": gettext_lazy("You made a flyer"),
    "week-proposed": gettext_lazy("You made a proposal for the week"),
    "voice-round": gettext_lazy("You asked neighbours how it was"),
    "week-swapped": gettext_lazy("You chose somebody else than was proposed"),
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


@register.filter
def wheel_of(sheet: Sheet) -> Picture:
    """The wheel with what was promised and what was seen."""
    promised = sheet.promised.key if sheet.promised else ""
    observed = sheet.observed.key if sheet.observed else ""
    return wheel(sheet.styles, promised=promised, seen=observed)
