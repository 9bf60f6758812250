"""What another turn bonus would change in this week's division."""

import datetime as dt
from dataclasses import dataclass

from gebuur.apps.care.queries.market import living_offers, open_questions, read_market
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.domain import matching


@dataclass(frozen=True)
class TurnEffect:
    """Of the open questions, how many would go to somebody else; and first tasks, now and then."""

    questions: int
    otherwise: int
    first_now: int
    first_then: int


def effect_of(
    place: Neighbourhood, *, now_by: matching.Policy, then_by: matching.Policy, now: dt.datetime
) -> TurnEffect:
    """Divide the open questions twice, on paper only; nobody is asked."""
    market = read_market(
        place, requests=open_questions(place), offers=living_offers(place), now=now
    )
    asked, volunteers = list(market.asked.values()), list(market.volunteers.values())
    new = {one.id for one in volunteers if one.weeks_since_last_match is None}
    given = [
        {
            pair.request_id: pair.volunteer_id
            for pair in matching.propose(asked, volunteers, policy=policy).pairs
        }
        for policy in (now_by, then_by)
    ]
    first_now, first_then = (len(new.intersection(one.values())) for one in given)
    otherwise = sum(given[0].get(one.id) != given[1].get(one.id) for one in asked)
    return TurnEffect(len(asked), otherwise, first_now, first_then)
