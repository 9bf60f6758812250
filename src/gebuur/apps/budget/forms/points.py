"""The spot of a proposal: read from what the map in the browser wrote down."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import Proposal
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.neighbourhood.queries import bounds_of

DIGITS = 5  # about a metre


def read_point(place: Neighbourhood, typed: str) -> dict[str, float | None]:
    """Longitude and latitude, or neither; a sentence when that is no spot in or around the streets."""
    if not typed:
        return {"lon": None, "lat": None}
    try:
        lon, lat = (round(float(piece), DIGITS) for piece in typed.split(","))
    except ValueError:
        raise forms.ValidationError(
            _("We could not read this spot. Press on the map again.")
        ) from None
    bounds = bounds_of(place)
    if bounds is None or not bounds.holds(lon, lat):
        raise forms.ValidationError(
            _("This spot lies outside %(place)s. Press closer to the streets.")
            % {"place": place.name}
        )
    return {"lon": lon, "lat": lat}


def write_point(proposal: Proposal) -> dict[str, Any]:
    """What the map in the browser begins with."""
    if proposal.lon is None or proposal.lat is None:
        return {}
    return {"point": f"{proposal.lon},{proposal.lat}"}
