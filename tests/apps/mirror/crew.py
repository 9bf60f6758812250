"""A neighbourhood with volunteers who began, were asked, stayed and stopped on known days."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gebuur.apps.boundaries.models import Task
from gebuur.apps.care.models import HelpRequest, Match, Proposal
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers.models import Offer
from tests import cast


@dataclass
class Crew:
    """Volunteers of one place, counted from `now`."""

    place: Neighbourhood
    now: dt.datetime
    task: Task
    seeker: Person
    number: int = 0

    def began(
        self,
        days_ago: float,
        *,
        stayed: float | None = None,
        asked: float | None = None,
        matched: float | None = None,
        **facts: Any,
    ) -> Offer:
        """Somebody who began so many days ago; stopped, was asked and had a first task after so many days."""
        self.number += 1
        began = self.now - dt.timedelta(days=days_ago)

        def after(days: float) -> dt.datetime:
            return began + dt.timedelta(days=days)

        offer = Offer.objects.create(
            neighbourhood=self.place,
            person=cast.make_person(self.place, f"Helper {self.number}"),
            channel="phone",
            created_at=began,
            stopped_at=None if stayed is None else after(stayed),
            **facts,
        )
        if asked is not None:
            self._ask(offer, after(asked), None if matched is None else after(matched))
        return offer

    def many(self, count: int, days_ago: float, **facts: Any) -> list[Offer]:
        return [self.began(days_ago, **facts) for _ in range(count)]

    def _ask(self, offer: Offer, at: dt.datetime, matched: dt.datetime | None) -> None:
        request = HelpRequest.objects.create(
            neighbourhood=self.place,
            seeker=self.seeker,
            task=self.task,
            state="new" if matched is None else "agreed",
            created_at=at,
        )
        proposal = Proposal.objects.create(
            neighbourhood=self.place,
            request=request,
            offer=offer,
            turn=1,
            state="not_this_time" if matched is None else "yes",
            asked_at=at,
        )
        if matched is not None:
            Match.objects.create(
                neighbourhood=self.place,
                request=request,
                offer=offer,
                proposal=proposal,
                word="kers 27",
                made_at=matched,
            )


def make_crew(**facts: Any) -> Crew:
    place = cast.make_place(**facts)
    return Crew(place, timezone.now(), cast.make_task(place), cast.make_person(place, "Godelieve"))
