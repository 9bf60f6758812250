"""Showing frames: in the reader's language, field by field."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gebuur.apps.framing.forms import FIELDS
from gebuur.apps.framing.queries import FrameRow
from gebuur.core.charts import Picture, Segment, draw_ring

register = template.Library()


class TwoLanguages(Protocol):
    """Whatever says something in Dutch and in English."""

    @property
    def nl(self) -> str: ...
    @property
    def en(self) -> str: ...


@register.filter
def said(words: TwoLanguages) -> str:
    """The words in the reader's language; Dutch when we do not have it."""
    return words.en if (get_language() or "nl").startswith("en") else words.nl


def wheel(rows: Iterable[FrameRow], *, promised: str = "", seen: str = "") -> Picture:
    """The participation wheel: a ring of styles, with the promised and the seen one marked."""
    segments, finding = [], [_("Ring with seven styles.")]
    for row in rows:
        name = said(row.name)
        segments.append(Segment(name, row.key == promised, row.key == seen))
        if row.key == promised:
            finding.append(_("Promised: %(style)s.") % {"style": name})
        if row.key == seen:
            finding.append(_("Seen: %(style)s.") % {"style": name})
    desc = _(
        "No style stands above another. A dashed edge is what was promised, filled is what was seen."
    )
    return draw_ring("wheel", title=" ".join(finding), desc=desc, segments=segments)


@register.filter
def ring(rows: Iterable[FrameRow]) -> Picture:
    """The wheel by itself."""
    return wheel(rows)


@register.filter
def by_field(row: FrameRow) -> list[tuple[str, list[str]]]:
    """What an item says beyond its name: each field with its lines."""
    fields: dict[str, list[str]] = {}
    for place in row.places[1:]:
        fields.setdefault(place.field, []).append(said(place))
    return [(str(FIELDS[field]), lines) for field, lines in fields.items()]
