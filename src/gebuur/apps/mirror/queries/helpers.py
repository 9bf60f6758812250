"""Everybody who ever offered something here: how long she has been with us, and when something first happened."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Min, QuerySet

from gebuur.apps.care.models import Match, Proposal
from gebuur.apps.mirror.queries.silence import Moments, list_pauses, unanswered_since
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Offer, SmallAsk
from gebuur.domain.survival import Facts, Life, life_of

A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Helper:
    """One person without her name. Days are counted from the day on which she began; None: never.

    A task is one for a seeker, once both said yes, or a small one that needs no seeker, once she said yes.
    """

    began: dt.datetime
    life: Life
    asked: float | None
    first_task: float | None

    def known(self, now: dt.datetime) -> float:
        """How many days ago she began."""
        return (now - self.began) / A_DAY


def list_helpers(
    place: Neighbourhood, *, now: dt.datetime, silent_after: int | None = None
) -> list[Helper]:
    """Those who began before `now`, the first one first; as many queries for many as for few.

    With `silent_after`, somebody who did not answer us for so many days counts as gone since then.
    """
    silent = {} if silent_after is None else unanswered_since(place, now=now)
    pauses = {} if silent_after is None else list_pauses(place)
    small = SmallAsk.objects.filter(neighbourhood=place)
    asked = _earliest(
        _first(Proposal.objects.filter(neighbourhood=place), "asked_at"), _first(small, "asked_at")
    )
    first_task = _earliest(
        _first(Match.objects.filter(neighbourhood=place), "made_at"),
        _first(small.filter(state__in=[SmallAsk.State.YES, SmallAsk.State.DONE]), "answered_at"),
    )
    offers = Offer.objects.filter(neighbourhood=place, created_at__lt=now).order_by(
        "created_at", "pk"
    )
    helpers = []
    for pk, began, stopped in offers.values_list("pk", "created_at", "stopped_at"):
        facts = Facts(
            began=began,
            stopped=stopped,
            unanswered_since=silent.get(pk),
            pauses=pauses.get(pk, ()),
        )
        life = life_of(facts, now=now, silent_after=silent_after)
        if life is not None:
            days = (_days(began, first.get(pk), now) for first in (asked, first_task))
            helpers.append(Helper(began, life, *days))
    return helpers


def _earliest(*told: Moments) -> Moments:
    """The earlier one of each offer."""
    offers = {offer for one in told for offer in one}
    return {offer: min(one[offer] for one in told if offer in one) for offer in offers}


def _first(rows: QuerySet[Proposal] | QuerySet[Match] | QuerySet[SmallAsk], field: str) -> Moments:
    """The first time per offer."""
    told = rows.values("offer").annotate(first=Min(field)).values_list("offer", "first")
    return {offer: first for offer, first in told.order_by() if first is not None}


def _days(began: dt.datetime, first: dt.datetime | None, now: dt.datetime) -> float | None:
    return None if first is None or first > now else max(0.0, (first - began) / A_DAY)
