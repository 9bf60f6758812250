"""Who waits for a first task: how often each was asked, what each said, and which open question fits."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from gebuur.apps.care.models import HelpRequest, Proposal
from gebuur.apps.care.queries.market import Market, open_questions, read_market
from gebuur.apps.care.queries.ranking import as_dict
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Offer, SmallAsk
from gebuur.apps.volunteers.queries import list_alerts, list_never_asked
from gebuur.domain import matching

NEVER, ALERTS, NO_YES, ALL = "never", "alerts", "no_yes", "all"
SHOWS = (NEVER, ALERTS, NO_YES, ALL)
MOST_QUESTIONS = 300
SAID_YES = Q(state=Proposal.State.YES) | Q(state=Proposal.State.FILLED, answered_at__isnull=False)
SMALL_YES = Q(state__in=[SmallAsk.State.YES, SmallAsk.State.DONE])


@dataclass(frozen=True)
class Fit:
    """An open question that fits a volunteer, with the reasons."""

    request: HelpRequest
    reasons: list[dict[str, object]]


def list_waiting(place: Neighbourhood, *, show: str, now: dt.datetime) -> QuerySet[Offer]:
    """Living offers with how often each was asked and said yes; who was never asked and waits longest first."""
    living = Offer.objects.filter(neighbourhood=place, stopped_at__isnull=True)
    if show == NEVER:
        living = list_never_asked(place)
    elif show == ALERTS:
        living = list_alerts(place, now=now)
    elif show == NO_YES:
        yes = Proposal.objects.filter(SAID_YES, offer=OuterRef("pk"))
        small_yes = SmallAsk.objects.filter(SMALL_YES, offer=OuterRef("pk"))
        living = living.filter(~Exists(yes), ~Exists(small_yes), last_asked_at__isnull=False)
    counted = with_counts(living).select_related("person__street", "contact")
    return counted.order_by(F("last_asked_at").asc(nulls_first=True), "created_at", "pk")


def count_waiting(place: Neighbourhood, *, now: dt.datetime) -> dict[str, int]:
    """How many stand in each list."""
    return {show: list_waiting(place, show=show, now=now).count() for show in SHOWS}


def with_counts(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    """Bring along `times_asked` and `times_yes`: questions of neighbours and small tasks together."""
    asked = Proposal.objects.filter(asked_at__isnull=False, from_board=False)
    yes = Proposal.objects.filter(SAID_YES)
    small, small_yes = SmallAsk.objects.all(), SmallAsk.objects.filter(SMALL_YES)
    return offers.annotate(
        times_asked=_count(asked) + _count(small), times_yes=_count(yes) + _count(small_yes)
    )


def fits_for(
    place: Neighbourhood, offers: Collection[Offer], *, now: dt.datetime, limit: int = 1
) -> dict[uuid.UUID, list[Fit]]:
    """Per offer the open questions that fit: the one that waits longest first.

    The rules are those of `domain.matching`; the number of queries does not depend on how many there are.
    """
    longest = open_questions(place).order_by("waiting_since", "pk")[:MOST_QUESTIONS]
    wanted = Offer.objects.filter(pk__in=[offer.pk for offer in offers])
    market = read_market(place, requests=longest, offers=wanted, now=now)
    return {offer.pk: _fits(market, str(offer.pk), limit=limit) for offer in offers}


def _fits(market: Market, offer: str, *, limit: int) -> list[Fit]:
    volunteer, found = market.volunteers[offer], list[Fit]()
    for key, asked in market.asked.items():
        if matching.misfit(asked, volunteer) is None:
            [candidate] = matching.rank(asked, [volunteer]).candidates
            reasons = [as_dict(reason) for reason in candidate.reasons]
            found.append(Fit(market.requests[key], reasons))
        if len(found) == limit:
            break
    return found


def _count(rows: QuerySet[Proposal] | QuerySet[SmallAsk]) -> Coalesce:
    own = rows.filter(offer=OuterRef("pk")).order_by().values("offer")
    number = Subquery(own.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    return Coalesce(number, Value(0))
