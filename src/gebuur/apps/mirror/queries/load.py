"""How evenly we ask, and who carries how much: bands of people, never a name."""

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from gebuur.apps.care.models import Visit
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import CheckIn, Offer, Work
from gebuur.domain.disclosure import protect, show_count, suppress

WINDOW = dt.timedelta(weeks=12)
FEWEST = 5
BANDS = ("0", "1-2", "3-5", "6+")


@dataclass(frozen=True)
class Band:
    """How many people were in a band; `times` is how often all of them together."""

    name: str
    people: int | None
    times: int | None


@dataclass(frozen=True)
class Bands:
    """The bands of everybody who takes part; `whole` is None when they are too few to be shown."""

    whole: int | None
    bands: list[Band]


def band_of(times: int) -> str:
    """The band of a number: 0, 1-2, 3-5, 6+."""
    return BANDS[bisect_left((0, 2, 5), times)]


def list_asked_bands(place: Neighbourhood, *, now: dt.datetime) -> Bands:
    """How often volunteers were asked in twelve weeks."""
    asked = Q(proposals__asked_at__gt=now - WINDOW)
    counted = _takes_part(place).annotate(times=Count("proposals", filter=asked, distinct=True))
    return _bands(counted.values_list("times", flat=True))


def list_carried_bands(place: Neighbourhood, *, now: dt.datetime) -> Bands:
    """How often volunteers went to somebody in twelve weeks."""
    done = Q(
        matches__visits__state=Visit.State.DONE,
        matches__visits__on__gt=timezone.localdate(now - WINDOW),
    )
    counted = _takes_part(place).annotate(
        times=Count("matches__visits", filter=done, distinct=True)
    )
    return _bands(counted.values_list("times", flat=True))


def _takes_part(place: Neighbourhood) -> QuerySet[Offer]:
    return Offer.objects.filter(
        neighbourhood=place, stopped_at__isnull=True, paused_until__isnull=True
    )


def _bands(counted: Iterable[int]) -> Bands:
    each = Counter(counted)
    people, times = dict.fromkeys(BANDS, 0), dict.fromkeys(BANDS, 0)
    for number, how_many in each.items():
        people[band_of(number)] += how_many
        times[band_of(number)] += number * how_many
    shown = protect(people, minimum=FEWEST)
    bands = [
        Band(name, shown[name], None if shown[name] is None else times[name]) for name in BANDS
    ]
    return Bands(show_count(sum(people.values()), minimum=FEWEST), bands)


def count_said(place: Neighbourhood, *, now: dt.datetime) -> dict[str, int | None]:
    """What volunteers said of how much we ask, everybody once with her last answer of a year."""
    said = CheckIn.objects.filter(
        neighbourhood=place, answered_at__gt=now - dt.timedelta(days=365)
    ).exclude(work="")
    last = dict(said.order_by("answered_at", "pk").values_list("offer", "work"))
    counts = Counter(last.values())
    return suppress({work: counts[work] for work in Work.values}, minimum=FEWEST)
