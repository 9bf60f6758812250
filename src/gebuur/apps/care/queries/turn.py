"""How people leave this neighbourhood while they wait, and the turn bonus that follows from it."""

import datetime as dt
import uuid
from collections import defaultdict
from itertools import pairwise

from gebuur.apps.care.models import Match
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Offer
from gebuur.domain import matching, survival

A_WEEK = dt.timedelta(days=7)
Wait = tuple[float, bool]


def derive_turn_for(place: Neighbourhood, *, metres: int, now: dt.datetime) -> matching.Turn:
    """Derive the turn bonus from everybody who ever offered here; `matching.TooFew` when that says nothing.

    Two queries, whatever the size. Who pauses is still with us; only who stopped has left.
    """
    made: defaultdict[uuid.UUID, list[dt.datetime]] = defaultdict(list)
    matches = Match.objects.filter(neighbourhood=place, made_at__lte=now).order_by("made_at")
    for offer, moment in matches.values_list("offer_id", "made_at"):
        made[offer].append(moment)
    new: list[Wait] = []
    again: list[Wait] = []
    helped = 0
    offers = Offer.objects.filter(neighbourhood=place, created_at__lte=now)
    for pk, began, stopped in offers.values_list("pk", "created_at", "stopped_at"):
        first, *later = _waits(began, made[pk], stopped, now=now)
        new.append(first)
        again += later
        helped += bool(later)
    return matching.derive_turn(
        _leaving(new, people=len(new)), _leaving(again, people=helped), metres=metres
    )


def _waits(
    began: dt.datetime, made: list[dt.datetime], stopped: dt.datetime | None, *, now: dt.datetime
) -> list[Wait]:
    """Weeks from each beginning to the next one or to the end, and whether she left there."""
    left = stopped is not None and stopped <= now
    end = stopped if stopped is not None and left else now
    moments = [began, *made, end]
    waits = [(max(0.0, (later - one) / A_WEEK), False) for one, later in pairwise(moments)]
    waits[-1] = (waits[-1][0], left)
    return waits


def _leaving(waits: list[Wait], *, people: int) -> matching.Leaving:
    if not waits:
        return matching.Leaving(people=0, at_risk=[], left=[])
    weeks, left = zip(*waits, strict=True)
    hazard = survival.weekly_hazard(None, weeks, left)
    return matching.Leaving(
        people=people, at_risk=hazard.at_risk.tolist(), left=hazard.left.tolist()
    )
