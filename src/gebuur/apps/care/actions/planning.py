"""Which days come: the first visit, and for a series always the next two."""

import datetime as dt

from django.utils import timezone

from gebuur.apps.care.actions.ending import finish_request
from gebuur.apps.care.models import Match, Rhythm, Visit
from gebuur.core.doorwords import door_word

STEP = {Rhythm.WEEKLY: dt.timedelta(days=7), Rhythm.FORTNIGHTLY: dt.timedelta(days=14)}
READY = 2


def plan_visits(match: Match, *, first_on: dt.date, part: int, at: dt.time | None) -> list[Visit]:
    """Plan the first visit, and the second of a series."""
    step = STEP.get(Rhythm(match.request.rhythm))
    days = [first_on] if step is None else [first_on + step * n for n in range(READY)]
    return [
        plan_visit(match, on=day, part=part, at=at) for day in days if not _is_past_end(match, day)
    ]


def plan_visit(match: Match, *, on: dt.date, part: int, at: dt.time | None) -> Visit:
    """Plan one visit with its own word at the door."""
    visit, _made = Visit.objects.get_or_create(
        match=match,
        on=on,
        part=part,
        defaults={"neighbourhood_id": match.neighbourhood_id, "at": at, "word": door_word()},
    )
    return visit


def go_on(match: Match, *, now: dt.datetime) -> int:
    """Keep the next two visits of a series ready; after its last day the series is done."""
    today, step = timezone.localdate(now), STEP.get(Rhythm(match.request.rhythm))
    last = match.visits.order_by("-on").first()
    if step is None or last is None:
        return 0
    planned, on = 0, last.on
    while match.visits.filter(on__gte=today, state=Visit.State.PLANNED).count() < READY:
        on += step
        if _is_past_end(match, on):
            break
        if on >= today:
            plan_visit(match, on=on, part=last.part, at=last.at)
            planned += 1
    if not match.visits.filter(state=Visit.State.PLANNED).exists():
        finish_request(match, now=now)
    return planned


def _is_past_end(match: Match, day: dt.date) -> bool:
    return match.request.ends_on is not None and day > match.request.ends_on
