"""A neighbourhood with volunteers who began, stayed and stopped on known days."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Offer
from tests import cast


@dataclass
class Crew:
    """Volunteers of one place, counted from `now`."""

    place: Neighbourhood
    now: dt.datetime
    number: int = 0

    def began(self, days_ago: float, *, stayed: float | None = None, **facts: Any) -> Offer:
        """Somebody who began so many days ago, and stopped after so many."""
        self.number += 1
        began = self.now - dt.timedelta(days=days_ago)
        return Offer.objects.create(
            neighbourhood=self.place,
            person=cast.make_person(self.place, f"Helper {self.number}"),
            channel="phone",
            created_at=began,
            stopped_at=None if stayed is None else began + dt.timedelta(days=stayed),
            **facts,
        )

    def many(self, count: int, days_ago: float, *, stayed: float | None = None) -> list[Offer]:
        return [self.began(days_ago, stayed=stayed) for _ in range(count)]


def make_crew(**facts: Any) -> Crew:
    return Crew(cast.make_place(**facts), timezone.now())
