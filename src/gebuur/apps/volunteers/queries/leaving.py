"""Reading who stopped, and why: reasons are counted, never shown beside a name."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Leaving, Offer, Reason
from gebuur.domain.disclosure import show_count, suppress


@dataclass(frozen=True)
class WhyPeopleStop:
    """How many stopped, and how often each reason was given; None where it would point at somebody."""

    stopped: int | None
    reasons: dict[str, int | None]


def list_left(place: Neighbourhood, *, since: dt.datetime) -> QuerySet[Leaving]:
    """Who stopped and is not back, the latest first."""
    rows = Leaving.objects.filter(
        neighbourhood=place,
        left_at__gt=since,
        came_back_at__isnull=True,
        offer__stopped_at__isnull=False,
    )
    return rows.select_related("offer__person").defer("reasons", "words").order_by("-left_at", "pk")


def list_leavings(offer: Offer) -> list[Leaving]:
    """Each time that one volunteer stopped, with her own words and without her reasons."""
    return list(Leaving.objects.filter(offer=offer).defer("reasons").order_by("-left_at", "pk"))


def count_reasons(place: Neighbourhood, *, since: dt.datetime) -> WhyPeopleStop:
    """What people said about our service when they stopped; several reasons may come from one person."""
    rows = Leaving.objects.filter(neighbourhood=place, left_at__gt=since).defer("words")
    given = [row.given_reasons for row in rows]
    counts = Counter(reason for reasons in given for reason in reasons)
    return WhyPeopleStop(
        show_count(len(given)), suppress({reason: counts[reason] for reason in Reason.values})
    )
