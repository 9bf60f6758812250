"""The proposal for this week lies ready; nobody is asked yet."""

import datetime as dt

from gebuur.apps.care import actions as care
from gebuur.apps.neighbourhood.models import Neighbourhood, Person


def lay_week(place: Neighbourhood, professional: Person, *, now: dt.datetime) -> None:
    """Divide what is open this morning, as An would at her desk."""
    care.make_week(place, actor=professional, now=now - dt.timedelta(minutes=40))
