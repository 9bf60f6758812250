"""A round of the neighbourhood budget with a published frame, a newer one that waits, and an idea."""

import datetime as dt
from typing import Any

from django.utils import timezone

from gebuur.apps.budget import actions as budget
from gebuur.apps.budget.models import Effect, LookBack, Milestone, Picture, Round
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
    things = {"budget_round": one.pk, "budget_frame": waits.pk, "budget_idea": idea.pk}
    return things | _realised(one, rosa)


def _realised(one: Round, rosa: Person) -> dict[str, Any]:
    """A garden of Rosa's group that was finished four months ago, with one of everything that came of it."""
    garden = cast.make_proposal(one, member=rosa, state="chosen", households=15)
    cast.make_decision(garden)
    row: dict[str, Any] = {"neighbourhood": one.neighbourhood, "proposal": garden}
    done = timezone.localdate() - dt.timedelta(days=120)
    step = Milestone.objects.create(
        **row, what="Bakken", due_on=done, done_on=done, actual_cents=10_000
    )
    effect = Effect.objects.create(**row, what="households", promised=15)
    picture = Picture.objects.create(
        **row, what="De bakken", kind="image/png", picture=b"", consent="Niemand", at=timezone.now()
    )
    said = LookBack.objects.create(**row, months=3, is_good=True)
    return {
        "realised": garden.pk,
        "milestone": step.pk,
        "effect": effect.pk,
        "picture": picture.pk,
        "look_back": said.pk,
    }
