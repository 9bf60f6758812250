"""Support in words and pictures: steps, answers, the ring of what was promised, the ribbon of what was seen."""

from collections.abc import Sequence

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import (
    RibbonMoment,
    ribbon,
    ribbon_table,
    said,
    wheel_compared,
)
from gebuur.apps.framing.templatetags.framing.words import said_in
from gebuur.apps.initiatives.forms.advice import ANSWERS
from gebuur.apps.initiatives.forms.promises import HOLDS, STEP_WORDS
from gebuur.apps.initiatives.models import Promise
from gebuur.apps.initiatives.queries.phases import Look, Phases
from gebuur.apps.initiatives.queries.promises import Month, Promised
from gebuur.core.charts import Picture, Table
from gebuur.core.wording import listed
from gebuur.domain import frames

register = template.Library()
HELD = {str(key): words for key, words in HOLDS}
ANSWERED = {str(key): words for key, words in ANSWERS}
GAPS = {
    frames.Gap.AS_PROMISED: gettext_lazy("It was as promised."),
    frames.Gap.LESS_SAY: gettext_lazy("Neighbours had less say than was promised."),
    frames.Gap.MORE_SAY: gettext_lazy("Neighbours had more say than was promised."),
}


@register.filter
def step_in_words(step: str) -> str:
    return str(STEP_WORDS[step])


@register.filter
def holds_in_words(holds: str) -> str:
    return str(HELD[holds])


@register.filter
def answer_in_words(answer: str) -> str:
    return str(ANSWERED[answer])


@register.filter
def style_of(key: str, styles: Sequence[FrameRow]) -> FrameRow | None:
    """The style with this key, in the words of the organisation."""
    return next((row for row in styles if row.key == key), None)


@register.filter
def part_of_residents(style: FrameRow) -> str:
    """The part that neighbours play in a style."""
    return said_in(style, "role")


@register.filter
def what_worker_does(style: FrameRow) -> list[str]:
    """What the professional does in a style, line by line."""
    return [said(place) for place in style.places if place.field == "worker"]


@register.filter
def advised_first(condition: FrameRow) -> str:
    """What can be done first when a condition is not there."""
    return said_in(condition, "when_not")


@register.filter
def gap_to(seen: FrameRow, promised: FrameRow) -> str:
    """How what was seen stands to the promise: told, not judged."""
    return str(GAPS[frames.style_gap(promised.key, seen.key).gap])


@register.filter
def month_in_words(month: Month) -> str:
    return date_format(month.on, "F Y")


@register.filter
def votes_in_words(month: Month, styles: Sequence[FrameRow]) -> str:
    """How many members said each style, in the order of the ring."""
    votes = month.votes or {}
    return listed(f"{said(row.name)} {votes[row.key]}" for row in styles if votes.get(row.key))


@register.filter
def ring_of_steps(promises: Sequence[Promise], styles: Sequence[FrameRow]) -> Picture:
    """Every step on the ring, in the style that was promised for it."""
    steps: dict[str, list[str]] = {}
    for one in promises:
        steps.setdefault(one.style, []).append(str(STEP_WORDS[one.step]))
    told = {style: listed(names) for style, names in steps.items()}
    number = str(promises[0].support_id)[-6:] if promises else ""
    return wheel_compared(styles, promised=told, name=f"ring-{number}")


@register.filter
def ring_of(promised: Promised) -> Picture:
    """What was promised for one step, what the supporter saw, and what members saw."""
    votes = promised.members.votes if promised.members else None
    return wheel_compared(
        promised.styles,
        promised={promised.style.key: _("promised")},
        seen=promised.own.key if promised.own else "",
        votes=votes,
        name="ring",
    )


@register.filter
def ring_table_of(promised: Promised) -> Table:
    """The same as a table, month by month."""
    head = (_("Month"), _("Who supports"), _("Members"))
    lines = [
        [
            month_in_words(month),
            said(month.own.name) if month.own else "–",
            votes_in_words(month, promised.styles) or "–",
        ]
        for month in promised.months
    ]
    return Table(_("What was seen, month by month"), head, lines, is_words=True)


@register.filter
def ribbon_beside(seen: Phases) -> Picture:
    """What the supporter saw, look by look."""
    return ribbon(seen.phases, _moments(seen.beside, "j/n"), name="ribbon-beside")


@register.filter
def ribbon_beside_table(seen: Phases) -> Table:
    return ribbon_table(seen.phases, _moments(seen.beside, "j/n"))


@register.filter
def ribbon_members(seen: Phases) -> Picture:
    """What members saw together, month by month."""
    return ribbon(seen.phases, _moments(seen.members, "n/y"), name="ribbon-members")


@register.filter
def ribbon_members_table(seen: Phases) -> Table:
    return ribbon_table(seen.phases, _moments(seen.members, "n/y"))


def _moments(looks: Sequence[Look], day: str) -> list[RibbonMoment]:
    """A day carries its year when the looks are of several."""
    several = len({look.on.year for look in looks}) > 1
    pattern = "j/n/y" if several and day == "j/n" else day
    return [RibbonMoment(date_format(one.on, pattern), one.shares, _change(one)) for one in looks]


def _change(look: Look) -> str:
    """Who came and who left since the look before, in numbers."""
    told = []
    if look.came:
        told.append(ngettext("%(n)s came", "%(n)s came", look.came) % {"n": look.came})
    if look.left:
        told.append(ngettext("%(n)s left", "%(n)s left", look.left) % {"n": look.left})
    return listed(told)
