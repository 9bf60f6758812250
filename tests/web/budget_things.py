"""A round of the neighbourhood budget with a published frame, a newer one that waits, and an idea."""

import datetime as dt
from typing import Any

from gebuur.apps.budget import actions as budget
from gebuur.apps.budget.models import WallPhoto
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.core.pictures import Kind, Picture
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
    wall = Picture(Kind.PNG, b"")
    lines = [budget.Said("Petanque op het plein")]
    typed: dict[str, Any] = {"actor": coordinator, "now": now}
    budget.give_ideas_of_meeting(one, lines, meeting="Buurtavond", wall=wall, **typed)
    emine = cast.make_person(place, "Emine")
    bench = budget.Said("Zitbank bij de bushalte")
    other = budget.give_idea(one, bench, actor=emine, channel="web", now=now)
    ask = budget.ask_to_merge(other, idea, actor=rosa, now=now)
    return {
        "budget_round": one.pk,
        "budget_frame": waits.pk,
        "budget_idea": idea.pk,
        "budget_wall": WallPhoto.objects.get(round=one).pk,
        "budget_ask": ask,
    }
