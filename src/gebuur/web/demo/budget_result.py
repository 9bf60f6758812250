"""The count of the budget of last year in the demo: 132 neighbours voted, and the kitchen garden was chosen."""

import datetime as dt
import random
from collections.abc import Sequence

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Count, Proposal, Round
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message

VOTERS = 132
# Neighbours who say much the same: how many in a hundred, and how likely each wants the first, second, third ... one.
# Most votes would leave the second circle with nearly nothing; equal shares give it the first proposal.
CIRCLES = (
    (51, (4, 96, 30, 95, 8, 12)),
    (46, (97, 4, 42, 4, 30, 30)),
    (3, (50, 50, 50, 50, 50, 50)),
)


def count_last_year(one: Round, nele: Person, *, now: dt.datetime) -> Count:
    """Count the ballots of everybody for what is on the ballot, the same in every demo; all have long heard of it."""
    on_ballot = one.proposals.filter(state=Proposal.State.ON_BALLOT)
    ballots = make_ballots(
        [proposal.pk.hex for proposal in on_ballot.order_by("handed_in_at", "pk")]
    )
    count = actions.count_round(one, ballots, actor=nele, now=now)
    actions.find_what_lacked(count)
    Message.objects.filter(thing=one.pk, template="budget/messages/result_there").delete()
    return count


def make_ballots(keys: Sequence[str]) -> list[dict[str, int]]:
    """A ballot for each voter; some hand in an empty one."""
    draw = random.Random(2025)  # noqa: S311 - a demo that is the same every time
    ballots = []
    for _voter in range(VOTERS):
        _many, likely = draw.choices(CIRCLES, [many for many, _likely in CIRCLES])[0]
        wants = zip(keys, likely, strict=False)
        ballots.append({key: 1 for key, chance in wants if draw.randrange(100) < chance})
    return ballots
