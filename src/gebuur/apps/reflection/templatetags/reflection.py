"""Words for what stands in a reflection."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.chronicle.models import Line
from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import (
    RibbonMoment,
    attitude_moments,
    attitude_moments_table,
    quinn,
    quinn_table,
    ribbon,
    ribbon_table,
    said,
    wheel,
    wheel_table,
)
from gebuur.apps.reflection.forms import LENS_NAMES, OUTCOMES
from gebuur.apps.reflection.queries import Group, LensSheet, OverTime, Split
from gebuur.core.charts import Picture, Table
from gebuur.core.wording import listed
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
    "pulse-shown": gettext_lazy("You showed a street what came out"),
    "week-swapped": gettext_lazy("You chose somebody else than the one proposed"),
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
def lens_in_words(lens: LensSheet) -> str:
    return str(LENS_NAMES[lens.kind])


@register.filter
def gap_in_words(lens: LensSheet) -> str:
    """How practice stood to the promise: told, not judged."""
    if lens.promised is None or lens.observed is None:
        return ""
    gap = frames.style_gap(lens.promised.key, lens.observed.key).gap
    if gap == frames.Gap.AS_PROMISED:
        return _("It was as you had promised.")
    if gap == frames.Gap.LESS_SAY:
        return _("Residents had less say than you had promised.")
    return _("Residents had more say than you had promised. Do they want that too?")


@register.filter
def advice(condition: FrameRow) -> str:
    """What can be done first when a condition is not there."""
    return next(said(place) for place in condition.places if place.field == "when_not")


@register.filter
def to_try(role: FrameRow) -> str:
    """One thing that somebody in this role does."""
    return next(said(place) for place in role.places if place.field == "does")


@register.filter
def points_in_words(quadrants: list[FrameRow], split: Split) -> str:
    """Where a hundred points went in one sitting, or where they should go when only that was said."""
    points = split.now or split.wanted
    told = listed(f"{said(row.name)} {points.get(row.key, 0)}" for row in quadrants)
    return told if split.now else _("Wanted: %(points)s") % {"points": told}


@register.filter
def wheel_of(lens: LensSheet) -> Picture:
    """The wheel with what was promised and what was seen."""
    promised = lens.promised.key if lens.promised else ""
    observed = lens.observed.key if lens.observed else ""
    return wheel(lens.styles, promised=promised, seen=observed)


@register.filter
def wheel_table_of(lens: LensSheet) -> Table:
    """The same as a table."""
    promised = lens.promised.key if lens.promised else ""
    observed = lens.observed.key if lens.observed else ""
    return wheel_table(lens.styles, promised=promised, seen=observed)


@register.filter
def quinn_of(split: LensSheet | OverTime) -> Picture:
    """A hundred points over four quadrants, now and wanted."""
    return quinn(split.quadrants, split.roles, axes=split.axes, now=split.now, wanted=split.wanted)


@register.filter
def quinn_table_of(split: LensSheet | OverTime) -> Table:
    return quinn_table(split.quadrants, split.roles, now=split.now, wanted=split.wanted)


@register.filter
def ribbon_of(lens: LensSheet) -> Picture:
    """The shares of what was seen, side by side."""
    return ribbon(lens.phases, [RibbonMoment(_("What you saw"), lens.shares)])


@register.filter
def ribbon_table_of(lens: LensSheet) -> Table:
    return ribbon_table(lens.phases, [RibbonMoment(_("What you saw"), lens.shares)])


@register.filter
def group_ribbon_of(group: Group) -> Picture:
    """What was seen in a group, sitting by sitting."""
    return ribbon(group.phases, _looks(group), name=f"ribbon-{group.number}")


@register.filter
def group_ribbon_table_of(group: Group) -> Table:
    return ribbon_table(group.phases, _looks(group))


@register.filter
def moments_of(mine: OverTime) -> Picture:
    """A brick per moment, in the lane of its attitude."""
    return attitude_moments(mine.attitudes, _moments(mine))


@register.filter
def moments_table_of(mine: OverTime) -> Table:
    return attitude_moments_table(mine.attitudes, _moments(mine))


def _moments(mine: OverTime) -> list[tuple[str, str]]:
    return [(date_format(one.entry.on, "j/n"), one.attitude.key) for one in mine.moments]


def _looks(group: Group) -> list[RibbonMoment]:
    """The sittings in which something was seen; a day carries its year when there are several."""
    day = "j/n" if len({look.entry.on.year for look in group.seen}) == 1 else "j/n/y"
    return [
        RibbonMoment(date_format(look.entry.on, day), look.shares, look.change.rstrip(" ."))
        for look in group.seen
    ]
