"""The day on which the team of the story began to look at whose turn it is, named for the mirror."""

import datetime as dt

from gebuur.apps.mirror import actions
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.web.demo.history import WEEKS_IN_TURN


def name_switch(place: Neighbourhood, coordinator: Person, *, now: dt.datetime) -> None:
    """Let before and after stand beside each other."""
    actions.name_change(
        place,
        actor=coordinator,
        on=(now - dt.timedelta(weeks=WEEKS_IN_TURN)).date(),
        what="We kijken wie aan de beurt is, niet wie het dichtst woont",
        now=now,
    )
