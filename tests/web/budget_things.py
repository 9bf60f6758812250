"""A round of the neighbourhood budget with a published frame, a newer one that waits, and an idea."""

import datetime as dt
from typing import Any

from gebuur.apps.budget import actions as budget
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast, cast_count


def budget_things(rosa: Person, now: dt.datetime) -> dict[str, Any]:
    """What the addresses of the neighbourhood budget are about."""
    place = rosa.neighbourhood
    coordinator = cast.make_staff(place, "Hilde", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=coordinator, neighbour=rosa, now=now)
    budget.change_round(one, actor=coordinator, pot_cents=2_500_000)
    waits = budget.draw_up_frame(one, actor=coordinator, why="Er kwam geld bij", now=now)
    said = budget.Said("Een bank aan de bushalte")
    idea = budget.give_idea(one, said, actor=rosa, channel="web", now=now)
    counted = cast_count.make_vote(place, coordinator=coordinator, neighbour=rosa)
    budget.count_round(counted, cast_count.ballots_of(counted), actor=coordinator, now=now)
    return {
        "budget_round": one.pk,
        "budget_frame": waits.pk,
        "budget_idea": idea.pk,
        "budget_counted": counted.pk,
    }
