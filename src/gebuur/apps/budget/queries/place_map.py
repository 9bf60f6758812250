"""Where a proposal comes: the streets for the map on which a group points, and the drawing that everybody sees."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from gebuur.apps.budget.queries.proposals import Written
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.neighbourhood.queries import list_streets, nearest_street
from gebuur.core.charts import Picture, Way, draw_streets
from gebuur.core.wording import listed

SIGN = "×"


def streets_to_point_at(place: Neighbourhood) -> list[dict[str, Any]]:
    """Every street that has a line: latitude before longitude, as maps in browsers want it."""
    return [
        {
            "name": street.name,
            "lines": [[[lat, lon] for lon, lat in piece] for piece in street.lines],
        }
        for street in list_streets(place)
        if street.lines
    ]


@dataclass(frozen=True)
class Spot:
    """The streets with a sign where a proposal comes, and the same in a sentence."""

    picture: Picture
    words: str


def draw_place(written: Written, place: Neighbourhood) -> Spot | None:
    """Where it comes; nothing when the group pointed nowhere."""
    if written.point is None:
        return None
    ways = [
        Way("", street.lines, is_lively=street.name == written.street)
        for street in list_streets(place)
    ]
    where = listed(filter(None, (written.where, written.street)))
    title = _("Here it comes: %(where)s") % {"where": where} if where else _("Here it comes")
    desc = _("A map of the streets with north at the top. The sign shows the spot.")
    ways.append(Way(SIGN, [[written.point]]))
    picture = draw_streets("proposal-place", title=title, desc=desc, ways=ways)
    near = nearest_street(place, *written.point)
    words = _("The sign stands near ○.").replace("○", f"\u2068{near.name}\u2069") if near else ""
    return Spot(picture, words)
