"""All open questions and all offers of a neighbourhood at once, as `domain.matching` divides them."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from gebuur.apps.boundaries.models import Light
from gebuur.apps.care.models import HelpRequest, Proposal
from gebuur.apps.care.queries.desk import SEALED, TO_FIND
from gebuur.apps.care.queries.policy import policy_for
from gebuur.apps.care.queries.sides import (
    answered_of,
    apart_from,
    as_request,
    as_volunteer,
    facts_of,
    known_to,
    load_of,
)
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Offer, OfferedTask
from gebuur.apps.volunteers.queries import incomplete_among
from gebuur.domain import matching

IN_ROW = (Proposal.State.PICKED, Proposal.State.ASKED, Proposal.State.YES)


@dataclass(frozen=True)
class Market:
    """Who asks and who offers, as rows and as the ground floor reads them; keys are ids as text."""

    place: Neighbourhood
    requests: dict[str, HelpRequest]
    offers: dict[str, Offer]
    asked: dict[str, matching.Request]
    volunteers: dict[str, matching.Volunteer]


def open_questions(place: Neighbourhood) -> QuerySet[HelpRequest]:
    """Questions that may be divided: nobody is asked, the seeker does not choose herself, amber has its yes."""
    in_row = Proposal.objects.filter(request=OuterRef("pk"), state__in=IN_ROW)
    found = HelpRequest.objects.filter(
        ~Exists(in_row), neighbourhood=place, state__in=TO_FIND, seeker_chooses=False
    )
    found = found.exclude(task__light=Light.RED)
    return found.exclude(task__light=Light.AMBER, cleared_at__isnull=True)


def living_offers(place: Neighbourhood) -> QuerySet[Offer]:
    """Everybody who offered something and did not stop."""
    return Offer.objects.filter(neighbourhood=place, stopped_at__isnull=True)


def read_market(
    place: Neighbourhood,
    *,
    requests: QuerySet[HelpRequest],
    offers: QuerySet[Offer],
    now: dt.datetime,
) -> Market:
    """Read both sides, with a number of queries that does not depend on how many there are."""
    asking = list(requests.select_related("task", "seeker__street").defer(*SEALED))
    offering = list(
        offers.select_related("person__street").defer("person__desk_note").order_by("pk")
    )
    return Market(
        place=place,
        requests={str(one.pk): one for one in asking},
        offers={str(one.pk): one for one in offering},
        asked={one.id: one for one in _asked(asking, offering, now=now)},
        volunteers={one.id: one for one in _volunteers(place, offers, offering, now=now)},
    )


def _asked(
    asking: list[HelpRequest], offering: list[Offer], *, now: dt.datetime
) -> list[matching.Request]:
    seekers = {one.seeker_id for one in asking if one.seeker_id}
    known, apart = known_to(seekers), apart_from(seekers)
    answered = answered_of([one.pk for one in asking])
    offer_of = {one.person_id: one.pk for one in offering}
    found = []
    for one in asking:
        assert one.seeker_id is not None  # noqa: S101 - the database holds it: care_request_complete
        people = {one.seeker_id, one.asked_by_id} | apart.get(one.seeker_id, set())
        never = {offer_of[person] for person in people if person in offer_of}
        found.append(
            as_request(
                one,
                not_with=frozenset(map(str, never | answered.get(one.pk, set()))),
                known=known.get(one.seeker_id, frozenset()),
                now=now,
            )
        )
    return found


def _volunteers(
    place: Neighbourhood, offers: QuerySet[Offer], offering: list[Offer], *, now: dt.datetime
) -> list[matching.Volunteer]:
    tasks: defaultdict[uuid.UUID, set[str]] = defaultdict(set)
    cleared: defaultdict[uuid.UUID, set[str]] = defaultdict(set)
    ticks = OfferedTask.objects.filter(offer__in=offers.values("pk"), is_living=True)
    for offer, task, is_cleared in ticks.values_list("offer_id", "task__key", "is_cleared"):
        tasks[offer].add(task)
        if is_cleared:
            cleared[offer].add(task)
    load = load_of(offers.values_list("pk", flat=True), now=now)
    organised = {one.pk for one in offering if one.is_organised}
    held_back = incomplete_among(organised, place, on=timezone.localdate(now))
    return [
        as_volunteer(
            facts_of(one),
            tasks=tasks[one.pk],
            cleared=cleared[one.pk],
            load=load,
            file_complete=one.pk not in held_back,
            now=now,
        )
        for one in offering
    ]


def divide(market: Market, *, held: Mapping[str, str] = {}) -> matching.Proposed:
    """Divide the market; `held` says which question goes to which offer whatever it costs the others."""
    free = _divide(market, held, alone=frozenset())
    squeezed = {one.request_id for one in free.unserved} & held.keys()
    if not squeezed:
        return free
    # Others needed the same neighbour more; what a professional decided goes before what they need.
    return _divide(market, held, alone=frozenset(held[one] for one in squeezed))


def _divide(
    market: Market, held: Mapping[str, str], *, alone: Collection[str]
) -> matching.Proposed:
    """Divide with some questions for one offer only, and the offers in `alone` for those questions only."""
    everybody = frozenset(market.volunteers)
    asked = [
        replace(one, not_with=everybody - {held[key]})
        if key in held
        else replace(one, not_with=one.not_with | frozenset(alone))
        if alone
        else one
        for key, one in market.asked.items()
    ]
    return matching.propose(
        asked, list(market.volunteers.values()), policy=policy_for(market.place)
    )
