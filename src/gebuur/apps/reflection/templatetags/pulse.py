"""What a street says of itself, in words and a picture: a band of every twelve neighbours, never one number."""

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.reflection.forms.voice import in_words
from gebuur.apps.reflection.models import VoiceRound
from gebuur.apps.reflection.queries.pulse import OF, Band, Change, Pulse, Side
from gebuur.apps.reflection.queries.voice import Stage, heading_of
from gebuur.core.charts import Bar, Part, Picture, Table, draw_bars
from gebuur.core.wording import day_in_words
from gebuur.domain.frames import VoiceQuestion

register = template.Library()


@register.filter
def heading(one: VoiceRound) -> str:
    """What neighbours are asked."""
    return heading_of(one)


@register.filter
def side_name(side: Side) -> str:
    """The name of one of the two sides."""
    return in_words(side.factor.name)


@register.filter
def question_words(question: VoiceQuestion) -> str:
    """One of its questions."""
    return in_words(question.words)


@register.filter
def band_words(side: Side) -> str:
    """`Between 4 and 9 of every 12 neighbours say yes.`"""
    return _banded(side.band)


@register.filter
def change_words(side: Side) -> str:
    """How it stands to the pulse before; empty when there is none."""
    if side.change is None or side.before is None:
        return ""
    sentences = {
        Change.MORE: _("More neighbours say yes than on %(day)s."),
        Change.LESS: _("Fewer neighbours say yes than on %(day)s."),
        Change.NONE_SEEN: _("We can see no difference from %(day)s."),
    }
    return sentences[side.change] % {"day": _day(side.before[0])}


@register.filter
def pulse_words(pulse: Pulse) -> str:
    """How many answers came in."""
    if not pulse.arrived:
        return _("No answers yet.")
    came = ngettext("%(number)d answer came in.", "%(number)d answers came in.", pulse.arrived)
    return came % {"number": pulse.arrived}


@register.filter
def why_hidden(pulse: Pulse) -> str:
    """Why there is no outcome; empty when there is one."""
    if pulse.sides:
        return ""
    minimum = {"minimum": pulse.minimum}
    if pulse.stage == Stage.CLOSED:
        return _("There are fewer than %(minimum)d answers. They stay hidden.") % minimum
    return _("You see what came out when it is closed, from %(minimum)d answers on.") % minimum


@register.simple_tag
def bands_of(side: Side) -> Picture:
    """One bar of twelve per pulse, the band laid in it where it lies."""
    rows = [Bar(_day(day), _pieces(band)) for day, band in _over_time(side) if band]
    return draw_bars(
        f"pulse-{side.factor.key}",
        title=f"{side_name(side)}. {band_words(side)}",
        desc=_(
            "Each bar stands for twelve neighbours. The number probably lies in the filled part."
        ),
        rows=rows,
    )


@register.simple_tag
def bands_table(side: Side) -> Table:
    """The same as a table."""
    return Table(
        caption=side_name(side),
        head=[_("Asked on"), _("Of every 12 neighbours")],
        rows=[(_day(day), _banded(band)) for day, band in _over_time(side)],
        is_words=True,
    )


def _over_time(side: Side) -> list[tuple[dt.date, Band | None]]:
    return [(side.day, side.band), *side.earlier]


def _pieces(band: Band) -> list[Part]:
    pieces = [
        Part(band.low, "", "sunk"),
        Part(band.high - band.low, f"{band.low}–{band.high}"),
        Part(OF - band.high, "", "sunk"),
    ]
    return [piece for piece in pieces if piece.count]


def _banded(band: Band | None) -> str:
    if band is None:
        return _("Too few neighbours had an opinion. It stays hidden.")
    numbers = {"low": band.low, "high": band.high, "of": OF}
    if band.low == 0:
        return _("At most %(high)d of every %(of)d neighbours say yes.") % numbers
    if band.high == OF:
        return _("At least %(low)d of every %(of)d neighbours say yes.") % numbers
    return _("Between %(low)d and %(high)d of every %(of)d neighbours say yes.") % numbers


def _day(day: dt.date) -> str:
    return day_in_words(day, timezone.localdate())
