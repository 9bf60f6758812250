"""What each further first time costs in metres, for the questions that are open now."""

import datetime as dt

from gebuur.apps.care.queries.market import living_offers, open_questions, read_market
from gebuur.apps.care.queries.policy import policy_for
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.domain import matching


def first_time_prices(
    place: Neighbourhood, *, now: dt.datetime
) -> tuple[matching.FrontierPoint, ...]:
    """Exact, from none more than the shortest walks give to as many as can be; empty without questions.

    `matching.NotUsable` when there are too many possible pairs to say it within seconds.
    """
    market = read_market(
        place, requests=open_questions(place), offers=living_offers(place), now=now
    )
    if not market.asked:
        return ()
    return matching.frontier(
        list(market.asked.values()), list(market.volunteers.values()), policy_for(place)
    )
