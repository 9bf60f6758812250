"""Since when a question of ours lies unanswered, and when people asked to be left in peace."""

import datetime as dt
import uuid
from collections import defaultdict

from django.utils import timezone

from gebuur.apps.care.models import Proposal, Visit
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import PausePeriod, SmallAsk

Moments = dict[uuid.UUID, dt.datetime]
Pauses = dict[uuid.UUID, list[tuple[dt.datetime, dt.datetime]]]
ANSWERS = (Proposal.State.YES, Proposal.State.NOT_THIS_TIME)


def unanswered_since(place: Neighbourhood, *, now: dt.datetime) -> Moments:
    """Per offer the first question since the last sign of life that got no answer by its day.

    Signs of life are an answer, also "not this time", also about a small task, and a visit that was made.
    """
    told = Proposal.objects.filter(
        neighbourhood=place, state__in=[*ANSWERS, Proposal.State.NO_ANSWER]
    ).values_list("offer", "state", "asked_at", "answered_at")
    made = Visit.objects.filter(
        neighbourhood=place, state=Visit.State.DONE, reported_at__lte=now
    ).values_list("match__offer", "reported_at")
    small = SmallAsk.objects.filter(neighbourhood=place, answered_at__lte=now).exclude(
        state__in=[SmallAsk.State.FILLED, SmallAsk.State.WITHDRAWN]
    )
    signs = [*made, *small.values_list("offer", "answered_at")]
    moments = [(at, offer, True) for offer, at in signs if at is not None]
    for offer, state, asked, answered in told:
        is_sign = state in ANSWERS
        at = answered if is_sign else asked
        if at is not None and at <= now:
            moments.append((at, offer, is_sign))
    since: Moments = {}
    for at, offer, is_sign in sorted(moments):
        if is_sign:
            since.pop(offer, None)
        else:
            since.setdefault(offer, at)
    return since


def list_pauses(place: Neighbourhood) -> Pauses:
    """Per offer its pauses; a pause goes on until she said that she starts again."""
    pauses: Pauses = defaultdict(list)
    rows = PausePeriod.objects.filter(neighbourhood=place).values_list(
        "offer", "since", "until", "ended_at"
    )
    for offer, since, until, ended in rows:
        start = timezone.make_aware(dt.datetime.combine(since, dt.time()))
        last = timezone.make_aware(dt.datetime.combine(until, dt.time.max))
        pauses[offer].append((start, max(start, ended or last)))
    return pauses
