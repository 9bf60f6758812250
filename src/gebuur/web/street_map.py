"""The map of the neighbourhood: what lives in each street, as a drawing, as data for the live map, and as a list."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.initiatives.queries import list_public
from gebuur.apps.neighbourhood.models import Neighbourhood, Street
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.core.charts import Picture, Way, draw_streets, places_of_signs
from gebuur.core.wording import listed
from gebuur.web.sentences import FEWEST, WEEKS

FEWEST_HOUSEHOLDS = 10


@dataclass(frozen=True)
class StreetStory:
    """What lives in a street.

    `times` is how often somebody was helped in ten weeks; None where that would point at a household.
    """

    sign: str
    street: Street
    times: int | None
    groups: list[Initiative] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.street.name

    @property
    def anchor(self) -> str:
        return f"street-{self.sign}"

    @property
    def is_lively(self) -> bool:
        return bool(self.groups) or self.times is not None

    @property
    def words(self) -> str:
        """The same in one line, for the label on the map."""
        helped = (
            ngettext("helped %(n)d time", "helped %(n)d times", self.times) % {"n": self.times}
            if self.times is not None
            else ""
        )
        return listed([*(group.title for group in self.groups), *filter(None, [helped])])


def streets_told(place: Neighbourhood, *, now: dt.datetime) -> list[StreetStory]:
    """Every street by name, with its public groups and its count, or None under five acts or ten households."""
    since = now - dt.timedelta(weeks=WEEKS)
    helped = Line.objects.filter(
        neighbourhood=place, act="visit-done", at__gt=since, street__isnull=False
    )
    counts = dict(helped.values_list("street").annotate(times=models.Count("id")))
    groups: dict[UUID | None, list[Initiative]] = defaultdict(list)
    for group in list_public(place):
        groups[group.street_id].append(group)
    return [
        StreetStory(
            str(number), street, _shown(counts.get(street.pk, 0), street), groups[street.pk]
        )
        for number, street in enumerate(list_streets(place), 1)
    ]


def draw_map(told: list[StreetStory]) -> Picture | None:
    """The drawing for paper and for who has no script; nothing when no street has a line."""
    if not any(one.street.lines for one in told):
        return None
    lively = sum(one.is_lively for one in told)
    title = ngettext(
        "Something is going on in %(n)d street", "Something is going on in %(n)d streets", lively
    ) % {"n": lively}
    desc = _(
        "A map with north at the top. The numbers are those of the list; thick lines are lively."
    )
    return draw_streets("street-map", title=title, desc=desc, ways=_ways(told))


def as_data(told: list[StreetStory]) -> list[dict[str, Any]]:
    """The same for the live map: latitude before longitude, as maps in browsers want it."""
    return [
        {
            "name": one.name,
            "sign": one.sign,
            "anchor": one.anchor,
            "words": one.words,
            "lively": one.is_lively,
            "at": [lat, lon],
            "lines": [[[lat, lon] for lon, lat in piece] for piece in one.street.lines],
        }
        for one, (lon, lat) in zip(told, places_of_signs(_ways(told)), strict=True)
    ]


def _ways(told: list[StreetStory]) -> list[Way]:
    return [Way(one.sign, one.street.lines, is_lively=one.is_lively) for one in told]


def _shown(times: int, street: Street) -> int | None:
    is_shown = times >= FEWEST and street.households >= FEWEST_HOUSEHOLDS
    return times if is_shown else None
