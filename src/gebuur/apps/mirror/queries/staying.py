"""Who began when, and who still takes part."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Offer
from gebuur.domain.disclosure import merge_small_areas, show_count

FEWEST = 5
MONTHS = 12


@dataclass(frozen=True)
class Cohort:
    """People who began in the same month, or in months that are together large enough to be shown."""

    first: dt.date
    last: dt.date
    began: int
    here: int | None


def list_cohorts(place: Neighbourhood, *, now: dt.datetime) -> list[Cohort]:
    """The last twelve months, newest first; months with few people stand together."""
    offers = Offer.objects.filter(
        neighbourhood=place, created_at__gte=now - dt.timedelta(days=31 * MONTHS)
    )
    months: dict[str, list[bool]] = {}
    for began, stopped in offers.order_by("created_at").values_list("created_at", "stopped_at"):
        month = timezone.localdate(began).replace(day=1).isoformat()
        months.setdefault(month, []).append(stopped is None)
    beside = {one: [other] for one, other in pairwise(months)}
    sizes = {month: len(people) for month, people in months.items()}
    groups: dict[str, list[str]] = {}
    for month, group in merge_small_areas(sizes, beside, minimum=FEWEST).items():
        if group is not None:
            groups.setdefault(group, []).append(month)
    return [_cohort(group, months) for group in reversed(groups.values())]


def _cohort(group: list[str], months: dict[str, list[bool]]) -> Cohort:
    people = [is_here for month in group for is_here in months[month]]
    first, last = (dt.date.fromisoformat(month) for month in (group[0], group[-1]))
    return Cohort(first, last, len(people), show_count(sum(people), minimum=FEWEST))
