"""A round of the neighbourhood budget with a published frame, a newer one that waits, an idea and a voter."""

import datetime as dt
from typing import Any

from gebuur.apps.budget import actions as budget
from gebuur.apps.budget.models import PaperBallot, Round
from gebuur.apps.budget.queries import Resident
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast


def budget_things(rosa: Person, now: dt.datetime) -> dict[str, Any]:
    """What the addresses of the neighbourhood budget are about."""
    place = rosa.neighbourhood
    coordinator = cast.make_staff(place, "Hilde", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=coordinator, neighbour=rosa, now=now)
    budget.change_round(one, actor=coordinator, pot_cents=2_500_000)
    waits = budget.draw_up_frame(one, actor=coordinator, why="Er kwam geld bij", now=now)
    said = budget.Said("Een bank aan de bushalte")
    idea = budget.give_idea(one, said, actor=rosa, channel="web", now=now)
    return {
        "budget_round": one.pk,
        "budget_frame": waits.pk,
        "budget_idea": idea.pk,
        **_vote_things(one, coordinator, now),
    }


def _vote_things(one: Round, coordinator: Person, now: dt.datetime) -> dict[str, Any]:
    """Somebody on the roll, and a paper ballot that was typed once."""
    voter = budget.add_to_roll(one, Resident("Godelieve Maes"), actor=coordinator, now=now)
    paper = PaperBallot.objects.create(
        neighbourhood=one.neighbourhood, round=one, number=1, first={}, first_by=None
    )
    return {"budget_voter": voter.pk, "budget_paper": paper.pk}
